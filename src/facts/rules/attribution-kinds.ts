/** Those who say something can speak, and those through whom it was reported are outlets. */
import { type Finding, listStatements, type Rule } from '../rule.ts';

const SPEAKING = ['person', 'body', 'group', 'document'];

export const attributionKinds: Rule = (facts) => {
  const entityById = new Map(facts.entities.entities.map((entity) => [entity.id, entity]));
  return listStatements(facts).flatMap(({ file, statement, path }) => {
    const findings: Finding[] = [];
    const speaker = entityById.get(statement.attribution?.speaker ?? '');
    const through = entityById.get(statement.attribution?.through ?? '');
    if (speaker !== undefined && !SPEAKING.includes(speaker.kind)) {
      findings.push({
        file,
        path: [...path, 'attribution', 'speaker'],
        problem: `"${speaker.id}" is of the kind "${speaker.kind}", not one who speaks`,
        advice: speaker.kind === 'outlet' ? 'Name an outlet in "through".' : `Name one of ${SPEAKING.join(', ')}.`,
      });
    }
    if (through !== undefined && through.kind !== 'outlet') {
      findings.push({
        file,
        path: [...path, 'attribution', 'through'],
        problem: `"${through.id}" is of the kind "${through.kind}", not an outlet`,
        advice: 'Name who said it in "speaker"; "through" is the outlet that reported it.',
      });
    }
    return findings;
  });
};

/** The sentence itself names who says so and through whom it was reported, wherever it is shown alone. */
import type { Entity } from '../../core/schema.ts';
import { listNames, mentions } from '../mention.ts';
import { type Finding, listStatements, type Rule } from '../rule.ts';

export const attributionInText: Rule = (facts) => {
  const entityById = new Map(facts.entities.entities.map((entity) => [entity.id, entity]));
  return listStatements(facts).flatMap(({ file, statement, path }) => {
    const { attribution, text } = statement;
    const check = (id: string | undefined, problem: (entity: Entity) => string, names: string[]): Finding[] => {
      const entity = entityById.get(id ?? '');
      if (entity === undefined || mentions(text, [...listNames(entity), ...names])) return [];
      const advice = `Name ${entity.name} in the sentence, by name, alias or office.`;
      return [{ file, path: [...path, 'text'], problem: problem(entity), advice }];
    };
    const capacity = attribution?.capacity === undefined ? [] : [attribution.capacity];
    return [
      ...check(attribution?.speaker, ({ id }) => `the text does not name "${id}", who says this`, capacity),
      ...check(attribution?.through, ({ id }) => `the text does not name "${id}", which reported this`, []),
    ];
  });
};

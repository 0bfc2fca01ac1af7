import { describe, expect, it } from 'vitest';
import { describeChain } from '../../src/core/attribution.ts';
import { replyText } from '../../src/core/plain-text.ts';
import type { JudgedPart, Reply } from '../../src/core/reply.ts';
import { ferryCorpus } from './fixture.ts';

const corpus = ferryCorpus();
const { asOf } = corpus;
const statement = (id: string) => corpus.statementById.get(id) ?? corpus.statements[0];

function sourceOf(ids: readonly [string, ...string[]], asked = 'test', gone = 0): string {
  const [first, ...rest] = ids;
  const statements = [statement(first), ...rest.map(statement)] as const;
  return replyText({ kind: 'source', statements, gone, edition: { asked, now: 'test' }, asOf });
}

describe('the source of an answer', () => {
  it('tells the chain of reporting, the quote, the place, the date as written and as resolved, and the edition', () => {
    const text = sourceOf(['lane-wrote-report']);
    expect(text).toContain('Cora Lane, as The Daily Gull reported');
    expect(text).toContain('- How it came to the article: from Cora Lane, through The Daily Gull, to the article');
    expect(text).toContain('- Quoted words: “past repair” (Cora Lane)');
    expect(text).toContain('- Place: The ferry talks, 2 May 2023, Body 2.1');
    expect(text).toContain('- Date as written: none');
    expect(text).not.toContain('Date as resolved');
    expect(text).toContain('- Fact: lane-wrote-report');
    expect(text).toContain('What is known of the article\n- The ferry talks, 2 May 2023: Invented for tests.');
    expect(text).toMatch(/Edition test\.\nAs of 2 May 2023\.$/);
    const fares = sourceOf(['fares-double']);
    expect(fares).toContain('- Date as written: “next month”\n- Date as resolved: June 2023');
    expect(fares).toContain('- Quoted words: none');
  });

  it('numbers several statements, and a single one not', () => {
    expect(sourceOf(['talks-start', 'fares-double'])).toContain('Statement 2 of 2');
    expect(sourceOf(['talks-start'])).not.toContain('Statement 1');
    expect(sourceOf(['talks-start'])).not.toContain('How it came');
    expect(sourceOf(['talks-start', 'fares-double']).match(/Invented for tests/g)).toHaveLength(1);
  });

  it('says where the facts were edited since, and where a statement is gone', () => {
    expect(sourceOf(['talks-start'])).not.toContain('edited');
    expect(sourceOf(['talks-start'], 'old')).toMatch(/^The facts were edited since this answer \(edition old\)/);
    expect(sourceOf(['talks-start'], 'old', 1)).toContain('One statement of the answer is no longer among them.');
    expect(sourceOf(['talks-start'], 'old', 2)).toContain('2 statements of the answer are no longer among them.');
  });

  it.each([
    ['talks-start', 'the article says it itself'],
    ['moss-calls-ferry-lifeline', 'from Ada Moss to the article'],
    ['fares-double', 'from a clerk, through The Daily Gull, to the article'],
    ['lane-wrote-report', 'from Cora Lane, through The Daily Gull, to the article'],
  ])('names each link of the chain of %s', (id, chain) => {
    expect(describeChain(statement(id).attribution)).toBe(chain);
  });
});

describe('a verdict on several parts', () => {
  const [by] = corpus.statements;
  const supported: JudgedPart = { claim: 'They met', judgement: { kind: 'supported', by: [by] } };
  const contradicted: JudgedPart = {
    claim: 'the pier was repaired',
    judgement: { kind: 'contradicted', by: [by], assumed: 'the pier was repaired' },
  };
  const unstated: JudgedPart = { claim: 'it rained', judgement: { kind: 'not_stated', related: [] } };

  it('counts them, then judges each in its own words', () => {
    const reply: Reply = {
      kind: 'check',
      claim: 'They met and the pier was repaired and it rained',
      verdict: { ...contradicted.judgement, parts: [supported, contradicted, unstated] },
      asOf,
    };
    const text = replyText(reply);
    expect(text).toContain('Contradicted. Of its 3 parts: 1 supported, 1 contradicted, 1 not stated.');
    const both: Reply = { ...reply, verdict: { ...supported.judgement, parts: [supported, supported] } };
    expect(replyText(both)).toContain('Supported. Of its 2 parts: 2 supported.');
    expect(text).toMatch(/Part 1 of 3: “They met”\nSupported\./);
    expect(text).toMatch(/Part 2 of 3: “the pier was repaired”\nContradicted\. The claim says that the pier/);
    expect(text).toMatch(/Part 3 of 3: “it rained”\nNot stated\./);
  });
});

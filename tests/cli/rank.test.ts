import { describe, expect, it } from 'vitest';
import { runRank } from '../../src/cli/rank.ts';

async function rank(...input: readonly (string | object)[]) {
  const out: string[] = [];
  async function* lines() {
    for (const line of input) yield typeof line === 'string' ? line : JSON.stringify(line);
  }
  const code = await runRank([], { lines, out: (line) => out.push(line), err: (line) => out.push(line) });
  return { code, out: out.map((line) => JSON.parse(line)) };
}

const statements = [
  { id: 's1', text: 'The ferry was built in 1931.' },
  { id: 's2', text: 'The mayor called the ferry a relic.' },
];

describe('rank', () => {
  it('says what it reads and prints, and refuses what it does not know instead of waiting for lines', async () => {
    const said = async (...args: readonly string[]) => {
      const out: string[] = [];
      const err: string[] = [];
      const lines = () => {
        throw new Error('read');
      };
      const code = await runRank(args, { lines, out: (line) => out.push(line), err: (line) => err.push(line) });
      return { code, out: out.join('\n'), err: err.join('\n') };
    };
    const help = await said('--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain('"statements"');
    const wrong = await said('--best');
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.err).toContain('"--best"');
  });

  it('answers each line with one: its id, all statements best first, whether it is answered and how surely', async () => {
    const { code, out } = await rank({ id: 'q1', statements, question: 'When was the ferry built?' });
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    expect(Object.keys(out[0])).toEqual(['id', 'ranked', 'answered', 'confidence']);
    expect(out[0].ranked.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2']);
    expect(out[0].ranked[0].score).toBe(out[0].confidence);
    expect(out[0].answered).toBe(true);
  });

  it('says what is wrong with a line on a line of its own, and goes on', async () => {
    const { code, out } = await rank(
      '{"id": "q1", ',
      { id: 'q2', question: 'When?' },
      { id: 'q3', statements: [{ id: 's1' }], question: 'When?' },
      { id: 'q4', statements: [...statements, { id: 's1', text: 'again' }], question: 'When?' },
      '[]',
      { id: 'q5', statements, question: 'What did the mayor call the ferry?' },
    );
    expect(code).toBe(0);
    expect(out.map(({ id }) => id)).toEqual([null, 'q2', 'q3', 'q4', null, 'q5']);
    expect(out.slice(0, 5).map(({ error }) => error)).toEqual([
      'line 1: this is not JSON. Write it as {"id", "statements": [{"id", "text"}], "question"}.',
      'line 2: "statements": this key is missing. Add "statements": it holds a list.',
      'line 3: "statements[0].text": this key is missing. Add "text": it holds a text.',
      'line 4: "statements": "s1" is the id of two. Give each its own.',
      'line 5: this is not an object. Write it as {"id", "statements": [{"id", "text"}], "question"}.',
    ]);
    expect(out[5].ranked[0].id).toBe('s2');
  });

  it('passes blank lines over', async () => {
    expect((await rank('', '  ', { id: 'q', statements, question: 'ferry' })).out).toHaveLength(1);
  });

  it('takes an empty list and an empty question', async () => {
    const { out } = await rank(
      { id: 'none', statements: [], question: 'When?' },
      { id: 'blank', statements, question: '' },
    );
    expect(out[0]).toEqual({ id: 'none', ranked: [], answered: false, confidence: 0 });
    expect(out[1]).toEqual({
      id: 'blank',
      ranked: [
        { id: 's1', score: 0 },
        { id: 's2', score: 0 },
      ],
      answered: false,
      confidence: 0,
    });
  });

  it('gives numbers back as numbers, ids of tasks and of statements', async () => {
    const { out } = await rank({ id: 7, statements: [{ id: 1, text: 'The ferry sank.' }], question: 'What sank?' });
    expect(out[0].id).toBe(7);
    expect(out[0].ranked[0].id).toBe(1);
  });

  it('answers of the statements at hand, also where the ones before had the same ids', async () => {
    const swapped = statements.map(({ id }, index) => ({ id, text: statements[1 - index]?.text }));
    const question = 'When was the ferry built?';
    const { out } = await rank(
      { id: 'a', statements, question },
      { id: 'b', statements: swapped, question },
      { id: 'c', statements, question },
    );
    expect(out.map(({ ranked }) => ranked[0].id)).toEqual(['s1', 's2', 's1']);
    expect({ ...out[2], id: 'a' }).toEqual(out[0]);
  });
});

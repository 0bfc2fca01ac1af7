import { describe, expect, it } from 'vitest';
import { runAsk } from '../../src/cli/ask.ts';
import type { Io } from '../../src/cli/io.ts';
import { createEngine } from '../../src/core/engine.ts';
import { ferryCorpus } from '../core/fixture.ts';

const corpus = ferryCorpus();
const engine = createEngine(corpus);

async function ask(args: readonly string[], input: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    async *lines() {
      yield* input;
    },
    factsDir: 'unused',
  };
  const code = await runAsk(args, io, async () => ({ corpus, engine }));
  return { code, out, err };
}

describe('ask', () => {
  it('prints the answer with its citation and the as-of date, and exits with 0', async () => {
    const { code, out } = await ask(['What did the mayor call the ferry?']);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('Mayor Ada Moss called the ferry');
    expect(out.join('\n')).toContain('The ferry talks, 2 May 2023, Body 1.1');
    expect(out.join('\n')).toContain('As of 2 May 2023');
  });

  it('takes a question of several words without quotation marks', async () => {
    const { code } = await ask(['What', 'did', 'the', 'mayor', 'call', 'the', 'ferry?']);
    expect(code).toBe(0);
  });

  it('says that it is not stated, and exits with 3', async () => {
    const { code, out } = await ask(['What did Zebulon say about quarks?']);
    expect(code).toBe(3);
    expect(out.join('\n')).not.toBe('');
  });

  it('prints one JSON object with --json, its fields in the promised order', async () => {
    const { code, out } = await ask(['--json', 'What did the mayor call the ferry?']);
    expect(code).toBe(0);
    expect(out).toHaveLength(1);
    const answer = JSON.parse(out[0] ?? '');
    expect(Object.keys(answer)).toEqual(['question', 'status', 'statements', 'premise', 'related', 'asOf']);
    expect(Object.keys(answer.statements[0])).toEqual([
      'id',
      'text',
      'quotes',
      'attribution',
      'citation',
      'date',
      'score',
    ]);
    expect(answer).toMatchObject({
      status: 'answered',
      premise: null,
      related: [],
      asOf: '2023-05-02',
    });
    expect(answer.statements[0]).toMatchObject({
      id: 'moss-calls-ferry-lifeline',
      quotes: [{ speaker: 'Ada Moss', words: 'a lifeline' }],
      attribution: 'Mayor Ada Moss',
      citation: { source: 'ferry-talks', locator: 'Body 1.1' },
      date: null,
    });
  });

  it.each([
    [[], 'there is no question'],
    [['--batch'], 'add --json'],
    [['--json', '--batch', 'why?'], 'standard input'],
    [['--loud', 'why?'], '--loud'],
  ])('refuses %j, says why, and exits with 2', async (args, why) => {
    const { code, out, err } = await ask(args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join('\n')).toContain(why);
    expect(err.join('\n')).toContain('Usage:');
  });

  it('answers --help without loading anything', async () => {
    const { code, out } = await ask(['--help']);
    expect(code).toBe(0);
    expect(out.join('\n')).toContain('Exit code');
  });
});

describe('ask --json --batch', () => {
  it('answers each line in its turn, and a line that cannot be read with its error while the rest goes on', async () => {
    const { code, out } = await ask(
      ['--json', '--batch'],
      [
        '{"id":"a","question":"What did the mayor call the ferry?"}',
        'not json',
        '',
        '{"id":"c"}',
        '{"id":7,"question":"What will happen to the fares?","previous":["and the ferry?"]}',
        '{"id":"e","question":"why?","previous":"not a list"}',
        '[]',
        '{"id":"g","question":5}',
        '{"id":[],"question":"why?"}',
        '{"id":"i","question":"why?","previous":["when?",null]}',
      ],
    );
    expect(code).toBe(0);
    const lines = out.map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['a', null, 'c', 7, 'e', null, 'g', null, 'i']);
    expect(Object.keys(lines[0])[0]).toBe('id');
    expect(lines[0].statements[0].id).toBe('moss-calls-ferry-lifeline');
    expect(lines[3].status).toBe('answered');
    // Blank lines count: an editor counts them, too.
    expect(lines.flatMap(({ error }) => error ?? [])).toEqual([
      'line 2: this is not JSON. Write it as {"id": "...", "question": "..."}.',
      'line 4: "question": this key is missing. Add "question": it holds a text.',
      'line 6: "previous": this is a text where a list is expected. Write a list.',
      'line 7: this is not an object. Write it as {"id": "...", "question": "..."}.',
      'line 8: "question": 5 is read as a number, not as a text. Put it in quotes: "5".',
      'line 9: "id": this is a list where a text is expected. Write a text.',
      'line 10: "previous[1]": this is empty. Write it, or take the key out if it may be left out.',
    ]);
  });

  it('gives the same bytes as asking one by one', async () => {
    const question = 'What did the mayor call the ferry?';
    const one = await ask(['--json', question]);
    const batch = await ask(['--json', '--batch'], [JSON.stringify({ id: 'x', question })]);
    expect(batch.out[0]).toBe(`{"id":"x",${one.out[0]?.slice(1)}`);
  });
});

describe('ask --check', () => {
  it.each([
    ['Mayor Ada Moss called the ferry a lifeline', 'Supported', 0],
    ['Zebulon sold quarks', 'Not stated', 3],
  ])('judges “%s”: %s', async (claim, words, exit) => {
    const { code, out } = await ask(['--check', claim]);
    expect(out.join('\n')).toContain(words);
    expect(code).toBe(exit);
  });

  it('prints one JSON object with --json, its fields in the promised order', async () => {
    const { out } = await ask(['--check', '--json', 'Zebulon sold quarks']);
    const verdict = JSON.parse(out.join(''));
    expect(Object.keys(verdict)).toEqual([
      'claim',
      'verdict',
      'asSaidBy',
      'assumed',
      'differs',
      'statements',
      'related',
      'parts',
      'asOf',
    ]);
    expect(verdict).toMatchObject({ claim: 'Zebulon sold quarks', verdict: 'not_stated', asOf: '2023-05-02' });
  });

  it('answers each line of a batch, and a line that is no claim with its error', async () => {
    const { code, out } = await ask(
      ['--check', '--json', '--batch'],
      ['{"id":"a","claim":"It rained"}', '{"id":"b"}', 'x'],
    );
    expect(code).toBe(0);
    const lines = out.map((line) => JSON.parse(line));
    expect(lines).toMatchObject([{ id: 'a', verdict: 'not_stated' }, { id: 'b' }, { id: null }]);
    expect(lines[1].error).toBe('line 2: "claim": this key is missing. Add "claim": it holds a text.');
    expect(lines[2].error).toContain('{"id": "...", "claim": "..."}');
  });
});

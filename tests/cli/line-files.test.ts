import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { measureClaims } from '../../src/cli/claim-score.ts';
import { readQuestionFiles } from '../../src/cli/score.ts';
import { createEngine } from '../../src/core/engine.ts';
import { ferryCorpus } from '../core/fixture.ts';

function folderWith(text: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'rafah-lines-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  mkdirSync(join(dir, 'claims'));
  for (const file of ['set.jsonl', 'claims/set.jsonl']) writeFileSync(join(dir, file), text);
  return dir;
}

it.each([
  ['\n{"id": "a"', 'this is not JSON. Write a question with its right answer.'],
  ['\n["a"]', 'this is not an object. Write a question with its right answer.'],
  ['\n{"id": "a", "question": "q", "style": "plain"}', '"kind": this key is missing. Add "kind": it holds a text.'],
])('a line of questions that can’t be read is named, with its key and what to do: %j', async (text, problem) => {
  const dir = folderWith(text);
  const read = await readQuestionFiles(dir);
  expect(read).toBe(`${join(dir, 'set.jsonl')}:2: not a question with its right answer: ${problem}`);
});

it('so is a line of claims', async () => {
  const dir = folderWith('{"id": "a", "claim": "c", "verdict": "suported", "gold": [], "style": "plain"}');
  const read = await measureClaims(createEngine(ferryCorpus()), join(dir, 'claims'));
  expect(read).toBe(
    `${join(dir, 'claims', 'set.jsonl')}:1: not a claim with its right verdict: "verdict": "suported" is none of ` +
      'supported, contradicted, not_stated. Write "supported".',
  );
});

import { beforeAll, describe, expect, test } from 'vitest';
import { createOwnReader, createReader, type Reader } from '../../../src/core/question/analysis.ts';
import { loadShippedFacts } from '../questions.ts';

let reader: Reader;

beforeAll(async () => {
  const { corpus } = await loadShippedFacts();
  reader = createReader(createOwnReader(corpus).index());
});

const names = (text: string) => reader.read(text).units.flatMap(({ entities }) => entities.map(({ id }) => id));

describe('what is asked for', () => {
  test.each([
    ['When is the meeting?', 'time'],
    ['On what day did the council vote?', 'time'],
    ['What time does it start?', 'clock'],
    ['Where is Rafah?', 'place'],
    ['which side of Gaza is it on', 'place'],
    ['How many countries voted in favor?', 'count'],
    ['how much would it cost?', 'amount'],
    ['How long after the vote did he cancel?', 'duration'],
    ['how many weeks lie between them?', 'duration'],
    ['why was it canceled', 'reason'],
    ['How come they called it off?', 'reason'],
    ['Who canceled the meeting?', 'person'],
    ['According to whom?', 'source'],
    ['who reported that?', 'source'],
    ['Which outlet has it?', 'source'],
    ["What is Blinken's job?", 'title'],
    ['who is ron dermer', 'title'],
    ["what's the official's name?", 'name'],
    ['What did Macron say about Rafah?', 'quote'],
    ['Is the resolution binding?', 'polar'],
    ['Was it virtual or in person?', 'choice'],
    ['Could you tell me what Macron said?', 'quote'],
    ['vote tally', 'none'],
    ['were did they want to meet', 'place'],
    ['were they meeting in person', 'polar'],
  ])('%s: %s', (text, slot) => {
    expect(reader.read(text).slot).toBe(slot);
  });
});

describe('names', () => {
  test.each([
    ['the French president', ['macron']],
    ['the VP', ['harris']],
    ['secretary of state', ['blinken']],
    ['netenyahu and hanegbe', ['netanyahu', 'hanegbi']],
    ['the UN humanitarian official', ['un-humanitarian-official']],
    ['the US used its veto', ['united-states']],
  ])('%s', (text, ids) => {
    expect(names(text)).toEqual(ids);
  });

  test.each(['Scholz', 'Gallant', 'Guterres', 'Austin', 'Egypt'])('%s stays unknown', (name) => {
    expect(names(`What did ${name} say?`)).toEqual([]);
    expect(names(`what did ${name.toLowerCase()} say?`)).toEqual([]);
  });
});

test('what stands before the part that asks is context', () => {
  const { words, asked } = reader.read('I have a talk tomorrow. My editor wants to know who canceled the trip.');
  expect(words.slice(asked.from, asked.to).map(({ form }) => form)).toEqual(['who', 'canceled', 'the', 'trip']);
});

test('a negation reaches what it denies', () => {
  const negated = (text: string) => reader.read(text).units.flatMap((unit) => (unit.negated ? [unit.text] : []));
  expect(negated("Why didn't the US veto it?")).toEqual(['veto']);
  expect(negated('Was the meeting not virtual?')).toEqual(['virtual']);
  expect(negated('Did the US veto it?')).toEqual([]);
});

test.each([
  ['one million', '1000000'],
  ['half a million', '500000'],
  ['1.5 million', '1500000'],
  ['fourteen', '14'],
])('%s is the number %s', (text, form) => {
  expect(reader.read(`${text} people`).words[0]?.form).toBe(form);
});

test('ten thousand new words leave no trace in what a reader knows', async () => {
  const { corpus } = await loadShippedFacts();
  const index = createOwnReader(corpus).index();
  const terms = [...index.terms.keys];
  const [busy, idle] = [createReader(index), createReader(index)];
  for (let count = 0; count < 10_000; count++) busy.read(`Who is q${count.toString(36)}zx and where is Zyx${count}?`);
  expect(index.terms.keys).toEqual(terms);
  const question = 'Did Quxley flumox the 4711 grobniks of Rafah?';
  expect(busy.read(question)).toEqual(idle.read(question));
});

test('a word that no text has means the same each time, and another than any other', () => {
  const ids = ['flumox', 'Flumox', 'grobnik', '4711', 'rafah'].map((word) => reader.read(word).units[0]?.own);
  expect(ids[0]).toBe(ids[1]);
  expect(new Set(ids).size).toBe(4);
});

describe('words that people ask with', () => {
  test('a slip of one is mended, though no statement has it', () => {
    const forms = reader.read('what was the sponser of the text').words.map(({ form }) => form);
    expect(forms).toContain('sponsor');
  });

  test('a name is left as it is typed', () => {
    const forms = reader.read('What did Sponser say?').words.map(({ form }) => form);
    expect(forms).toContain('sponser');
  });
});

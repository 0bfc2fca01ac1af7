import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/core/engine.ts';
import { createTranslation, indexTranslation } from '../../src/core/question/translation.ts';
import { glossaryFileSchema } from '../../src/core/reading-schema.ts';
import { ferryCorpus } from './fixture.ts';

const glossary = glossaryFileSchema.parse({
  languages: [
    {
      id: 'es',
      name: 'Spanish',
      notice: 'Los hechos están en inglés.',
      check_notice: 'English only.',
      entries: [
        { entity: 'ada-moss', typed: ['Ada Moss', 'alcaldesa'] },
        { entity: 'ben-reed', typed: ['Ben Reed'] },
        { meant: 'who', typed: ['quién', 'quiénes'] },
        { meant: 'why', typed: ['por qué'] },
        { meant: 'when', typed: ['cuándo'] },
        { meant: 'the', typed: ['el', 'la'] },
        { meant: 'met', typed: ['reuni*'] },
        { meant: 'and', typed: ['y'] },
        { meant: 'ferry', typed: ['transbordador*', 'EE. UU.'] },
        { typed: ['se'] },
      ],
    },
    {
      id: 'ar',
      name: 'Arabic',
      notice: 'الحقائق بالإنجليزية.',
      check_notice: 'English only.',
      prefixes: [
        { typed: 'و', meant: 'and' },
        { typed: 'ال', meant: 'the' },
      ],
      entries: [
        { meant: 'when', typed: ['متى'] },
        { meant: 'ferry', typed: ['عبّارة'] },
        { entity: 'ada-moss', typed: ['آدا'] },
      ],
    },
    {
      id: 'he',
      name: 'Hebrew',
      notice: 'העובדות באנגלית.',
      check_notice: 'English only.',
      prefixes: [{ typed: 'ה', meant: 'the' }, { typed: 'ב', meant: 'in' }, { typed: 'ש' }],
      entries: [
        { meant: 'who', typed: ['מי'] },
        { meant: 'met', typed: ['נפגש*'] },
        { meant: 'the Island', typed: ['ארה"ב'] },
      ],
    },
  ],
});
const corpus = { ...ferryCorpus(), glossary };
const translate = createTranslation(indexTranslation(corpus));
const read = (text: string) => translate(text).text;

describe('a question in a language of the glossary', () => {
  it('is put into English word by word, its marks kept', () => {
    expect(translate('¿Quién se reunió?')).toMatchObject({ text: 'who met?', language: { id: 'es' }, unread: [] });
  });

  it('is read without regard to accents, points and case', () => {
    expect(read('QUIEN SE REUNIO')).toBe('who met');
    expect(read('مَتَى العبارة؟')).toBe('when the ferry?');
  });

  it('has the one who does it before what is done, as in English', () => {
    expect(read('¿Por qué se reunió Ben Reed?')).toBe('why Ben Reed met?');
    expect(read('¿Cuándo Ben Reed se reunió?')).toBe('when Ben Reed met?');
  });

  it('asks whether, where it has no word that asks', () => {
    expect(read('¿Se reunieron la alcaldesa y Ben Reed?')).toBe('did met the Ada Moss and Ben Reed?');
  });

  it('keeps prefixes apart from the words they are written with', () => {
    expect(read('والعبارة؟')).toBe('and the ferry?');
    expect(read('מי שנפגשו בארה"ב?')).toBe('who met in the island?');
    expect(read('מי שנפגשו בארה״ב?')).toBe('who met in the island?');
  });

  it('has its digits as English has them', () => {
    expect(read('متى ١٢٣؟')).toBe('when 123?');
  });

  it('ends no sentence at the full stop of an abbreviation', () => {
    expect(read('¿Quién EE. UU. reunió?')).toBe('who ferry met?');
  });

  it('names the words that nobody knows, once, and leaves them as they were typed', () => {
    expect(translate('¿Quién se reunió con Pérez y Pérez?')).toMatchObject({
      text: 'who met con Pérez and Pérez?',
      unread: ['con', 'Pérez'],
    });
  });
});

describe('any other text', () => {
  it.each(['Who met?', 'who is la alcaldesa, the mayor?', 'When did Ada Moss meet El Greco?', '', '?', '中文 когда'])(
    'stays as it is: %j',
    (text) => {
      expect(translate(text)).toEqual({ text, language: null, unread: [] });
    },
  );

  it('never fails, and reads the same twice', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'quién',
        'se',
        'reunió',
        'EE. UU.',
        'متى',
        'وال',
        'والعبارة',
        'מי',
        'ארה"ב',
        '"',
        '؟',
        '\n',
        'ـ',
        '٣',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (typed) => {
        expect(translate(typed)).toEqual(translate(typed));
        if (translate(typed).language === null) expect(read(typed)).toBe(typed);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the answer', () => {
  const engine = createEngine(corpus);

  it('has the question as it was typed and the language it was read in', () => {
    const answer = engine.answer('¿Cuándo se reunieron Ada Moss y Ben Reed?');
    expect(answer).toMatchObject({
      status: 'answered',
      question: '¿Cuándo se reunieron Ada Moss y Ben Reed?',
      language: { id: 'es', notice: 'Los hechos están en inglés.' },
    });
    expect(engine.answer('When did Ada Moss and Ben Reed meet?')).not.toHaveProperty('language');
  });

  it('does not say that the article lacks what was not understood', () => {
    expect(engine.answer('¿Quién se reunió con Pérez?')).toMatchObject({
      status: 'not_stated',
      silence: { kind: 'unread', words: ['con', 'Pérez'] },
    });
  });

  it('follows up a question in any of its languages', () => {
    const before = '¿Quiénes se reunieron?';
    expect(engine.answer('¿cuándo?', [before])).toMatchObject({ language: { id: 'es' } });
    expect(engine.answer('when?', [before])).not.toHaveProperty('language');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEdits, MAX_TYPED_LENGTH, parseRequest } from '../../src/core/request.ts';

describe('typed text becomes a request', () => {
  it.each([
    ['', { kind: 'help' }],
    ['   ', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['HELP!', { kind: 'help' }],
    ['help me', { kind: 'help' }],
    ['help, please!', { kind: 'help' }],
    ['Help me please.', { kind: 'help' }],
    ['help digest', { kind: 'help' }],
    ['people', { kind: 'people' }],
    ['People?', { kind: 'people' }],
    ['timeline', { kind: 'timeline' }],
    ['sources', { kind: 'sources' }],
    ['random', { kind: 'random' }],
    ['quotes', { kind: 'quotes', name: null }],
    ['quotes Macron', { kind: 'quotes', name: 'Macron' }],
    ['quotes by Kamala Harris', { kind: 'quotes', name: 'Kamala Harris' }],
    ['topics', { kind: 'topics', topic: null }],
    ['topics vote', { kind: 'topics', topic: 'vote' }],
    ['fact us-abstained', { kind: 'fact', id: 'us-abstained' }],
    ['fact US-Abstained', { kind: 'fact', id: 'us-abstained' }],
    ['fact', { kind: 'incomplete', command: 'fact' }],
    ['check', { kind: 'incomplete', command: 'check' }],
    ['check the U.S. vetoed it', { kind: 'check', claim: 'the U.S. vetoed it' }],
    ['check: the U.S. vetoed it', { kind: 'check', claim: 'the U.S. vetoed it' }],
    ['digest', { kind: 'digest', words: [] }],
    ['followups', { kind: 'followups', choice: null }],
    ['followups ON', { kind: 'followups', choice: 'on' }],
    ['followups off', { kind: 'followups', choice: 'off' }],
    ['digest stop', { kind: 'digest', words: ['stop'] }],
    ['digest mondays 9am', { kind: 'digest', words: ['mondays', '9am'] }],
    ['digest on 9am Europe/London weekdays', { kind: 'digest', words: ['on', '9am', 'europe/london', 'weekdays'] }],
  ])('%j is %j', (typed, request) => {
    expect(parseRequest(typed)).toEqual(request);
  });

  it.each([
    'people in rafah?',
    'help me understand the vote',
    'timeline of the talks',
    'sources say what about Dermer?',
    'quotes about what Harris warned of?',
    'fact or fiction: the veto',
    'digest of the meeting?',
    'digest of rafah',
    'digest vote?',
    'followups on the vote?',
    'random people in the article',
    'how did the US vote?',
    'how  did\n the US vote?',
  ])('a first word that is a command counts as one only where the rest fits it: %j is a question', (typed) => {
    expect(parseRequest(typed)).toEqual({ kind: 'ask', question: typed.replace(/\s+/g, ' ') });
  });

  it.each([
    ['peple', 'people'],
    ['hlep', 'help'],
    ['tiemline', 'timeline'],
    ['Quotse macron', 'quotes macron'],
    ['fcat us-abstained', 'fact us-abstained'],
    ['digets on 9am', 'digest on 9am'],
  ])('a typo in a command is told the nearest one: %j means %j', (typed, nearest) => {
    expect(parseRequest(typed)).toEqual({ kind: 'typo', typed, nearest });
  });

  it.each(['peple?', 'who', 'vote', 'Macron', 'veto', 'truce'])('%j is no typo of a command', (typed) => {
    expect(parseRequest(typed).kind).toBe('ask');
  });

  it('says how long too long a text was', () => {
    expect(parseRequest('a'.repeat(MAX_TYPED_LENGTH)).kind).toBe('ask');
    expect(parseRequest('a'.repeat(MAX_TYPED_LENGTH + 1))).toEqual({ kind: 'too_long', length: MAX_TYPED_LENGTH + 1 });
  });

  it('never throws, and reads a text with other white space or case of its first word as the same kind', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(parseRequest(`  ${text}\n`)).toEqual(parseRequest(text));
      }),
    );
  });
});

describe('edits between two words', () => {
  it.each([
    ['people', 'people', 0],
    ['peple', 'people', 1],
    ['hlep', 'help', 1],
    ['', 'fact', 4],
    ['fact', '', 4],
    ['quote', 'quotes', 1],
    ['kitten', 'sitting', 3],
  ])('%j and %j are %d apart', (a, b, edits) => {
    expect(countEdits(a, b)).toBe(edits);
    expect(countEdits(b, a)).toBe(edits);
  });
});

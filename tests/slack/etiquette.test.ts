import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/playground/api/content.ts';
import { validateView } from '../../src/playground/blocks/view.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { allLongest } from '../core/longest-reply.ts';
import { everyMessage, everyView, type Named } from './every-content.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every object in a content, from the outside in. */
function objectsIn(content: unknown): readonly Json[] {
  if (typeof content !== 'object' || content === null) return [];
  const inner = Object.values(content).flatMap(objectsIn);
  return Array.isArray(content) ? inner : [content as Json, ...inner];
}

const typed = (content: unknown, ...types: string[]): readonly Json[] =>
  objectsIn(content).filter(({ type }) => types.includes(String(type)));

const textIn = (object: unknown): string => String((object as Json | undefined)?.['text'] ?? '');

const WORDS = /\p{L}{2}/u;
const EMOJI = /\p{Extended_Pictographic}|(?<![\w<]):[a-z][\w+-]*:/u;
const AS_OF = /As of \d{1,2} [A-Z][a-z]+ \d{4}\./;

/** All that people read of a content. */
function readIn(content: unknown): string {
  return objectsIn(content)
    .flatMap(({ text, fallback }) => [text, fallback])
    .filter((text) => typeof text === 'string')
    .join('\n');
}

describe('every message', () => {
  const each = it.each<Named<(typeof everyMessage)[number]['content']>>([...everyMessage]);

  each('is taken by Slack at its longest: $name', ({ content }) => {
    expect(() => readContent(content)).not.toThrow();
    // Room to change it later: an update takes less text than a post.
    expect(Buffer.byteLength(content.text)).toBeLessThanOrEqual(LIMITS.textBytes);
    expect(content.blocks.length).toBeGreaterThan(0);
  });

  each('says what it is about in its text, which notifications and screen readers have: $name', ({ content }) => {
    expect(content.text).toMatch(WORDS);
    expect(content.text).toBe(content.text.trim());
    // As much as the blocks begin with, so that neither tells something else.
    const [first = ''] = readIn(content.blocks).match(/\p{L}{4,}/u) ?? [];
    expect(content.text).toContain(first);
  });

  it('has its as-of date in sight, wherever facts are shown', () => {
    const WITHOUT_FACTS = /^(hint|notice|follow_ups) /;
    for (const { name, content } of everyMessage) {
      if (WITHOUT_FACTS.test(name)) continue;
      expect(readIn(content.blocks), name).toMatch(AS_OF);
      expect(content.text, name).toMatch(AS_OF);
    }
  });
});

describe('every view', () => {
  const each = it.each<Named<(typeof everyView)[number]['content']>>([...everyView]);

  each('is taken by Slack at its longest: $name', ({ content }) => {
    expect(validateView(content)).toMatchObject({ ok: true });
    expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThanOrEqual(LIMITS.viewBytes);
    expect(content.blocks.length).toBeLessThanOrEqual(LIMITS.viewBlocks);
  });

  each('has a label on each input, and a title in words: $name', ({ content }) => {
    if (content.type === 'modal') expect(content.title.text).toMatch(WORDS);
    for (const input of typed(content, 'input')) expect(textIn(input['label'])).toMatch(WORDS);
  });

  it('has its as-of date in sight, wherever facts are shown', () => {
    const shown = everyView.filter(({ name }) => /^(source|more|topic|sources|check|home) /.test(name));
    const about = shown.filter(
      ({ content }) =>
        !/Did you mean|There is no|Something is missing|characters; at|no longer among/.test(readIn(content)),
    );
    expect(about.length).toBeGreaterThan(8);
    for (const { name, content } of about) expect(readIn(content), name).toMatch(AS_OF);
  });
});

describe('help', () => {
  it('says where to report a mistake, and every way to ask', () => {
    for (const { content } of everyMessage.filter(({ name }) => name.startsWith('help'))) {
      expect(readIn(content.blocks)).toMatch(
        /Found a mistake\? Press Not helpful .* or tell the people who run this app/s,
      );
      for (const way of ['/rafah', 'mention', 'direct message', 'Ask Rafah', 'Check with Rafah']) {
        expect(readIn(content.blocks)).toContain(way);
      }
    }
  });
});

describe('messages and views alike', () => {
  const every: readonly Named<unknown>[] = [...everyMessage, ...everyView];

  it.each([...every])('have buttons whose words are read out first, then what they do: $name', ({ content }) => {
    for (const button of typed(content, 'button')) {
      const text = textIn(button['text']);
      expect(text).toMatch(WORDS);
      expect(String(button['accessibility_label']).startsWith(text.slice(0, 60))).toBe(true);
      expect(button['style']).toBeUndefined();
    }
    for (const { positive_button, negative_button } of typed(content, 'feedback_buttons')) {
      for (const button of [positive_button, negative_button] as Json[]) {
        expect(String(button['accessibility_label']).startsWith(textIn(button['text']))).toBe(true);
      }
    }
  });

  it.each([...every])('say nothing by emoji, colour or picture: $name', ({ content }) => {
    expect(typed(content, 'emoji', 'color', 'alert')).toEqual([]);
    expect(objectsIn(content).filter(({ emoji }) => emoji === true)).toEqual([]);
    for (const picture of typed(content, 'image')) expect(picture['alt_text']).toMatch(WORDS);
    expect(readIn(content)).not.toMatch(EMOJI);
    expect(JSON.stringify(content)).not.toContain('"attachments"');
  });

  it('use no markup in which typed or curated text could ping or link', () => {
    for (const { name, content } of every) {
      expect(typed(content, 'mrkdwn', 'markdown', 'link', 'usergroup', 'broadcast'), name).toEqual([]);
    }
  });
});

describe('what these tests look at', () => {
  const sources = readdirSync('src/slack', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name, text: readFileSync(join('src/slack', name), 'utf8') }));
  const having = (pattern: RegExp): readonly string[] =>
    sources
      .filter(({ text }) => pattern.test(text))
      .map(({ name }) => name)
      .sort();

  it('is every builder of a view; one that is added belongs into every-content.ts', () => {
    expect(having(/type: '(modal|home)',/)).toEqual([
      'digests/form.ts',
      'digests/report.ts',
      'render/dialog.ts',
      'render/home.ts',
    ]);
    const built = readFileSync('tests/slack/every-content.ts', 'utf8');
    for (const name of having(/\bdialog\(\{/)) {
      const exported = sources
        .find((source) => source.name === name)
        ?.text.matchAll(/^export (?:function|const) (render\w+)/gm);
      for (const [, builder] of exported ?? []) expect(built, `${name}: ${builder}`).toContain(`${builder}(`);
    }
  });

  it('is every kind of reply', () => {
    expect(new Set(allLongest.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(17);
  });

  it('is posted without previews: each file that posts says so, and no other posts', () => {
    const posting = having(/chat\.(postMessage|scheduleMessage)\(|response_type: 'in_channel'/);
    expect(posting).toEqual([
      'digests/channels.ts',
      'digests/scheduled-messages.ts',
      'listeners/post.ts',
      'listeners/share-post.ts',
    ]);
    for (const name of posting) {
      // The first only asks whether Slack would take a post, and takes it back.
      if (name !== 'digests/channels.ts') expect(having(/\.\.\.NO_UNFURL/)).toContain(name);
    }
  });
});

/** As much as can be typed, on every surface on which people type: what comes back is what Slack takes. */
import { expect, it } from 'vitest';
import { danaWithBot, newsroom, policy } from '../playground/local-slack.ts';
import { dialog, eventually, heardLast, type Mode, say, startStage, wordsOf } from './stage.ts';

/** Five bytes each once escaped; the last is a letter, so that it counts as words. */
const typed = (length: number): string => `${'&'.repeat(length - 1)}x`;
/** As a question, and as the argument of a command that repeats what was typed. */
const texts = [typed(1000), `check ${typed(994)}`, `fact ${typed(60)}`, typed(1001), typed(3000)];

it.each<Mode>(['socket', 'http'])('over %s', async (mode) => {
  const { slack, ours } = await startStage(mode);
  for (const [index, text] of texts.entries()) {
    await say(slack, policy, `/rafah ${text}`);
    expect((await heardLast(slack, policy, { count: index + 1 })).text).not.toBe('');
    await say(slack, newsroom, `@Rafah Facts ${text}`);
    expect((await heardLast(slack, newsroom, { count: index + 1 })).text).not.toBe('');
  }
  await say(slack, danaWithBot, texts.join(' '));
  expect((await heardLast(slack, danaWithBot)).text).not.toBe('');

  const written = await slack.do('message', { channelId: policy, text: typed(3000) });
  const messageTs = written.ok ? written['ts'] : '';
  await slack.do('shortcut', { callbackId: 'check_message', channelId: policy, messageTs });
  expect(wordsOf(await dialog(slack, 'Check with Rafah'))).toContain('first 1000 characters were checked, of 3000');

  await slack.do('shortcut', { callbackId: 'ask' });
  const { id } = await dialog(slack, 'Ask Rafah Facts');
  const ask = (value: string) =>
    slack.do('view-submit', {
      viewId: id,
      values: { question: { question: { type: 'plain_text_input', value } } },
    });
  expect(await ask(typed(1001))).toEqual({
    ok: true,
    errors: { question: 'This field must be no more than 1000 characters.' },
  });
  expect(await ask(typed(1000))).toEqual({ ok: true });
  await eventually(async () => expect((await dialog(slack, 'Ask Rafah Facts')).blocks.length).toBeGreaterThan(2));
  expect(ours.logged.filter(({ level }) => level === 'error')).toEqual([]);
});

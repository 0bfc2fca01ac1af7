/** Buttons of answers that were given before a restart, by a bot with other facts. */
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/playground/protocol.ts';
import { type LocalSlack, newsroom, policy, startSlack } from '../playground/local-slack.ts';
import { startOurBot } from '../slack/our-bot.ts';
import { copyFacts } from './bot-process.ts';
import { blockOf, dialog, eventually, heard, heardLast, type Mode, press, say, wordsOf } from './stage.ts';

const ID = 'id: us-abstained\n';

/** An answer to each, then a restart; `edit` is done in between. */
async function restart(mode: Mode, edit: (facts: ReturnType<typeof copyFacts>) => void) {
  const slack = await startSlack({ manifest: 'manifest.yml' });
  const facts = copyFacts();
  const env = { FACTS_DIR: facts.dir };
  const before = await startOurBot(slack, mode, { env });
  await say(slack, policy, '/rafah how did the US vote?');
  await say(slack, newsroom, '@Rafah Facts how did the US vote?');
  const [own, shared] = [await heardLast(slack, policy), await heardLast(slack, newsroom)];
  await slack.do('shortcut', { callbackId: 'check_message', channelId: newsroom, messageTs: shared.threadTs });
  const check = await dialog(slack, 'Check with Rafah');
  await before.stop();
  edit(facts);
  await startOurBot(slack, mode, { env });
  return { slack, own, shared, check };
}

async function sourceOf(slack: LocalSlack, message: Message): Promise<string> {
  expect(await press(slack, message, 'source')).toEqual({ ok: true });
  return wordsOf(await dialog(slack, 'Source'));
}

describe.each<Mode>(['socket', 'http'])('the buttons of an old answer, over %s', (mode) => {
  it('do after a restart what they did before it', async () => {
    const { slack, own, shared, check } = await restart(mode, () => undefined);
    await slack.do('action', { viewId: check.id, blockId: blockOf(check, 'share_verdict'), actionId: 'share_verdict' });
    await eventually(async () => expect(await heard(slack, newsroom)).toHaveLength(2));
    expect(await sourceOf(slack, shared)).not.toContain('edited');
    expect(await sourceOf(slack, own)).toContain('us-abstained');
    await press(slack, own, 'more');
    expect(wordsOf(await heardLast(slack, policy, { count: 2 }))).toContain('More like this');
    await press(slack, own, 'share_answer');
    await eventually(async () => {
      const everyones = (await heard(slack, policy)).filter(({ ephemeralTo }) => ephemeralTo === undefined);
      expect(everyones.map(({ text }) => text)).toEqual([expect.stringContaining('abstained')]);
    });
  });

  it('say so where the facts were edited since, and tell how they stand now', async () => {
    const { slack, shared } = await restart(mode, ({ edit }) =>
      edit('The United States abstained', 'The U.S. abstained'),
    );
    const source = await sourceOf(slack, shared);
    expect(source).toMatch(
      /The facts were edited since this answer \(edition [0-9a-f]+\); this is how they stand now\./,
    );
    expect(source).toContain('The U.S. abstained');
  });

  it('say so where a statement is gone: no half answer is shared', async () => {
    const { slack, own } = await restart(mode, ({ edit }) => edit(ID, 'id: abstention\n'));
    await press(slack, own, 'share_answer');
    await eventually(async () =>
      expect((await heard(slack, policy)).at(-1)).toMatchObject({
        text: 'The facts were edited since this answer. Please ask again, then share.',
        ephemeralTo: 'U0DANA',
      }),
    );
    const several =
      JSON.stringify(own.blocks)
        .match(/"value":"[^"]*:0:([^"]*)"/)?.[1]
        ?.split(' ') ?? [];
    const source = await sourceOf(slack, own);
    if (several.length === 1) expect(source).toContain('no longer among them. Please ask again.');
    else expect(source).toContain('One statement of the answer is no longer among them.');
  });
});

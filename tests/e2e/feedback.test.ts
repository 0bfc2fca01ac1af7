import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RatingCount } from '../../src/bot/report-ports.ts';
import type { Message, View } from '../../src/playground/protocol.ts';
import { openStore } from '../../src/store/open.ts';
import { board, dana, danaWithBot, type LocalSlack, newsroom, policy, sam } from '../playground/local-slack.ts';
import type { OurBot } from '../slack/our-bot.ts';
import { dialog, eventually, heard, heardLast, type Mode, say, startStage, wordsOf } from './stage.ts';

async function rate(slack: LocalSlack, message: Message, which: 'positive' | 'negative', userId = dana): Promise<void> {
  const block = message.blocks?.find(({ type }) => type === 'context_actions');
  const [element] = (block?.['elements'] ?? []) as { [key: string]: { value: string } }[];
  const outcome = await slack.do('action', {
    userId,
    channelId: message.channelId,
    messageTs: message.ts,
    blockId: 'answer_feedback',
    actionId: 'feedback',
    state: { type: 'feedback_buttons', value: element?.[`${which}_button`]?.value },
  });
  expect(outcome).toEqual({ ok: true });
}

const send = (slack: LocalSlack, view: View, reason?: string) =>
  slack.do('view-submit', {
    viewId: view.id,
    values:
      reason === undefined ? {} : { reason: { reason: { type: 'radio_buttons', selected_option: { value: reason } } } },
  });

/** What the bot keeps, read beside it. */
async function kept({ dataDir }: OurBot): Promise<readonly RatingCount[]> {
  const now = Math.floor(Date.now() / 1000);
  const store = await openStore({ dataDir, now });
  try {
    return await store.ratings.list(now);
  } finally {
    await store.close();
  }
}

const shown = async (ours: OurBot): Promise<readonly unknown[]> =>
  (await kept(ours)).map(({ verdict, count, reply, statementIds }) => [verdict, count, reply, statementIds[0]]);

describe.each<Mode>(['socket', 'http'])('feedback over %s', (mode) => {
  it('is counted with a reason, without anyone’s name, channel or question', async () => {
    const { slack, ours } = await startStage(mode);
    await say(slack, policy, '/rafah how did the US vote?');
    await rate(slack, await heardLast(slack, policy), 'negative');
    await eventually(async () => expect(await shown(ours)).toEqual([['unexplained', 1, 'answer', 'us-abstained']]));
    const view = await dialog(slack, 'Not helpful');
    expect(await send(slack, view, 'out_of_date')).toEqual({ ok: true });
    expect(await shown(ours)).toEqual([['out_of_date', 1, 'answer', 'us-abstained']]);
    expect(wordsOf(await dialog(slack, 'Not helpful'))).toContain('Thank you.');
    await ours.stop();
    const files = readdirSync(ours.dataDir).map((name) => readFileSync(join(ours.dataDir, name), 'latin1'));
    expect(files.join()).toContain('us-abstained');
    expect(files.join()).not.toMatch(/U0DANA|C0POLICY|how did the US vote/);
  });

  it('counts once for a person and an answer, and needs no reason', async () => {
    const { slack, ours } = await startStage(mode);
    await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    const answer = await heardLast(slack, newsroom);
    await rate(slack, answer, 'negative');
    expect(await send(slack, await dialog(slack, 'Not helpful'))).toEqual({ ok: true });
    expect((await slack.state()).modals).toEqual([]);
    await rate(slack, answer, 'negative');
    await rate(slack, answer, 'positive');
    await eventually(async () => {
      const told = (await heard(slack, newsroom)).filter(({ ephemeralTo }) => ephemeralTo === dana);
      expect(told.map(({ text, threadTs }) => [text, threadTs])).toEqual([
        ['This answer has your feedback already. It counts once.', answer.threadTs],
        ['This answer has your feedback already. It counts once.', answer.threadTs],
      ]);
    });
    expect(await shown(ours)).toEqual([['unexplained', 1, 'answer', 'us-abstained']]);
    await rate(slack, answer, 'positive', sam);
    await eventually(async () => expect(await shown(ours)).toHaveLength(2));
    expect((await heard(slack, newsroom, sam)).at(-1)).toMatchObject({ ephemeralTo: sam, threadTs: answer.threadTs });
  });

  it('is taken under a silence, with reasons of its own, and in a direct message', async () => {
    const { slack, ours } = await startStage(mode);
    await say(slack, danaWithBot, 'what did Biden eat for breakfast?');
    const silence = await eventually(async () => {
      const message = (await heard(slack, danaWithBot)).find(({ blocks }) =>
        JSON.stringify(blocks).includes('answer_feedback'),
      );
      if (message === undefined) throw new Error('no silence yet');
      return message;
    });
    await rate(slack, silence, 'negative');
    const view = await dialog(slack, 'Not helpful');
    expect(wordsOf(view)).toContain('The article does say this');
    await send(slack, view, 'should_have_answered');
    await eventually(async () =>
      expect(await kept(ours)).toMatchObject([{ verdict: 'should_have_answered', reply: 'silence' }]),
    );
  });

  it('thanks for “helpful” in one sentence that only the person sees', async () => {
    const { slack, ours } = await startStage(mode);
    await say(slack, board, '/rafah how did the US vote?');
    await rate(slack, await heardLast(slack, board), 'positive');
    const thanks = await heardLast(slack, board, { count: 2 });
    expect(thanks).toMatchObject({ ephemeralTo: dana, text: 'Thank you. Counted as helpful, without your name.' });
    expect(await shown(ours)).toEqual([['helpful', 1, 'answer', 'us-abstained']]);
  });
});

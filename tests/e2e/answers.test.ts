import { describe, expect, it } from 'vitest';
import type { Message, View } from '../../src/playground/protocol.ts';
import { board, dana, type LocalSlack, newsroom, policy, sam } from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { blockOf, dialog, eventually, heard, heardLast, type Mode, press, say, startStage, wordsOf } from './stage.ts';

const AS_OF = 'As of 1 April 2024.';
const VOTE = '/rafah how did the US vote?';

const ACTIONS = ['share_answer', 'more', 'source', 'feedback'];

/** The ids of what can be pressed in a message or view. */
function actionsOf({ blocks = [] }: { readonly blocks?: readonly unknown[] }): string[] {
  return [...JSON.stringify(blocks).matchAll(/"action_id":"([a-z_]+)"/g)].map(([, id]) => id ?? '');
}

async function pressIn(slack: LocalSlack, view: View, actionId: string) {
  return slack.do('action', { viewId: view.id, blockId: blockOf(view, actionId), actionId });
}

async function ask(slack: LocalSlack, view: View, question: string): Promise<View> {
  const values = { question: { question: { type: 'plain_text_input', value: question } } };
  expect(await slack.do('view-submit', { viewId: view.id, values })).toEqual({ ok: true });
  return dialog(slack, 'Ask Rafah Facts');
}

const shareIn = (slack: LocalSlack, view: View, channelId: string) =>
  slack.do('view-submit', {
    viewId: view.id,
    values: { channel: { channel: { type: 'conversations_select', selected_conversation: channelId } } },
  });

/** What everyone in the conversation sees of the bot. */
async function public_(slack: LocalSlack, channelId: string, userId = dana): Promise<readonly Message[]> {
  return (await heard(slack, channelId, userId)).filter(({ ephemeralTo }) => ephemeralTo === undefined);
}

describe.each<Mode>(['socket', 'http'])('an answer over %s', (mode) => {
  it('shows where each statement comes from, in a dialog for whoever pressed', async () => {
    const { slack } = await startStage(mode);
    await say(slack, policy, VOTE);
    const answer = await heardLast(slack, policy);
    expect(actionsOf(answer)).toEqual(ACTIONS);
    expect(await press(slack, answer, 'source')).toEqual({ ok: true });
    const words = wordsOf(await dialog(slack, 'Source'));
    for (const lead of ['Who says so', 'Quoted words', 'Place', 'Date as written']) {
      expect(words).toContain(lead);
    }
    expect(words).toContain('25 March 2024');
    expect(words).toContain('Key Background 1.2');
    expect(words).toContain('us-abstained');
    expect(words).toMatch(/Edition [0-9a-f]+\./);
    expect(words).toContain(AS_OF);
    expect((await slack.state(sam)).modals).toEqual([]);
  });

  it('shows it to anyone under a public answer, and posts nothing for that', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    const answer = await heardLast(slack, newsroom);
    expect(actionsOf(answer)).toEqual(['source', 'feedback']);
    await press(slack, answer, 'source', sam);
    expect(wordsOf(await dialog(slack, 'Source', sam))).toContain('us-abstained');
    expect(await heard(slack, newsroom)).toHaveLength(1);
    expect((await slack.state(dana)).modals).toEqual([]);
  });

  it('goes on to statements like it, marked as no answer, until there are no more', async () => {
    const { slack } = await startStage(mode);
    await say(slack, policy, VOTE);
    let last = await heardLast(slack, policy);
    const seen = new Set<string>();
    for (let count = 2; actionsOf(last).includes('more'); count += 1) {
      await press(slack, last, 'more');
      last = await heardLast(slack, policy, { count });
      expect(last.ephemeralTo).toBe(dana);
      expect(wordsOf(last)).toContain('More like this, not an answer to the question:');
      expect(wordsOf(last)).toContain(AS_OF);
      const [, ids = ''] = /"value":"[^"]*:0:([^"]*)"/.exec(JSON.stringify(last.blocks)) ?? [];
      for (const id of ids.split(' ')) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
      }
    }
    expect(seen.has('us-abstained')).toBe(false);
    expect(seen.size).toBeGreaterThan(3);
    expect(wordsOf(last)).toContain('That is all that is like this.');
    expect(await heard(slack, policy, sam)).toEqual([]);
  });

  it('is shared by a message of the bot’s own where it is a member', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, VOTE);
    await press(slack, await heardLast(slack, newsroom), 'share_answer');
    const [shared] = await eventually(async () => {
      const found = await public_(slack, newsroom, sam);
      expect(found).toHaveLength(1);
      return found;
    });
    expect(shared?.origin).toBeUndefined();
    expect(wordsOf(shared ?? {})).toContain(`@${dana}`);
    expect(actionsOf(shared ?? {})).toEqual(['source', 'feedback']);
    const call = slack.api.calls.find(({ method }) => method === 'chat.postMessage');
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });

  it('is never posted twice: where Slack’s answer is lost, the person is asked to look', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'cut_after' } });
    await say(slack, newsroom, VOTE);
    await press(slack, await heardLast(slack, newsroom), 'share_answer');
    await eventually(async () => {
      const told = (await heard(slack, newsroom)).at(-1)?.text;
      expect(told).toBe(
        'Slack did not say whether this was shared. Please look in the channel before you share it again.',
      );
    });
    expect(await public_(slack, newsroom)).toHaveLength(1);
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="share"}')).toBe(1);
  });

  it('says that nothing was posted where Slack refuses, and can be pressed again', async () => {
    const { slack } = await startStage(mode);
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'error', error: 'restricted_action' } });
    await say(slack, newsroom, VOTE);
    const answer = await heardLast(slack, newsroom);
    await press(slack, answer, 'share_answer');
    await eventually(async () => expect((await heard(slack, newsroom)).at(-1)?.text).toContain('Nothing was posted.'));
    expect(await public_(slack, newsroom)).toEqual([]);
    await press(slack, answer, 'share_answer');
    await eventually(async () => expect(await public_(slack, newsroom)).toHaveLength(1));
  });
});

describe.each<Mode>(['socket', 'http'])('a dialog that Slack does not open, over %s', (mode) => {
  it('is told to whoever pressed, in one sentence where they pressed, and to the log in one line', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('faults', { method: 'views.open', fault: { kind: 'error', error: 'expired_trigger_id' }, times: 2 });
    await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    const answer = await heardLast(slack, newsroom);
    await press(slack, answer, 'source', sam);
    const told = await heardLast(slack, newsroom, { count: 2, userId: sam });
    expect(told).toMatchObject({ text: 'This could not be opened in time. Please try again.', ephemeralTo: sam });
    expect(told.threadTs).toBe(answer.threadTs);
    const message = await slack.do('message', { channelId: policy, text: 'The U.S. abstained' });
    const messageTs = message.ok ? message['ts'] : '';
    await slack.do('shortcut', { callbackId: 'check_message', channelId: policy, messageTs });
    expect(await heardLast(slack, policy)).toMatchObject({ ephemeralTo: dana, text: told.text });
    const lines = ours.logged.filter(({ message }) => message === 'A dialog could not be opened');
    expect(lines).toHaveLength(2);
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="dialog"}')).toBe(2);
    await press(slack, answer, 'source', sam);
    expect(wordsOf(await dialog(slack, 'Source', sam))).toContain('us-abstained');
  });
});

describe.each<Mode>(['socket', 'http'])('“Ask Rafah” over %s', (mode) => {
  async function open(slack: LocalSlack, channelId: string): Promise<View> {
    expect(await slack.do('shortcut', { callbackId: 'ask', channelId })).toEqual({ ok: true });
    return dialog(slack, 'Ask Rafah Facts');
  }

  it('answers in the dialog, keeps the question there, and understands what follows up on it', async () => {
    const { slack } = await startStage(mode);
    const first = await ask(slack, await open(slack, policy), 'what did Harris say about attacking Rafah?');
    expect(wordsOf(first)).toContain('huge mistake');
    expect(wordsOf(first)).toContain(AS_OF);
    expect(first.state.values['question']?.['question']?.value).toBe('what did Harris say about attacking Rafah?');
    expect(wordsOf(await ask(slack, first, 'and Macron?'))).toContain('war crime');
    expect(await heard(slack, policy)).toEqual([]);
  });

  it('takes commands, and says so where there is no answer', async () => {
    const { slack } = await startStage(mode);
    const view = await open(slack, policy);
    expect(wordsOf(await ask(slack, view, 'people'))).toContain('Netanyahu');
    expect(wordsOf(await ask(slack, view, 'who won the world cup?'))).toMatch(/The article|Not understood/);
    const long = await ask(slack, view, 'timeline');
    expect(wordsOf(long)).toContain(AS_OF);
  });

  it('leads on to source and to more, which goes on in its dialog', async () => {
    const { slack } = await startStage(mode);
    const answer = await ask(slack, await open(slack, policy), 'how did the US vote?');
    await pressIn(slack, answer, 'more');
    const more = await dialog(slack, 'More like this');
    await pressIn(slack, more, 'more');
    const further = await eventually(async () => {
      const view = await dialog(slack, 'More like this');
      expect(view.hash).not.toBe(more.hash);
      return view;
    });
    expect(wordsOf(further)).not.toBe(wordsOf(more));
    await pressIn(slack, further, 'source');
    expect(wordsOf(await dialog(slack, 'Source'))).toContain('Who says so');
    expect((await slack.state()).modals).toHaveLength(3);
  });

  it.each([
    ['where the bot is a member', newsroom, undefined],
    ['where it is not', board, 'response_url'],
  ])('shares in a channel %s, with the sharer named', async (_, channelId, origin) => {
    const { slack } = await startStage(mode);
    const answer = await ask(slack, await open(slack, channelId), 'how did the US vote?');
    await pressIn(slack, answer, 'choose_channel');
    const where = await dialog(slack, 'Share');
    expect(where.state.values['channel']?.['channel']?.selected_conversation).toBe(channelId);
    expect(await shareIn(slack, where, channelId)).toEqual({ ok: true });
    await eventually(async () => expect(wordsOf(await dialog(slack, 'Share'))).toContain('Shared there'));
    const shared = await public_(slack, channelId);
    expect(shared).toHaveLength(1);
    expect(shared[0]?.origin).toBe(origin);
    expect(wordsOf(shared[0] ?? {})).toContain(`@${dana}`);
    expect(wordsOf(shared[0] ?? {})).toContain('abstained');
  });
});

import { describe, expect, it } from 'vitest';
import type { View } from '../../src/playground/protocol.ts';
import {
  archive,
  board,
  dana,
  danaWithBot,
  desk,
  type LocalSlack,
  newsroom,
  policy,
  sam,
} from '../playground/local-slack.ts';
import { blockOf, dialog, eventually, heard, heardLast, press, say, startStage, wordsOf } from './stage.ts';

const TITLE = 'Daily digest';

/** What the form holds, with some of it filled in otherwise. */
function fill(view: View, changes: Readonly<Record<string, object>> = {}) {
  return Object.fromEntries(
    Object.entries(view.state.values).map(([block, states]) => [
      block,
      Object.fromEntries(Object.entries(states).map(([action, state]) => [action, { ...state, ...changes[action] }])),
    ]),
  );
}

async function submit(slack: LocalSlack, view: View, changes: Readonly<Record<string, object>> = {}, userId = dana) {
  return slack.do('view-submit', { userId, viewId: view.id, values: fill(view, changes) });
}

const zone = (value: string) => ({ selected_option: { value, text: { type: 'plain_text', text: value } } });

describe.each(['socket', 'http'] as const)('digests over %s', (mode) => {
  it('start by typing: the confirmation is the asker’s own, with three times in the channel’s zone and the reader’s', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest on 9am Europe/London weekdays');
    const answer = await heardLast(slack, newsroom);
    expect(answer.ephemeralTo).toBe(dana);
    expect(wordsOf(answer)).toMatch(
      /^A digest is set up in #C0NEWSROOM: 3 facts at 09:00, Europe\/London time, Monday to Friday\./,
    );
    const times = wordsOf(answer).match(/\w+day \d+ \w+ \d{4}, 09:00; yours: \{\d+\}/g);
    expect(times).toHaveLength(3);
    expect(wordsOf(answer)).toContain('It posts next, by Europe/London time and by yours:');
    expect(answer.text).toMatch(
      /<#C0NEWSROOM>.*\n.*\n- \w+day .*<!date\^\d+\^\{date_short_pretty\} at \{time\}\|[^|>]+UTC>/,
    );
    expect(await heard(slack, newsroom, sam)).toEqual([]);
  });

  it('start from the form: defaults, then what was chosen, and the confirmation in its place', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest');
    const form = await dialog(slack, TITLE);
    expect(form.state.values).toMatchObject({
      digest_channel: { digest_channel: { selected_conversation: newsroom } },
      'digest_time.new': { digest_time: { selected_time: '09:00' } },
      'digest_zone.new': { digest_zone: { selected_option: { value: 'UTC' } } },
      'digest_days.new': {
        digest_days: { selected_options: ['mon', 'tue', 'wed', 'thu', 'fri'].map((value) => ({ value })) },
      },
      'digest_count.new': { digest_count: { selected_option: { value: '3' } } },
    });
    const chosen = {
      digest_time: { selected_time: '17:30' },
      digest_zone: zone('America/New_York'),
      digest_days: { selected_options: [{ value: 'fri' }, { value: 'mon' }] },
      digest_count: { selected_option: { value: '2' } },
    };
    expect(await submit(slack, form, chosen)).toEqual({ ok: true });
    const report = await dialog(slack, TITLE);
    const change = { viewId: report.id, blockId: blockOf(report, 'open_digest'), actionId: 'open_digest' };
    expect(wordsOf(report)).toContain(
      'A digest is set up in #C0NEWSROOM: 2 facts at 17:30, America/New_York time, Monday and Friday.',
    );
    expect(wordsOf(report).match(/; yours: \{\d+\}/g)).toHaveLength(3);
    // The form comes back in the place of the confirmation, not on top of it.
    await slack.do('action', change);
    await eventually(async () =>
      expect((await dialog(slack, TITLE)).state.values).toHaveProperty([`digest_time.${newsroom}`]),
    );
    expect((await slack.state()).modals).toHaveLength(1);
    await say(slack, newsroom, '/rafah digest status');
    const status = wordsOf(await heardLast(slack, newsroom));
    expect(status).toContain('2 facts at 17:30, America/New_York time, Monday and Friday.');
    expect(status).toContain(`Ordered by @${dana}.`);
  });

  it('offer every time zone in the form, by city', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest');
    const form = await dialog(slack, TITLE);
    const ask = async (query: string) => {
      const blockId = blockOf(form, 'digest_zone');
      const found = await slack.do('options', { viewId: form.id, blockId, actionId: 'digest_zone', query });
      return ((found as { options?: { value: string }[] }).options ?? []).map(({ value }) => value);
    };
    expect(await ask('')).toEqual(expect.arrayContaining(['UTC', 'Europe/London', 'Asia/Gaza']));
    expect((await ask('new y'))[0]).toBe('America/New_York');
    expect(await ask('kolkata')).toEqual(['Asia/Kolkata']);
    expect((await ask('a')).length).toBe(100);
    expect(await ask('nowhere at all')).toEqual([]);
  });

  it('show a channel’s own order when it is chosen in the form', async () => {
    const { slack } = await startStage(mode);
    await say(slack, desk, '/rafah digest on 07:15 Asia/Gaza sun');
    await say(slack, newsroom, '/rafah digest');
    const form = await dialog(slack, TITLE);
    await slack.do('action', {
      viewId: form.id,
      blockId: 'digest_channel',
      actionId: 'digest_channel',
      state: { type: 'conversations_select', selected_conversation: desk },
    });
    await eventually(async () => {
      const changed = await dialog(slack, TITLE);
      expect(changed.state.values).toMatchObject({
        digest_channel: { digest_channel: { selected_conversation: desk } },
        [`digest_time.${desk}`]: { digest_time: { selected_time: '07:15' } },
        [`digest_zone.${desk}`]: { digest_zone: { selected_option: { value: 'Asia/Gaza' } } },
      });
      expect(wordsOf(changed)).toContain('This channel has a digest. Saving changes it.');
    });
  });

  it('are refused at once where the app may not post, with what to do: typed and at the form’s field', async () => {
    const { slack } = await startStage(mode);
    const typed = async (channelId: string) => {
      await say(slack, channelId, '/rafah digest on 9am');
      return wordsOf(await heardLast(slack, channelId));
    };
    expect(await typed(policy)).toContain(
      'it is not in that channel. Type /invite @Rafah Facts there, then try again.',
    );
    expect(await typed(board)).toContain('If it is a private channel, type /invite @Rafah Facts there');
    await say(slack, newsroom, '/rafah digest');
    const form = await dialog(slack, TITLE);
    for (const [channel, sentence] of [
      [policy, 'This app can’t post there: it is not in that channel.'],
      [archive, 'This app can’t post there: the channel is archived.'],
    ] as const) {
      const done = await submit(slack, form, { digest_channel: { selected_conversation: channel } });
      expect(done).toMatchObject({ ok: true, errors: { digest_channel: expect.stringContaining(sentence) } });
    }
    await slack.do('faults', {
      method: 'chat.scheduleMessage',
      fault: { kind: 'error', error: 'restricted_action_read_only_channel' },
    });
    expect(await submit(slack, form)).toMatchObject({
      errors: { digest_channel: expect.stringContaining('only some people may post in that channel') },
    });
    await say(slack, newsroom, '/rafah digest list');
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('No channel has a digest.');
  });

  it('leave nothing behind of the question whether the app may post', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest on 9am');
    await heardLast(slack, newsroom);
    const { scheduled_messages: left = [] } = await slack.client.chat.scheduledMessages.list();
    const far = Math.floor(slack.clock.now() / 1000) + 60 * 24 * 60 * 60;
    expect(left.filter(({ post_at = 0 }) => post_at > far)).toEqual([]);
    expect(slack.api.calls.map(({ method }) => method)).toContain('chat.deleteScheduledMessage');
  });

  it('start all the same where the question can’t be taken back: it is tried twice, told in the log, and left to the pass', async () => {
    const { slack, ours } = await startStage(mode);
    const fails = (times: number) =>
      slack.do('faults', {
        method: 'chat.deleteScheduledMessage',
        fault: { kind: 'error', error: 'internal_error' },
        times,
      });
    const left = async () =>
      (await slack.client.chat.scheduledMessages.list()).scheduled_messages?.filter(({ text }) =>
        text?.includes('asked Slack whether it may post here'),
      );
    await fails(1);
    await say(slack, newsroom, '/rafah digest on 9am');
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('A digest is set up');
    expect(await left()).toEqual([]);
    await fails(2);
    await say(slack, desk, '/rafah digest on 9am');
    expect(wordsOf(await heardLast(slack, desk))).toContain('A digest is set up');
    // The digest pass, which wants nothing of the kind, withdraws it.
    await eventually(async () => expect(await left()).toEqual([]));
    expect(ours.logged).toContainEqual(expect.objectContaining({ message: 'A probe could not be deleted' }));
  });

  it('start all the same where Slack can’t be asked, and say so', async () => {
    const { slack } = await startStage(mode);
    await slack.do('faults', { method: 'chat.scheduleMessage', fault: { kind: 'error', error: 'internal_error' } });
    await say(slack, newsroom, '/rafah digest on 9am');
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('Slack could not be asked just now');
  });

  it('answer after the acknowledgement where Slack takes its time', async () => {
    const { slack } = await startStage(mode);
    const late = { method: 'chat.scheduleMessage', fault: { kind: 'late', delayMs: 2600 }, times: 3 };
    await slack.do('faults', late);
    await say(slack, newsroom, '/rafah digest on 9am');
    expect(await heard(slack, newsroom)).toEqual([]);
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('A digest is set up');
    await say(slack, newsroom, '/rafah digest');
    const form = await dialog(slack, TITLE);
    await slack.do('faults', late);
    expect(await submit(slack, form)).toEqual({ ok: true });
    expect(wordsOf(await dialog(slack, TITLE))).toContain('Asking Slack');
    await eventually(async () => expect(wordsOf(await dialog(slack, TITLE))).toContain('The digest is changed'));
  });

  it('pause, resume, and end, by typing', async () => {
    const { slack } = await startStage(mode);
    const typed = async (words: string) => {
      const before = (await heard(slack, newsroom)).length;
      await say(slack, newsroom, `/rafah digest ${words}`);
      return wordsOf(await heardLast(slack, newsroom, { count: before + 1 }));
    };
    expect(await typed('status')).toContain('There is no digest in #C0NEWSROOM.');
    expect(await typed('pause')).toContain('There is no digest in #C0NEWSROOM.');
    expect(await typed('resume')).toContain('There is no digest in #C0NEWSROOM.');
    expect(await typed('on 9am London daily')).toContain('3 facts at 09:00, Europe/London time, every day.');
    expect(await typed('on 10am')).toContain('The digest is changed in #C0NEWSROOM: 3 facts at 10:00, Europe/London');
    expect(await typed('pause')).toContain('is paused');
    expect(await typed('status')).toContain('It is paused. To go on: /rafah digest resume');
    expect(await typed('list')).toContain('10:00, Europe/London time, every day. Paused.');
    expect(await typed('resume')).toContain('The digest goes on in #C0NEWSROOM');
    expect(await typed('status')).toMatch(/It posts next, by .*; yours: \{\d+\}/);
    expect(await typed('off')).toContain('has ended. Nothing more is posted there.');
    expect(await typed('off')).toContain('There is no digest in #C0NEWSROOM.');
    expect(await typed('list')).toContain('No channel has a digest.');
  });

  it('pause, resume, change and end, by the buttons under what is told about them', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest on 9am London daily');
    const told = await heardLast(slack, newsroom);
    await press(slack, told, 'pause_digest');
    await eventually(async () => expect(wordsOf(await heardLast(slack, newsroom))).toContain('is paused'));
    await press(slack, await heardLast(slack, newsroom), 'resume_digest');
    await eventually(async () => expect(wordsOf(await heardLast(slack, newsroom))).toContain('The digest goes on'));
    await press(slack, await heardLast(slack, newsroom), 'open_digest');
    const form = await dialog(slack, TITLE);
    expect(form.state.values).toMatchObject({
      [`digest_zone.${newsroom}`]: { digest_zone: { selected_option: { value: 'Europe/London' } } },
    });
    await slack.do('action', { viewId: form.id, blockId: blockOf(form, 'end_digest'), actionId: 'end_digest' });
    await eventually(async () => expect(wordsOf(await dialog(slack, TITLE))).toContain('has ended'));
    // One message all along: each answer took the place of the one before.
    expect(await heard(slack, newsroom)).toHaveLength(1);
  });

  it('are posted at their time, can be changed from there by anybody, and are not posted after their end', async () => {
    const { slack } = await startStage(mode);
    const held = async (): Promise<readonly number[]> => {
      const { scheduled_messages: messages = [] } = await slack.client.chat.scheduledMessages.list();
      return messages.map(({ post_at = 0 }) => post_at);
    };
    await say(slack, newsroom, '/rafah digest on 9am London daily');
    const told = wordsOf(await heardLast(slack, newsroom)).match(/\{(\d+)\}/);
    await eventually(async () => expect((await held()).length).toBeGreaterThan(0));
    expect((await held())[0]).toBe(Number(told?.[1]));
    slack.clock.advance(Number(told?.[1]) * 1000 - slack.clock.now() + 1000);
    const [posted] = await heard(slack, newsroom, sam);
    if (posted === undefined) throw new Error('nothing was posted');
    expect(wordsOf(posted)).toMatch(/^Facts of the day, /);
    expect(posted.text).toMatch(/^Facts of the day, [\s\S]*As of 1 April 2024\.$/);
    await press(slack, posted, 'open_digest', sam);
    const form = await dialog(slack, TITLE, sam);
    expect(form.state.values).toMatchObject({
      digest_channel: { digest_channel: { selected_conversation: newsroom } },
    });
    await press(slack, posted, 'open_ask', sam);
    expect(wordsOf(await dialog(slack, 'Ask Rafah Facts', sam))).toContain('Your question');
    await say(slack, newsroom, '/rafah digest off');
    await eventually(async () => expect(await held()).toEqual([]));
  });

  it('show the next one for the asker only, as it will be posted', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest preview');
    expect(wordsOf(await heardLast(slack, newsroom))).toMatch(/^Preview\. Nothing is to be posted in #C0NEWSROOM/);
    await say(slack, newsroom, '/rafah digest on 9am London daily');
    await heardLast(slack, newsroom, { count: 2 });
    await say(slack, newsroom, '/rafah digest preview');
    const preview = await heardLast(slack, newsroom, { count: 3 });
    expect(preview.ephemeralTo).toBe(dana);
    expect(wordsOf(preview)).toMatch(
      /^Preview of the next digest in #C0NEWSROOM, to be posted \{\d+\}:Facts of the day, /,
    );
    expect(wordsOf(preview)).toContain('As of 1 April 2024.');
    expect(wordsOf(preview)).toContain('Quote of the day:');
    await press(slack, preview, 'open_digest');
    expect((await dialog(slack, TITLE)).state.values).toMatchObject({
      digest_channel: { digest_channel: { selected_conversation: newsroom } },
    });
  });

  it('work in a direct message with the app, where nobody else sees them in a list', async () => {
    const { slack } = await startStage(mode);
    await say(slack, danaWithBot, 'digest on 8am Tokyo mon');
    expect(wordsOf(await heardLast(slack, danaWithBot))).toContain(
      'A digest is set up in your direct message with this app: 3 facts at 08:00, Asia/Tokyo time, Mondays.',
    );
    await say(slack, danaWithBot, 'digest list');
    expect(wordsOf(await heardLast(slack, danaWithBot, { count: 2 }))).toContain('your direct message with this app');
    await say(slack, newsroom, '/rafah digest list', sam);
    expect(wordsOf(await heardLast(slack, newsroom, { userId: sam }))).toContain('No channel has a digest.');
  });

  it('tell of themselves in a thread, where everybody reads it, without calling anybody', async () => {
    const { slack } = await startStage(mode);
    await say(slack, danaWithBot, 'digest on 8am');
    await heardLast(slack, danaWithBot);
    await say(slack, newsroom, '/rafah digest on 9am');
    await heardLast(slack, newsroom);
    const before = (await heard(slack, newsroom, sam)).length;
    await say(slack, newsroom, '@Rafah Facts digest status', sam);
    const status = await heardLast(slack, newsroom, { count: before + 1, userId: sam });
    expect(wordsOf(status)).toContain('Digest in #C0NEWSROOM');
    expect(JSON.stringify(status)).not.toContain(dana);
    await say(slack, newsroom, '@Rafah Facts digest list');
    const list = await heardLast(slack, newsroom, { count: before + 2, userId: sam });
    expect(wordsOf(list)).toContain('#C0NEWSROOM');
    expect(wordsOf(list)).not.toContain('direct message');
  });

  it('take the time zone of the workspace’s other digests where none is named, and say so', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest on');
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('No time zone was named, so UTC counts.');
    await say(slack, newsroom, '/rafah digest on Gaza');
    await heardLast(slack, newsroom, { count: 2 });
    await say(slack, desk, '/rafah digest on 8:00');
    expect(wordsOf(await heardLast(slack, desk))).toContain('No time zone was named, so Asia/Gaza counts.');
  });

  it('are offered by a button where no form can open by itself, and typed slips are answered with what to type', async () => {
    const { slack } = await startStage(mode);
    await say(slack, danaWithBot, 'digest');
    const offer = await heardLast(slack, danaWithBot);
    await press(slack, offer, 'open_digest');
    await dialog(slack, TITLE);
    await say(slack, newsroom, '/rafah digest on 25:00');
    expect(wordsOf(await heardLast(slack, newsroom))).toContain('"25:00" is not a time of day. Type it as 9am');
    await say(slack, newsroom, '/rafah digest help');
    expect(wordsOf(await heardLast(slack, newsroom, { count: 2 }))).toContain(
      '/rafah digest on [time] [time zone] [days]',
    );
  });
});

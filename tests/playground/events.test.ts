import { describe, expect, it } from 'vitest';
import { startSocketApp } from './bolt-app.ts';
import {
  bot,
  dana,
  danaWithBot,
  danaWithSam,
  desk,
  eventually,
  type LocalSlack,
  manifest,
  newsroom,
  policy,
  sam,
  startSlack,
} from './local-slack.ts';

type Event = Readonly<Record<string, unknown>>;

/** The events that the workspace sent, without waiting for an app to answer. */
function sentEvents(slack: LocalSlack): readonly Event[] {
  return slack.events.sent.map(({ payload }) => payload['event'] as Event);
}

const say = (slack: LocalSlack, channelId: string, text: string, extra: object = {}) =>
  slack.do('message', { channelId, text, ...extra });

describe('the app hears', () => {
  it('mentions where it is a member, in public and in private', async () => {
    const slack = await startSlack();
    await say(slack, newsroom, '@parrotbot one');
    await say(slack, desk, 'two @Parrot Bot', { userId: sam });
    await say(slack, newsroom, 'no mention');
    expect(sentEvents(slack)).toMatchObject([
      {
        type: 'app_mention',
        user: dana,
        channel: newsroom,
        text: `<@${bot}> one`,
        ts: expect.any(String),
        client_msg_id: expect.any(String),
      },
      { type: 'app_mention', user: sam, channel: desk, text: `two <@${bot}>` },
    ]);
  });

  it('direct messages, as message.im, its own included', async () => {
    const slack = await startSlack();
    await say(slack, danaWithBot, 'hello @parrotbot');
    await slack.client.chat.postMessage({ channel: danaWithBot, text: 'hi' });
    await say(slack, danaWithSam, 'between us @parrotbot');
    expect(sentEvents(slack)).toMatchObject([
      { type: 'message', channel_type: 'im', channel: danaWithBot, user: dana, team: 'T0PLAYGRND' },
      { type: 'message', channel_type: 'im', user: bot, bot_id: 'B0PLAYGRND', text: 'hi' },
    ]);
  });

  it('edits and deletions of direct messages', async () => {
    const slack = await startSlack();
    const written = await say(slack, danaWithBot, 'helo');
    const ts = written.ok ? written['ts'] : '';
    await slack.do('edit', { channelId: danaWithBot, ts, text: 'hello' });
    await slack.do('delete', { channelId: danaWithBot, ts });
    expect(sentEvents(slack).slice(1)).toMatchObject([
      {
        subtype: 'message_changed',
        message: { text: 'hello', edited: { user: dana } },
        previous_message: { text: 'helo' },
      },
      { subtype: 'message_deleted', deleted_ts: ts, previous_message: { text: 'hello' } },
    ]);
  });

  it('of a mention that an edit adds, and of each edit that leaves it there', async () => {
    const slack = await startSlack();
    const written = await say(slack, newsroom, 'parrot?');
    const ts = written.ok ? written['ts'] : '';
    await slack.do('edit', { channelId: newsroom, ts, text: '@parrotbot?' });
    await slack.do('edit', { channelId: newsroom, ts, text: '@parrotbot!' });
    await slack.do('edit', { channelId: newsroom, ts, text: 'never mind' });
    expect(sentEvents(slack)).toMatchObject([
      { type: 'app_mention', text: `<@${bot}>?`, ts, edited: { user: dana } },
      { type: 'app_mention', text: `<@${bot}>!`, ts, edited: { user: dana } },
    ]);
  });

  it('a deleted parent as a tombstone', async () => {
    const slack = await startSlack();
    const written = await say(slack, danaWithBot, 'hello');
    const ts = written.ok ? written['ts'] : '';
    await slack.client.chat.postMessage({ channel: danaWithBot, text: 'hi', thread_ts: String(ts) });
    await slack.do('delete', { channelId: danaWithBot, ts });
    expect(sentEvents(slack).at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', ts },
      previous_message: { text: 'hello', user: dana },
    });
  });

  it('that its tabs are opened, with the Home view if there is one', async () => {
    const slack = await startSlack();
    await slack.do('open-home', {});
    await slack.client.views.publish({ user_id: dana, view: { type: 'home', blocks: [] } });
    await slack.do('open-home', {});
    await slack.do('open-home', { tab: 'messages' });
    const events = sentEvents(slack);
    expect(events).toMatchObject([
      { type: 'app_home_opened', tab: 'home', user: dana, channel: danaWithBot },
      { tab: 'home', view: { type: 'home' } },
      { tab: 'messages' },
    ]);
    expect(events[0]).not.toHaveProperty('view');
  });

  it('only what its manifest subscribes to and its scopes allow', async () => {
    const subscribed = (bot_events: string[]) => ({ ...manifest, settings: { event_subscriptions: { bot_events } } });
    const withoutScope = await startSlack({
      manifest: subscribed(['message.channels', 'app_mention']),
      scopes: ['chat:write'],
    });
    await say(withoutScope, newsroom, '@parrotbot');
    expect(sentEvents(withoutScope)).toEqual([]);
    const withScope = await startSlack({ manifest: subscribed(['message.channels']), scopes: ['channels:history'] });
    await say(withScope, newsroom, '@parrotbot');
    await say(withScope, policy, 'not here');
    expect(sentEvents(withScope)).toMatchObject([{ type: 'message', channel_type: 'channel', channel: newsroom }]);
  });

  it('nothing of channels it isn’t in: Slackbot offers to invite it', async () => {
    const slack = await startSlack();
    await say(slack, policy, '@parrotbot');
    expect(sentEvents(slack)).toEqual([]);
    const [, offer] = await slack.messages(policy);
    expect(offer).toMatchObject({
      userId: 'USLACKBOT',
      ephemeralTo: dana,
      text: `You mentioned <@${bot}>, but they’re not in this channel.`,
    });
    const press = { channelId: policy, messageTs: offer?.ts, blockId: 'slackbot-invite', actionId: 'slackbot-invite' };
    expect(await slack.do('action', press)).toEqual({ ok: true });
    expect((await slack.messages(policy)).slice(1)).toMatchObject([
      { userId: bot, origin: 'join' },
      { userId: 'USLACKBOT', text: `OK! I’ve invited <@${bot}> to this channel.` },
    ]);
    await say(slack, policy, '@parrotbot again');
    expect(sentEvents(slack)).toMatchObject([{ type: 'app_mention', channel: policy }]);
  });

  it('its own joining, with the scope for it', async () => {
    const settings = { event_subscriptions: { bot_events: ['member_joined_channel'] } };
    const slack = await startSlack({ manifest: { ...manifest, settings }, scopes: ['channels:read'] });
    await slack.do('invite', { channelId: policy });
    expect(sentEvents(slack)).toMatchObject([
      { type: 'member_joined_channel', user: bot, channel: policy, channel_type: 'C', inviter: dana },
    ]);
  });
});

describe('an event that isn’t acknowledged', () => {
  it('comes again at once, after a minute and after five, then no more', async () => {
    const slack = await startSlack();
    await say(slack, newsroom, '@parrotbot');
    const answers = () => slack.events.sent[0]?.answers.map(({ kind }) => kind);
    await eventually(() => expect(answers()).toEqual(['unreachable', 'unreachable']));
    slack.clock.advance(59_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answers()).toHaveLength(2);
    slack.clock.advance(2_000);
    await eventually(() => expect(answers()).toHaveLength(3));
    slack.clock.advance(301_000);
    await eventually(() => expect(answers()).toHaveLength(4));
    slack.clock.advance(3_600_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(answers()).toHaveLength(4);
  });

  it('says which try it is and why', async () => {
    const slack = await startSlack();
    const seen: unknown[] = [];
    await say(slack, newsroom, '@parrotbot');
    const sent = () => slack.events.sent[0];
    await eventually(() => expect(sent()?.answers).toHaveLength(2));
    await startSocketApp(slack, (app) => {
      app.event('app_mention', async ({ body, context }) => {
        seen.push([body.event_id, context.retryNum, context.retryReason]);
      });
    });
    slack.clock.advance(61_000);
    await eventually(() => expect(seen).toEqual([[sent()?.eventId, 2, 'connection_failed']]));
  });

  it('can be delivered twice on demand, with the same id', async () => {
    const slack = await startSlack();
    const seen: string[] = [];
    await startSocketApp(slack, (app) => {
      app.event('app_mention', async ({ body }) => {
        seen.push(body.event_id);
      });
    });
    await say(slack, newsroom, '@parrotbot');
    await eventually(() => expect(seen).toHaveLength(1));
    expect(slack.events.redeliver(seen[0] ?? '')).toBe(true);
    await eventually(() => expect(seen).toEqual([seen[0], seen[0]]));
    expect(slack.events.redeliver('Ev0')).toBe(false);
  });
});

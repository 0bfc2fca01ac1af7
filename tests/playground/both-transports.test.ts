import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { startHttpApp, startSocketApp } from './bolt-app.ts';
import { bot, dana, danaWithBot, eventually, newsroom, policy, sam, startSlack } from './local-slack.ts';

function parrot(app: App): void {
  app.command('/parrot', async ({ command, ack }) => ack(command.text));
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: `Heard: ${event.text}`, thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ message, say }) => {
    if (message.subtype === undefined) await say({ text: `You said: ${message.text}`, thread_ts: message.ts });
  });
}

describe.each([
  ['Socket Mode', startSocketApp],
  ['signed HTTP', startHttpApp],
] as const)('a real Bolt app over %s', (_name, startApp) => {
  it('answers a slash command in its acknowledgement, to the asker only', async () => {
    const slack = await startSlack();
    await startApp(slack, parrot);
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot polly & co <3 @sam' })).toEqual({
      ok: true,
      command: '/parrot',
    });
    expect(await slack.messages(newsroom)).toMatchObject([
      { userId: bot, ephemeralTo: dana, text: 'polly &amp; co &lt;3 <@U0SAM|sam>' },
    ]);
    expect(await slack.messages(newsroom, sam)).toEqual([]);
  });

  it('answers a mention in its thread', async () => {
    const slack = await startSlack();
    await startApp(slack, parrot);
    const asked = await slack.do('message', { channelId: newsroom, text: '@Parrot Bot hello #policy' });
    const ts = asked.ok ? asked['ts'] : '';
    await eventually(async () =>
      expect(await slack.messages(newsroom, sam)).toMatchObject([
        { userId: dana, ts, replyCount: 1, text: `<@${bot}> hello <#${policy}|policy>` },
        { userId: bot, threadTs: ts, text: `Heard: <@${bot}> hello <#${policy}|policy>` },
      ]),
    );
  });

  it('answers a direct message, which nobody else sees', async () => {
    const slack = await startSlack();
    await startApp(slack, parrot);
    await slack.do('message', { channelId: danaWithBot, text: 'hello' });
    await eventually(async () =>
      expect(await slack.messages(danaWithBot)).toMatchObject([{ text: 'hello' }, { text: 'You said: hello' }]),
    );
    expect((await slack.state(sam)).channels.map(({ id }) => id)).not.toContain(danaWithBot);
  });
});

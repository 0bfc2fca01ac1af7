import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { startSocketApp } from './bolt-app.ts';
import { clientOf, eventually, type LocalSlack, newsroom, startSlack } from './local-slack.ts';

interface Frame {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A bare WebSocket in the app's place. */
async function connect(slack: LocalSlack) {
  const { url = '' } = await clientOf(slack, slack.appToken).apps.connections.open();
  const frames: Frame[] = [];
  const socket = new WebSocket(url);
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  await new Promise((resolve) => socket.once('open', resolve));
  onTestFinished(() => socket.terminate());
  await eventually(() => expect(frames).toHaveLength(1));
  return { socket, frames, url };
}

describe('a socket', () => {
  it('says hello, then sends envelopes that want an acknowledgement', async () => {
    const slack = await startSlack();
    const { socket, frames } = await connect(slack);
    expect(frames[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0PLAYGRND' } });
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data)) as Frame;
      socket.send(JSON.stringify({ envelope_id, payload: { text: 'acknowledged' } }));
    });
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    await slack.do('message', { channelId: newsroom, text: '@parrotbot' });
    await eventually(() => expect(frames).toHaveLength(3));
    expect(frames.slice(1)).toMatchObject([
      { type: 'slash_commands', accepts_response_payload: true, payload: { command: '/parrot' } },
      {
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: 0,
        retry_reason: '',
        payload: { type: 'event_callback' },
      },
    ]);
    expect((await slack.messages(newsroom))[0]).toMatchObject({ text: 'acknowledged' });
  });

  it('opens once per ticket, and never without one', async () => {
    const slack = await startSlack();
    const { url } = await connect(slack);
    const refused = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.once('error', (error) => resolve(error.message));
        socket.once('open', () => resolve('opened'));
      });
    expect(await refused(url)).toContain('408');
    expect(await refused(url.replace(/ticket=\w+/, 'ticket=guess'))).toContain('408');
    expect(await refused(slack.url.replace('http', 'ws').concat('//'))).toContain('408');
  });

  it('that talks nonsense is neither answered nor cut', async () => {
    const slack = await startSlack();
    const { socket } = await connect(slack);
    for (const nonsense of ['{', '5', '{}', '{"envelope_id":7}', '{"envelope_id":"unknown"}']) socket.send(nonsense);
    expect((await slack.state()).bot.connected).toBe(true);
    socket.close();
    await eventually(async () => expect((await slack.state()).bot.connected).toBe(false));
  });

  it('takes turns with the others', async () => {
    const slack = await startSlack();
    const [one, other] = [await connect(slack), await connect(slack)];
    expect(other.frames[0]).toMatchObject({ num_connections: 2 });
    await slack.do('message', { channelId: newsroom, text: '@parrotbot' });
    await slack.do('message', { channelId: newsroom, text: '@parrotbot' });
    await eventually(() => expect([one.frames.length, other.frames.length]).toEqual([2, 2]));
  });
});

describe('a real Bolt app', () => {
  it.each(['refresh', 'cut'] as const)('comes back after a %s, and answers again', async (how) => {
    const slack = await startSlack();
    await startSocketApp(slack, (app) => {
      app.command('/parrot', ({ ack }) => ack('here'));
    });
    const before = slack.api.calls.filter(({ method }) => method === 'apps.connections.open').length;
    slack.socket[how]();
    await eventually(() => expect(slack.socket.connections).toBe(0));
    await eventually(() => expect(slack.socket.connections).toBe(1));
    expect(slack.api.calls.filter(({ method }) => method === 'apps.connections.open')).toHaveLength(before + 1);
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({ ok: true });
  });
});

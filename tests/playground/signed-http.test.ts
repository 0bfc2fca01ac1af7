import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startHttpApp } from './bolt-app.ts';
import { eventually, newsroom, startSlack } from './local-slack.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A bare HTTP server in the app's place: passes Slack's check, then answers as told and keeps what came. */
async function startReceiver(answer: (response: ServerResponse, turn: number) => void) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const challenge = /"challenge":"(\w+)"/.exec(body)?.[1];
      if (challenge !== undefined) {
        response.end(challenge);
        return;
      }
      received.push({ headers: request.headers, body });
      answer(response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` };
}

describe('signed HTTP', () => {
  it('signs form and JSON bodies with the secret and the machine’s time', async () => {
    const slack = await startSlack({ signingSecret: 'a secret' });
    slack.clock.advance(30 * 86_400_000);
    const { received, url } = await startReceiver((response) => response.end());
    expect(await slack.switchToHttp(url)).toBe(true);
    await slack.do('message', { channelId: newsroom, text: '/parrot hello' });
    await slack.do('message', { channelId: newsroom, text: '@parrotbot hello' });
    await eventually(() => expect(received).toHaveLength(2));
    expect(received.map(({ headers }) => headers['content-type'])).toEqual([
      'application/x-www-form-urlencoded',
      'application/json',
    ]);
    for (const { headers, body } of received) {
      const timestamp = headers['x-slack-request-timestamp'];
      const signature = createHmac('sha256', 'a secret').update(`v0:${timestamp}:${body}`).digest('hex');
      expect(headers['x-slack-signature']).toBe(`v0=${signature}`);
      expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(5);
    }
    expect(Object.fromEntries(new URLSearchParams(received[0]?.body))).toMatchObject({
      command: '/parrot',
      text: 'hello',
    });
  });

  it('is refused by the real Bolt when the secret is another', async () => {
    const slack = await startSlack({ signingSecret: 'ours' });
    await expect(startHttpApp({ ...slack, signingSecret: 'theirs' }, () => {})).rejects.toThrow('not verified');
    expect((await slack.state()).bot.mode).toBe('socket');
  });

  it('takes plain text as an answer, and says dispatch_failed to an error', async () => {
    const slack = await startSlack();
    const { url } = await startReceiver((response, turn) => {
      if (turn > 1) response.statusCode = 500;
      response.end('just text');
    });
    await slack.switchToHttp(url);
    await slack.do('message', { channelId: newsroom, text: '/parrot' });
    expect(await slack.messages(newsroom)).toMatchObject([{ text: 'just text' }]);
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({
      error: 'dispatch_failed',
    });
  });

  it('survives an app that cuts its answer off', async () => {
    const slack = await startSlack();
    const { url } = await startReceiver((response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    await slack.switchToHttp(url);
    expect(await slack.do('message', { channelId: newsroom, text: '/parrot' })).toMatchObject({
      error: 'dispatch_failed',
    });
    expect((await slack.state()).bot.connected).toBe(false);
  });

  it('tells each retry by header, and stops when the app asks for it', async () => {
    const slack = await startSlack();
    const { received, url } = await startReceiver((response, turn) => {
      response.statusCode = 500;
      if (turn === 3) response.setHeader('x-slack-no-retry', '1');
      response.end();
    });
    await slack.switchToHttp(url);
    await slack.do('message', { channelId: newsroom, text: '@parrotbot' });
    await eventually(() => expect(slack.events.sent[0]?.answers).toHaveLength(2));
    slack.clock.advance(61_000);
    await eventually(() => expect(slack.events.sent[0]?.answers).toHaveLength(3));
    slack.clock.advance(3_600_000);
    await new Promise((resolve) => setImmediate(resolve));
    const tries = received.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    expect(tries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(received.map(({ headers }) => headers['x-slack-signature'])).size).toBe(3);
  });
});

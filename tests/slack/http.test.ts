import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startSlack } from '../playground/local-slack.ts';
import { commandBody, FORM, type OurBot, readMessage, readMetric, shareHttpBot, sign, startOurBot } from './our-bot.ts';

const manifest = 'manifest.yml';
const now = (): number => Math.floor(Date.now() / 1000);

const shared = shareHttpBot();

/** By how much `act` raises a metric. */
async function rise(series: string, act: () => Promise<unknown>): Promise<number> {
  const before = readMetric(await shared().metrics(), series);
  await act();
  return readMetric(await shared().metrics(), series) - before;
}

describe('a command over signed HTTP', () => {
  it('is answered in the acknowledgement, for the asker only, with the answer as text and as blocks', async () => {
    const bot = shared();
    const response = await bot.command('how did the US vote?');
    expect(response.status).toBe(200);
    const message = await readMessage(response);
    expect(message.response_type).toBe('ephemeral');
    expect(message.text).toContain('abstained');
    expect(message.text).toContain('As of 1 April 2024.');
    expect(message.blocks.length).toBeGreaterThan(2);
  });

  it('takes a content type with a charset', async () => {
    const bot = shared();
    for (const charset of ['; charset=utf-8', ';charset=UTF-8', '; charset="utf-8"']) {
      const response = await bot.send({ body: commandBody('help'), contentType: `${FORM}${charset}` });
      expect(response.status).toBe(200);
      expect((await readMessage(response)).text).toContain('Rafah Facts');
    }
  });

  it('that nobody registered is told which one there is, at once', async () => {
    const bot = shared();
    const response = await bot.command('hello', { command: '/gaza' });
    expect(response.status).toBe(200);
    expect((await readMessage(response)).text).toContain('/rafah');
  });

  it('that Slack repeats is acknowledged and not answered again', async () => {
    const bot = shared();
    const first = await bot.command('help', { trigger_id: 'same' });
    const second = await bot.command('help', { trigger_id: 'same', user_name: 'differs' });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(await first.text()).not.toBe('');
    expect(await second.text()).toBe('');
  });
});

describe('what is not from Slack is refused', () => {
  it.each([
    ['forged: another secret', { secret: 'not-the-secret' }, 'forged'],
    ['forged: no signature', { headers: { 'x-slack-signature': '' } }, 'forged'],
    ['forged: a signature of another version', { headers: { 'x-slack-signature': 'v1=abc' } }, 'forged'],
    ['stale by ten minutes', { timestamp: now() - 600 }, 'stale'],
    ['from ten minutes ahead', { timestamp: now() + 600 }, 'stale'],
    ['from an hour ahead', { timestamp: now() + 3600 }, 'stale'],
    ['without a time', { headers: { 'x-slack-request-timestamp': '' } }, 'stale'],
    ['with a time that is no number', { headers: { 'x-slack-request-timestamp': 'now' } }, 'stale'],
  ])('%s', async (_, change, reason) => {
    const bot = shared();
    const refused = await rise(`rafah_refused_total{reason="${reason}"}`, async () => {
      const response = await bot.send({ body: commandBody('help'), contentType: FORM, ...change });
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('');
    });
    expect(refused).toBe(1);
  });

  it('a request that is sent again, byte for byte', async () => {
    const bot = shared();
    const request = { body: commandBody('help'), contentType: FORM, timestamp: now() };
    expect((await bot.send(request)).status).toBe(200);
    const refused = await rise('rafah_refused_total{reason="replayed"}', async () => {
      expect((await bot.send(request)).status).toBe(401);
    });
    expect(refused).toBe(1);
  });

  it('a body that was changed after it was signed', async () => {
    const slack = await startSlack({ manifest });
    const bot = await startOurBot(slack, 'http');
    const timestamp = String(now());
    const signature = sign(slack.signingSecret, timestamp, commandBody('help'));
    const response = await bot.send({
      body: commandBody('people'),
      contentType: FORM,
      timestamp: Number(timestamp),
      headers: { 'x-slack-signature': signature },
    });
    expect(response.status).toBe(401);
  });

  it('neither a token nor the question is in the log', async () => {
    const slack = await startSlack({ manifest });
    const bot = await startOurBot(slack, 'http');
    await bot.command('a most secret question');
    await bot.send({ body: commandBody('a most secret question'), contentType: FORM, secret: 'wrong' });
    const log = JSON.stringify(bot.logged);
    expect(log).toContain('Request refused');
    expect(log).not.toContain('secret question');
    expect(log).not.toContain(slack.botToken);
    expect(log).not.toContain(slack.signingSecret);
  });
});

describe('what is signed and still makes no sense is refused, and the process goes on', () => {
  it.each([
    ['JSON null', 'null', 'application/json', 400],
    ['a JSON list', '[]', 'application/json', 400],
    ['a JSON number', '7', 'application/json', 400],
    ['JSON without a type', '{}', 'application/json', 400],
    ['an event without an event', '{"type":"event_callback"}', 'application/json', 400],
    ['an event that is text', '{"type":"event_callback","event":"x"}', 'application/json', 400],
    ['an event without a type', '{"type":"event_callback","event":{}}', 'application/json', 400],
    ['broken JSON', '{"type":', 'application/json', 400],
    ['white space', ' ', 'application/json', 400],
    ['a payload of null', 'payload=null', FORM, 400],
    ['a payload that is broken', 'payload=%7B', FORM, 400],
    ['two payloads', 'payload=%7B%7D&payload=%7B%7D', FORM, 400],
    ['a form of nothing', '', FORM, 400],
    ['a form of something else', 'a=b', FORM, 400],
    ['another content type', '{}', 'text/plain', 415],
    ['another charset', '{}', 'application/json; charset=utf-16', 415],
    ['more than a megabyte', JSON.stringify({ type: 'x'.repeat(1024 * 1024) }), 'application/json', 413],
  ])('%s', async (_, body, contentType, status) => {
    const bot = shared();
    const response = await bot.send({ body, contentType });
    expect(response.status).toBe(status);
    expect((await bot.command('help')).status).toBe(200);
  });

  it('an endless body without a length is cut off at the limit', async () => {
    const bot = shared();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(`${bot.url}/slack/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      });
      const chunk = Buffer.alloc(64 * 1024, 32);
      const write = (): void => {
        while (!request.destroyed && request.write(chunk));
      };
      request.on('drain', write);
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      write();
    });
    expect(status).toBe(413);
    expect((await bot.command('help')).status).toBe(200);
  });

  it("Slack's check of the certificate is answered, and nothing smuggled with it is looked at", async () => {
    const bot = shared();
    const smuggled = commandBody('help', { ssl_check: '1' });
    const answered = await rise('rafah_replies_total{surface="command",reply="help"}', async () => {
      const response = await bot.send({ body: smuggled, contentType: FORM, secret: 'wrong' });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('');
    });
    expect(answered).toBe(0);
  });

  it("Slack's word that it holds back events is acknowledged", async () => {
    const bot = shared();
    expect((await bot.send({ body: '{"type":"app_rate_limited"}' })).status).toBe(200);
  });
});

describe('any address and any method is answered', () => {
  it.each([
    ['GET //', 404],
    ['GET //evil.example/..', 404],
    ['GET *', 404],
    ['GET http://[', 404],
    ['GET /%', 404],
    ['GET /slack/events', 405],
    ['POST /', 404],
    ['POST /healthz', 405],
    ['DELETE /slack/events', 405],
    ['GET /constructor', 404],
    ['GET /healthz?x', 200],
    ['HEAD /healthz', 200],
  ])('%s: %i', async (line, status) => {
    const bot = shared();
    expect(await sendRaw(bot, `${line} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)).toBe(status);
  });

  it('what is not HTTP: 400', async () => {
    const bot = shared();
    expect(await sendRaw(bot, 'hello\r\n\r\n')).toBe(400);
    expect((await fetch(`${bot.url}/healthz`)).status).toBe(200);
  });
});

describe('operators can look', () => {
  it('at readiness by part, at health, and at numbers', async () => {
    const bot = await startOurBot(await startSlack({ manifest }), 'http');
    await bot.command('people');
    expect(await (await fetch(`${bot.url}/healthz`)).text()).toBe('ok\n');
    const ready = await fetch(`${bot.url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({
      ...{ ready: true, facts: true, store: true, slack: true },
      ...{ edition: expect.stringMatching(/^[0-9a-f]{12}$/), lastEdit: 'none since the start' },
    });
    const metrics = await bot.metrics();
    expect(readMetric(metrics, 'rafah_replies_total{surface="command",reply="people"}')).toBe(1);
    expect(readMetric(metrics, 'rafah_work_seconds_count{request="command"}')).toBe(1);
    expect(readMetric(metrics, 'rafah_slack_calls_total{method="auth.test",outcome="ok"}')).toBe(1);
  });
});

/** The status of the answer to bytes that no HTTP client would send. */
function sendRaw(bot: OurBot, bytes: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(bot.url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.on('error', reject);
  });
}

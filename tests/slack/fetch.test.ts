import { createServer, type Server, type ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../src/bot/metrics.ts';
import { createFetch } from '../../src/slack/fetch.ts';
import { freePort } from '../playground/bolt-app.ts';
import { readMetric } from './our-bot.ts';

/** Answers the first request with the first of `answers`, and so on; the last goes on. */
async function serve(...answers: ((response: ServerResponse) => void)[]) {
  let requests = 0;
  const server: Server = createServer((_, response) => {
    answers[Math.min(requests, answers.length - 1)]?.(response);
    requests += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/api/chat.postMessage`, requests: () => requests };
}

const ok = (response: ServerResponse): void => void response.end('{"ok":true}');
const wait =
  (seconds: string) =>
  (response: ServerResponse): void =>
    void response.writeHead(429, { 'retry-after': seconds }).end();

function start(timeoutMs = 5000) {
  const metrics = createMetrics();
  return { metrics, fetch: createFetch({ metrics, timeoutMs }) };
}

describe('a call to Slack', () => {
  it('is made once when it succeeds', async () => {
    const { fetch, metrics } = start();
    const slack = await serve(ok);
    expect((await fetch(slack.url, { method: 'POST' })).ok).toBe(true);
    expect(slack.requests()).toBe(1);
    expect(readMetric(metrics.expose(), 'rafah_slack_calls_total{method="chat.postMessage",outcome="ok"}')).toBe(1);
  });

  it('is made again after Slack asked to wait', async () => {
    const { fetch, metrics } = start();
    const slack = await serve(wait('0'), ok);
    expect((await fetch(slack.url, { method: 'POST' })).status).toBe(200);
    expect(slack.requests()).toBe(2);
    expect(readMetric(metrics.expose(), 'rafah_slack_calls_total{method="chat.postMessage",outcome="429"}')).toBe(1);
  });

  it.each(['11', '', 'soon'])('is given up where the wait is too long or no number: %j', async (seconds) => {
    const { fetch } = start();
    const slack = await serve(wait(seconds), ok);
    expect((await fetch(slack.url, { method: 'POST' })).status).toBe(429);
    expect(slack.requests()).toBe(1);
  });

  it('is given up after three times', async () => {
    const { fetch } = start();
    const slack = await serve(wait('0'));
    expect((await fetch(slack.url, { method: 'POST' })).status).toBe(429);
    expect(slack.requests()).toBe(3);
  });

  it('is made again while no connection can be had, as then nothing was done', async () => {
    const { fetch, metrics } = start();
    const url = `http://127.0.0.1:${await freePort()}/api/auth.test`;
    await expect(fetch(url, { method: 'POST' })).rejects.toThrow();
    expect(readMetric(metrics.expose(), 'rafah_slack_calls_total{method="auth.test",outcome="failed"}')).toBe(3);
  });

  it.each([
    ['fails on Slack’s side', (response: ServerResponse) => void response.writeHead(500).end()],
    ['is cut', (response: ServerResponse) => void response.destroy()],
    ['gets no answer in time', () => undefined],
  ])('is not made again when it %s: Slack may have done it', async (_, answer) => {
    const { fetch } = start(200);
    const slack = await serve(answer, ok);
    await fetch(slack.url, { method: 'POST' }).catch(() => undefined);
    expect(slack.requests()).toBe(1);
  });

  it('to a response URL is counted without its address', async () => {
    const { fetch, metrics } = start();
    const slack = await serve(ok);
    await fetch(slack.url.replace('/api/chat.postMessage', '/commands/T1/2/secret'), { method: 'POST' });
    expect(metrics.expose()).toContain('method="response_url"');
    expect(metrics.expose()).not.toContain('secret');
  });
});

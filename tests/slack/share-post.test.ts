import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../src/bot/log.ts';
import { createMetrics } from '../../src/bot/metrics.ts';
import { createFetch } from '../../src/slack/fetch.ts';
import { describeShared, shareMessage } from '../../src/slack/listeners/share-post.ts';
import { type LocalSlack, newsroom, policy, startSlack } from '../playground/local-slack.ts';

const message = { text: 'Shared', blocks: [] };

/** An address that answers so; with none, one where nothing listens. */
async function addressOf(answer?: RequestListener): Promise<string> {
  const server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  if (answer === undefined) server.close();
  else onTestFinished(() => void server.close());
  return `http://127.0.0.1:${port}/response`;
}

function share(slack: LocalSlack, channelId: string, responseUrl: string | null) {
  const metrics = createMetrics();
  const dependencies = {
    client: slack.client,
    token: slack.botToken,
    fetch: createFetch({ metrics, timeoutMs: 2000 }),
    log: createLog('error', () => undefined),
    metrics,
  };
  return shareMessage(dependencies, { channelId, threadTs: null, responseUrl }, message);
}

describe('what somebody shares, where the app is no member', () => {
  it.each<[string, RequestListener | undefined, string]>([
    ['goes through the address', (_, response) => response.end('ok'), 'posted'],
    ['is not posted where the address is too old', (_, response) => response.writeHead(404).end(), 'expired'],
    ['is not posted where Slack refuses it', (_, response) => response.writeHead(403).end(), 'refused'],
    ['may be posted where Slack fails', (_, response) => response.writeHead(500).end(), 'unknown'],
    ['may be posted where the connection is cut', (request) => void request.socket.destroy(), 'unknown'],
    ['is not posted where nobody is reached', undefined, 'refused'],
  ])('%s', async (_, answer, kind) => {
    const slack = await startSlack();
    expect((await share(slack, policy, await addressOf(answer))).kind).toBe(kind);
    expect(await slack.messages(policy)).toEqual([]);
  });

  it('is refused where there is no address', async () => {
    const slack = await startSlack();
    expect(await share(slack, policy, null)).toEqual({ kind: 'refused' });
  });
});

describe('what somebody shares, where the app is a member', () => {
  it('is posted there, and leaves the address alone, whatever becomes of it', async () => {
    const slack = await startSlack();
    let asked = 0;
    const address = await addressOf((_, response) => {
      asked += 1;
      response.end('ok');
    });
    expect(await share(slack, newsroom, address)).toMatchObject({ kind: 'posted', ts: expect.any(String) });
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'cut_after' } });
    expect(await share(slack, newsroom, address)).toEqual({ kind: 'unknown' });
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'http', status: 503 } });
    expect(await share(slack, newsroom, address)).toEqual({ kind: 'unknown' });
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'error', error: 'fatal_error' } });
    expect(await share(slack, newsroom, address)).toEqual({ kind: 'unknown' });
    await slack.do('faults', { method: 'chat.postMessage', fault: { kind: 'error', error: 'is_archived' } });
    expect(await share(slack, newsroom, address)).toEqual({ kind: 'refused' });
    expect(asked).toBe(0);
    expect(await slack.messages(newsroom)).toHaveLength(2);
  });
});

it('each outcome has a sentence of its own, and only one says that it is posted', () => {
  const outcomes = [
    { kind: 'posted', ts: null },
    { kind: 'refused' },
    { kind: 'expired' },
    { kind: 'unknown' },
  ] as const;
  const sentences = outcomes.map((outcome) => describeShared(outcome, 'Shared in this channel.'));
  expect(new Set(sentences).size).toBe(4);
  expect(sentences.filter((sentence) => sentence.includes('Nothing was posted'))).toHaveLength(2);
});

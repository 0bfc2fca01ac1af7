import fc from 'fast-check';
import { expect, it } from 'vitest';
import { methods } from '../../src/playground/api/api.ts';
import { requests } from '../../src/playground/page-api/requests.ts';
import { bot, dana, danaWithBot, manifest, newsroom, startSlack } from './local-slack.ts';

/** Names of arguments that mean something somewhere, so that random calls get past the first check. */
const names = ['channel', 'channelId', 'channel_id', 'text', 'blocks', 'view', 'ts', 'thread_ts', 'threadTs', 'user'];
const moreNames = [
  'user_id',
  'userId',
  'post_at',
  'trigger_id',
  'prompts',
  'status',
  'limit',
  'cursor',
  'viewId',
  'values',
];
const likely = fc.constantFrom<unknown>(
  newsroom,
  danaWithBot,
  dana,
  bot,
  '/parrot',
  '@parrotbot',
  '1711987200.000100',
  'a',
);
const block = fc.record({
  type: fc.constantFrom('section', 'actions', 'input', 'rich_text', 'card', 'container', 'table', 'divider'),
  text: fc.oneof(fc.record({ type: fc.constant('mrkdwn'), text: fc.string() }), fc.jsonValue()),
  elements: fc.jsonValue(),
  element: fc.jsonValue(),
});
const value = fc.oneof(
  likely,
  fc.jsonValue(),
  fc.array(block, { maxLength: 3 }),
  fc.record({ type: fc.constantFrom('modal', 'home'), blocks: fc.array(block) }),
);
const args = fc.dictionary(fc.constantFrom(...names, ...moreNames), value, { maxKeys: 6 });

it('answers any call of any method with an outcome, never with a failure of its own', { timeout: 60_000 }, async () => {
  const scopes = [...methods.values()].flatMap((method) => method.scopes);
  const families = ['channels', 'groups', 'im'].map((family) => `${family}:read`);
  const slack = await startSlack({ manifest, scopes: [...scopes, ...families] });
  const known = [...methods.keys()].filter((name) => name !== 'auth.revoke');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...known), args, async (name, body) => {
      const token = name === 'apps.connections.open' ? slack.appToken : slack.botToken;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
      const response = await fetch(slack.apiUrl + name, { method: 'POST', headers, body: JSON.stringify(body) });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ok: expect.any(Boolean) });
    }),
    { numRuns: 600 },
  );
});

it('answers any request of the page with an outcome', { timeout: 60_000 }, async () => {
  const slack = await startSlack();
  const routes = Object.keys(requests).filter((name) => name !== 'uninstall' && name !== 'clock');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...routes), args, async (route, body) => {
      const response = await fetch(`${slack.url}/_playground/${route}`, { method: 'POST', body: JSON.stringify(body) });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ ok: expect.any(Boolean) });
    }),
    { numRuns: 300 },
  );
});

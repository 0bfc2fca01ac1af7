/** Socket Mode with a server that sends what Slack should not, or seldom does. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { readMetric, startBotWith } from './our-bot.ts';

/** Greets, then gives the test the socket. */
async function startSocketServer() {
  const sockets: WebSocket[] = [];
  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    response.setHeader('content-type', 'application/json');
    const url = request.url?.endsWith('apps.connections.open') ? { url: `ws://127.0.0.1:${port}/?ticket=1` } : {};
    response.end(JSON.stringify({ ok: true, user_id: 'UBOT', bot_id: 'B1', ...url }));
  });
  new WebSocketServer({ server }).on('connection', (socket) => {
    sockets.push(socket);
    socket.send('{"type":"hello"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const bot = await startBotWith({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
  });
  const [socket] = sockets;
  if (socket === undefined) throw new Error('the bot did not connect');
  return { bot, socket };
}

/** What the bot answers to an envelope. */
function ask(socket: WebSocket, envelope: { readonly envelope_id: string }): Promise<unknown> {
  return new Promise((resolve) => {
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data));
      if (answer.envelope_id === envelope.envelope_id) resolve(answer.payload);
    });
    socket.send(JSON.stringify(envelope));
  });
}

const command = (id: string, text: string, name = '/rafah') => ({
  envelope_id: id,
  type: 'slash_commands',
  payload: { command: name, text, team_id: 'T1', channel_id: 'C1', user_id: 'U1', trigger_id: id },
});

describe('over Socket Mode', () => {
  it.each([
    ['no JSON', 'hello'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an envelope without a payload', '{"type":"events_api","envelope_id":"1"}'],
    ['an envelope without an event', '{"type":"events_api","envelope_id":"1","payload":{"type":"app_rate_limited"}}'],
    ['an event that is text', '{"type":"events_api","envelope_id":"1","payload":{"event":"x"}}'],
    ['an unknown type', '{"type":"news","envelope_id":"1","payload":{}}'],
    ['a payload of null', '{"type":"interactive","envelope_id":"1","payload":null}'],
  ])('%s does not keep the bot from answering', async (_, frame) => {
    const { bot, socket } = await startSocketServer();
    socket.send(frame);
    expect(await ask(socket, command('c1', 'help'))).toMatchObject({ response_type: 'ephemeral' });
    expect((await fetch(`${bot.url}/readyz`)).status).toBe(200);
  });

  it('counts what could not be read, and says so in one line', async () => {
    const { bot, socket } = await startSocketServer();
    socket.send('null');
    await ask(socket, command('c1', 'help'));
    expect(readMetric(await bot.metrics(), 'rafah_errors_total{where="socket"}')).toBe(1);
    expect(bot.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });

  it('a command that nobody registered and a button of an older message are acknowledged', async () => {
    const { socket } = await startSocketServer();
    expect(await ask(socket, command('c1', 'x', '/gaza'))).toMatchObject({ text: expect.stringContaining('/rafah') });
    const press = {
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U1' },
      trigger_id: 'p1',
      actions: [{ type: 'button', action_id: 'gone', block_id: 'b' }],
    };
    expect(await ask(socket, Object.assign({ envelope_id: 'p1', type: 'interactive' }, { payload: press }))).toEqual(
      {},
    );
  });

  it('an envelope that Slack repeats is acknowledged, and not answered again', async () => {
    const { socket } = await startSocketServer();
    const { payload, type } = command('c1', 'help');
    expect(await ask(socket, command('c1', 'help'))).not.toEqual({});
    expect(await ask(socket, Object.assign({ envelope_id: 'c2' }, { type, payload }))).toEqual({});
  });
});

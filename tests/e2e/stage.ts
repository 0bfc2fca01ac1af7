/** The bot in a local workspace, and what people do and see there. */
import { join } from 'node:path';
import Database from 'libsql';
import { expect, vi } from 'vitest';
import type { Message, View } from '../../src/playground/protocol.ts';
import type { PlaygroundOptions } from '../../src/playground/server.ts';
import { bot, dana, type LocalSlack, startSlack } from '../playground/local-slack.ts';
import { type OurBot, startOurBot } from '../slack/our-bot.ts';

export type Mode = 'socket' | 'http';

/** Longer than Vitest's second: the machine may be busy, and Slack may ask to wait. */
export const eventually = <T>(check: () => T | Promise<T>, timeout = 10_000): Promise<T> =>
  vi.waitFor(check, { timeout });

export async function startStage(
  mode: Mode,
  options: Partial<PlaygroundOptions> = {},
): Promise<{ slack: LocalSlack; ours: OurBot }> {
  const slack = await startSlack({ manifest: 'manifest.yml', ...options });
  return { slack, ours: await startOurBot(slack, mode) };
}

/**
 * Types something in a conversation; a command comes back once it was acknowledged.
 * @returns the ts of a message, `''` of a command
 */
export async function say(
  slack: LocalSlack,
  channelId: string,
  text: string,
  userId = dana,
  threadTs?: string,
): Promise<string> {
  const done = await slack.do('message', { channelId, text, userId, ...(threadTs !== undefined && { threadTs }) });
  if (!done.ok) throw new Error(`${text}: ${done.error}`);
  return String(done['ts'] ?? '');
}

/** What the bot said in a conversation, as a person sees it; that it joined is Slack’s word. */
export async function heard(slack: LocalSlack, channelId: string, userId = dana): Promise<readonly Message[]> {
  const messages = await slack.messages(channelId, userId);
  return messages.filter(({ userId: author, origin }) => author === bot && origin !== 'join');
}

/** All of the bot's messages, once there are `count`; there must not be more. */
export async function hear(
  slack: LocalSlack,
  channelId: string,
  count: number,
  userId = dana,
): Promise<readonly Message[]> {
  await eventually(async () => expect((await heard(slack, channelId, userId)).length).toBeGreaterThanOrEqual(count));
  const messages = await heard(slack, channelId, userId);
  expect(messages).toHaveLength(count);
  return messages;
}

/** The newest of the bot's messages, once there are `count`. */
export async function heardLast(
  slack: LocalSlack,
  channelId: string,
  { count = 1, userId = dana }: { readonly count?: number; readonly userId?: string } = {},
): Promise<Message> {
  return eventually(async () => {
    const messages = await heard(slack, channelId, userId);
    const last = messages.at(-1);
    if (last === undefined || messages.length < count) throw new Error(`only ${messages.length} messages`);
    return last;
  });
}

/** The dialog on top, once there is one that fits. */
export async function dialog(slack: LocalSlack, title: string, userId = dana): Promise<View> {
  return eventually(async () => {
    const view = (await slack.state(userId)).modals.at(-1)?.view;
    if (view?.title?.text !== title) throw new Error(`no dialog “${title}”`);
    return view;
  });
}

/** All text in blocks, channels and people by their ids, dates as `{timestamp}`. */
export function wordsOf({ blocks = [] }: { readonly blocks?: readonly unknown[] | undefined }): string {
  const words: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, text, channel_id, user_id, timestamp } = value as Record<string, unknown>;
    if (type === 'channel') words.push(`#${String(channel_id)}`);
    if (type === 'user') words.push(`@${String(user_id)}`);
    if (type === 'date') words.push(`{${String(timestamp)}}`);
    if (typeof text === 'string') words.push(text);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(blocks);
  return words.join('');
}

/** Presses a button of a message, by its action id. */
export async function press(slack: LocalSlack, message: Message, actionId: string, userId = dana) {
  const blockId = blockOf(message, actionId);
  return slack.do('action', { userId, channelId: message.channelId, messageTs: message.ts, blockId, actionId });
}

export function blockOf(
  { blocks = [] }: { readonly blocks?: readonly unknown[] | undefined },
  actionId: string,
): string {
  const block = blocks.find((candidate) => JSON.stringify(candidate).includes(`"action_id":"${actionId}"`));
  return String((block as { block_id?: string } | undefined)?.block_id);
}

/** Everything in a bot's embedded database, by table. */
export function keptIn(dataDir: string): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(join(dataDir, 'rafah.db'));
  const tables = database.prepare("select name from sqlite_master where type = 'table'").all() as { name: string }[];
  const kept = tables.map(({ name }) => [name, database.prepare(`select * from ${name}`).all()] as const);
  database.close();
  return Object.fromEntries(kept);
}

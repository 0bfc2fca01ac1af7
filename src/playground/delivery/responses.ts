import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { readBlocks } from '../api/content.ts';
import { threadRoot } from '../api/methods/chat.ts';
import { Refusal } from '../api/refusal.ts';
import { readBody, sendText } from '../http.ts';
import type { Message, Ts } from '../protocol.ts';
import { newSecret } from '../workspace/ids.ts';
import { deleteMessage, editMessage, postMessage } from '../workspace/messages.ts';
import { botId, botUserId, team } from '../workspace/seed.ts';
import type { Workspace } from '../workspace/workspace.ts';

const usesAllowed = 5;
/** Milliseconds. */
const lifetime = 30 * 60 * 1000;

/** Path under which response URLs stand. */
export const responsePath = '/response/';

/** What a response URL belongs to. */
export interface ResponseTarget {
  readonly channelId: string;
  readonly userId: string;
  /** The message that `replace_original` and `delete_original` mean; a command has none until its first answer. */
  original?: Ts;
}

interface Hook {
  readonly target: ResponseTarget;
  readonly expires: number;
  uses: number;
}

const responseSchema = z.looseObject({
  text: z.string().nullish(),
  blocks: z.unknown().optional(),
  response_type: z.string().nullish(),
  replace_original: z.boolean().nullish(),
  delete_original: z.boolean().nullish(),
  thread_ts: z.string().nullish(),
});

/** Response URLs, and the messages that apps answer commands and actions with. */
export class Responses {
  readonly #workspace: Workspace;
  readonly #base: string;
  readonly #hooks = new Map<string, Hook>();

  /** @param base The server's URL without a trailing slash. */
  constructor(workspace: Workspace, base: string) {
    this.#workspace = workspace;
    this.#base = base;
  }

  /** Five uses within half an hour. */
  issueUrl(target: ResponseTarget): string {
    const id = `${team.id}/${newSecret()}`;
    this.#hooks.set(id, { target, expires: this.#workspace.clock.now() + lifetime, uses: 0 });
    return `${this.#base}${responsePath}${id}`;
  }

  /** Answers a POST to a response URL. */
  async handle(id: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const hook = this.#hooks.get(id);
    if (hook === undefined || this.#workspace.clock.now() > hook.expires) return sendText(response, 404, 'expired_url');
    if (hook.uses >= usesAllowed) return sendText(response, 404, 'used_url');
    try {
      this.apply(hook.target, parseBody(body));
      hook.uses += 1;
      sendText(response, 200, 'ok');
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sendText(response, error.error === 'no_text' ? 500 : 400, error.error);
    }
  }

  /**
   * Does what an app's answer says: posts, replaces or deletes a message.
   *
   * @returns the message that was posted or replaced; undefined when the answer says nothing.
   * @throws Refusal `invalid_payload`, `invalid_blocks`, `no_text`, `is_archived`.
   */
  apply(target: ResponseTarget, payload: unknown): Message | undefined {
    const parsed = responseSchema.safeParse(payload);
    if (!parsed.success) throw new Refusal('invalid_payload');
    const answer = parsed.data;
    const original = target.original && this.#workspace.message(target.channelId, target.original);
    if (answer.delete_original === true) {
      if (original) deleteMessage(this.#workspace, original);
      return undefined;
    }
    const blocks = readBlocks(answer.blocks);
    const text = answer.text ?? '';
    if (text === '' && blocks === undefined) throw new Refusal('no_text');
    const content = { text, ...(blocks !== undefined && { blocks }) };
    if (answer.replace_original === true && original) return editMessage(this.#workspace, original, content);
    if (this.#workspace.conversations.get(target.channelId)?.isArchived) throw new Refusal('is_archived');
    const threadTs = threadRoot(this.#workspace, target.channelId, answer.thread_ts ?? undefined);
    const message = postMessage(this.#workspace, {
      channelId: target.channelId,
      userId: botUserId,
      botId,
      origin: 'response_url',
      ...content,
      ...(threadTs !== undefined && { threadTs }),
      ...(answer.response_type !== 'in_channel' && { ephemeralTo: target.userId }),
    });
    target.original ??= message.ts;
    return message;
  }
}

function parseBody(body: string): unknown {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'string' ? { text: parsed } : parsed;
  } catch {
    throw new Refusal('invalid_payload');
  }
}

/** Posts as rows: one for each, and one for each wording that it shows. */
import type { Kysely, Selectable } from 'kysely';
import {
  type Post,
  type PostContent,
  type PostedMessage,
  type PostedStatement,
  postContentSchema,
} from '../core/correction/post.ts';
import type { Tables } from './tables.ts';

type Database = Kysely<Tables>;

/** What `heldMessage` begins with, and no timestamp of Slack's. */
export const HELD = '@%';

export async function remove(db: Database, message: PostedMessage): Promise<void> {
  for (const table of ['posts', 'posted_statements'] as const) {
    await db
      .deleteFrom(table)
      .where('team_id', '=', message.teamId)
      .where('channel_id', '=', message.channelId)
      .where('ts', '=', message.ts)
      .execute();
  }
}

export async function replaceStatements(
  db: Database,
  message: PostedMessage,
  { statements }: PostContent,
): Promise<void> {
  await db
    .deleteFrom('posted_statements')
    .where('team_id', '=', message.teamId)
    .where('channel_id', '=', message.channelId)
    .where('ts', '=', message.ts)
    .execute();
  const shown = [...new Set(statements.map(keyOf))];
  if (shown.length === 0) return;
  await db
    .insertInto('posted_statements')
    .values(shown.map((each) => ({ ...rowKey(message), shown: each })))
    // Two that record one message at once: the later one's rows stand.
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function rowKey({ teamId, channelId, ts }: PostedMessage) {
  return { team_id: teamId, channel_id: channelId, ts };
}

/** Ids hold no space. */
export function keyOf({ id, shown }: PostedStatement): string {
  return `${id} ${shown ?? ''}`;
}

export function write({ edition, ...content }: PostContent) {
  return { edition, content: JSON.stringify(postContentSchema.parse(content)) };
}

export function read(row: Selectable<Tables['posts']>): Post {
  return {
    message: { teamId: row.team_id, channelId: row.channel_id, ts: row.ts },
    content: { edition: row.edition, ...postContentSchema.parse(JSON.parse(row.content)) },
    postedAt: row.posted_at,
    leaseUntil: row.lease_until,
    version: row.version,
  };
}

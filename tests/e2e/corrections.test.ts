/** An edited fact reaches what was posted: asserted on the workspace. */
import { describe, expect, it } from 'vitest';
import { Clock } from '../../src/playground/clock.ts';
import type { Message } from '../../src/playground/protocol.ts';
import type { PlaygroundOptions } from '../../src/playground/server.ts';
import {
  board,
  bot,
  dana,
  danaWithBot,
  type LocalSlack,
  listeningManifest,
  newsroom,
  sam,
  startSlack,
} from '../playground/local-slack.ts';
import { type OurBot, readMetric, startOurBot } from '../slack/our-bot.ts';
import { copyFacts, type FactsFolder, makeDataFolder, startBotProcess } from './bot-process.ts';
import { eventually, hear, heard, heardLast, press, say, wordsOf } from './stage.ts';

const FIRST = "The United States abstained from the UN Security Council's vote on the Gaza cease-fire resolution.";
const SECOND =
  "The United States did not take part in the UN Security Council's vote on the Gaza cease-fire resolution.";
const NOTE = new RegExp(`Corrected on \\d+ \\w+ \\d{4}\\. Before, it read: “${FIRST.replaceAll('.', '\\.')}”`);
const QUESTION = '@Rafah Facts how did the US vote?';
/** Those that the app can't do without. */
const FIVE_SCOPES = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'];
const DAY_MS = 24 * 60 * 60 * 1000;

interface Stage {
  readonly slack: LocalSlack;
  readonly facts: FactsFolder;
  readonly ours: OurBot;
  /** Another bot on the same facts and the same database. */
  another(): Promise<OurBot>;
  /** The bot's own clock goes on. */
  pass(ms: number): void;
  /** The facts are edited, served, and everything that is due is corrected. */
  edit(from: string, to: string): Promise<void>;
}

async function stage(): Promise<Stage> {
  const slack = await startSlack({ manifest: 'manifest.yml' });
  const facts = copyFacts();
  const env = { FACTS_DIR: facts.dir, DATA_DIR: makeDataFolder() };
  let passed = 0;
  const now = () => Date.now() + passed;
  const another = () => startOurBot(slack, 'socket', { now, env });
  const ours = await another();
  return {
    slack,
    facts,
    ours,
    another,
    pass: (ms) => {
      passed += ms;
    },
    async edit(from, to) {
      facts.edit(from, to);
      await ours.reload();
      await ours.correct();
    },
  };
}

function updates({ api }: LocalSlack): number {
  return api.calls.filter(({ method }) => method === 'chat.update').length;
}

function expectCorrected(message: Message | undefined, posted: Message): void {
  if (message === undefined) throw new Error('there is no message');
  expect(message.ts).toBe(posted.ts);
  expect(message.threadTs).toBe(posted.threadTs);
  expect(wordsOf(message)).toContain(SECOND);
  expect(wordsOf(message)).toMatch(NOTE);
  expect(wordsOf(message)).toContain('As of 1 April 2024.');
  expect(message.text).toMatch(/^Corrected on /);
}

describe('an answer whose statement is edited', () => {
  it('is corrected where it stands, in a channel and in a direct message, and nothing else is touched', async () => {
    const { slack, ours, edit } = await stage();
    await say(slack, newsroom, QUESTION);
    const [inChannel] = await hear(slack, newsroom, 1);
    await say(slack, newsroom, '@Rafah Facts who is the French president?');
    const other = (await hear(slack, newsroom, 2))[1];
    await say(slack, danaWithBot, 'how did the US vote?');
    await eventually(async () => expect(await heard(slack, danaWithBot)).not.toEqual([]));
    const direct = (await heard(slack, danaWithBot)).find((message) => wordsOf(message).includes(FIRST));
    if (inChannel === undefined || direct === undefined) throw new Error('no answers');
    const people = (await slack.messages(newsroom)).filter(({ userId }) => userId !== bot);
    await edit(FIRST, SECOND);
    const [corrected, untouched] = await hear(slack, newsroom, 2);
    expectCorrected(corrected, inChannel);
    expect(untouched).toEqual(other);
    expectCorrected(
      (await heard(slack, danaWithBot)).find(({ ts }) => ts === direct.ts),
      direct,
    );
    expect((await slack.messages(newsroom)).filter(({ userId }) => userId !== bot)).toEqual(people);
    expect(updates(slack)).toBe(2);
    expect(readMetric(await ours.metrics(), 'rafah_corrections_total{outcome="corrected"}')).toBe(2);
    expect(JSON.stringify(ours.logged)).not.toContain('how did');
  });

  it('is corrected again when it is edited again, and loses no button', async () => {
    const { slack, edit } = await stage();
    await say(slack, newsroom, QUESTION);
    await hear(slack, newsroom, 1);
    await edit(FIRST, SECOND);
    await edit(SECOND, 'The United States was absent from the vote on the Gaza cease-fire resolution.');
    const [message] = await hear(slack, newsroom, 1);
    if (message === undefined) throw new Error('no message');
    expect(wordsOf(message)).toContain('was absent');
    expect(wordsOf(message)).toContain(`Before, it read: “${FIRST}”`);
    expect(wordsOf(message)).toContain(`Before, it read: “${SECOND}”`);
    expect(await press(slack, message, 'source')).toMatchObject({ ok: true });
  });

  it('is told to be withdrawn where the statement is taken out, and says it no more', async () => {
    const { slack, facts, ours } = await stage();
    await say(slack, newsroom, '@Rafah Facts fact us-abstained');
    await hear(slack, newsroom, 1);
    // Under another id it would be the same statement: both words and id go.
    facts.edit('  - id: us-abstained', '  - id: us-elsewhere');
    facts.edit(FIRST, SECOND);
    await ours.reload();
    await ours.correct();
    const [message] = await hear(slack, newsroom, 1);
    expect(wordsOf(message ?? {})).toMatch(
      /^Withdrawn on \d+ \w+ \d{4}: what stood here is no longer among the facts\./,
    );
    expect(wordsOf(message ?? {})).not.toContain('abstained from');
    expect(message?.text).not.toContain('abstained from');
  });

  it('is corrected for thirty days after it was posted, and not later', async () => {
    const late = await stage();
    await say(late.slack, newsroom, QUESTION);
    await hear(late.slack, newsroom, 1);
    late.pass(29 * DAY_MS);
    await say(late.slack, danaWithBot, 'how did the US vote?');
    await eventually(async () => expect(await heard(late.slack, danaWithBot)).not.toEqual([]));
    late.pass(1.5 * DAY_MS);
    await late.edit(FIRST, SECOND);
    expect(wordsOf((await hear(late.slack, newsroom, 1))[0] ?? {})).toContain(FIRST);
    expect((await heard(late.slack, danaWithBot)).some((message) => wordsOf(message).includes(SECOND))).toBe(true);
  });

  it('is corrected at the next start, where it was edited while the bot was down', async () => {
    const { slack, facts, ours, another } = await stage();
    await say(slack, newsroom, QUESTION);
    const [posted] = await hear(slack, newsroom, 1);
    await ours.stop();
    facts.edit(FIRST, SECOND);
    const next = await another();
    await next.correct();
    if (posted === undefined) throw new Error('no answer');
    expectCorrected((await hear(slack, newsroom, 1))[0], posted);
  });

  it('is corrected once where two instances see the edit', async () => {
    const { slack, facts, ours, another } = await stage();
    const other = await another();
    for (let i = 1; i <= 4; i += 1) {
      await say(slack, newsroom, QUESTION);
      await hear(slack, newsroom, i);
    }
    facts.edit(FIRST, SECOND);
    await Promise.all([ours.reload(), other.reload()]);
    await Promise.all([ours.correct(), other.correct()]);
    for (const message of await hear(slack, newsroom, 4)) expect(wordsOf(message)).toMatch(NOTE);
    expect(updates(slack)).toBe(4);
  });

  it('is not put back by an instance that still serves the older facts', async () => {
    const { slack, ours, edit } = await stage();
    const outdated = await startOurBot(slack, 'socket', {
      now: Date.now,
      env: { FACTS_DIR: 'facts', DATA_DIR: ours.dataDir },
    });
    await say(slack, newsroom, QUESTION);
    const [posted] = await hear(slack, newsroom, 1);
    await edit(FIRST, SECOND);
    await outdated.correct();
    if (posted === undefined) throw new Error('no answer');
    expectCorrected((await hear(slack, newsroom, 1))[0], posted);
    expect(updates(slack)).toBe(1);
  });
});

describe('a correction that Slack does not take', () => {
  it('is given up where the message was deleted, with one line', async () => {
    const { slack, ours, edit } = await stage();
    await say(slack, newsroom, QUESTION);
    const [posted] = await hear(slack, newsroom, 1);
    await slack.client.chat.delete({ channel: newsroom, ts: posted?.ts ?? '' });
    await edit(FIRST, SECOND);
    await ours.correct();
    const lines = ours.logged.filter(({ message }) => message === 'A posted message can’t be corrected');
    expect(lines).toMatchObject([{ channelId: newsroom, error: 'message_not_found' }]);
    await edit(SECOND, FIRST);
    expect(updates(slack)).toBe(1);
  });

  it.each(['cant_update_message', 'edit_window_closed', 'channel_not_found', 'msg_too_long'])(
    'is given up on %s',
    async (error) => {
      const { slack, ours, edit } = await stage();
      await say(slack, newsroom, QUESTION);
      await hear(slack, newsroom, 1);
      await slack.do('faults', { method: 'chat.update', fault: { kind: 'error', error } });
      await edit(FIRST, SECOND);
      await edit(SECOND, FIRST);
      expect(updates(slack)).toBe(1);
      expect(readMetric(await ours.metrics(), 'rafah_corrections_total{outcome="given_up"}')).toBe(1);
    },
  );

  it('is made later where Slack asks to wait, cuts the connection, or an instance dies before it', async () => {
    const { slack, facts, ours, another, pass, edit } = await stage();
    await say(slack, newsroom, QUESTION);
    const [posted] = await hear(slack, newsroom, 1);
    if (posted === undefined) throw new Error('no answer');
    await slack.do('faults', { method: 'chat.update', fault: { kind: 'ratelimited', retryAfterSeconds: 30 } });
    await edit(FIRST, SECOND);
    expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain(FIRST);
    await slack.do('faults', { method: 'chat.update', fault: { kind: 'cut_before' } });
    pass(31_000);
    await ours.correct();
    await ours.stop();
    expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain(FIRST);
    expect(facts.dir).not.toBe('');
    pass(150_000);
    const next = await another();
    await next.correct();
    expectCorrected((await hear(slack, newsroom, 1))[0], posted);
  });
});

describe('what a message has become since', () => {
  it('is corrected, and not what it was before its question was edited', async () => {
    const { slack, edit } = await stage();
    const asked = await say(slack, newsroom, QUESTION);
    await hear(slack, newsroom, 1);
    await slack.do('edit', { channelId: newsroom, ts: asked, text: '@Rafah Facts help' });
    await eventually(async () => expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain('/rafah people'));
    await edit(FIRST, SECOND);
    expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain('/rafah people');
    await slack.do('edit', { channelId: newsroom, ts: asked, text: QUESTION });
    await eventually(async () => expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain(SECOND));
    await edit(SECOND, FIRST);
    expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain(`Before, it read: “${SECOND}”`);
  });

  it('shared in a channel is corrected where the bot is a member, without naming who shared it', async () => {
    const { slack, edit } = await stage();
    await say(slack, newsroom, '/rafah how did the US vote?');
    await press(slack, await heardLast(slack, newsroom), 'share_answer');
    const shared = await eventually(async () => {
      const [first] = await heard(slack, newsroom, sam);
      if (first === undefined) throw new Error('not shared yet');
      return first;
    });
    expect(shared.text).toContain(`<@${dana}>`);
    await edit(FIRST, SECOND);
    const [message] = await heard(slack, newsroom, sam);
    expectCorrected(message, shared);
    expect(wordsOf(message ?? {})).toContain('Shared from the article:');
    expect(JSON.stringify(message)).not.toContain(dana);
  });

  it('shared where the bot is no member can’t be corrected: Slack tells nobody which message it is', async () => {
    const { slack, edit } = await stage();
    await say(slack, board, '/rafah how did the US vote?');
    await press(slack, await heardLast(slack, board), 'share_answer');
    await eventually(async () => expect(await heard(slack, board, 'U0YUKI')).toHaveLength(1));
    await edit(FIRST, SECOND);
    expect(updates(slack)).toBe(0);
  });
});

describe('a digest', () => {
  /** The bot goes by the workspace's clock; a digest of all that there is comes at nine. */
  async function post(channelId: string, options: Partial<PlaygroundOptions> = {}) {
    const clock = new Clock({ startAt: Date.UTC(2026, 10, 24, 8), frozen: true });
    const slack = await startSlack({ manifest: 'manifest.yml', clock, ...options });
    const facts = copyFacts();
    const env = { FACTS_DIR: facts.dir };
    const ours = await startOurBot(slack, 'socket', { now: () => clock.now(), env });
    await say(slack, channelId, '/rafah digest on 09:00 UTC daily');
    await eventually(async () => {
      await ours.settle();
      expect((await slack.client.chat.scheduledMessages.list({})).scheduled_messages).not.toEqual([]);
    });
    await clock.advance(61 * 60_000);
    const digest = await eventually(async () => {
      const found = (await heard(slack, channelId)).find(({ text }) => text.startsWith('Facts of the day'));
      if (found === undefined) throw new Error('not posted yet');
      return found;
    });
    return { clock, slack, facts, ours, digest };
  }
  // The title stands in the citation of every statement.
  const edit = (facts: FactsFolder): void => facts.edit('  title: ', '  title: Edited, ');
  const isCorrected = (message: Message | undefined): boolean =>
    wordsOf(message ?? {}).includes('Before, it was cited to:');

  it.each([
    ['a direct message', danaWithBot, { scopes: FIVE_SCOPES }],
    ['a channel, where the app may read what is written there', newsroom, { manifest: listeningManifest() }],
  ])('that Slack posted is corrected in %s: Slack tells of its posting', async (_, channelId, options) => {
    const { clock, slack, facts, ours, digest } = await post(channelId, options);
    edit(facts);
    await ours.reload();
    await eventually(async () => {
      // Looked at every minute.
      await clock.advance(61_000);
      await ours.correct();
      const message = (await heard(slack, channelId)).find(({ ts }) => ts === digest.ts);
      expect(isCorrected(message)).toBe(true);
      expect(wordsOf(message ?? {})).toContain('Facts of the day, Tuesday 24 November 2026');
    });
  });

  it('that Slack posted in a channel is out of reach with the manifest as it comes, which is told, until somebody presses its button', async () => {
    const { clock, slack, facts, ours, digest } = await post(newsroom);
    edit(facts);
    await ours.reload();
    await ours.correct();
    expect(updates(slack)).toBe(0);
    expect(ours.logged).toContainEqual(
      expect.objectContaining({
        message: 'Posted digests read as the facts did before, and can’t be corrected',
        digests: 1,
      }),
    );
    expect(await press(slack, digest, 'open_digest')).toMatchObject({ ok: true });
    await clock.advance(61_000);
    await eventually(async () => {
      await ours.correct();
      expect(isCorrected((await heard(slack, newsroom)).find(({ ts }) => ts === digest.ts))).toBe(true);
    });
  });
});

describe('the process itself', () => {
  it('corrects what it posted, seconds after the file was edited, and after it was killed, once', async () => {
    const slack = await startSlack({ manifest: 'manifest.yml' });
    const facts = copyFacts();
    const data = makeDataFolder();
    const first = await startBotProcess(slack, facts, data);
    await say(slack, newsroom, QUESTION);
    const [posted] = await hear(slack, newsroom, 1);
    if (posted === undefined) throw new Error('no answer');
    facts.edit(FIRST, SECOND);
    await first.logs('New facts are served');
    // An editor who slipped has ten seconds to put it right: nothing is corrected yet.
    expect(updates(slack)).toBe(0);
    await first.end('SIGKILL');
    await startBotProcess(slack, facts, data);
    await eventually(async () => expect(wordsOf((await hear(slack, newsroom, 1))[0] ?? {})).toContain(SECOND), 40_000);
    expectCorrected((await hear(slack, newsroom, 1))[0], posted);
    expect(updates(slack)).toBe(1);
  });
});

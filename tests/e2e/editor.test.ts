/** What the editor reads of a bot that runs: the built command, on the same database, while people ask. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { dana, danaWithBot, newsroom, policy, startSlack, yuki } from '../playground/local-slack.ts';
import { startOurBot } from '../slack/our-bot.ts';
import { copyFacts, makeDataFolder } from './bot-process.ts';
import { eventually, heard, say } from './stage.ts';

const FIRST = "The United States abstained from the UN Security Council's vote on the Gaza cease-fire resolution.";
const SECOND =
  "The United States did not take part in the UN Security Council's vote on the Gaza cease-fire resolution.";

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function facts(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Run> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['dist/cli.js', 'facts', ...args], {
      env: { PATH: process.env['PATH'], ...env },
    });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

async function stage(env: Readonly<Record<string, string>> = {}) {
  const slack = await startSlack({ manifest: 'manifest.yml' });
  const folder = copyFacts();
  const settings = { FACTS_DIR: folder.dir, DATA_DIR: makeDataFolder(), ...env };
  const ours = await startOurBot(slack, 'socket', { now: Date.now, env: settings });
  return { slack, folder, ours, settings };
}

describe('the editor’s report', () => {
  it('counts what found no answer on every surface, most frequent first, with nobody’s name', async () => {
    const { slack, settings } = await stage();
    await say(slack, policy, '/rafah How many tanks does Egypt have?');
    await say(slack, policy, '/rafah  how many tanks does EGYPT have ?!', yuki);
    await say(slack, newsroom, `@Rafah Facts how many tanks does Egypt have`);
    await say(slack, danaWithBot, 'is the weather nice, dana@example.com?');
    await say(slack, policy, `/rafah does @sam know the weather`);
    await say(slack, policy, '/rafah how did the US vote?');
    await say(slack, policy, '/rafah check Egypt has tanks');
    const { questions } = await eventually(async () => {
      const report = JSON.parse((await facts(['report', '--json'], settings)).out);
      expect(report.questions.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(5);
      return report;
    });
    expect(questions[0]).toMatchObject({ question: 'how many tanks does egypt have', count: 3 });
    const text = JSON.stringify(questions);
    expect(text).toContain('is the weather nice, [address]');
    expect(text).not.toMatch(/sam|dana|U0|C0|T0PLAY|us vote/i);
    const { code, out, err } = await facts(['report'], settings);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/most frequent first:\n {5}3 {2}how many tanks does egypt have {2}\(.+; \d{4}-\d{2}-\d{2}\)\n/);
    expect(out).toMatch(/Answers marked as not helpful in the last 90 days, most frequent first:\n {2}None\.\n$/);
  });

  it('counts what was marked as not helpful', async () => {
    const { slack, settings } = await stage();
    await say(slack, newsroom, '@Rafah Facts how did the US vote?');
    const message = await eventually(async () => {
      const [first] = await heard(slack, newsroom);
      if (first === undefined) throw new Error('no answer yet');
      return first;
    });
    const block = message.blocks?.find(({ type }) => type === 'context_actions');
    const [element] = (block?.['elements'] ?? []) as { negative_button: { value: string } }[];
    await slack.do('action', {
      userId: dana,
      channelId: newsroom,
      messageTs: message.ts,
      blockId: 'answer_feedback',
      actionId: 'feedback',
      state: { type: 'feedback_buttons', value: element?.negative_button.value },
    });
    await eventually(async () =>
      expect((await facts(['report'], settings)).out).toMatch(
        /not helpful in .*:\n {5}1 {2}us-abstained.* {2}\(no reason given 1; helpful 0; last \d{4}-\d{2}-\d{2}\)/,
      ),
    );
  });

  it('counts no question where that is switched off, and forgets those that were counted', async () => {
    const on = await stage();
    await say(on.slack, policy, '/rafah how many tanks does Egypt have?');
    await eventually(async () => expect((await facts(['report'], on.settings)).out).toContain('tanks'));
    await on.ours.stop();
    const off = { ...on.settings, QUESTION_REPORT: 'off' };
    const next = await startOurBot(on.slack, 'socket', { now: Date.now, env: off });
    await say(on.slack, policy, '/rafah how many tanks does Egypt have?');
    await next.stop();
    const { out } = await facts(['report'], off);
    expect(out).toContain('They are not counted: QUESTION_REPORT is off.');
    expect(JSON.parse((await facts(['report', '--json'], on.settings)).out)).toMatchObject({ questions: [] });
  });

  it('says what is wrong where there is no database, and makes none', async () => {
    const run = await facts(['report'], { DATA_DIR: makeDataFolder() });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/^There is no database in DATA_DIR \(.+\)\. Start the bot once/);
    expect((await facts(['report', '--all'], {})).code).toBe(2);
    expect((await facts(['changes', 'a', 'b'], {})).code).toBe(2);
  });
});

describe('the preview of an edit', () => {
  it('tells what readers would see change and how many messages with it, and changes nothing', async () => {
    const { slack, folder, ours, settings } = await stage();
    for (const question of ['how did the US vote?', 'who abstained?', 'who is the French president?']) {
      await say(slack, newsroom, `@Rafah Facts ${question}`);
    }
    await eventually(async () => expect(await heard(slack, newsroom)).toHaveLength(3));
    await say(slack, newsroom, '/rafah digest on 9am Europe/London');
    await ours.settle();
    const next = copyFacts();
    const unchanged = await facts(['changes', folder.dir], settings);
    expect(unchanged).toEqual({
      code: 0,
      err: '',
      out: [
        'No statement changes for readers.',
        'Posted messages that would be corrected: 0',
        'Posted digests that can’t be corrected: 0',
        'Queued digests that would be queued anew: 0',
        '',
      ].join('\n'),
    });
    next.edit(FIRST, SECOND);
    const { code, out } = await facts(['changes', next.dir], settings);
    expect(code).toBe(0);
    expect(out).toContain(`changed  us-abstained\n         Before, it read: “${FIRST}”\n         Now: “${SECOND}”`);
    expect(out).toMatch(/Posted messages that would be corrected: 2\n {2}T0PLAYGRND\/C0NEWSROOM: 2\n/);
    expect(slack.api.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
    const apart = await facts(['changes', next.dir, '--against', folder.dir], {});
    expect(apart.out).toBe(out.slice(0, out.indexOf('Posted messages')));
    next.edit('locator: ', 'locatr: ');
    expect(await facts(['changes', next.dir], settings)).toMatchObject({ code: 1 });
  });

  it('counts the digests that an edit has queued anew, and the edit does that', async () => {
    const { slack, folder, ours, settings } = await stage();
    await say(slack, newsroom, '/rafah digest on 9am Europe/London');
    await eventually(() => expect(ours.logged.some(({ level }) => level === 'error')).toBe(false));
    const queued = async () => {
      const { scheduled_messages: held = [] } = await slack.client.chat.scheduledMessages.list({});
      return held.map(({ text }) => text ?? '');
    };
    await eventually(async () => {
      await ours.settle();
      expect((await queued()).length).toBeGreaterThan(0);
    });
    const before = await queued();
    // The title stands in the citation of every statement.
    const next = copyFacts();
    next.edit('  title: ', '  title: Edited, ');
    const { out } = await facts(['changes', next.dir], settings);
    expect(out).toMatch(new RegExp(`Queued digests that would be queued anew: ${before.length}\\n`));
    folder.edit('  title: ', '  title: Edited, ');
    await ours.reload();
    await eventually(async () => {
      await ours.settle();
      const after = await queued();
      expect(after).toHaveLength(before.length);
      for (const text of after) expect(text).toContain('Edited, ');
    });
  });
});

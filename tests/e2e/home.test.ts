/** The app's Home: what it shows, and what can be pressed there. */
import { describe, expect, it } from 'vitest';
import { describeOrigin } from '../../src/core/attribution.ts';
import { listTimeline } from '../../src/core/overview.ts';
import { loadFacts } from '../../src/facts/load.ts';
import type { View } from '../../src/playground/protocol.ts';
import { board, dana, type LocalSlack, newsroom, policy, sam } from '../playground/local-slack.ts';
import { readMetric } from '../slack/our-bot.ts';
import { blockOf, dialog, eventually, hear, heardLast, press, say, startStage, wordsOf } from './stage.ts';

async function openHome(slack: LocalSlack, userId = dana): Promise<View> {
  await slack.do('open-home', { userId });
  return eventually(async () => {
    const { home } = await slack.state(userId);
    if (home === null) throw new Error('there is no Home yet');
    return home;
  });
}

function actionOf(view: View, name: string): { readonly viewId: string; blockId: string; actionId: string } {
  for (const { block_id, elements } of view.blocks) {
    for (const { action_id, text } of (elements ?? []) as { action_id?: string; text?: { text?: string } }[]) {
      if (action_id !== undefined && text?.text?.startsWith(name)) {
        return { viewId: view.id, blockId: block_id, actionId: action_id };
      }
    }
  }
  throw new Error(`no button “${name}”`);
}

describe.each(['socket', 'http'] as const)('the Home over %s', (mode) => {
  it('shows how to ask, the story by date, topics, people, digests, scores, edition and as-of date', async () => {
    const { slack, ours } = await startStage(mode);
    const home = await openHome(slack);
    const headers = home.blocks.filter(({ type }) => type === 'header').map((block) => wordsOf({ blocks: [block] }));
    expect(headers).toEqual([
      'Rafah Facts',
      'How to ask',
      'Topics',
      'Digests in this workspace',
      'Timeline',
      'People',
      'How often answers are right',
    ]);
    const words = wordsOf(home);
    expect(words).toContain('As of 1 April 2024.');
    expect(words).toContain('/rafah How did the US vote?');
    expect(words).toMatch(/Edition [0-9a-f]{12}\./);
    expect(words).toMatch(/the right statement first in \d+ of \d+ \(\d+%\)/);
    expect(words.indexOf('25 March 2024')).toBeLessThan(words.indexOf('27 March 2024'));
    expect(words.indexOf('27 March 2024')).toBeLessThan(words.indexOf('1 April 2024', words.indexOf('27 March 2024')));
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
  });

  it('gives every statement of the timeline with its speaker and place', async () => {
    const { slack } = await startStage(mode);
    const home = await openHome(slack);
    const lists = home.blocks.flatMap(({ elements }) =>
      ((elements ?? []) as { type: string; border?: number; elements: { elements: { text: string }[] }[] }[]).filter(
        ({ type, border }) => type === 'rich_text_list' && border === 1,
      ),
    );
    const events = lists.flatMap(({ elements }) => elements.map((item) => item.elements.map(({ text }) => text)));
    const loaded = await loadFacts('facts', 'dist/facts.bin');
    if (!loaded.ok) throw new Error('the facts do not load');
    const dated = listTimeline(loaded.corpus);
    expect(dated.length).toBeGreaterThan(15);
    expect(events).toEqual(
      dated.map((statement) => [statement.text, `\n${describeOrigin(statement, statement.citation.locator)}`]),
    );
  });

  it('opens a topic’s statements and the sources in dialogs', async () => {
    const { slack } = await startStage(mode);
    const home = await openHome(slack);
    await slack.do('action', actionOf(home, 'The Security Council vote'));
    const topic = await dialog(slack, 'Topic');
    expect(wordsOf(topic)).toContain('abstained');
    expect(wordsOf(topic)).toContain('As of 1 April 2024.');
    await slack.do('view-close', { viewId: topic.id });
    await slack.do('action', actionOf(home, 'Sources and method'));
    expect(wordsOf(await dialog(slack, 'Sources and method'))).toContain('How often answers are right');
  });

  it('takes a question in a dialog', async () => {
    const { slack } = await startStage(mode);
    await slack.do('action', actionOf(await openHome(slack), 'Ask a question'));
    const form = await dialog(slack, 'Ask Rafah Facts');
    const question = { type: 'plain_text_input', value: 'how did the US vote?' };
    const values = { ...form.state.values, [blockOf(form, 'question')]: { question } };
    expect(await slack.do('view-submit', { viewId: form.id, values })).toMatchObject({ ok: true });
    await eventually(async () => expect(wordsOf(await dialog(slack, 'Ask Rafah Facts'))).toContain('abstained'));
  });

  it('lists the workspace’s digests with their controls, and shows at once what they did', async () => {
    const { slack } = await startStage(mode);
    expect(wordsOf(await openHome(slack, sam))).toContain('No channel has a digest.');
    await say(slack, newsroom, '/rafah digest on 09:00 Europe/London weekdays');
    await heardLast(slack, newsroom);
    await openHome(slack);
    const shown = async (part: string): Promise<View> =>
      eventually(async () => {
        const { home } = await slack.state();
        if (home === null || !wordsOf(home).includes(part)) throw new Error(`Home doesn’t say ${part}`);
        return home;
      });
    await slack.do('action', actionOf(await shown(`#${newsroom}: 3 facts at 09:00, Europe/London time`), 'Pause'));
    await slack.do('action', actionOf(await shown('It is paused'), 'Resume'));
    await slack.do('action', actionOf(await shown('It posts next'), 'End'));
    await shown('No channel has a digest.');
  });

  it('orders a digest by the form, without a channel chosen beforehand, and shows it then', async () => {
    const { slack } = await startStage(mode);
    await slack.do('action', actionOf(await openHome(slack), 'Set up a digest'));
    const form = await dialog(slack, 'Daily digest');
    const channel = { type: 'conversations_select', selected_conversation: newsroom };
    const values = { ...form.state.values, [blockOf(form, 'digest_channel')]: { digest_channel: channel } };
    expect(await slack.do('view-submit', { viewId: form.id, values })).toMatchObject({ ok: true });
    await eventually(async () => expect(wordsOf((await slack.state()).home ?? {})).toContain(`Digest in #${newsroom}`));
  });

  it('that Slack takes no view for leaves what was ordered as it is, with one line in the log', async () => {
    const { slack, ours } = await startStage(mode);
    await slack.do('action', actionOf(await openHome(slack), 'Set up a digest'));
    const form = await dialog(slack, 'Daily digest');
    await slack.do('faults', { method: 'views.publish', fault: { kind: 'error', error: 'not_enabled' } });
    const channel = { type: 'conversations_select', selected_conversation: newsroom };
    const values = { ...form.state.values, [blockOf(form, 'digest_channel')]: { digest_channel: channel } };
    expect(await slack.do('view-submit', { viewId: form.id, values })).toMatchObject({ ok: true });
    await eventually(() =>
      expect(ours.logged.filter(({ level }) => level === 'warn')).toMatchObject([
        { message: 'The Home could not be refreshed', reason: expect.stringContaining('not_enabled') },
      ]),
    );
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
  });

  it('says in a dialog why a digest can’t go on', async () => {
    const { slack } = await startStage(mode);
    await say(slack, newsroom, '/rafah digest on 09:00 Europe/London weekdays');
    await press(slack, await heardLast(slack, newsroom), 'pause_digest');
    await hear(slack, newsroom, 1);
    await slack.do('remove', { channelId: newsroom });
    await slack.do('open-home', {});
    const home = await eventually(async () => {
      const view = (await slack.state()).home;
      if (view === null || !wordsOf(view).includes('It is paused')) throw new Error('not paused yet');
      return view;
    });
    await slack.do('action', actionOf(home, 'Resume'));
    expect(wordsOf(await dialog(slack, 'Daily digest'))).toMatch(
      /^The digest in #\w+ stays as it was\.This app can’t post there: /,
    );
  });

  it('keeps a direct message’s digest from other people', async () => {
    const { slack } = await startStage(mode);
    await say(slack, 'D0BOTDANA', '/rafah digest on 09:00 Europe/London weekdays');
    await heardLast(slack, 'D0BOTDANA');
    await openHome(slack);
    await eventually(async () =>
      expect(wordsOf((await slack.state()).home ?? {})).toContain('your direct message with this app'),
    );
    expect(wordsOf(await openHome(slack, sam))).toContain('No channel has a digest.');
  });

  it('works in a workspace where nothing else does: no channel, five scopes', async () => {
    const scopes = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'assistant:write'];
    const { slack, ours } = await startStage(mode, { scopes });
    expect(wordsOf(await openHome(slack))).toContain('As of 1 April 2024.');
    expect(readMetric(await ours.metrics(), 'rafah_errors_total{where="listener"}')).toBe(0);
    expect([policy, board].every((id) => slack.workspace.messagesIn(id).length === 0)).toBe(true);
  });
});

/** The bot itself in the page: what someone does who has just typed `npm run playground`. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say, useBotStage } from './bot-stage.ts';
import { accessibilityProblems } from './chromium.ts';

const ABSTAINED = /The United States abstained/;
const PLACE = /Key Background 1\.2/;

export function describeBot(): void {
  describe('the bot in the page', () => {
    const { open } = useBotStage();

    const privateAnswer = (page: Page): Locator => page.getByRole('article', { name: 'only visible to you' }).last();

    it('answers /rafah with the cited statement, for the asker only, and shares it when asked to', async () => {
      const page = await open('/channel/C0GENERAL');
      await say(page, '/rafah how did the US vote?');
      const answer = privateAnswer(page);
      await answer.getByText(ABSTAINED).first().waitFor();
      await answer.getByText(PLACE).first().waitFor();
      await answer.getByText(/As of 1 April 2024/).waitFor();
      await answer.getByText('Only visible to you', { exact: true }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);

      await answer.getByRole('button', { name: /Share/ }).click();
      const shared = page.getByRole('article', { name: /^Rafah Facts, \d\d:\d\d$/ });
      await shared.getByText(ABSTAINED).first().waitFor();
      await shared.getByText('@Dana Reyes').waitFor();
    });

    it('answers a mention in its thread', async () => {
      const page = await open('/channel/C0NEWSROOM');
      await say(page, '@rafahfacts how did the US vote?');
      await page.getByRole('button', { name: '1 reply' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.getByText(ABSTAINED).first().waitFor();
      await thread.getByText(PLACE).first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('answers a direct message', async () => {
      const page = await open('/channel/D0BOTDANA');
      await say(page, 'how did the US vote?');
      await page.getByRole('article', { name: 'Rafah Facts' }).getByText(ABSTAINED).first().waitFor();
    });

    it('says that the article is silent, and shows what was typed as text only', async () => {
      const page = await open('/channel/C0DESK');
      await say(page, '/rafah what did the pope say about <b>chess</b> <!channel>?');
      const answer = privateAnswer(page);
      await answer
        .getByText(/article/)
        .first()
        .waitFor();
      expect(await answer.locator('b').count()).toBe(0);
      expect(await answer.locator('.mention').count()).toBe(0);
    });

    it('can be used by keyboard alone: ask, read, share', async () => {
      const page = await open('/channel/C0BOARD');
      await tabTo(page, 'Message #board');
      await page.keyboard.type('/ra');
      await page.keyboard.press('Tab');
      await page.keyboard.type('how did the US vote?');
      await page.keyboard.press('Enter');
      await privateAnswer(page).getByText(ABSTAINED).first().waitFor();
      await tabTo(page, 'Share', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('article', { name: /^Rafah Facts, \d\d:\d\d$/ }).waitFor();
    });

    it('sets up a digest in a form that can be read and filled in by keyboard', async () => {
      const page = await open('/channel/C0DESK');
      await say(page, '/rafah digest');
      const form = page.getByRole('dialog', { name: 'Daily digest' });
      await form.waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await tabTo(page, 'Time zone');
      await page.keyboard.press('Control+A');
      await page.keyboard.type('gaza');
      const offered = form.locator('datalist option').first();
      await expect.poll(() => offered.getAttribute('value'), { timeout: 5000 }).toMatch(/^Asia\/Gaza, now \d\d:\d\d$/);
      await form.getByLabel('Time zone').fill((await offered.getAttribute('value')) ?? '');
      await form.getByLabel('Saturday').check();
      await tabTo(page, 'Start');
      await page.keyboard.press('Enter');
      await form.getByText('3 facts at 09:00, Asia/Gaza time, Monday to Saturday.').waitFor();
      expect(await form.getByRole('listitem').count()).toBe(3);
      expect(await accessibilityProblems(page)).toEqual([]);
      // The workspace is shared, and keeps what is open.
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'hidden' });
    });

    it('offers what to try in an empty channel, and puts it where it is typed', async () => {
      const page = await open('/channel/C0POLICY');
      await page.getByRole('button', { name: '/rafah how did the US vote?' }).click();
      await page.keyboard.press('Enter');
      await privateAnswer(page).getByText(ABSTAINED).first().waitFor();
    });

    it('shows an answer that is longer than the window from its beginning', async () => {
      const page = await open('/channel/D0BOTDANA', { viewport: { width: 1000, height: 600 } });
      await say(page, '/rafah timeline');
      const answer = privateAnswer(page);
      await answer.getByText(/As of 1 April 2024/).waitFor();
      const [list, message] = await Promise.all([page.locator('.messages').boundingBox(), answer.boundingBox()]);
      expect(message?.height).toBeGreaterThan(list?.height ?? 0);
      expect(Math.abs((message?.y ?? 0) - (list?.y ?? 0))).toBeLessThan(2);

      // What is asked next is shown, too, though the long one's end was never in view.
      await say(page, '/rafah how did the US vote?');
      // The long one has the same words: where the last answer ends says that it has come.
      const endOfLast = async () => {
        const last = await privateAnswer(page).boundingBox();
        return (last?.y ?? 0) + (last?.height ?? 0);
      };
      await expect.poll(endOfLast, { timeout: 10_000 }).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1);
    });

    it.each(['light', 'dark'] as const)('can be read on a phone in %s colours', async (colorScheme) => {
      const page = await open('/channel/C0GENERAL', {
        colorScheme,
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await say(page, '/rafah people');
      await privateAnswer(page).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

/** Presses Tab until the element that has this label, or a label that starts so, has the focus. */
async function tabTo(page: Page, label: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press(key);
    const named = page.locator(':focus').and(page.getByLabel(label).or(page.getByRole('button', { name: label })));
    if ((await named.count()) === 1) return;
  }
  throw new Error(`${key} does not reach “${label}”.`);
}

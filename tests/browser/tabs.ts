/** The app's tabs in Chromium, as the bot fills them: Home and Messages. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBotStage } from './bot-stage.ts';
import { accessibilityProblems, hasFocus } from './chromium.ts';

const AS_OF = /As of 1 April 2024\./;

/** The narrowest window that WCAG has in mind (1.4.10, Reflow). */
const NARROW = { viewport: { width: 320, height: 640 }, hasTouch: true };

export function describeTabs(): void {
  describe('the app’s tabs', () => {
    const { open, goTo } = useBotStage();

    const openHome = async (options = {}): Promise<Page> => {
      const page = await open('/home', options);
      await page.getByRole('heading', { name: 'Timeline' }).waitFor();
      return page;
    };

    const overflow = (page: Page): Promise<number> =>
      page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);

    it('Home reads from top to bottom: a heading a section, each date with its list', async () => {
      const page = await openHome();
      const home = page.getByRole('region', { name: 'Home tab' });
      await expect
        .poll(() => home.getByRole('heading', { level: 2 }).allTextContents())
        .toEqual([
          'Rafah Facts',
          'How to ask',
          'Topics',
          'Digests in this workspace',
          'Timeline',
          'People',
          'How often answers are right',
        ]);
      const dates = await home.locator('ul.lined').count();
      expect(dates).toBeGreaterThan(3);
      // The line that joins a date's statements is drawn.
      const line = home.locator('ul.lined').first();
      const width = await line.evaluate(
        (list) => list.ownerDocument.defaultView?.getComputedStyle(list).borderLeftWidth,
      );
      expect(width).toBe('3px');
    });

    it.each(['light', 'dark'] as const)('Home can be read at 320 pixels in %s colours', async (colorScheme) => {
      const page = await openHome({ ...NARROW, colorScheme });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      const tabs = page.getByRole('navigation', { name: 'Rafah Facts tabs' });
      for (const name of ['Home', 'Messages']) {
        const box = await tabs.getByRole('link', { name }).boundingBox();
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      }
    });

    it('Home can be used by keyboard: a topic opens, closes, and gives the focus back', async () => {
      const page = await openHome();
      const topic = page.getByRole('button', { name: 'The Security Council vote' });
      await topic.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Topic' });
      await dialog.getByText(AS_OF).waitFor();
      await dialog
        .getByText(/abstained/)
        .first()
        .waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => hasFocus(topic)).toBe(true);
    });

    it('Home takes a question, and shows a digest with its controls as soon as one is ordered', async () => {
      const page = await openHome();
      await page.getByRole('button', { name: /^Ask a question/ }).click();
      const asking = page.getByRole('dialog', { name: 'Ask Rafah Facts' });
      await asking.getByRole('textbox').fill('how did the US vote?');
      await asking.getByRole('button', { name: 'Ask', exact: true }).click();
      await asking
        .getByText(/abstained/)
        .first()
        .waitFor();
      await page.keyboard.press('Escape');
      await asking.waitFor({ state: 'detached' });

      await goTo(page, '/channel/C0NEWSROOM');
      const composer = page.getByRole('main').getByRole('textbox');
      await composer.fill('/rafah digest on 09:00 Europe/London weekdays');
      await composer.press('Enter');
      await page.getByRole('article', { name: 'only visible to you' }).waitFor();
      await goTo(page, '/home');
      const home = page.getByRole('region', { name: 'Home tab' });
      await home.getByText('3 facts at 09:00').waitFor();
      await home.getByRole('button', { name: /^Pause/ }).click();
      await home.getByText(/paused/).waitFor();
      await home.getByRole('button', { name: /^Resume/ }).click();
      await home.getByRole('button', { name: /^Pause/ }).waitFor();
    });

    it('Messages greets once, suggests what to ask, and answers in a thread beside it', async () => {
      const page = await open('/channel/D0BOTDANA');
      await page.getByRole('article', { name: 'Rafah Facts' }).getByText(AS_OF).waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'How did the U.S. vote?' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread
        .getByText(/abstained/)
        .first()
        .waitFor();
      await thread.getByRole('textbox').fill('and who canceled the meeting?');
      await page.keyboard.press('Enter');
      await expect.poll(() => thread.getByRole('article', { name: 'Rafah Facts' }).count()).toBe(2);
      await page.reload();
      await page.getByText('connected', { exact: true }).waitFor();
      expect(await page.getByText('Write your question here').count()).toBe(1);
    });

    it('an edited question changes its answer in place', async () => {
      const page = await open('/channel/C0DESK');
      const composer = page.getByRole('main').getByRole('textbox');
      await composer.fill('@rafahfacts how did the US vote?');
      await composer.press('Enter');
      await page.getByRole('button', { name: '1 reply' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread
        .getByText(/abstained/)
        .first()
        .waitFor();
      const question = page.getByRole('main').getByRole('article').last();
      await question.hover();
      await question.getByRole('button', { name: /More/ }).click();
      await page.getByRole('menuitem', { name: /Edit/ }).click();
      const editor = question.getByRole('textbox');
      await editor.fill('@rafahfacts what did Macron say?');
      await editor.press('Enter');
      await thread.getByText(/war crime/).waitFor();
      expect(await thread.getByRole('article', { name: 'Rafah Facts' }).count()).toBe(1);
    });
  });
}

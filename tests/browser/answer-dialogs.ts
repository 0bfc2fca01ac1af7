/** What an answer leads on to, in the page: source, more, feedback, and the two shortcuts. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say, useBotStage } from './bot-stage.ts';
import { accessibilityProblems, hasFocus } from './chromium.ts';

export function describeAnswerDialogs(): void {
  describe('what an answer leads on to', () => {
    const { open } = useBotStage();

    const dialogOf = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });
    /** The workspace is shared, and keeps what is open. */
    const close = async (dialog: Locator): Promise<void> => {
      await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'hidden' });
    };

    it('source, more and a reason for “not helpful”, each in reach of a screen reader', async () => {
      const page = await open('/channel/C0GENERAL');
      await say(page, '/rafah what did Harris say about attacking Rafah?');
      const answer = page.getByRole('article', { name: 'only visible to you' });
      await answer.getByRole('button', { name: /^Source: who says so/ }).click();
      const source = dialogOf(page, 'Source');
      await source.getByText('Vice President Kamala Harris').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await close(source);
      await answer.getByRole('button', { name: /^More like this/ }).click();
      await page.getByRole('article').getByText('More like this, not an answer to the question:').waitFor();
      await answer
        .getByRole('button', { name: /^Not helpful/ })
        .first()
        .click();
      const why = dialogOf(page, 'Not helpful');
      await why.getByRole('radio', { name: 'It is out of date' }).check();
      expect(await accessibilityProblems(page)).toEqual([]);
      await why.getByRole('button', { name: 'Send' }).click();
      await why.getByText('Thank you.').waitFor();
      await close(why);
    });

    it('“Ask Rafah” by keyboard: Enter asks, and the question stays to be asked anew', async () => {
      const page = await open('/channel/C0POLICY');
      await page.getByRole('button', { name: 'Shortcuts' }).click();
      await page.getByRole('menuitem', { name: /Ask Rafah/ }).press('Enter');
      const dialog = dialogOf(page, 'Ask Rafah Facts');
      const input = dialog.getByLabel('Your question');
      await input.waitFor();
      expect(await hasFocus(input)).toBe(true);
      await page.keyboard.type('how did the US vote?');
      await page.keyboard.press('Enter');
      await dialog.getByText(/The United States abstained/).waitFor();
      expect(await input.inputValue()).toBe('how did the US vote?');
      expect(await accessibilityProblems(page)).toEqual([]);
      await dialog.getByRole('button', { name: /^Share/ }).click();
      const share = dialogOf(page, 'Share');
      expect(await share.getByRole('combobox').inputValue()).toBe('C0POLICY');
      expect(await accessibilityProblems(page)).toEqual([]);
      await share.getByRole('button', { name: 'Share', exact: true }).click();
      await share.getByText('Shared there').waitFor();
      await close(share);
      await close(dialog);
    });

    it.each(['light', 'dark'] as const)('“Check with Rafah” on a phone, in %s colours', async (colorScheme) => {
      const page = await open('/channel/C0NEWSROOM', {
        colorScheme,
        viewport: { width: 360, height: 740 },
        hasTouch: true,
      });
      await say(page, `The U.S. vetoed the resolution and France voted for it (${colorScheme}).`);
      const message = page.getByRole('article').last();
      await message.getByText(colorScheme).waitFor();
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: /Check with Rafah/ }).click();
      const dialog = dialogOf(page, 'Check with Rafah');
      await dialog.getByText(/^Part 1 of 2/).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await dialog.getByRole('button', { name: /^Share in the thread/ }).click();
      await dialog.getByText('Shared in the thread of the message').waitFor();
      await close(dialog);
    });
  });
}

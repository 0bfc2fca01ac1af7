/** Blocks, dialogs, shortcuts and the Home tab in the page. */
import { describe, expect, it } from 'vitest';
import { accessibilityProblems, hasFocus } from './chromium.ts';
import { useStage } from './stage.ts';

export function describeElements(): void {
  describe('what an app shows in the page', () => {
    const stage = useStage();

    it('tells the app what was pressed, chosen and confirmed', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('/show elements');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('button', { name: 'Go' }).click();
      await page.getByLabel('Pick one').selectOption('Blue');
      await page.getByLabel('Day').fill('2024-04-01');
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('dialog', { name: 'Remove it?' }).getByRole('button', { name: 'Keep' }).click();
      await page.getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('dialog', { name: 'Remove it?' }).getByRole('button', { name: 'Remove' }).click();
      await page.getByRole('button', { name: 'Not helpful' }).click();
      await page.getByRole('button', { name: 'More options' }).press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => stage.gallery.uses, { timeout: 5000 })
        .toEqual(['go gone', 'pick blue', 'day 2024-04-01', 'remove removed', 'feedback bad', 'overflow second']);
      await page.getByRole('button', { name: 'Not helpful', pressed: true }).waitFor();
    });

    it('draws texts letter for letter and loads no picture from elsewhere', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('/show texts');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByText('14 of 15 at 10:30:00 <script>alert(1)</script>').waitFor();
      await page.getByText('<img src=x onerror=alert(1)> *not bold*').waitFor();
      await page.getByText('A picture from elsewhere').waitFor();
      await page.getByText('Drawn by a library').waitFor();
      await page.getByRole('rowheader', { name: 'Ada' }).waitFor();
      expect(await page.getByRole('rowheader', { name: 'Grace' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Show 1 more row' }).click();
      await page.getByRole('rowheader', { name: 'Grace' }).waitFor();
      expect(await page.locator('strong', { hasText: '14 of 15' }).count()).toBe(1);
      expect(await page.locator('.message-body img').count()).toBe(0);
    });

    it('asks in a dialog, shows what is wrong where it is, and keeps what was typed', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('/show dialog');
      await page.getByLabel('Message #newsroom').press('Enter');
      const dialog = page.getByRole('dialog', { name: 'A dialog' });
      await dialog.getByLabel('Name').fill('nobody');
      await dialog.getByLabel('Monday').check();
      await dialog.getByLabel('Channel').selectOption({ label: '#policy' });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Nobody is not a name.').waitFor();
      await expect.poll(() => hasFocus(dialog.getByLabel('Name')), { timeout: 5000 }).toBe(true);
      expect(await accessibilityProblems(page)).toEqual([]);
      const fruit = dialog.getByLabel('Fruit');
      await fruit.pressSequentially('ap');
      await expect.poll(() => dialog.locator('datalist option').count(), { timeout: 5000 }).toBe(2);
      await fruit.fill('Apricot');
      await dialog.getByLabel('Name').fill('Ada');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(stage.gallery.submissions).toMatchObject([
        {
          name: { input: { value: 'Ada' } },
          days: { input: { selected_options: [{ value: 'monday' }] } },
          hour: { input: { selected_time: '09:00' } },
          where: { input: { selected_conversation: 'C0POLICY' } },
          fruit: { fruit: { selected_option: { value: 'apricot' } } },
        },
      ]);
    });

    it('keeps the focus in a dialog, closes it with Escape, and gives the focus back', async () => {
      const page = await stage.open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.fill('/show dialog');
      await composer.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'A dialog' });
      await dialog.waitFor();
      for (let presses = 0; presses < 12; presses += 1) {
        await page.keyboard.press('Tab');
        const inside = await page.evaluate('document.activeElement.closest("dialog, body").tagName');
        // The browser's own controls may take a turn; the page behind the dialog never does.
        expect(['DIALOG', 'BODY']).toContain(inside);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await expect.poll(() => hasFocus(composer), { timeout: 5000 }).toBe(true);
    });

    it('runs a shortcut on a message, by keyboard', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('quote me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('button', { name: 'Reply in thread' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Quote' }).getByText('quote me').waitFor();
    });

    it('runs a global shortcut', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'Shortcuts' }).click();
      await page.getByRole('menuitem', { name: 'Ask gallery' }).click();
      await page.getByRole('dialog', { name: 'A dialog' }).waitFor();
    });

    it('shows the app’s Home and tells it what was pressed there', async () => {
      const page = await stage.open('/home');
      await page.getByRole('heading', { name: 'At home' }).waitFor();
      await page.getByRole('button', { name: 'Home button' }).click();
      await expect.poll(() => stage.gallery.uses, { timeout: 5000 }).toEqual(['home_button home']);
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });
}

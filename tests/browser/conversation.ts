/** Messages, threads, commands and people in the page. */
import { describe, expect, it } from 'vitest';
import { hasFocus } from './chromium.ts';
import { useStage } from './stage.ts';

export function describeConversation(): void {
  describe('writing in the page', () => {
    const stage = useStage();

    it('sends with Enter, starts a line with Shift+Enter, and shows text as text', async () => {
      const page = await stage.open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.fill('<b>one</b>');
      await composer.press('Shift+Enter');
      await composer.pressSequentially('two & three');
      await composer.press('Enter');
      await page.getByText('<b>one</b>\ntwo & three').waitFor();
      expect(await composer.inputValue()).toBe('');
    });

    it('completes a command by keyboard and shows its answer as visible to the asker only', async () => {
      const page = await stage.open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.pressSequentially('/s');
      await page.getByRole('option', { name: '/show [what]' }).waitFor();
      await composer.press('Enter');
      expect(await composer.inputValue()).toBe('/show ');
      await composer.pressSequentially('me');
      await composer.press('Enter');
      const answer = page.getByRole('article', { name: 'only visible to you' });
      await answer.getByText('You typed: me').waitFor();
      await answer.getByText('Only visible to you', { exact: true }).waitFor();
      await answer.hover();
      await answer.getByRole('button', { name: 'Dismiss message' }).click();
      await answer.waitFor({ state: 'detached' });
    });

    it('completes a mention, and opens the thread with the answer', async () => {
      const page = await stage.open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.pressSequentially('hello @ga');
      await composer.press('Tab');
      await composer.pressSequentially('there');
      await composer.press('Enter');
      await page.getByRole('button', { name: '1 reply' }).click();
      const thread = page.getByRole('complementary', { name: 'Thread' });
      await thread.getByText(/^Heard: .*there$/).waitFor();
      await thread.getByLabel('Reply in this thread').fill('@gallery again');
      await thread.getByLabel('Reply in this thread').press('Enter');
      await expect.poll(() => thread.getByRole('article').count(), { timeout: 5000 }).toBe(4);
      await page.goBack();
      await thread.waitFor({ state: 'detached' });
    });

    it('opens the thread of an answer to a direct message by itself', async () => {
      const page = await stage.open('/channel/D0BOTDANA');
      const composer = page.getByLabel('Message gallery');
      await composer.fill('hello');
      await composer.press('Enter');
      await page.getByRole('complementary', { name: 'Thread' }).getByText('An answer in a thread.').waitFor();
    });

    it('offers to invite the app where a mention does not reach it', async () => {
      const page = await stage.open('/channel/C0POLICY');
      await page.getByLabel('Message #policy').fill('@gallery are you here?');
      await page.getByLabel('Message #policy').press('Enter');
      await page.getByRole('button', { name: 'Invite Them' }).click();
      await page
        .getByRole('article')
        .getByText(/was added to the channel by/)
        .waitFor();
    });

    it('edits and deletes one’s own message', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('with a tpyo');
      await page.getByLabel('Message #newsroom').press('Enter');
      const message = page.getByRole('article', { name: 'Dana Reyes' });
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Edit message' }).click();
      await page.getByLabel('Edit message').fill('without a typo');
      await page.keyboard.press('Enter');
      await message.getByText('without a typo').waitFor();
      await message.getByText('(edited)').waitFor();
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Delete message' }).click();
      await message.waitFor({ state: 'detached' });
    });

    it('shows each person their own view', async () => {
      const page = await stage.open();
      await page.getByLabel('Message #newsroom').fill('/show me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('article').getByText('You typed: me').waitFor();
      await page.getByLabel('You are').selectOption('Sam Okafor');
      await page.getByRole('article').getByText('You typed: me').waitFor({ state: 'detached' });
      await page.getByLabel('Message #newsroom').fill('I am Sam');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('article', { name: 'Sam Okafor' }).getByText('I am Sam').waitFor();
    });

    it('says new answers to screen readers without moving the focus', async () => {
      const page = await stage.open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.fill('/show me');
      await composer.press('Enter');
      await page
        .locator('[aria-live=polite]', { hasText: 'gallery, only visible to you: You typed: me' })
        .waitFor({ state: 'attached' });
      expect(await hasFocus(composer)).toBe(true);
    });
  });
}

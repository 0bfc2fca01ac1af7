/** The page with an app that shows everything an app can show. */
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { accessibilityProblems, useChromium } from './chromium.ts';
import { GALLERY_MANIFEST, type Gallery, startGallery } from './gallery-app.ts';

export function describeGallery(): void {
  describe('the page', () => {
    const visit = useChromium();
    let slack: Playground;
    let gallery: Gallery;

    // One workspace for each test, one app process for it: nothing is left over from the test before.
    beforeEach(async () => {
      slack = await startPlayground({ port: 0, manifest: GALLERY_MANIFEST });
      gallery = await startGallery(slack);
      return async () => {
        await gallery.stop();
        await slack.stop();
      };
    });

    const open = (place = '/channel/C0NEWSROOM', options = {}): Promise<Page> =>
      visit(`${slack.url}/#${place}`, options);

    it('opens the first channel that the app is in, and says that the app is connected', async () => {
      const page = await open('');
      await page.getByRole('heading', { level: 1, name: '#newsroom' }).waitFor();
      await page.getByText('connected', { exact: true }).waitFor();
    });

    it('is served with a policy that lets nothing in from elsewhere', async () => {
      const response = await fetch(slack.url);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; img-src 'self' data:;/);
    });

    it('sends with Enter, starts a line with Shift+Enter, and shows text as text', async () => {
      const page = await open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.fill('<b>one</b>');
      await composer.press('Shift+Enter');
      await composer.pressSequentially('two & three');
      await composer.press('Enter');
      await page.getByText('<b>one</b>\ntwo & three').waitFor();
      expect(await composer.inputValue()).toBe('');
    });

    it('completes a command by keyboard and shows its answer as visible to the asker only', async () => {
      const page = await open();
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
      const page = await open();
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
      await expect.poll(() => thread.getByRole('article').count()).toBe(4);
      await page.goBack();
      await thread.waitFor({ state: 'detached' });
    });

    it('opens the thread of an answer to a direct message by itself', async () => {
      const page = await open('/channel/D0BOTDANA');
      const composer = page.getByLabel('Message gallery');
      await composer.fill('hello');
      await composer.press('Enter');
      await page.getByRole('complementary', { name: 'Thread' }).getByText('An answer in a thread.').waitFor();
    });

    it('offers to invite the app where a mention does not reach it', async () => {
      const page = await open('/channel/C0POLICY');
      await page.getByLabel('Message #policy').fill('@gallery are you here?');
      await page.getByLabel('Message #policy').press('Enter');
      await page.getByRole('button', { name: 'Invite Them' }).click();
      await page
        .getByRole('article')
        .getByText(/was added to the channel by/)
        .waitFor();
    });

    it('tells the app what was pressed, chosen and confirmed', async () => {
      const page = await open();
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
        .poll(() => gallery.uses)
        .toEqual(['go gone', 'pick blue', 'day 2024-04-01', 'remove removed', 'feedback bad', 'overflow second']);
      await page.getByRole('button', { name: 'Not helpful', pressed: true }).waitFor();
    });

    it('draws texts letter for letter and loads no picture from elsewhere', async () => {
      const page = await open();
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
      const page = await open();
      await page.getByLabel('Message #newsroom').fill('/show dialog');
      await page.getByLabel('Message #newsroom').press('Enter');
      const dialog = page.getByRole('dialog', { name: 'A dialog' });
      await dialog.getByLabel('Name').fill('nobody');
      await dialog.getByLabel('Monday').check();
      await dialog.getByLabel('Channel').selectOption({ label: '#policy' });
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.getByText('Nobody is not a name.').waitFor();
      await expect.poll(() => hasFocus(dialog.getByLabel('Name'))).toBe(true);
      expect(await accessibilityProblems(page)).toEqual([]);
      await dialog.getByLabel('Name').fill('Ada');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(gallery.submissions).toMatchObject([
        {
          name: { input: { value: 'Ada' } },
          days: { input: { selected_options: [{ value: 'monday' }] } },
          hour: { input: { selected_time: '09:00' } },
          where: { input: { selected_conversation: 'C0POLICY' } },
        },
      ]);
    });

    it('keeps the focus in a dialog, closes it with Escape, and gives the focus back', async () => {
      const page = await open();
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
      await expect.poll(() => hasFocus(composer)).toBe(true);
    });

    it('runs a shortcut on a message, by keyboard', async () => {
      const page = await open();
      await page.getByLabel('Message #newsroom').fill('quote me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('button', { name: 'Reply in thread' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Quote' }).getByText('quote me').waitFor();
    });

    it('runs a global shortcut', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'Shortcuts' }).click();
      await page.getByRole('menuitem', { name: 'Ask gallery' }).click();
      await page.getByRole('dialog', { name: 'A dialog' }).waitFor();
    });

    it('shows the app’s Home and tells it what was pressed there', async () => {
      const page = await open('/home');
      await page.getByRole('heading', { name: 'At home' }).waitFor();
      await page.getByRole('button', { name: 'Home button' }).click();
      await expect.poll(() => gallery.uses).toEqual(['home_button home']);
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('edits and deletes one’s own message', async () => {
      const page = await open();
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

    it('lists scheduled posts and moves the clock to the next one', async () => {
      const page = await open();
      const postAt = Math.floor(slack.clock.now() / 1000) + 7200;
      const answer = await fetch(`${slack.apiUrl}chat.scheduleMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel: 'C0NEWSROOM', text: 'A post from the queue', post_at: postAt }),
      });
      expect(await answer.json()).toMatchObject({ ok: true });
      await page.getByRole('button', { name: '1 scheduled post' }).click();
      const list = page.getByRole('dialog', { name: 'Scheduled posts' });
      await list.getByText('A post from the queue').waitFor();
      await list.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'Next post' }).click();
      await page.getByRole('article').getByText('A post from the queue').waitFor();
      await page.getByText('Scheduled post', { exact: true }).waitFor();
      await page.getByText('2 hours ahead of this machine').waitFor();
    });

    it('shows each person their own view', async () => {
      const page = await open();
      await page.getByLabel('Message #newsroom').fill('/show me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('article').getByText('You typed: me').waitFor();
      await page.getByLabel('You are').selectOption('Sam Okafor');
      await page.getByRole('article').getByText('You typed: me').waitFor({ state: 'detached' });
      await page.getByLabel('Message #newsroom').fill('I am Sam');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByRole('article', { name: 'Sam Okafor' }).getByText('I am Sam').waitFor();
    });

    it('says that the app is not connected, and what Slack would say to a command then', async () => {
      const page = await open();
      await gallery.stop();
      await page.getByText('gallery is not connected, so nothing will answer.').waitFor();
      await page.getByLabel('Message #newsroom').fill('/show me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByText(/^\/show failed with the error/).waitFor();
      expect(await page.getByLabel('Message #newsroom').inputValue()).toBe('/show me');
    });

    it('says how close to Slack it is', async () => {
      const page = await open();
      await page.getByRole('button', { name: 'How close is this to Slack?' }).click();
      await page.getByRole('rowheader', { name: 'chat.postMessage' }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('says that the playground is gone, and goes on when it is back', async () => {
      const page = await visit(slack.url, {}, /Failed to load resource|net::ERR/);
      await page.getByText('connected', { exact: true }).waitFor();
      await gallery.stop();
      await slack.stop();
      await page.getByText(/The playground does not answer/).waitFor();
      slack = await startPlayground({ port: Number(new URL(slack.url).port), manifest: GALLERY_MANIFEST });
      gallery = await startGallery(slack);
      await page.getByText(/The playground does not answer/).waitFor({ state: 'detached', timeout: 15_000 });
      await page.getByText('connected', { exact: true }).waitFor();
    });

    it('says new answers to screen readers without moving the focus', async () => {
      const page = await open();
      const composer = page.getByLabel('Message #newsroom');
      await composer.fill('/show me');
      await composer.press('Enter');
      await page
        .locator('[aria-live=polite]', { hasText: 'gallery, only visible to you: You typed: me' })
        .waitFor({ state: 'attached' });
      expect(await hasFocus(composer)).toBe(true);
    });

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 320],
      ['dark', 320],
    ] as const)(
      'passes axe-core in %s colours at %i pixels, and does not scroll sideways',
      async (colorScheme, width) => {
        const page = await open('', { colorScheme, viewport: { width, height: 720 } });
        for (const text of ['/show elements', '/show texts', '@gallery hello', '/show me']) {
          await page.getByLabel('Message #newsroom').fill(text);
          await page.getByLabel('Message #newsroom').press('Enter');
        }
        await page.getByRole('article').getByText('You typed: me').waitFor();
        await page.getByRole('button', { name: '1 reply' }).waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        if (width > 400) return;
        await page.getByRole('button', { name: 'Channels and clock' }).click();
        expect(await accessibilityProblems(page)).toEqual([]);
        await page.getByRole('link', { name: 'policy' }).click();
        await page.getByRole('heading', { level: 1, name: '#policy' }).waitFor();
      },
    );
  });
}

async function hasFocus(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}

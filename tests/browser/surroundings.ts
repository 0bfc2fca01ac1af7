/** What stands around the messages: the clock, the connection, what is wrong; and how all of it looks. */
import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from './chromium.ts';
import { useStage } from './stage.ts';

export function describeSurroundings(): void {
  describe('the page', () => {
    const stage = useStage();

    it('opens the first channel that the app is in, and says that the app is connected', async () => {
      const page = await stage.open('');
      await page.getByRole('heading', { level: 1, name: '#newsroom' }).waitFor();
      await page.getByText('connected', { exact: true }).waitFor();
    });

    it('is served with a policy that lets nothing in from elsewhere', async () => {
      const response = await fetch(stage.slack.url);
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'; img-src 'self' data:;/);
    });

    it('lists scheduled posts and moves the clock to the next one', async () => {
      const page = await stage.open();
      const postAt = Math.floor(stage.slack.clock.now() / 1000) + 7200;
      const answer = await fetch(`${stage.slack.apiUrl}chat.scheduleMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${stage.slack.botToken}`, 'content-type': 'application/json' },
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

    it('says that the app is not connected, and what Slack would say to a command then', async () => {
      const page = await stage.open();
      await stage.gallery.stop();
      await page.getByText('gallery is not connected, so nothing will answer.').waitFor();
      await page.getByLabel('Message #newsroom').fill('/show me');
      await page.getByLabel('Message #newsroom').press('Enter');
      await page.getByText(/^\/show failed with the error/).waitFor();
      expect(await page.getByLabel('Message #newsroom').inputValue()).toBe('/show me');
    });

    it('says how close to Slack it is', async () => {
      const page = await stage.open();
      await page.getByRole('button', { name: 'How close is this to Slack?' }).click();
      await page.getByRole('rowheader', { name: 'chat.postMessage' }).waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('says that the playground is gone, and goes on when it is back', async () => {
      const page = await stage.open('', {}, /Failed to load resource|net::ERR/);
      await page.getByText('connected', { exact: true }).waitFor();
      await stage.stop();
      await page.getByText(/The playground does not answer/).waitFor();
      await stage.start();
      await page.getByText(/The playground does not answer/).waitFor({ state: 'detached', timeout: 15_000 });
      await page.getByText('connected', { exact: true }).waitFor();
    });

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 320],
      ['dark', 320],
    ] as const)(
      'passes axe-core in %s colours at %i pixels, and does not scroll sideways',
      async (colorScheme, width) => {
        const page = await stage.open('', { colorScheme, viewport: { width, height: 720 } });
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

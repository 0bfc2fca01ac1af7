/** The page in Chromium, with the bot in it. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type RunningPlayground, runPlayground } from './bot-playground.ts';
import { useChromium } from './chromium.ts';

export interface BotStage {
  /** @param place as in the page's address: `/channel/C0GENERAL`, `/home` */
  open(place: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same in a page that is open. */
  goTo(page: Page, place: string): Promise<void>;
}

/** One playground for the tests of a `describe`, so each has a channel or a person of its own. Call at its top. */
export function useBotStage(): BotStage {
  const visit = useChromium();
  let playground: RunningPlayground;
  beforeAll(async () => {
    playground = await runPlayground();
  });
  afterAll(() => playground.stop());
  const addressOf = (place: string): string => `${playground.url}/#${place}`;
  return {
    open: (place, options) => visit(addressOf(place), options),
    async goTo(page, place) {
      await page.goto(addressOf(place));
    },
  };
}

/** Types something in the open conversation, and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('main').getByRole('textbox');
  await composer.fill(text);
  await composer.press('Enter');
}

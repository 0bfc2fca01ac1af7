/** `npm run pictures [-- NAME...]`: the pictures of the README, taken of the page as `npm run playground` serves it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { runPlayground } from './bot-playground.ts';
import { launchChromium } from './chromium.ts';

const FOLDER = 'docs/pictures';
const WIDE = { width: 1200, height: 780 };
const PHONE = { width: 390, height: 760 };

interface Picture {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** Brings the page to what the picture shows. */
  readonly arrange: (page: Page) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  {
    name: 'answer-light',
    options: { viewport: WIDE, colorScheme: 'light' },
    async arrange(page) {
      await say(page, 'Does anyone have the vote, with its source?');
      await say(page, '/rafah how did the US vote?');
      await page.getByRole('button', { name: 'Share in channel' }).waitFor();
      await page.getByRole('main').getByRole('textbox').pressSequentially('/rafah who took part in the meeting?');
    },
  },
  {
    name: 'thread-dark',
    options: { viewport: WIDE, colorScheme: 'dark' },
    async arrange(page) {
      await say(page, '@rafahfacts did the US veto the resolution?');
      await page.getByRole('button', { name: '1 reply' }).click();
      await page.getByRole('complementary', { name: 'Thread' }).getByText('As of').waitFor();
      await page.getByLabel('Reply in this thread').focus();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'digest-light',
    options: { viewport: { width: 1200, height: 800 }, colorScheme: 'light' },
    async arrange(page) {
      await say(page, '/rafah digest on 9am Europe/London daily');
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await page.getByRole('button', { name: 'Next post' }).click();
      await page.getByRole('button', { name: 'Change this digest' }).waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'home-light',
    options: { viewport: WIDE, colorScheme: 'light' },
    async arrange(page) {
      await say(page, '/rafah digest on 9am Europe/London weekdays');
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await page.getByRole('link', { name: 'Home' }).first().click();
      await page.getByText('Digest in').first().waitFor();
      // From the topics on: the digests with their controls, and the beginning of the timeline.
      await page.getByRole('heading', { name: 'Topics' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'home-phone-dark',
    options: { viewport: PHONE, colorScheme: 'dark', hasTouch: true, isMobile: true },
    async arrange(page) {
      await page.goto(new URL('#/home', page.url()).href);
      await page.getByRole('heading', { name: 'Timeline' }).waitFor();
      await page.getByRole('heading', { name: 'Timeline' }).evaluate((heading) => heading.scrollIntoView());
    },
  },
  {
    name: 'check-light',
    options: { viewport: WIDE, colorScheme: 'light' },
    async arrange(page) {
      await say(page, 'I read that the U.S. vetoed the resolution, and Netanyahu then canceled the meeting.');
      const message = page.getByRole('main').getByRole('article').last();
      await message.getByText('I read that').waitFor();
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: /Check with Rafah/ }).click();
      await page.getByRole('dialog').getByText('As of').waitFor();
    },
  },
  {
    name: 'phone-light',
    options: { viewport: PHONE, colorScheme: 'light', hasTouch: true, isMobile: true },
    async arrange(page) {
      await say(page, '/rafah what did Macron say?');
      await page.getByRole('button', { name: 'Share in channel' }).waitFor();
    },
  },
];

async function say(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('main').getByRole('textbox');
  await composer.fill(text);
  await composer.press('Enter');
}

/** Each in a workspace of its own, so that no picture shows what was asked for another. */
async function take(browser: Browser, { name, options, arrange }: Picture): Promise<void> {
  const playground = await runPlayground();
  const context = await browser.newContext({ deviceScaleFactor: 2, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  await page.goto(playground.url);
  await page.getByText('connected', { exact: true }).waitFor({ state: 'attached' });
  await arrange(page);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
  await playground.stop();
}

await mkdir(FOLDER, { recursive: true });
const browser = await launchChromium();
const wanted = process.argv.slice(2);
for (const picture of PICTURES) if (wanted.length === 0 || wanted.includes(picture.name)) await take(browser, picture);
await browser.close();

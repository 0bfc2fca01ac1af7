/** The browser of the suite. Every page that a test opens is watched: no error in its console, no request to another host. */
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** `CHROMIUM` names another browser than Debian's. */
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Beyond what a container needs: nothing that would make the browser itself call home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function hasChromium(): boolean {
  return existsSync(EXECUTABLE);
}

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/** @param expected what the console may say, where a test makes something go wrong */
export type Visit = (url: string, options?: BrowserContextOptions, expected?: RegExp) => Promise<Page>;

/** Call at the top of a `describe`. */
export function useChromium(): Visit {
  let browser: Browser;
  let pages: Page[] = [];
  let problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const found = problems;
    await Promise.all(pages.map((page) => page.context().close()));
    pages = [];
    problems = [];
    expect(found).toEqual([]);
  });

  return async (url, options = {}, expected) => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    pages.push(page);
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'log' || expected?.test(message.text())) return;
      problems.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== 'data:' && origin !== new URL(url).origin) problems.push(`request to ${origin}`);
    });
    await page.goto(url);
    await page.getByRole('main').waitFor();
    return page;
  };
}

/** What axe-core finds wrong by WCAG 2.2 AA and its own best practices, as sentences. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    // @ts-expect-error axe-core puts itself there.
    const { violations } = await globalThis.axe.run();
    return violations.flatMap(({ id, help, nodes }: AxeViolation) =>
      nodes.map(({ html }) => `${id}: ${help}: ${html}`),
    );
  });
}

interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

export async function hasFocus(element: Locator): Promise<boolean> {
  return (await element.and(element.page().locator(':focus')).count()) === 1;
}

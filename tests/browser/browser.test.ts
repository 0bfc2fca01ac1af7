/** Needs the built page (`npm run build`) and Chromium. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { describeAnswerDialogs } from './answer-dialogs.ts';
import { describeBot } from './bot.ts';
import { hasChromium } from './chromium.ts';
import { describeConversation } from './conversation.ts';
import { describeElements } from './elements.ts';
import { describeSurroundings } from './surroundings.ts';
import { describeTabs } from './tabs.ts';

const FOLDER = 'dist/playground/page';

/** Compressed bytes that the page needs before it can be used. What rare blocks need comes later, if ever. */
const MAX_START_BYTES = 110_000;

describe('the built page', () => {
  it('names no other host in its page and style sheet', () => {
    for (const file of ['index.html', 'main.css']) {
      expect(readFileSync(join(FOLDER, file), 'utf8')).not.toMatch(/https?:\/\/|url\(\/\//);
    }
  });

  it('is small enough to be there at once', () => {
    const start = readdirSync(FOLDER).filter((name) => /^(main|index)\./.test(name) && !name.endsWith('.txt'));
    const bytes = start.map((name) => gzipSync(readFileSync(join(FOLDER, name))).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_START_BYTES);
    expect(statSync(join(FOLDER, 'main.js')).size).toBeGreaterThan(0);
  });
});

if (hasChromium()) {
  describeSurroundings();
  describeConversation();
  describeElements();
  describeBot();
  describeAnswerDialogs();
  describeTabs();
} else if (process.env['CI'] === 'true') {
  throw new Error('Chromium is not installed, and with CI=true nothing may be left out');
} else {
  process.stderr.write(
    'Left out: the page in a browser, because there is no Chromium (Debian: apt install chromium).\n',
  );
}

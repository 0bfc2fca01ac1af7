/** The page in Chromium, with an app that shows everything an app can show. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { type Playground, startPlayground } from '../../src/playground/server.ts';
import { useChromium } from './chromium.ts';
import { GALLERY_MANIFEST, type Gallery, startGallery } from './gallery-app.ts';

export interface Stage {
  readonly slack: Playground;
  readonly gallery: Gallery;
  /** @param expected what the console may say, where a test makes something go wrong */
  open(place?: string, options?: BrowserContextOptions, expected?: RegExp): Promise<Page>;
  /** Starts both; also anew, on the same port, after they were stopped. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** A workspace and an app of its own for each test. Call at the top of a `describe`. */
export function useStage(): Stage {
  const visit = useChromium();
  let slack: Playground;
  let gallery: Gallery;
  let port = 0;

  const stage: Stage = {
    get slack() {
      return slack;
    },
    get gallery() {
      return gallery;
    },
    open: (place = '/channel/C0NEWSROOM', options, expected) => visit(`${slack.url}/#${place}`, options, expected),
    async start() {
      slack = await startPlayground({ port, manifest: GALLERY_MANIFEST });
      port = Number(new URL(slack.url).port);
      gallery = await startGallery(slack);
    },
    async stop() {
      await gallery.stop();
      await slack.stop();
    },
  };

  beforeEach(async () => {
    port = 0;
    await stage.start();
    return stage.stop;
  });
  return stage;
}

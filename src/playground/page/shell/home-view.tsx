import { type ReactNode, useEffect } from 'react';
import { BlockArea } from '../blocks/block-area.tsx';
import { HeadingContext } from '../blocks/block-list.tsx';
import { act, useWorkspace } from '../workspace/page.ts';
import { Bar } from './bar.tsx';

/** The app's Home tab. Opening it tells the app, which may then publish what stands here. */
export function HomeView(): ReactNode {
  const { bot, home } = useWorkspace();
  useEffect(() => {
    if (bot.connected) void act('open-home', { tab: 'home' });
  }, [bot.connected]);
  return (
    <>
      <Bar title={bot.name} detail="" tab="home" />
      <section className="home" aria-label="Home tab">
        {home === null ? (
          <p className="hint">{bot.name} has not published its Home tab.</p>
        ) : (
          <HeadingContext value="h2">
            <BlockArea key={home.id} where={{ viewId: home.id }} blocks={home.blocks} />
          </HeadingContext>
        )}
      </section>
    </>
  );
}

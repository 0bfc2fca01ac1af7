/** Messages that were posted, changed over the Web API. */
import type { PostedMessages } from '../../bot/corrections.ts';
import { render } from '../render/render.ts';
import type { Calls } from './calls.ts';

export function createPostedMessages({ client, call }: Calls): PostedMessages {
  return {
    async change({ teamId, channelId, ts }, reply, edition) {
      const { text, blocks } = render(reply, 'conversation', edition);
      const changed = await call(teamId, 'chat.update', (token) =>
        client.chat.update({ token, channel: channelId, ts, text, blocks }),
      );
      return changed.ok ? { ok: true, value: null } : changed;
    },
  };
}

/**
 * The block types that the page does not draw itself, by slack-blocks-to-jsx.
 *
 * Not used for text that an app sends as mrkdwn or plain text: there the library reads Markdown (version 1.1.1 drops
 * escaped tags and lines that start with `#`, and takes the colons out of `10:00:00`), and its buttons can't be heard.
 */
import type { KnownBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { useWorkspace } from '../workspace/page.ts';

export default function OtherBlock({ of }: { readonly of: KnownBlock }): ReactNode {
  const { users, channels } = useWorkspace();
  const data = { users: users.map(({ id, realName }) => ({ id, name: realName })), channels: [...channels] };
  // Both describe Slack's blocks; the library's own types only differ in what is optional.
  return <Message blocks={[of as Block]} name="" logo="" withoutWrapper data={data} />;
}

import type { Block } from '../protocol.ts';

/** The buttons under Slackbot's "they're not in this channel". The page API answers them; the app never sees them. */
export const invitation = { block: 'slackbot-invite', invite: 'slackbot-invite', ignore: 'slackbot-ignore' } as const;

export function inviteBlocks(text: string): Block[] {
  const button = (label: string, action_id: string, style?: 'primary') => ({
    type: 'button',
    text: { type: 'plain_text', text: label },
    action_id,
    ...(style !== undefined && { style }),
  });
  return [
    { type: 'section', block_id: `${invitation.block}-text`, text: { type: 'mrkdwn', text } },
    {
      type: 'actions',
      block_id: invitation.block,
      elements: [button('Invite Them', invitation.invite, 'primary'), button('Do Nothing', invitation.ignore)],
    },
  ];
}

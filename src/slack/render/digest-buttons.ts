/** Buttons under digests and under what is told about them. */
import type { types } from '@slack/bolt';
import type { Notice } from '../../core/digest/notice.ts';
import type { Subscription } from '../../core/digest/subscription.ts';
import { ACTION, BLOCK } from '../ids.ts';
import { actions, button, describedButton } from './blocks.ts';

/** Stands for the channel in which a button is pressed. */
export const HERE = 'here';

/** Under a posted digest. */
export function digestActions(): types.ActionsBlock {
  return actions(BLOCK.digestActions, askButton(), openButton('Change this digest', HERE));
}

/** `null` where there is nothing to press. */
export function noticeActions(notice: Notice): types.ActionsBlock | null {
  switch (notice.kind) {
    case 'scheduled':
    case 'status':
    case 'stopped':
      return subscriptionActions(notice.subscription);
    case 'paused':
      return actions(BLOCK.digestActions, resumeButton(notice.channelId), openButton('Change', notice.channelId));
    case 'refused': {
      const text = notice.hasDigest ? 'Change' : 'Set up a digest';
      return actions(BLOCK.digestActions, openButton(text, notice.channelId));
    }
    case 'none':
      return actions(BLOCK.digestActions, openButton('Set up a digest', notice.channelId));
    case 'offer':
    case 'help':
    case 'problem':
      return actions(BLOCK.digestActions, openButton('Set up a digest', HERE));
    case 'ended':
    case 'list':
      return null;
  }
}

/** What can be done with a channel's digest, wherever it is shown. */
export function subscriptionActions({ channelId, status }: Subscription): types.ActionsBlock {
  const toggle = status.kind === 'active' ? pauseButton(channelId) : resumeButton(channelId);
  return actions(BLOCK.digestActions, openButton('Change', channelId), toggle, endButton(channelId));
}

export function askButton(): types.Button {
  return describedButton(ACTION.openAsk, 'Ask a question', 'opens a dialog, and only you see the answer', HERE);
}

export function openButton(text: string, channelId: string): types.Button {
  return describedButton(ACTION.openDigest, text, 'opens a form with channel, time, zone and days', channelId);
}

function pauseButton(channelId: string): types.Button {
  return describedButton(ACTION.pauseDigest, 'Pause', 'nothing is posted until it is resumed', channelId);
}

function resumeButton(channelId: string): types.Button {
  return describedButton(ACTION.resumeDigest, 'Resume', 'the digest goes on where it stopped', channelId);
}

function endButton(channelId: string): types.Button {
  return button({
    actionId: ACTION.endDigest,
    text: 'End',
    label: 'End: nothing more is posted in the channel',
    value: channelId,
    confirm: {
      title: 'End this digest?',
      text: 'Nothing more is posted in the channel, and its time and days are forgotten. Pause keeps them.',
      yes: 'End',
      no: 'Keep',
    },
  });
}

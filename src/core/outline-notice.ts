/** A notice about digests as parts. */
import { describeTime, describeWeekdays } from './digest/describe.ts';
import type { Notice, Upcoming } from './digest/notice.ts';
import { describeRefusal } from './digest/refusal.ts';
import type { Subscription } from './digest/subscription.ts';
import type { Outline, Part } from './outline.ts';
import type { Piece } from './piece.ts';
import { quoteTyped } from './typed-text.ts';
import { COMMAND, DIGEST_HELP } from './wording.ts';

export function outlineNotice(notice: Notice): Outline {
  return { parts: partsOf(notice), foot: [] };
}

function partsOf(notice: Notice): readonly Part[] {
  switch (notice.kind) {
    case 'scheduled':
      return outlineScheduled(notice);
    case 'status':
      return [
        line('Digest in ', channelPiece(notice.subscription.channelId), ': ', `${describeOrder(notice.subscription)}.`),
        ...outlineState(notice.subscription, notice.next),
        ...(notice.orderedBy === null ? [] : [line('Ordered by ', { kind: 'person', id: notice.orderedBy }, '.')]),
      ];
    case 'stopped':
      return outlineStopped(notice.subscription);
    case 'paused':
      return [line('The digest in ', channelPiece(notice.channelId), ` is paused. To go on: ${COMMAND} digest resume`)];
    case 'ended':
      return [line('The digest in ', channelPiece(notice.channelId), ' has ended. Nothing more is posted there.')];
    case 'none':
      return [line('There is no digest in ', channelPiece(notice.channelId), `. To start one: ${COMMAND} digest`)];
    case 'list':
      return outlineList(notice.entries);
    case 'refused':
      return [
        notice.hasDigest
          ? line('The digest in ', channelPiece(notice.channelId), ' stays as it was.')
          : line('No digest was set up in ', channelPiece(notice.channelId), '.'),
        line(describeRefusal(notice.error)),
      ];
    case 'problem':
      return [line(typable(notice.problem))];
    case 'offer':
      return [line(DIGEST_HELP.offer)];
    case 'help':
      return [
        { kind: 'title', text: DIGEST_HELP.title },
        { kind: 'sentence', text: DIGEST_HELP.what },
        ...DIGEST_HELP.commands.map(({ usage, does }): Part => ({ kind: 'item', lead: usage, text: does, origin: '' })),
        { kind: 'sentence', text: DIGEST_HELP.who },
      ];
  }
}

/** A problem quotes what was typed, and what to type instead without the command that a surface may need. */
function typable(problem: string): string {
  return quoteTyped(problem.replaceAll('`digest', `\`${COMMAND} digest`).replaceAll('`', ''), 600).slice(1, -1);
}

const line = (...pieces: readonly Piece[]): Part => ({ kind: 'line', pieces, bullet: false });
const bullet = (...pieces: readonly Piece[]): Part => ({ kind: 'line', pieces, bullet: true });

/** A direct message has no name of its own. */
export function channelPiece(id: string): Piece {
  return id.startsWith('D') ? 'your direct message with this app' : { kind: 'channel', id };
}

/** "3 facts at 09:00, Europe/London time, Monday to Friday". */
function describeOrder({ count, time, zone, days }: Subscription): string {
  return `${count} ${count === 1 ? 'fact' : 'facts'} at ${time}, ${zone} time, ${describeWeekdays(days)}`;
}

const CHANGES = {
  started: 'A digest is set up in ',
  changed: 'The digest is changed in ',
  resumed: 'The digest goes on in ',
};

function outlineScheduled({
  change,
  subscription,
  next,
  zoneAssumed,
  checked,
}: Extract<Notice, { kind: 'scheduled' }>): readonly Part[] {
  const parts = [
    line(CHANGES[change], channelPiece(subscription.channelId), ': ', `${describeOrder(subscription)}.`),
    ...outlineNext(next),
  ];
  if (zoneAssumed) {
    const { time, zone } = subscription;
    parts.push(
      line(`No time zone was named, so ${zone} counts. To name yours: ${COMMAND} digest on ${time} Europe/London`),
    );
  }
  if (!checked) {
    parts.push(
      line('Slack could not be asked just now whether this app may post there. If it may not, you will be told.'),
    );
  }
  return parts;
}

function outlineState({ status }: Subscription, next: readonly Upcoming[]): readonly Part[] {
  switch (status.kind) {
    case 'active':
      return outlineNext(next);
    case 'paused':
      return [line(`It is paused. To go on: ${COMMAND} digest resume`)];
    case 'failing':
      return [line(`It is not posted. ${describeRefusal(status.error)} Then: ${COMMAND} digest resume`)];
  }
}

function outlineStopped({ channelId, status }: Subscription): readonly Part[] {
  const why = status.kind === 'failing' ? describeRefusal(status.error) : '';
  return [
    line('The digest in ', channelPiece(channelId), ' could not be posted.'),
    line(`${why} Once that is done it goes on by itself within hours, or at once with: ${COMMAND} digest resume`),
  ];
}

function outlineNext(next: readonly Upcoming[]): Part[] {
  const [first] = next;
  if (first === undefined) return [];
  return [
    line(`It posts next, by ${first.zone} time and by yours:`),
    ...next.map(({ at, zone }) => bullet(`${describeTime(at, zone)}; yours: `, { kind: 'instant', at })),
  ];
}

function outlineList(entries: Extract<Notice, { kind: 'list' }>['entries']): readonly Part[] {
  if (entries.length === 0) return [line(`No channel has a digest. To start one: ${COMMAND} digest`)];
  return [
    { kind: 'title', text: 'Digests in this workspace' },
    ...entries.map(({ subscription, next }) =>
      bullet(
        channelPiece(subscription.channelId),
        `: ${describeOrder(subscription)}. `,
        ...describeShortly(subscription, next),
      ),
    ),
  ];
}

function describeShortly({ status }: Subscription, next: Upcoming | null): readonly Piece[] {
  switch (status.kind) {
    case 'active':
      return next === null ? [] : ['Next: ', { kind: 'instant', at: next.at }];
    case 'paused':
      return ['Paused.'];
    case 'failing':
      return [`Not posted. ${describeRefusal(status.error)}`];
  }
}

import type { ReactNode } from 'react';
import type { User } from '../../protocol.ts';

const HUES = 6;

/** Initials on a colour that stays with the person; a mark for the app. Decoration: the name stands next to it. */
export function Avatar({ of }: { readonly of: User | undefined }): ReactNode {
  if (of === undefined) return <span className="avatar" aria-hidden="true" />;
  if (of.kind === 'bot') {
    return (
      <span className="avatar avatar-bot" aria-hidden="true">
        <svg viewBox="0 0 36 36" aria-hidden="true">
          <path d="M10 18.5c0-4.6 2-7.6 5.7-9l.8 1.7c-2 1-3.1 2.5-3.3 4.3h3.3v6.8H10zM20 18.5c0-4.6 2-7.6 5.7-9l.8 1.7c-2 1-3.1 2.5-3.3 4.3h3.3v6.8H20zM10 25.5h16.5v2H10z" />
        </svg>
      </span>
    );
  }
  return (
    <span className={`avatar avatar-${of.kind === 'slackbot' ? 'system' : hueOf(of.id)}`} aria-hidden="true">
      {initials(of.realName)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
}

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum += character.charCodeAt(0);
  return sum % HUES;
}

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
          <path d="M10 18.500c0-4.600 2-7.600 5.700-9l.8 1.700c-2 1-3.100 2.500-3.300 4.300h3.300v6.800H10zM20 18.500c0-4.600 2-7.600 5.700-9l.8 1.700c-2 1-3.100 2.500-3.300 4.300h3.300v6.800H20zM10 25.500h16.500v2H10z" />
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TYPED_LENGTH } from '../../src/core/request.ts';
import { formatCheckMetadata, readCheckMetadata } from '../../src/slack/check-metadata.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { readClaim } from '../../src/slack/message-claim.ts';
import { typedText } from '../core/arbitrary-reply.ts';

const textOf = (message: string): string => {
  const claim = readClaim(message);
  return claim.kind === 'claim' ? claim.text : claim.kind;
};

describe('what a message claims', () => {
  it.each([
    ['*The U.S.* _abstained_ from the ~vote~ `vote`', 'The U.S. abstained from the vote vote'],
    ['&gt; The U.S. abstained\n&gt; France voted for it', 'The U.S. abstained. France voted for it'],
    ['```The U.S. abstained```', 'The U.S. abstained'],
    ['• The U.S. abstained.\n• France voted &amp; spoke', 'The U.S. abstained. France voted & spoke'],
    ['<@U0SAM> says <https://a.example/x_y_z|the U.S.> abstained :tada:', 'says the U.S. abstained'],
    ['see <https://a.example/some_long_name>', 'see https://a.example/some_long_name'],
    ['snake_case stays, and 5*3, and 10:30:45', 'snake_case stays, and 5*3, and 10:30:45'],
    ['<#C0GENERAL|general> knows', 'general knows'],
  ])('%s', (message, claim) => expect(textOf(message)).toBe(claim));

  it.each(['', '   ', '\n', ':tada: :+1:', '<@U0SAM>', '<!channel>', '***', '…', '\u202e\u0000'])(
    'is nothing in “%s”',
    (message) => expect(readClaim(message)).toEqual({ kind: 'empty' }),
  );

  it('is read as far as the last whole sentence that fits, and says how far', () => {
    const sentence = 'The United States abstained from the vote. ';
    const claim = readClaim(sentence.repeat(40));
    expect(claim).toMatchObject({ kind: 'claim', cut: { read: 988, of: 1719 } });
    expect(claim.kind === 'claim' && claim.text).toMatch(/the vote\.$/);
    expect(textOf('word '.repeat(400))).toMatch(/word$/);
    expect(textOf('w'.repeat(5000))).toHaveLength(MAX_TYPED_LENGTH);
  });

  it('is read in full up to a thousand characters', () => {
    expect(readClaim('w'.repeat(1000))).toMatchObject({ cut: null });
    expect(readClaim('w'.repeat(1001))).toMatchObject({ cut: { read: 1000, of: 1001 } });
  });

  it('is one line of at most a thousand characters that a dialog can carry, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(typedText, fc.constantFrom('"'.repeat(3000), '\\'.repeat(3000))), (message) => {
        const claim = readClaim(`a ${message}`);
        if (claim.kind === 'empty') return;
        expect(claim.text.length).toBeLessThanOrEqual(MAX_TYPED_LENGTH);
        expect(claim.text).not.toMatch(/[\p{Cc}\u202e]/u);
        const metadata = {
          channelId: 'C'.repeat(20),
          threadTs: '1711987200.000100',
          responseUrl: `https://hooks.slack.com/app/T/${'1'.repeat(200)}`,
          claim: claim.text,
          cut: claim.cut,
        };
        const text = formatCheckMetadata(metadata);
        expect(text.length).toBeLessThanOrEqual(LIMITS.privateMetadata);
        expect(readCheckMetadata(text)).toEqual(metadata);
      }),
    );
  });
});

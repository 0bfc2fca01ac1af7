import { isValidSlackRequest } from '@slack/bolt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSigned } from '../../src/slack/signature.ts';
import { sign } from './our-bot.ts';

const TIMESTAMP = '1711987200';

describe("Slack's signature", () => {
  it("is the one of Slack's documentation", () => {
    // docs.slack.dev, "Verifying requests from Slack": secret, time, body and signature of its example.
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
    expect(isSigned('8f742231b10e8888abcd99yyyzzz85a5', signature, '1531420618', body)).toBe(true);
    expect(isSigned('8f742231b10e8888abcd99yyyzzz85a5', signature, '1531420619', body)).toBe(false);
  });

  it('is judged as Bolt judges it, whatever is sent', () => {
    const right = fc.record({ secret: fc.string({ minLength: 1 }), body: fc.string() });
    fc.assert(
      fc.property(right, fc.oneof(fc.constant(null), fc.string()), ({ secret, body }, forged) => {
        const signature = forged ?? sign(secret, TIMESTAMP, body);
        const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(TIMESTAMP) };
        const nowMilliseconds = Number(TIMESTAMP) * 1000;
        const bolts = isValidSlackRequest({ signingSecret: secret, body, headers, nowMilliseconds });
        expect(isSigned(secret, signature, TIMESTAMP, body)).toBe(bolts);
        expect(bolts).toBe(forged === null);
      }),
    );
  });

  it.each(['', 'v0=', 'v1=abc', 'v0=ä', '\u0000', `v0=${'0'.repeat(64)}`])('%j is none', (signature) => {
    expect(isSigned('secret', signature, TIMESTAMP, 'body')).toBe(false);
  });
});

/** Slack's signature of a request (docs.slack.dev, "Verifying requests from Slack"). */
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * @param signature the header `x-slack-signature`: `v0=` and 64 hexadecimal digits
 * @param timestamp the header `x-slack-request-timestamp`, as it came
 * @param body as it came
 */
export function isSigned(secret: string, signature: string, timestamp: string, body: string): boolean {
  const expected = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

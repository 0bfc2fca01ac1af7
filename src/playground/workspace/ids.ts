import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A Slack-like id: the prefix and ten random characters of `0-9A-Z`. */
export function newId(prefix: 'D' | 'Ev' | 'V' | 'Q' | 'C'): string {
  return prefix + Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** A random hexadecimal secret of `bytes` bytes. */
export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('hex');
}

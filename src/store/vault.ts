/** Encryption of tokens at rest: AES-256-GCM. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { NonEmpty } from '../core/answer.ts';

/** Stored tokens can't be decrypted: the key is gone, or the row was altered or moved. */
export class UnreadableTokens extends Error {
  override readonly name = 'UnreadableTokens';
}

export interface Vault {
  /** @param owner bound to the result: it opens for no other owner */
  seal(plain: string, owner: string): string;
  /** @throws UnreadableTokens */
  open(sealed: string, owner: string): string;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A sealed text is `1.<key id>.<base64url of nonce, ciphertext, tag>`, where the key id is the start of the key's hash.
 * @param keys 32 bytes each: the first seals, all open, so a key is changed by putting the next one in front
 */
export function createVault(keys: NonEmpty<Buffer>): Vault {
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const [sealing] = keys;
  return {
    seal(plain, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(owner));
      const bytes = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `1.${keyId(sealing)}.${bytes.toString('base64url')}`;
    },
    open(sealed, owner) {
      const [format, id, payload] = sealed.split('.');
      if (format !== '1' || id === undefined || payload === undefined) {
        throw new UnreadableTokens(`the tokens of ${owner} are not in a form that this version can read`);
      }
      const key = byId.get(id);
      if (key === undefined) {
        throw new UnreadableTokens(
          `the tokens of ${owner} were encrypted with another key (${id}): put that key back into TOKEN_ENCRYPTION_KEY, or have the app installed again`,
        );
      }
      const bytes = Buffer.from(payload, 'base64url');
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
        const ciphertext = bytes.subarray(NONCE_BYTES, -TAG_BYTES);
        return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
      } catch {
        throw new UnreadableTokens(`the tokens of ${owner} were altered in the database: have the app installed again`);
      }
    },
  };
}

function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** The body of a request, up to a size. */
import type { IncomingMessage } from 'node:http';

export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly reason: 'too_large' | 'incomplete';

  constructor(reason: 'too_large' | 'incomplete') {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param max bytes; a body that says or proves to be larger is not read to its end
 * @throws BodyError
 */
export async function readBody(request: IncomingMessage, max: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > max) throw new BodyError('too_large');
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) return void chunks.push(chunk);
      request.pause();
      reject(new BodyError('too_large'));
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', () => reject(new BodyError('incomplete')));
    request.on('close', () => reject(new BodyError('incomplete')));
  });
}

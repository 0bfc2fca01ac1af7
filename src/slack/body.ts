/** The body of a request, up to a size. */
import type { IncomingMessage } from 'node:http';

/** Why there is no body: larger than it may be, or cut off before its end. */
export type BodyProblem = 'too_large' | 'incomplete';

/**
 * Never rejects.
 * @param max bytes; a body that says or proves to be larger is not read to its end
 */
export function readBody(request: IncomingMessage, max: number): Promise<Buffer | BodyProblem> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > max) return resolve('too_large');
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) return void chunks.push(chunk);
      request.pause();
      resolve('too_large');
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', () => resolve('incomplete'));
    request.on('close', () => resolve('incomplete'));
  });
}

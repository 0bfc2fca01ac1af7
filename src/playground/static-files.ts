import { createReadStream, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { sendText } from './http.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The page asks no other host for anything, and no other page may show it. Its icon is an empty `data:` address. */
const protection = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Serves a file of the built page; `/` is `index.html`. Anything outside the folder, or of another type, is a 404. */
export function sendFile(folder: string, path: string, response: ServerResponse): void {
  const relative = path === '/' ? 'index.html' : decodePath(path);
  const file = normalize(join(folder, relative));
  const type = types[extname(file)];
  if (!file.startsWith(normalize(folder) + sep) || type === undefined || !isFile(file)) {
    const hint = path === '/' ? ' The page is not built: run `npm run build`.' : '';
    sendText(response, 404, `Not found.${hint}\n`);
    return;
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', ...protection });
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

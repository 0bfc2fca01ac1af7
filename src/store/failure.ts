/** Why a store can't be opened: in words for the person who runs the bot, never with a password in them. */

/** Ends the start. The message names the setting, what is wrong and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A database error's own code: SQLSTATE, `SQLITE_…` or `E…`; empty where it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** @param file the database file that was being opened */
export function sqliteFailure(error: unknown, file: string): StoreUnavailable {
  const code = codeOf(error);
  const say = (what: string) => new StoreUnavailable(`DATA_DIR: ${what}`, { cause: error });
  switch (code) {
    case 'SQLITE_NOTADB':
      return say(`"${file}" is not a database. Move that file away, or name another folder.`);
    case 'SQLITE_CORRUPT':
      return say(`"${file}" is damaged. Put a backup in its place, or move it away to start with an empty one.`);
    case 'SQLITE_FULL':
      return say(`no room left on the disk that holds "${file}". Free some, or name a folder on another disk.`);
    case 'SQLITE_READONLY':
      return say(`"${file}" can't be written to. Let this user write to it, or name another folder.`);
    case 'SQLITE_BUSY':
      return say(`another process has kept "${file}" locked. Stop it, then start again.`);
    default:
      return say(
        `"${file}" can't be opened as a database (${messageOf(error)}). Check the disk, or name another folder.`,
      );
  }
}

/** @param code of the file system's error */
export function folderFailure(error: unknown, folder: string): StoreUnavailable {
  const say = (what: string) => new StoreUnavailable(`DATA_DIR: ${what}`, { cause: error });
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return say(`"${folder}" is a file, or lies below one. Name a folder.`);
    case 'ENOENT':
      return say(`"${folder}" can't be made: nothing can be made there. Name another folder.`);
    case 'EACCES':
    case 'EPERM':
      return say(`this user may not write to "${folder}". Give it the right to, or name another folder.`);
    case 'EROFS':
      return say(`"${folder}" is on a read-only disk. Name a folder that can be written to.`);
    case 'ENOSPC':
      return say(`no room left on the disk of "${folder}". Free some, or name a folder on another disk.`);
    default:
      return say(`"${folder}" can't be used (${messageOf(error)}). Name a folder that can be written to.`);
  }
}

/** @param server where it was looked for, without the password */
export function postgresFailure(
  error: unknown,
  server: { where: string; user: string; database: string },
): StoreUnavailable {
  const { where, user, database } = server;
  const say = (what: string) => new StoreUnavailable(`DATABASE_URL: ${what}`, { cause: error });
  // pg's own time limits carry no code.
  const code = /timeout/i.test(messageOf(error)) ? 'ETIMEDOUT' : codeOf(error);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
      return say(`no PostgreSQL answers at ${where}. Start it, or correct host and port.`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(`the host of ${where} is not known. Correct it, or check the name server.`);
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return say(`PostgreSQL at ${where} can't be reached. Check the host, the port and any firewall between.`);
    case '28P01':
    case '28000':
      return say(`PostgreSQL at ${where} does not let "${user}" in. Correct user and password.`);
    case '3D000':
      return say(`PostgreSQL at ${where} has no database "${database}". Create it, or correct its name.`);
    case '42501':
      return say(`"${user}" may not create tables in "${database}" at ${where}. Grant CREATE on its schema.`);
    case '53300':
      return say(`PostgreSQL at ${where} has no connection left. Raise max_connections, or stop what uses them.`);
    case '53100':
      return say(`PostgreSQL at ${where} has no room left on its disk.`);
    case '57P03':
      return say(`PostgreSQL at ${where} is still starting or stopping. Try again in a moment.`);
    case '25006':
      return say(`PostgreSQL at ${where} is a read-only replica. Name the server that takes writes.`);
    default:
      return say(`PostgreSQL at ${where} can't be used (${messageOf(error)}).`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

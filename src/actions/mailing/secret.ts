import { constants } from 'node:fs';
import { mkdir, open, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Context } from '../../context.ts';
import { DeskError } from '../../domain/errors.ts';
import type { MailAccount } from '../../domain/mail-account.ts';

/** bytes; no password is longer, and /dev/zero has an end */
const LONGEST = 64 * 1024;

/**
 * The account's password or token, read anew each time it is needed. Throws `bad-config`: `secret-missing`,
 * `secret-open` (others may read the file), `secret-empty`, `secret-command`. No message holds any of it.
 */
export async function readSecret(context: Context, { secret }: Pick<MailAccount, 'secret'>): Promise<string> {
  return secret.from === 'command'
    ? (await context.mail()).runSecretCommand(secret.command)
    : readSecretFile(secret.path);
}

/** The first line of a file that only its owner may read; throws as `readSecret`. */
async function readSecretFile(path: string): Promise<string> {
  let mode: number;
  try {
    const about = await stat(path);
    mode = about.mode;
    if (!about.isFile() || about.size > LONGEST) throw new Error('no plain file');
  } catch (error) {
    throw new DeskError('bad-config', 'secret-missing', { path }, error);
  }
  if ((mode & 0o077) !== 0) throw new DeskError('bad-config', 'secret-open', { path });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new DeskError('bad-config', 'secret-missing', { path }, error);
  }
  const secret = text.split(/\r?\n/, 1)[0] ?? '';
  if (secret === '') throw new DeskError('bad-config', 'secret-empty', { path });
  return secret;
}

/** Where a secret that was typed or piped is kept: `secrets/<address>` beside the store; no backup takes it along. */
export const ownSecretPath = (storePath: string, address: string): string =>
  join(dirname(storePath), 'secrets', address.toLowerCase().replace(/[^a-z0-9@._+-]/g, '_'));

/** Keeps a secret in this file (0600, its folder 0700). Throws `cannot-create`. */
export async function keepSecret(path: string, secret: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW,
      0o600,
    );
    try {
      await file.chmod(0o600);
      await file.writeFile(`${secret}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw new DeskError('cannot-create', 'secret-not-kept', { path }, error);
  }
}

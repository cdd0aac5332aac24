import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSources } from '../../src/intake/read.ts';
import { corpora } from '../helpers/corpora.ts';

/** The programs we measure ourselves against, on one Maildir of the same mails, each with a home of its own. */
export interface Peers {
  readonly maildir: string;
  readonly env: Readonly<Record<string, string>>;
  readonly has: (program: string) => boolean;
  /** neomutt's settings */
  readonly muttrc: string;
}

/** The 20,000 real mails of the corpora, or null where they are absent. */
export function listMails(): string | null {
  const folder = corpora();
  return folder === null ? null : join(folder, 'large/lists-20k.mbox.gz');
}

/** Lays the mails of `mbox` out as a Maildir in `folder` and writes the settings of those peers that are installed. */
export async function setUpPeers(mbox: string, folder: string): Promise<Peers> {
  const maildir = join(folder, 'mail');
  const home = join(folder, 'home');
  for (const name of ['cur', 'new', 'tmp']) mkdirSync(join(maildir, name), { recursive: true });
  mkdirSync(join(home, '.config/aerc'), { recursive: true });
  mkdirSync(join(folder, 'cache'), { recursive: true });
  if (readdirSync(join(maildir, 'cur')).length === 0) await layOut(mbox, join(maildir, 'cur'));
  writeFileSync(
    join(folder, 'notmuch'),
    `[database]\npath=${maildir}\n[user]\nname=a\nprimary_email=a@example.org\n[new]\ntags=inbox\n`,
  );
  const muttrc = join(folder, 'muttrc');
  const quiet = 'set sort=date\nset quit=yes\nset sleep_time=0\nset wait_key=no\nset mark_old=no\n';
  writeFileSync(muttrc, `set header_cache=${folder}/cache/headers\n${quiet}`);
  return {
    maildir,
    env: { HOME: home, NOTMUCH_CONFIG: join(folder, 'notmuch'), MUHOME: join(folder, 'mu') },
    has: isInstalled,
    muttrc,
  };
}

async function layOut(mbox: string, folder: string): Promise<void> {
  let count = 0;
  for await (const incoming of readSources([mbox])) {
    if (incoming.kind !== 'mail') continue;
    writeFileSync(join(folder, `${1_000_000 + count}.${count}.bench:2,S`), incoming.raw);
    count += 1;
  }
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

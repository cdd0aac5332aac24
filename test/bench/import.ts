import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { once } from './pairs.ts';
import { listMails, setUpPeers } from './peers.ts';
import { line, title } from './report.ts';
import { DESK } from './start.ts';
import type { Bench } from './stores.ts';

const ROUNDS = 2;

/** 20,000 real mails into an empty desk, and once more; the same mails into notmuch and mu where they are installed. */
export async function benchImport({ folder }: Bench): Promise<void> {
  const lists = listMails();
  if (lists === null) return;
  const peers = await setUpPeers(lists, join(folder, 'peers'));
  const store = join(folder, 'imported');
  const desk = {
    name: 'desk',
    run: [process.execPath, DESK, '--db', join(store, 'desk.db'), 'import', lists],
  } as const;
  title('Import of 20,000 mails');
  for (let round = 1; round <= ROUNDS; round += 1) {
    rmSync(store, { recursive: true, force: true });
    const first = await once(desk);
    const second = await once(desk);
    line(
      `round ${round}: first run`,
      first.ms / 1000,
      's',
      undefined,
      `${((20_000 / first.ms) * 1000).toFixed(0)} mails a second`,
    );
    line('… peak memory', first.peak, 'MB', { first: 400, goal: 150 });
    line('… the second run, of the first', second.ms / first.ms, '×', { first: 0.1, goal: 0.1 });
    if (peers.has('notmuch')) {
      rmSync(join(peers.maildir, '.notmuch'), { recursive: true, force: true });
      const notmuch = await once({ name: 'notmuch', run: ['notmuch', 'new', '--quiet'], env: peers.env });
      line(`… of notmuch new (${(notmuch.ms / 1000).toFixed(1)} s)`, first.ms / notmuch.ms, '×', {
        first: 0.25,
        goal: 0.1,
      });
      rmSync(join(peers.maildir, '.notmuch'), { recursive: true, force: true });
    }
    if (peers.has('mu')) {
      rmSync(peers.env['MUHOME'] ?? '', { recursive: true, force: true });
      const init = await once({
        name: 'mu',
        run: ['mu', 'init', '--quiet', '--maildir', peers.maildir],
        env: peers.env,
      });
      const index = await once({ name: 'mu', run: ['mu', 'index', '--quiet'], env: peers.env });
      line('… of mu index', first.ms / (init.ms + index.ms), '×');
    }
  }
}

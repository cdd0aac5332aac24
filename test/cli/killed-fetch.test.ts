import { describe, expect, test } from 'vitest';
import { canDovecot, startDovecot } from '../helpers/dovecot.ts';
import { canStrace } from '../helpers/kill.ts';
import { killedFetch } from '../helpers/killed-fetch.ts';

const strace = canStrace();
if (!strace) process.stderr.write('SKIPPED: no strace here, so no fetch is killed at its system calls\n');
const able = strace && canDovecot();

/** Thinned for every run; `npm run deep` kills 1,000 times among 10,000 mails. */
describe.runIf(able)('a fetch that is killed 15 times among 150 mails', async () => {
  // here and not in the test: what is started in a test is not stopped with the file
  const dovecot = able ? await startDovecot() : null;
  if (dovecot === null) return;

  test('brings each mail exactly once, and nothing when it is repeated', { timeout: 300_000 }, async () => {
    const found = await killedFetch(dovecot, 150, 15);

    expect(found).toEqual({ kills: 15, filed: 150, double: 0, lost: 0, addedAgain: 0 });
  });
});

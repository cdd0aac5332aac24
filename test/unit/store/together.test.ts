import { fork } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { findCases, storeVersion } from '../../../src/actions/read-cases.ts';
import { setCase } from '../../../src/actions/set-case.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folder.ts';
import { OLD_CASES, oldStore } from '../../helpers/old-store.ts';

const FRESH = { customer: 'Lan', subject: 'Oven', kind: 'support', channel: 'phone' } as const;

function twoWindows(): { one: Desk; other: Desk } {
  const path = join(temporaryFolder(), 'desk.db');
  return { one: createDesk({ path, session: 'one' }), other: createDesk({ path, session: 'other' }) };
}

test('what one window writes the other sees, and is told that something was written', () => {
  const { one, other } = twoWindows();
  const before = storeVersion(other);

  const { output } = perform(one, newCase, FRESH);

  expect(storeVersion(other)).not.toBe(before);
  expect(findCases(other, '*', 10)).toEqual([output.number]);
});

test('its own writing is no news to a window', () => {
  const { one } = twoWindows();
  const before = storeVersion(one);

  perform(one, newCase, FRESH);

  expect(storeVersion(one)).toBe(before);
});

test('while another holds the lock too long, an action says busy and has written nothing', () => {
  const { one, other } = twoWindows();
  other.store.db.pragma('busy_timeout = 20');
  one.store.db.exec('BEGIN IMMEDIATE');

  const write = () => perform(other, newCase, FRESH);

  expect(write).toThrow(expect.objectContaining({ code: 'busy', what: 'store-busy' }));
  one.store.db.exec('ROLLBACK');
  expect(findCases(other, '*', 10)).toEqual([]);
  expect(perform(other, newCase, FRESH).output.number).toBe(1);
});

test('the second of two who change the same case is told that it moved on', () => {
  const { one, other } = twoWindows();
  const { number } = perform(one, newCase, FRESH).output;
  const set = (desk: Desk, subject: string) =>
    perform(desk, setCase, { cases: [number], fields: { subject }, addTags: [], removeTags: [], expect: 1 });
  set(one, 'Fridge');

  const late = () => set(other, 'Freezer');

  expect(late).toThrow(expect.objectContaining({ code: 'conflict', what: 'case-moved-on', facts: { number } }));
});

/** Four processes that open this store at once and write 25 cases each. */
const fourProcesses = (path: string): Promise<unknown[]> =>
  Promise.all(
    ['a', 'b', 'c', 'd'].map(
      (name) =>
        new Promise((resolve) => {
          fork(join(import.meta.dirname, '../../helpers/write-cases.ts'), [path, name, '25'], { stdio: 'inherit' }).on(
            'exit',
            resolve,
          );
        }),
    ),
  );

test('four processes that make the same new store at once and write into it lose nothing', {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), 'desk.db');

  expect(await fourProcesses(path)).toEqual([0, 0, 0, 0]);

  expect(findCases(createDesk({ path }), '*', 200)).toHaveLength(100);
});

test('four processes that bring the same old store forward at once and write into it lose nothing', {
  timeout: 60_000,
}, async () => {
  const path = join(temporaryFolder(), 'desk.db');
  oldStore(path);

  expect(await fourProcesses(path)).toEqual([0, 0, 0, 0]);

  expect(findCases(createDesk({ path }), '*', 500)).toHaveLength(100 + OLD_CASES);
});

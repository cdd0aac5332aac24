import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetCustomer, planForgetting } from '../../src/actions/forget-customer.ts';
import { findCases, readCase } from '../../src/actions/read-cases.ts';
import { createDesk } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folder.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';

let desk: Screens;

function ask(words: string): void {
  desk.key(':');
  desk.type(words);
  desk.key('Enter');
}
/** All steps of what goes on between the keys. */
const goOn = (): void => {
  for (let turn = 0; turn < 200 && desk.state().working !== null; turn += 1) desk.tick(1);
};
const customerOf = (number: number): number => readCase(desk.desk, number).customer?.id ?? 0;

test('the palette forgets the customer of the case, once her number was typed twice', async () => {
  desk = await openScreens({ seed: true });
  desk.goTo(47);
  desk.press('open');
  const id = String(customerOf(47));
  ask('forget this');
  desk.sees('Goes: her record, 2 cases');
  desk.sees(`Forget Nguyễn Thị Lan (#${id}) for good? Type ${id}`);
  desk.type(`${id}\n`);
  desk.sees('Nothing brings her back.');
  desk.type(`${id}\n`);
  goOn();

  desk.sees(`Customer #${id} is forgotten.`);
  desk.doesNotSee('Nguyễn Thị Lan');
  expect(findCases(desk.desk, '*', 1000)).not.toContain(47);
  desk.press('undo');
  desk.doesNotSee('Nguyễn Thị Lan');
});

test.each(['Esc', '', '48', 'Lan'])(
  'any other answer (%s) changes nothing, the first time and the second',
  async (typed) => {
    desk = await openScreens({ seed: true });
    desk.goTo(47);
    const id = String(customerOf(47));
    for (const first of [[], [`${id}\n`]]) {
      ask('forget this');
      for (const one of first) desk.type(one);
      if (typed === 'Esc') desk.key('Esc');
      else desk.type(`${typed}\n`);
      goOn();
      expect(desk.state().overlay).toBeNull();
    }
    expect(findCases(desk.desk, '*', 1000)).toContain(47);
  },
);

test.each(['go-journey', 'go-customers'] as const)(
  'from %s the palette forgets her as well, and no screen shows her any more',
  async (key) => {
    desk = await openScreens({ seed: true });
    desk.goTo(47);
    const id = String(customerOf(47));
    desk.press(key);
    if (key === 'go-customers') {
      desk.key('/');
      desk.type('lan.nguyen@example.vn\n');
    }
    ask('forget this');
    desk.type(`${id}\n`);
    desk.type(`${id}\n`);
    goOn();
    desk.sees(`Customer #${id} is forgotten.`);
    desk.doesNotSee('Nguyễn Thị Lan');
  },
);

/** Another program forgets the customer of a case, while this window has it open. */
function forgottenElsewhere(path: string, number: number): void {
  const other = createDesk({ path, session: 'other' });
  const { customer } = readCase(other, number);
  const work = forgetCustomer(other, planForgetting(other, customer?.id ?? 0));
  while (work.next().done !== true);
  // nothing lies in any file, with this window still open
  const folder = join(path, '..');
  const left = readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(customer?.name ?? '-'));
  expect(left).toEqual([]);
  other.close();
}

test.each([
  ['case', ['open']],
  ['journey', ['go-journey']],
  ['playbooks', ['go-playbooks']],
] as const)('who looks at her (%s) while another program forgets her is back in the list', async (_name, keys) => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  desk = await openScreens({ seed: true, path });
  desk.goTo(47);
  for (const key of keys) desk.press(key);

  forgottenElsewhere(path, 47);
  desk.tick(500);

  expect(desk.state().screen.name).toBe('list');
  desk.doesNotSee('Nguyễn Thị Lan');
});

test('an answer that is being typed to her meanwhile says why it can’t be kept or sent, and writes nothing', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'desk.db');
  desk = await openScreens({ seed: true, path });
  desk.goTo(47);
  desk.press('reply');
  desk.type('Dạ chị zqx');

  forgottenElsewhere(path, 47);
  desk.tick(500);
  desk.type(' ơi');
  desk.tick(2000);
  desk.sees('Case #47 was forgotten with its customer.');
  desk.press('review');
  desk.press('send');
  desk.sees('was forgotten');

  expect(desk.desk.store.db.prepare('SELECT 1 FROM drafts').all()).toEqual([]);
  for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('zqx')).toBe(false);
});

test.each([
  ['en', '80x24'],
  ['vi', '60x20'],
  ['th', '80x24'],
  ['vi', '120x40'],
] as const)('the question, %s at %s', async (locale, size) => {
  desk = await openScreens({ seed: true, locale, size });
  desk.goTo(47);
  ask('forget this');
  await expect(`${desk.screen()}\n`).toMatchFileSnapshot(`golden/ask-forget-${locale}-${size}.txt`);
});

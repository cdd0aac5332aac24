import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importSources } from '../../src/actions/import/import.ts';
import { createDesk } from '../helpers/desk.ts';
import { openScreens, type Screens } from '../helpers/screen.ts';
import { storeFolder } from '../helpers/seeded.ts';

const part = (name: string, content: string): string =>
  `--b\nContent-Type: application/pdf; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n` +
  `Content-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}\n`;

const MAIL =
  'From: Lan <lan@example.vn>\nTo: shop@example.org\nSubject: Bill\nMessage-ID: <f@example.vn>\n' +
  'Date: Tue, 10 Mar 2026 08:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n' +
  `--b\nContent-Type: text/plain\n\nHere it is.\n${part('bill.pdf', 'one')}${part('../../etc/passwd', 'two')}--b--\n`;

/** The screens on a case with two files; what is saved lands in `folder`. */
async function withFiles(): Promise<{ desk: Screens; folder: string }> {
  const { folder, remove } = storeFolder();
  const store = createDesk({ path: join(folder, 'desk.db') });
  onTestFinished(() => {
    store.close();
    remove();
  });
  const mail = join(folder, 'a.eml');
  writeFileSync(mail, MAIL);
  await importSources(store, { paths: [mail], solvedBefore: null });
  const desk = await openScreens({ desk: store });
  desk.asked.folder = join(folder, 'out');
  return { desk, folder: desk.asked.folder };
}

async function settled(desk: Screens): Promise<void> {
  await Promise.all(desk.asked.later.splice(0));
}

test('a lists the files of a case with size and type, their names harmless', async () => {
  const { desk } = await withFiles();
  desk.press('open', 'attachments');
  desk.sees(/› bill\.pdf +3 B {2}application\/pdf/);
  desk.sees('_.._.._etc_passwd');
  desk.key('Esc');
  desk.doesNotSee('application/pdf');
});

test('one file is saved into the folder that is typed, and where it lies is told', async () => {
  const { desk, folder } = await withFiles();
  desk.press('attachments');
  desk.key('s', 'Enter');
  await settled(desk);
  expect(readdirSync(folder)).toEqual(['bill.pdf']);
  desk.sees('1 file saved:');
  desk.sees('bill.pdf');
});

test('all are saved, never over a file that is there', async () => {
  const { desk, folder } = await withFiles();
  for (let time = 0; time < 2; time += 1) {
    desk.press('attachments');
    desk.key('S', 'Enter');
    await settled(desk);
  }
  expect(readdirSync(folder).sort()).toEqual(['_.._.._etc_passwd', '_.._.._etc_passwd-2', 'bill-2.pdf', 'bill.pdf']);
  expect(readFileSync(join(folder, 'bill.pdf'), 'utf8')).toBe('one');
});

test('a file is opened only after a question that names it and its type', async () => {
  const { desk } = await withFiles();
  desk.press('attachments');
  desk.key('Enter');
  desk.sees('bill.pdf');
  desk.sees('application/pdf');
  desk.sees('This file came from outside.');
  desk.key('Enter'); // the key that asked, held down
  await settled(desk);
  expect(desk.asked.opened).toEqual([]);

  desk.press('attachments');
  desk.key('Enter', 'y');
  await settled(desk);
  expect(desk.asked.opened).toHaveLength(1);
  desk.sees('bill.pdf was given to the system');
});

test('a file that the system cannot open, and a folder that cannot be made, are told in a line', async () => {
  const { desk, folder } = await withFiles();
  desk.asked.openFails = 'exit 3';
  desk.press('attachments');
  desk.key('Enter', 'y');
  await settled(desk);
  desk.sees('could not be opened (exit 3)');

  writeFileSync(join(folder, 'busy'), '');
  desk.press('attachments');
  desk.key('s');
  desk.type('/busy\n');
  await settled(desk);
  expect(desk.state().notice?.tone).toBe('error');
});

test('a case without files says so', async () => {
  const desk = await openScreens({ seed: true });
  desk.press('attachments');
  desk.sees('No files came with this case.');
});

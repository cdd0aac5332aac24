import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtDesk, NOW, type Ran, seededDesk, tempDesk } from '../helpers/cli.ts';
import { SEED } from '../helpers/cli-seed.ts';
import { canStrace } from '../helpers/kill.ts';
import { SCENES } from '../helpers/kill-scenes.ts';
import { sweep } from '../helpers/kill-sweep.ts';
import { mailOf, mboxOf } from '../helpers/sample-mails.ts';
import { canMount, smallDisk } from '../helpers/small-disk.ts';

const strace = canStrace();

/** A desk whose store lies on a disk of its own. */
async function deskOn(kB: number) {
  const disk = smallDisk(kB);
  const desk = tempDesk();
  const db = join(disk.folder, 'desk.db');
  const run = (argv: readonly string[], stdin?: string): Promise<Ran> =>
    desk.run([...argv, '--db', db], stdin === undefined ? {} : { stdin });
  await run(['import', desk.file('seed.jsonl', SEED), '--me', 'shop@desk.example']);
  const messages = async (): Promise<number> =>
    (JSON.parse((await run(['list', '*', '--json'])).out) as { messages: number }[]).reduce(
      (sum, one) => sum + one.messages,
      0,
    );
  return { disk, desk, run, messages };
}

const MANY = mboxOf(
  Array.from({ length: 400 }, (_, at) =>
    mailOf({
      id: `many${at}@x`,
      from: `C${at} <c${at}@x.example>`,
      subject: `Oven ${at}`,
      text: `word${at} `.repeat(99),
    }),
  ),
);

describe.runIf(canMount())('a disk that is full', () => {
  test('a mail that is delivered then is to be brought again, and is in once there is room', async () => {
    const { disk, run, messages } = await deskOn(3000);
    const mail = mailOf({ id: 'late@x', subject: 'Oven', text: 'word '.repeat(20_000) });
    const before = await messages();
    disk.fill();
    const refused = await run(['mail', 'deliver'], mail);
    expect([refused.code, refused.out]).toEqual([75, '']);
    expect(refused.err).toMatch(/^desk: The disk is full.*\n$/);
    disk.free();
    expect((await run(['mail', 'deliver'], mail)).code).toBe(0);
    expect(await messages()).toBe(before + 1);
    expect((await run(['doctor'])).code).toBe(0);
  });

  test('an import says how far it came, and given again it adds the rest once', async () => {
    const { disk, desk, run, messages } = await deskOn(3000);
    const file = desk.file('many.mbox', MANY);
    const before = await messages();
    const broken = await run(['import', file]);

    expect(broken.code).toBe(74);
    expect(broken.err).toMatch(/^desk: The disk is full.*\n$/);
    const told = Number(/after (\d+) messages/.exec(broken.err)?.[1] ?? 0);
    disk.free();
    spawnSync('mount', ['-o', 'remount,size=20000k', disk.folder]);
    expect((await messages()) - before).toBe(told);
    expect(JSON.parse((await run(['import', file, '--json'])).out)).toMatchObject({ read: 400, added: 400 - told });
    expect((await run(['doctor'])).code).toBe(0);
    expect((await messages()) - before).toBe(400);
  });

  test('a reply from stdin is refused whole, in every language, and goes through when there is room', async () => {
    const { disk, run, messages } = await deskOn(3000);
    const before = await messages();
    const text = 'Dạ em đã nhận được ạ. '.repeat(500);
    disk.fill();
    for (const [lang, says] of [
      ['en', 'The disk is full; nothing was changed. Make room, then repeat.'],
      ['vi', 'Ổ đĩa đã đầy; chưa có gì thay đổi.'],
      ['th', 'ดิสก์เต็ม ยังไม่มีอะไรเปลี่ยน'],
    ] as const)
      expect(await run(['reply', '1', '--message', '-', '--lang', lang], text)).toMatchObject({
        code: 74,
        out: '',
        err: expect.stringContaining(says),
      });
    disk.free();

    expect(await messages()).toBe(before);
    expect((await run(['reply', '1', '--message', '-'], text)).code).toBe(0);
    expect(await messages()).toBe(before + 1);
  });

  test('a backup leaves nothing that could be taken for one', async () => {
    const disk = smallDisk(200);
    const { run } = await seededDesk();

    expect(await run(['backup', join(disk.folder, 'monday.db')])).toMatchObject({
      code: 74,
      out: '',
      err: 'desk: The disk is full; nothing was changed. Make room, then repeat.\n',
    });
    expect(readdirSync(disk.folder)).toEqual([]);
  });

  test('an export to a file says that it is not whole', async () => {
    const disk = smallDisk(4);
    const { db } = await seededDesk();
    const path = join(disk.folder, 'all.jsonl');
    disk.fill();
    const file = openSync(path, 'w');
    const { status, stderr } = spawnSync(process.execPath, [builtDesk(), 'export'], {
      env: { DESK_DB: db, DESK_NOW: NOW, HOME: '/nonexistent' },
      stdio: ['ignore', file, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(file);

    expect([status, stderr]).toEqual([74, expect.stringMatching(/^desk: The output could not be written.*\n$/)]);
    expect(readFileSync(path, 'utf8')).not.toContain('"type":"template"');
  });

  test('attachments: what is saved is whole, and what is not is named', async () => {
    const disk = smallDisk(500);
    const scene = SCENES.find(({ name }) => name === 'attachments');
    const store = join((await scene?.prepare()) ?? '', 'desk.db');
    const { code, err } = await tempDesk().run(['attachments', '4', '--save', join(disk.folder, 'out'), '--db', store]);

    expect([code, err]).toEqual([74, expect.stringMatching(/^desk: There is no room to save .*photo\.jpg; .*\n$/)]);
    const saved = readdirSync(join(disk.folder, 'out'));
    expect(saved).toEqual(['bill-2.pdf', 'bill.pdf']);
    for (const name of saved) expect(readFileSync(join(disk.folder, 'out', name))).toHaveLength(200_000);
  });
});

/** Thinned for every run; `npm run deep` goes through all commands. */
describe.runIf(strace).each(['EIO', 'ENOSPC'] as const)('a disk that fails with %s', (error) => {
  test.each(SCENES.filter(({ name }) => /^(import|reply|undo of an import|backup|restore)$/.test(name)))(
    '$name: one plain line that is true, nothing half, and complete when the disk is back',
    async (scene) => {
      const { hits, lost, half } = await sweep(scene, { points: 4 }, error);

      expect(hits).toBeGreaterThan(0);
      expect({ lost, half }).toEqual({ lost: 0, half: 0 });
    },
  );
});

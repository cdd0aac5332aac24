import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Desk, tempDesk, tempFolder } from './cli.ts';
import { SEED } from './cli-seed.ts';
import { createDesk } from './desk.ts';
import { dump } from './dump.ts';
import { oldStore } from './old-store.ts';
import { remainsIn } from './remains.ts';
import { mailOf, mboxOf } from './sample-mails.ts';
import { shown } from './shown.ts';

/** One command, and what of its folder tells whether it was done, whole. */
export interface Scene {
  readonly name: string;
  /** makes the store `desk.db` and what else the command needs; gives the folder */
  readonly prepare: () => Promise<string>;
  readonly argv: (folder: string) => readonly string[];
  /** stdout goes into this file of the folder, as by `>` */
  readonly outFile?: string;
  /** everything that must be as before or as after, piece by piece: a piece is never half */
  readonly pieces: (folder: string) => Readonly<Record<string, string>>;
  /** one step: all pieces change together. Else each by itself, and the command goes on where it was. */
  readonly atOnce: boolean;
  /** what the command says when it is done already */
  readonly twice: 'the same' | 'refused' | 'done again';
}

/** Ids made at random count by their order. */
function masked(value: unknown): string {
  const order = new Map<string, number>();
  // a Message-ID of ours is signed under the store's own key
  return JSON.stringify(value).replace(
    /([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22})(?:\.[0-9a-f]{16}@)?/g,
    (_, id: string) => {
      order.set(id, order.get(id) ?? order.size);
      return `id-${order.get(id)}`;
    },
  );
}

function storeOf(path: string): Record<string, string> {
  const desk = createDesk({ path });
  const actions = desk.store.db.prepare('SELECT * FROM actions').all();
  const tables = Object.entries({ ...dump(desk.store), actions }).map(([name, rows]) => [name, masked(rows)]);
  desk.close();
  return Object.fromEntries(tables);
}

/** The cases each by itself; what all share comes first or last, and is compared when the command is done. */
function casesOf(path: string): Record<string, string> {
  const desk = createDesk({ path });
  const { cases } = shown(desk);
  desk.close();
  return Object.fromEntries(cases.map((one) => [JSON.parse(JSON.stringify(one)).number, masked(one)]));
}

const bill = Buffer.alloc(200_000, 'bill ').toString('base64').replace(/.{76}/g, '$&\n');
const withFiles =
  'Content-Type: multipart/mixed; boundary=b\nMIME-Version: 1.0\n\n--b\nContent-Type: text/plain\n\nHere.\n' +
  ['bill.pdf', 'bill.pdf', 'photo.jpg']
    .map(
      (name) =>
        `--b\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bill}\n`,
    )
    .join('');
const fileMail = `${mailOf({ id: 'files@x' }).split('\n\n')[0]}\n${withFiles}--b--\n`;

/** Twelve threads of two mails, and one that answers a thread that is here already. */
const monday = mboxOf(
  Array.from({ length: 24 }, (_, at) =>
    mailOf({
      id: `m${at}@x`,
      from: `Customer ${at % 12} <c${at % 12}@buyer.example>`,
      subject: `Oven ${at % 12}`,
      references: at < 12 ? [] : [`m${at - 12}@x`],
      text: `Word ${at} of many. `.repeat(40),
    }),
  ).concat(fileMail.replace('files@x', 'more@x').replace('To: ', 'References: <files@x>\nTo: ')),
);

async function desk(...commands: (readonly string[])[]): Promise<Desk> {
  const made = tempDesk();
  made.file('monday.mbox', monday);
  await run(made, ['import', made.file('seed.jsonl', SEED), '--me', 'cskh@maymoi.example,shop@desk.example']);
  await run(made, ['import', made.file('files.eml', fileMail)]);
  for (const argv of commands) await run(made, argv);
  return made;
}

async function run(made: Desk, argv: readonly string[]): Promise<void> {
  const inFolder = argv.map((word) => word.replace('FOLDER', made.folder));
  const { code, err } = await made.run(inFolder);
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${err}`);
}

const store = (folder: string) => storeOf(join(folder, 'desk.db'));
const cases = (folder: string) => casesOf(join(folder, 'desk.db'));
const seeded = async (...commands: (readonly string[])[]): Promise<string> => (await desk(...commands)).folder;
const inFolder =
  (...words: string[]) =>
  (folder: string) =>
    words.map((word) => word.replace('FOLDER', folder));

const REPLY = ['reply', '1', '--message', 'Dạ em đã nhận được ạ.', '--set', 'status=pending'];
const TWO_REPLIES = ['reply', '1', '2', '--message', 'Dạ em gọi lại ạ.'];
const MERGE = ['merge', '2', '3', '1'];
const IMPORT = ['import', 'FOLDER/monday.mbox'];

function filesIn(folder: string): Record<string, string> {
  const out = join(folder, 'out');
  if (!existsSync(out)) return {};
  const names = readdirSync(out).filter((name) => !name.endsWith('.part'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(out, name), 'utf8')]));
}

/** Once a removal says that it is done, nothing is left; before, it says nothing. */
function forgottenWhole(folder: string): Record<string, string> {
  const db = new Database(join(folder, 'desk.db'), { readonly: true });
  const done = db.prepare<[], number>('SELECT count(*) FROM forgotten_customers WHERE done_at IS NOT NULL').pluck();
  const ended = done.get() === 1;
  db.close();
  return ended ? { remains: JSON.stringify(remainsIn(folder)) } : {};
}

/** All commands that write, as reliability is promised for them. */
export const SCENES: readonly Scene[] = [
  {
    name: 'import',
    prepare: () => seeded(),
    argv: inFolder(...IMPORT),
    pieces: cases,
    atOnce: false,
    twice: 'the same',
  },
  { name: 'reply', prepare: () => seeded(), argv: () => REPLY, pieces: store, atOnce: true, twice: 'done again' },
  { name: 'merge', prepare: () => seeded(), argv: () => MERGE, pieces: store, atOnce: true, twice: 'refused' },
  {
    name: 'undo of a reply',
    prepare: () => seeded(REPLY),
    argv: () => ['undo'],
    pieces: store,
    atOnce: true,
    twice: 'done again',
  },
  {
    name: 'undo of replies to two',
    prepare: () => seeded(TWO_REPLIES),
    argv: () => ['undo'],
    pieces: cases,
    atOnce: false,
    twice: 'done again',
  },
  {
    name: 'undo of a merge',
    prepare: () => seeded(MERGE),
    argv: () => ['undo'],
    pieces: store,
    atOnce: true,
    twice: 'done again',
  },
  {
    name: 'undo of an import',
    prepare: () => seeded(IMPORT),
    argv: () => ['undo'],
    pieces: cases,
    atOnce: false,
    twice: 'done again',
  },
  {
    name: 'forget',
    prepare: async () => {
      const made = await desk();
      const hers = ['zqx1@x', 'zqx2@x'].map((id) =>
        mailOf({ id, from: 'Zqxlan <zqx@x.example>', subject: id, text: id }),
      );
      const path = join(tempFolder(), 'hers.mbox');
      writeFileSync(path, mboxOf(hers));
      await run(made, ['import', path]);
      await run(made, ['note', '5', '--message', 'zqxnote']);
      await run(made, ['reply', '5', '1', '--message', 'Dạ em gọi lại ạ.']);
      await run(made, ['link', '5', '1']);
      return made.folder;
    },
    argv: () => ['customers', 'forget', '5', '--sure', '5'],
    // a half forgotten one is told by doctor, and gone on with
    pieces: (folder) => ({ ...forgottenWhole(folder), ...cases(folder) }),
    atOnce: false,
    twice: 'refused',
  },
  {
    name: 'backup',
    prepare: () => seeded(),
    argv: inFolder('backup', 'FOLDER/monday.db'),
    pieces: (folder) => ({
      ...store(folder),
      ...(existsSync(join(folder, 'monday.db')) ? { backup: JSON.stringify(storeOf(join(folder, 'monday.db'))) } : {}),
    }),
    atOnce: true,
    twice: 'refused',
  },
  {
    name: 'restore',
    prepare: () => seeded(['backup', 'FOLDER/monday.db'], REPLY, IMPORT),
    argv: inFolder('restore', 'FOLDER/monday.db', '--yes'),
    pieces: store,
    atOnce: true,
    twice: 'the same',
  },
  {
    name: 'migration',
    prepare: async () => {
      const made = tempDesk();
      oldStore(made.db);
      return made.folder;
    },
    argv: () => ['list', '*'],
    pieces: store,
    atOnce: true,
    twice: 'the same',
  },
  {
    name: 'attachments',
    prepare: async () => {
      const folder = await seeded();
      mkdirSync(join(folder, 'out'));
      return folder;
    },
    argv: inFolder('attachments', '4', '--save', 'FOLDER/out'),
    pieces: (folder) => ({ ...store(folder), ...filesIn(folder) }),
    atOnce: false,
    twice: 'done again',
  },
  {
    name: 'export to a file',
    prepare: () => seeded(['import', 'FOLDER/monday.mbox']),
    argv: () => ['export'],
    outFile: 'all.jsonl',
    pieces: store,
    atOnce: true,
    twice: 'the same',
  },
];

import { perform } from '../../../../src/actions/action.ts';
import { insertMail } from '../../../../src/actions/import/insert-mail.ts';
import { merge } from '../../../../src/actions/merge.ts';
import { putInOutbox } from '../../../../src/actions/put-in-outbox.ts';
import { setCase } from '../../../../src/actions/set-case.ts';
import { spam } from '../../../../src/actions/spam.ts';
import { split } from '../../../../src/actions/split.ts';
import { undoAction } from '../../../../src/actions/undo.ts';
import { unmerge } from '../../../../src/actions/unmerge.ts';
import { actorOf } from '../../../../src/context.ts';
import { mailIdentity } from '../../../../src/mail/identity.ts';
import { mintMessageId, mintPlusToken } from '../../../../src/mail/minted-id.ts';
import { getCase, updateCase } from '../../../../src/store/cases.ts';
import { insertCustomer, nameless } from '../../../../src/store/customers.ts';
import { entriesOf } from '../../../../src/store/entries.ts';
import { insertEntry } from '../../../../src/store/new-entries.ts';
import { noteSent } from '../../../../src/store/outbox-states.ts';
import { sha256 } from '../../../../src/store/raw.ts';
import { mintKey, writeSetting } from '../../../../src/store/settings.ts';
import { type Writing, write } from '../../../../src/store/writing.ts';
import type { Desk } from '../../../helpers/desk.ts';
import { receive } from '../../../helpers/live-desk.ts';
import { NO_HINTS } from '../../../helpers/mails.ts';
import type { Key, LiveThread, Source, Step } from './gold.ts';
import { bytesOf } from './sources.ts';

const OTHER_DESKS_KEY = 'ab'.repeat(32);

/** One story on a desk of its own: what the cases are called there, and what their ids are. */
export class Story {
  readonly desk: Desk;
  readonly numbers = new Map<Key, number>();
  private readonly thread: LiveThread;
  private readonly minted = new Map<string, string>();
  private opening = 0;
  private others = 0;

  constructor(desk: Desk, thread: LiveThread) {
    this.desk = desk;
    this.thread = thread;
    this.write((writing) => writeSetting(writing, 'me', thread.own.join(',')));
  }

  numberOf(key: Key): number {
    const number = this.numbers.get(key);
    if (number === undefined) throw new Error(`no case ${key}`);
    return number;
  }

  bytes(source: Source): Buffer {
    return bytesOf(source, (name, value) => this.fill(name, value));
  }

  async take(step: Step): Promise<void> {
    const { desk } = this;
    desk.wait(1000);
    if (step.did === 'opened') return this.open(step);
    const number = this.numberOf(step.key);
    if (step.did === 'received') return this.file(number, step.mail, false);
    if (step.did === 'replied') return this.reply(step, number);
    if (step.did === 'sent') {
      if ('mail' in step) await this.file(number, step.mail, true);
      else this.write((writing) => insertOurs(writing, desk.newId(), number, step.id, step.to));
      this.status(number, 'pending');
    } else if (step.did === 'solved' || step.did === 'closed') this.status(number, step.did);
    else if (step.did === 'called spam') perform(desk, spam, { cases: [number], not: false });
    else if (step.did === 'unmerged') perform(desk, unmerge, { case: number });
    else if (step.did === 'merged') perform(desk, merge, { from: [number], into: this.numberOf(step.into) });
    else if (step.did === 'split') this.split(number, step.entry, step.to);
    else if (step.did === 'changed customer') this.customer(number, step.to);
    else if (step.did === 'undid opening') this.undoOpening();
    else if (step.did === 'was flooded') await this.flood(number, step.from, step.mails);
  }

  private write<Result>(work: (writing: Writing) => Result): { action: number; result: Result } {
    return write(this.desk.store, actorOf(this.desk), 'set', work);
  }

  private status(number: number, status: 'pending' | 'solved' | 'closed'): void {
    perform(this.desk, setCase, { cases: [number], fields: { status }, addTags: [], removeTags: [] });
  }

  private async open(step: Extract<Step, { did: 'opened' }>): Promise<void> {
    const { db } = this.desk.store;
    if (step.number !== undefined) {
      db.prepare("DELETE FROM sqlite_sequence WHERE name = 'cases'").run();
      db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('cases', ?)").run(step.number - 1);
    }
    const filed = await receive(this.desk, this.bytes(step.by));
    if (!['new', 'own'].includes(filed.how) || filed.case === null)
      throw new Error(`${this.thread.name}: opening ${filed.how}`);
    this.numbers.set(step.key, filed.case);
    this.opening = filed.action;
    if (step.customer !== undefined) this.customer(filed.case, step.customer);
  }

  private async file(number: number, source: Source, ours: boolean): Promise<void> {
    const raw = this.bytes(source);
    const parsed = await this.desk.parseMail(raw, NO_HINTS);
    const mail = { parsed, sha256: sha256(raw), identity: mailIdentity(parsed, raw), ours };
    this.desk.store.raw().keep([{ raw, source: 'test', ref: '' }]);
    this.write((writing) => insertMail(writing, this.desk, number, mail));
  }

  private reply(step: Extract<Step, { did: 'replied' }>, number: number): void {
    const at = (address: string) => ({ name: '', address });
    const envelope = {
      from: at(this.thread.own[0] ?? ''),
      to: [at(step.to)],
      cc: step.cc === undefined ? [] : [at(step.cc)],
      bcc: [],
      subject: 'Re',
      references: [],
    };
    const answer = { envelope, text: 'An answer.', parts: [], leaveAt: null };
    const { result } = this.write((writing) => {
      const put = putInOutbox(writing, this.desk, getCase(writing.store, number), answer);
      // what has left is not undone any more
      if (!this.thread.given.some(({ did }) => did === 'undid opening')) noteSent(writing, put.entry, writing.now);
      return put;
    });
    const entry = entriesOf(this.desk.store, number).find(({ id }) => id === result.entry);
    this.minted.set(`${step.key}.${step.message}`, entry?.messageId ?? '');
    this.status(number, 'pending');
  }

  private split(number: number, named: number | string, to: Key): void {
    const key = [...this.numbers].find(([, one]) => one === number)?.[0];
    const id = typeof named === 'string' ? named : this.minted.get(`${key}.${named}`);
    const entry = entriesOf(this.desk.store, number).find(({ messageId }) => messageId === id)?.id ?? 0;
    const { output } = perform(this.desk, split, { case: number, entries: [entry] });
    this.numbers.set(to, output.number);
  }

  private customer(number: number, address: string): void {
    this.write((writing) => {
      const customer = insertCustomer(writing, nameless(this.desk.newId(), { name: '', address }));
      updateCase(writing, getCase(writing.store, number), { customer });
    });
  }

  private undoOpening(): void {
    const rows = this.desk.store.db
      .prepare<[number], { id: number }>('SELECT id FROM actions WHERE id >= ? AND undone_by IS NULL ORDER BY id DESC')
      .all(this.opening);
    for (const { id } of rows) undoAction(this.desk, id);
  }

  private async flood(number: number, from: string, mails: number): Promise<void> {
    const { desk } = this;
    const parent = entriesOf(desk.store, number).find(({ messageId }) => messageId !== null)?.messageId;
    for (let n = 0; n < mails; n += 1) {
      desk.wait(60_000);
      const date = new Date(desk.now()).toUTCString().replace('GMT', '+0000');
      const header = [
        `From: ${from}`,
        `To: ${this.thread.own[0]}`,
        `Date: ${date}`,
        `Message-ID: <f${n}@flood.example>`,
      ];
      const text = [...header, `In-Reply-To: <${parent}>`, 'Subject: once more', '', `Once more, ${n}.`];
      const filed = await receive(desk, Buffer.from(text.join('\r\n')));
      if (filed.case !== number) throw new Error('a mail of the flood went elsewhere');
    }
  }

  private fill(name: string, value: string): string {
    if (name === 'ids')
      return Array.from({ length: Number(value) }, () => `<q${this.others++}@other.example>`).join('\r\n ');
    if (name === 'long-id') return `${'x'.repeat(Number(value) - 12)}@long.example`;
    const [key = '', message = ''] = value.split('.');
    const number = this.numbers.get(key as Key) ?? 0; // the gold's test looks at the keys
    const secret = mintKey(this.desk.store);
    const id = this.minted.get(value) ?? '';
    const other = (text: string): string => text.replace(/.(?=@|$)/, (letter) => (letter === '0' ? '1' : '0'));
    const made: Record<string, string> = {
      minted: id,
      'upper-minted': id.toUpperCase(),
      forged: other(id),
      foreign: mintMessageId(OTHER_DESKS_KEY, number, message, 'other.example'),
      token: mintPlusToken(secret, number),
      'upper-token': mintPlusToken(secret, number).toUpperCase(),
      'forged-token': other(mintPlusToken(secret, number)),
    };
    return made[name] ?? '';
  }
}

function insertOurs(writing: Writing, uid: string, number: number, messageId: string, to: string): void {
  insertEntry(writing, {
    uid,
    case: number,
    type: 'message',
    party: 'agent',
    direction: 'out',
    channel: 'email',
    at: writing.now,
    atSource: 'record',
    author: '',
    subject: null,
    text: 'An answer.',
    quoted: '',
    minutes: null,
    automatic: null,
    problem: null,
    messageId,
    received: null,
    identity: null,
    parents: [],
    addresses: [{ role: 'to', name: '', address: to }],
    parts: [],
  });
}

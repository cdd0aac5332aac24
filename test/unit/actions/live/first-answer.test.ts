import { describe, expect, test } from 'vitest';
import { undoAction } from '../../../../src/actions/undo.ts';
import { actorOf } from '../../../../src/context.ts';
import { blockSenders } from '../../../../src/store/blocked-senders.ts';
import { outgoingIn } from '../../../../src/store/outbox.ts';
import { write } from '../../../../src/store/writing.ts';
import {
  type AnsweringDesk,
  answeringDesk,
  receiveAt,
  sendAll,
  type Travelling,
  writeTo,
} from '../../../helpers/exchange.ts';
import { mailTo } from '../../../helpers/live-shop.ts';

const CARE = 'care@a.example';
const DAY = 86_400_000;

const answers = ({ desk }: AnsweringDesk) => outgoingIn(desk.store, ['queued', 'sent']).filter((one) => one.automatic);

const comes = (one: AnsweringDesk, from: string, ...lines: string[]) =>
  receiveAt(one, mailTo(one.desk, from, [`To: ${CARE}`, ...lines], 'Where is my parcel?'));

test('a mail that opens a case is answered, by the account, with the case in it', async () => {
  const one = answeringDesk(CARE, 'a');
  await comes(one, 'Lan <lan@x.example>', 'Subject: Parcel');
  expect(answers(one)).toMatchObject([
    {
      automatic: true,
      envelope: { from: { address: CARE }, to: [{ address: 'lan@x.example' }], subject: 'Re: Parcel' },
    },
  ]);
});

test('one address is answered once in a day, and again the day after', async () => {
  const one = answeringDesk(CARE, 'a');
  for (const subject of ['one', 'two', 'three']) await comes(one, 'Lan@x.example', `Subject: ${subject}`);
  expect(answers(one).length).toBe(1);
  one.desk.wait(DAY);
  await comes(one, 'lan@X.example', 'Subject: four');
  expect(answers(one).length).toBe(2);
});

test('undo of the mail takes an answer along that has not left, and is refused once it has', async () => {
  const one = answeringDesk(CARE, 'a');
  const first = await comes(one, 'lan@x.example');
  undoAction(one.desk, first.action);
  expect(answers(one)).toEqual([]);
  const second = await comes(one, 'ben@x.example');
  one.desk.wait(60_000);
  expect(sendAll(one).length).toBe(1);
  expect(() => undoAction(one.desk, second.action)).toThrow('undo-left');
});

describe('nobody else is answered', () => {
  test.each([
    ['an automatic answer', 'lan@x.example', 'Auto-Submitted: auto-replied'],
    ['a list', 'lan@x.example', 'List-Id: <news.x.example>'],
    ['bulk mail', 'lan@x.example', 'Precedence: bulk'],
    ['a bounce', 'MAILER-DAEMON@x.example', 'X-Failed-Recipients: y@x.example'],
    ['an empty return path', 'lan@x.example', 'Return-Path: <>'],
    ['no-reply', 'no-reply@x.example', 'X-A: 1'],
    ['postmaster', 'postmaster@x.example', 'X-A: 1'],
    ['no-reply in Reply-To', 'orders@x.example', 'Reply-To: noreply@x.example'],
    ['ourselves', CARE, 'X-A: 1'],
  ])('%s', async (_what, from, line) => {
    const one = answeringDesk(CARE, 'a');
    await comes(one, from, line);
    expect(answers(one)).toEqual([]);
  });

  test('a sender of spam', async () => {
    const one = answeringDesk(CARE, 'a');
    const { case: number } = await comes(one, 'lan@y.example', 'Auto-Submitted: auto-replied');
    const senders = ['spam@x.example'];
    write(one.desk.store, actorOf(one.desk), 'spam', (writing) => blockSenders(writing, number ?? 0, senders));
    await comes(one, 'spam@x.example');
    expect(answers(one)).toEqual([]);
  });

  test('who writes in a case that is there', async () => {
    const one = answeringDesk(CARE, 'a');
    await comes(one, 'lan@x.example', 'Message-ID: <1@x.example>');
    one.desk.wait(2 * DAY);
    await comes(one, 'lan@x.example', 'In-Reply-To: <1@x.example>');
    expect(answers(one).length).toBe(1);
  });
});

/** Everything that has an address in this world, and what each does with a mail. */
class Exchange {
  readonly a = answeringDesk(CARE, 'a');
  readonly b = answeringDesk('help@b.example', 'b');
  readonly log: Travelling[] = [];
  private underway: Travelling[] = [];

  async round(): Promise<void> {
    this.underway.push(...sendAll(this.a), ...sendAll(this.b));
    const now = this.underway;
    this.underway = [];
    this.log.push(...now);
    for (const mail of now) await this.arrive(mail);
    for (const { desk } of [this.a, this.b]) desk.wait(60_000);
  }

  private async arrive(mail: Travelling): Promise<void> {
    const { to } = mail;
    if (to === CARE) await receiveAt(this.a, mail.raw);
    else if (to === 'help@b.example') await receiveAt(this.b, mail.raw);
    else if (to === 'away@x.example') this.answer(mail, to, true, ['Auto-Submitted: auto-replied'], 'I am away.');
    // a responder that says of itself in no way what it is, and remembers nobody
    else if (to === 'rude@x.example') this.answer(mail, to, true, [], 'I am away and this is no standard.');
    else if (to === 'gone@x.example')
      this.answer(mail, 'MAILER-DAEMON@x.example', true, ['Return-Path: <>'], `Gone.\n\n${mail.raw}`);
    else if (to === 'list@x.example')
      this.answer(mail, mail.from, false, ['List-Id: <list.x.example>'], 'footer', CARE);
  }

  private answer(
    mail: Travelling,
    from: string,
    automatic: boolean,
    lines: string[],
    text: string,
    to = mail.from,
  ): void {
    const header = mail.raw.toString().split('\r\n\r\n')[0] ?? '';
    const subject = /^Subject: (.*)$/m.exec(header)?.[1] ?? '';
    const id = /^Message-ID: (.*)$/m.exec(header)?.[1] ?? '';
    const raw = mailTo(
      this.a.desk,
      from,
      [`To: ${to}`, `Subject: Re: ${subject}`, ...(from === 'rude@x.example' ? [] : [`In-Reply-To: ${id}`]), ...lines],
      text,
    );
    this.underway.push({ from, to, automatic, raw });
  }

  /** Everything that could grow. */
  size(): object {
    return [this.a, this.b].map(({ desk: { store } }) => ({
      cases: store.db
        .prepare('SELECT count(*), max(length(subject)), sum(is_open), sum(waiting_since IS NOT NULL) FROM cases')
        .raw()
        .get(),
      entries: store.db.prepare('SELECT count(*), max(length(subject)) FROM entries').raw().get(),
      outbox: store.db.prepare('SELECT count(*) FROM outbox').raw().get(),
    }));
  }
}

test('two desks that answer by themselves, responders, a dead address, a list and our own address come to rest', async () => {
  const exchange = new Exchange();
  for (const to of ['help@b.example', 'away@x.example', 'rude@x.example', 'gone@x.example', 'list@x.example', CARE])
    writeTo(exchange.a, to, `To ${to}`);
  for (const to of [CARE, 'away@x.example', 'rude@x.example', 'gone@x.example'])
    writeTo(exchange.b, to, `From b to ${to}`);
  await receiveAt(exchange.a, mailTo(exchange.a.desk, 'rude@x.example', [`To: ${CARE}`, 'Subject: A complaint']));
  for (let round = 0; round < 6; round += 1) await exchange.round();
  const rest = exchange.size();
  for (let round = 6; round < 50; round += 1) await exchange.round();
  expect(exchange.size()).toEqual(rest);
  const pairs = new Map<string, number>();
  for (const { from, to, automatic } of exchange.log) {
    if (!automatic || !/@[ab]\.example/.test(from)) continue;
    const pair = [from, to].sort().join(' ');
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  expect(pairs.size).toBeGreaterThanOrEqual(2);
  expect(Math.max(...pairs.values())).toBeLessThanOrEqual(2);
  expect(exchange.log.length).toBeLessThan(40);
});

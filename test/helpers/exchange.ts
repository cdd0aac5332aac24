import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import { putInOutbox } from '../../src/actions/put-in-outbox.ts';
import { putTemplateAction } from '../../src/actions/templates.ts';
import { actorOf } from '../../src/context.ts';
import type { MailAccount } from '../../src/domain/mail-account.ts';
import type { Outgoing } from '../../src/domain/outbox.ts';
import { getCase } from '../../src/store/cases.ts';
import { getEntry } from '../../src/store/entries.ts';
import { claimNext, settleClaim } from '../../src/store/outbox-states.ts';
import { write } from '../../src/store/writing.ts';
import { createDesk, type Desk } from './desk.ts';
import { addTestAccount, receive } from './live-desk.ts';

/** A mail on its way between machines in memory. */
export interface Travelling {
  readonly from: string;
  readonly to: string;
  readonly automatic: boolean;
  readonly raw: Buffer;
}

/** A desk with an account that answers first by itself. */
export interface AnsweringDesk {
  readonly desk: Desk;
  readonly account: MailAccount;
}

export function answeringDesk(address: string, session: string): AnsweringDesk {
  const desk = createDesk({ session });
  const template = {
    name: 'receipt',
    title: 'Receipt',
    tags: [],
    bodies: { en: 'We have got your mail as #{{case.number}}.' },
    set: {},
    addTags: [],
  };
  perform(desk, putTemplateAction, { template, isNew: true });
  return { desk, account: addTestAccount(desk, address, { autoReply: 'receipt' }) };
}

/** An agent of the desk writes to somebody first. */
export function writeTo({ desk, account }: AnsweringDesk, to: string, subject: string): void {
  const input = { customer: to, subject, kind: 'service' as const, channel: 'email' as const };
  const { number } = perform(desk, newCase, input).output;
  const at = (address: string) => ({ name: '', address });
  const envelope = { from: at(account.address), to: [at(to)], cc: [], bcc: [], subject, references: [] };
  write(desk.store, actorOf(desk), 'reply', (writing) =>
    putInOutbox(writing, desk, getCase(desk.store, number), {
      envelope,
      text: 'A question.',
      parts: [],
      leaveAt: 'now',
    }),
  );
}

/** Everything that is due leaves the desk. */
export function sendAll({ desk, account }: AnsweringDesk): Travelling[] {
  const sent: Travelling[] = [];
  for (let next = claim(); next !== null; next = claim()) {
    settleClaim(desk.store, next.entry, 'test', { state: 'sent', sentAt: desk.now(), problem: null });
    const [to] = next.envelope.to;
    const raw = wire(desk, next);
    sent.push({ from: next.envelope.from.address, to: to?.address ?? '', automatic: next.automatic, raw });
  }
  return sent;
  function claim(): Outgoing | null {
    return claimNext(desk.store, account.id, 'test', desk.now());
  }
}

function wire(desk: Desk, { entry, messageId, envelope, automatic }: Outgoing): Buffer {
  const header = [
    `From: ${envelope.from.address}`,
    `To: ${envelope.to.map(({ address }) => address).join(', ')}`,
    `Subject: ${envelope.subject}`,
    `Date: ${new Date(desk.now()).toUTCString()}`,
    `Message-ID: <${messageId}>`,
    ...envelope.references.slice(-1).map((id) => `In-Reply-To: <${id}>`),
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
  ];
  return Buffer.from([...header, '', getEntry(desk.store, entry).text, ''].join('\r\n'));
}

export const receiveAt = ({ desk, account }: AnsweringDesk, raw: Buffer) => receive(desk, raw, account);

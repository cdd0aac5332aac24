import { perform } from '../../src/actions/action.ts';
import { putInOutbox } from '../../src/actions/put-in-outbox.ts';
import { type CaseFields, setCase } from '../../src/actions/set-case.ts';
import { actorOf } from '../../src/context.ts';
import type { Case, Status } from '../../src/domain/case.ts';
import type { MailAccount } from '../../src/domain/mail-account.ts';
import type { Outgoing } from '../../src/domain/outbox.ts';
import { getCase } from '../../src/store/cases.ts';
import { entriesOf } from '../../src/store/entries.ts';
import { findOutgoing } from '../../src/store/outbox.ts';
import { write } from '../../src/store/writing.ts';
import { createDesk, type Desk } from './desk.ts';
import { addTestAccount, receive } from './live-desk.ts';

export const SHOP = 'hotro@shop.example';
export const LAN = 'lan@thuxanh.example';

let ids = 0;

/** A mail to the shop as on the wire: its header lines and words; without an own date it is of now. */
export function mailTo(desk: Desk, from: string, lines: readonly string[], text = 'Máy lại rò rồi ạ.'): Buffer {
  ids += 1;
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const header = [
    `From: ${from}`,
    ...(has('to') ? [] : [`To: ${SHOP}`]),
    ...(has('date') ? [] : [`Date: ${new Date(desk.now()).toUTCString()}`]),
    ...(has('message-id') ? [] : [`Message-ID: <m${ids}@live.example>`]),
    ...(has('subject') ? [] : ['Subject: =?UTF-8?Q?M=C3=A1y_xay?=']),
    ...lines,
  ];
  return Buffer.from([...header, '', ...text.split('\n'), ''].join('\r\n'));
}

/** A shop with a mail account where Lan wrote once, and how the story goes on there. */
export async function shop(more: Parameters<typeof addTestAccount>[2] = {}) {
  const desk = createDesk();
  const account: MailAccount = addTestAccount(desk, SHOP, more);
  const first = await receive(desk, mailTo(desk, `Lan <${LAN}>`, ['Message-ID: <first@thuxanh.example>']), account);
  const number = first.case ?? 0;
  const stands = (): Case => getCase(desk.store, number);
  const set = (fields: CaseFields): void => {
    perform(desk, setCase, { cases: [number], fields, addTags: [], removeTags: [] });
  };
  /** an answer of ours, in the state that the outbox shall show */
  const answer = (state: 'sent' | 'uncertain' | 'queued' = 'sent'): Outgoing => {
    const at = (address: string) => ({ name: '', address });
    const envelope = { from: at(SHOP), to: [at(LAN)], cc: [], bcc: [], subject: 'Re: Máy xay', references: [] };
    const { result } = write(desk.store, actorOf(desk), 'reply', (writing) =>
      putInOutbox(writing, desk, stands(), { envelope, text: 'Dạ.', parts: [], leaveAt: null }),
    );
    desk.store.db.prepare('UPDATE outbox SET state = ? WHERE entry = ?').run(state, result.entry);
    set({ status: 'pending' });
    desk.wait(60_000);
    return outgoing(result.entry);
  };
  const outgoing = (entry: number): Outgoing => {
    const found = findOutgoing(desk.store, entry);
    if (found === null) throw new Error('no such message');
    return found;
  };
  const get = (raw: Buffer) => receive(desk, raw, account);
  const fromLan = (lines: readonly string[], text?: string) => get(mailTo(desk, `Lan <${LAN}>`, lines, text));
  const entries = () => entriesOf(desk.store, number);
  const status = (): Status => stands().status;
  return { desk, account, number, stands, status, set, answer, outgoing, get, fromLan, entries };
}

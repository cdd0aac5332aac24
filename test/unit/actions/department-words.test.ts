import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perform } from '../../../src/actions/action.ts';
import { fillTemplate } from '../../../src/actions/fill-template.ts';
import { handoff } from '../../../src/actions/handoffs.ts';
import { messageBytes } from '../../../src/actions/mailing/message-bytes.ts';
import { quoteOfLast } from '../../../src/actions/mailing/quote.ts';
import { merge } from '../../../src/actions/merge.ts';
import { newCase } from '../../../src/actions/new-case.ts';
import { playbookOffer } from '../../../src/actions/playbooks.ts';
import { readCase } from '../../../src/actions/read-cases.ts';
import { handoffReceive } from '../../../src/actions/receive-handoff.ts';
import { reply } from '../../../src/actions/reply.ts';
import { split } from '../../../src/actions/split.ts';
import { withdraw } from '../../../src/actions/withdraw-handoff.ts';
import { CASE_FIELD_NAMES } from '../../../src/domain/case-fields.ts';
import type { Template } from '../../../src/domain/template.ts';
import { findOutgoing } from '../../../src/store/outbox.ts';
import { createDesk, type Desk } from '../../helpers/desk.ts';
import { addTestAccount, receive } from '../../helpers/live-desk.ts';
import { mailWithFiles } from '../../helpers/mail-with-files.ts';

const SHOP = 'cskh@maymoi.example';
const LAN = 'lan@x.example';
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  customer: ['name', 'given_name', 'first_name', 'honorific', 'salutation', 'email', 'phone'],
  case: [
    'number',
    'subject',
    'product',
    'kind',
    'department',
    'status',
    'topic',
    'quote',
    'note',
    'last',
    'summary',
  ].concat(CASE_FIELD_NAMES),
  handoff: ['answer', 'packet', 'department'],
  agent: ['name', 'signature'],
};
/** A template that asks for all there is, and for more. */
const CURIOUS: Template = {
  ...{ name: 'curious', title: 'Curious', tags: [], set: {}, addTags: [], used: 0 },
  bodies: {
    vi: Object.entries(GROUPS)
      .flatMap(([group, names]) => names.map((name) => `{{${group}.${name}}}`))
      .join('\n'),
  },
};

/** How a department's word can come. */
const WAYS = ['by its address', 'from a colleague', 'without a mark', 'by hand', 'after it was withdrawn'] as const;
const MOVES = ['nothing', 'merged', 'split', 'merged before'] as const;

interface Told {
  readonly way: (typeof WAYS)[number];
  readonly move: (typeof MOVES)[number];
  readonly mailed: boolean;
  /** the customer writes once more afterwards */
  readonly again: boolean;
  readonly secret: string;
}
const told = fc.record({
  way: fc.constantFrom(...WAYS),
  move: fc.constantFrom(...MOVES),
  mailed: fc.boolean(),
  again: fc.boolean(),
  // ASCII, so that no encoding of a mail hides it
  secret: fc.stringMatching(/^[A-Z]{12}$/),
});

function customerCase(desk: Desk, subject: string): number {
  return perform(desk, newCase, {
    ...{ customer: `Nguyễn Thị Lan <${LAN}>`, subject, kind: 'support', channel: 'email' },
    message: 'Màn hình máy giặt của chị không bấm được nữa em ơi',
  }).output.number;
}

let mails = 0;
const headerOf = (from: string, subject: string, ...more: string[]): string[] => {
  mails += 1;
  const id = `Message-ID: <dept-${mails}@x.example>`;
  return [`From: ${from}`, `To: ${SHOP}`, `Subject: ${subject}`, id, 'Date: Thu, 12 Mar 2026 09:30:00 +0700', ...more];
};

/** A department is asked, and answers with the secret in all that it says. The case in which that lies then. */
async function departmentSpeaks(desk: Desk, { way, move, mailed, secret }: Told): Promise<number> {
  let number = customerCase(desk, 'Màn hình không bấm được');
  const other = customerCase(desk, 'Bơm kêu');
  const given = { product: 'Aqua 7', 'item-to-send': secret, phone: '0901', address: secret };
  const { handoff: made } = perform(desk, handoff, {
    ...{ case: number, department: 'warehouse', given, summary: secret, mail: mailed, evidence: null },
  }).output;
  const packet = readCase(desk, number).entries.at(-1);
  const join = () => perform(desk, merge, { from: [number], into: other });
  if (move === 'merged before') {
    join();
    number = other;
  }
  if (way === 'after it was withdrawn') perform(desk, withdraw, { handoff: made.id, reason: secret, tell: true });
  const form = `${secret}\n\n> desk-handoff: ${made.mark}\n> [remark] Ghi chú: ${secret}\n`;
  if (way === 'by hand') perform(desk, handoffReceive, { case: number, text: form });
  else {
    const answers = packet?.messageId == null ? [] : [`In-Reply-To: <${packet.messageId}>`];
    const from = way === 'from a colleague' && mailed ? 'ngan@elsewhere.example' : 'warehouse@example.com';
    const text = way === 'without a mark' && mailed ? secret : form;
    const file = { name: `${secret}.pdf`, type: 'application/pdf', bytes: Buffer.from(secret) };
    const header = headerOf(`${secret} <${from}>`, `${secret} [#${number}]`, ...answers);
    const { case: joined } = await receive(desk, mailWithFiles(header, text, [file]));
    expect(joined).toBe(number);
  }
  if (move === 'merged') {
    join();
    number = other;
  }
  if (move !== 'split') return number;
  const words = readCase(desk, number).entries.filter(({ party }) => party === 'department');
  return perform(desk, split, { case: number, entries: words.map(({ id }) => id) }).output.number;
}

test('no department’s word reaches a customer, however it came, wherever it lies, by whatever is sent to her', async () => {
  await fc.assert(
    fc.asyncProperty(told, async (one) => {
      const desk = createDesk({ tick: 1000, zone: 'Asia/Ho_Chi_Minh', locale: 'vi' });
      const account = addTestAccount(desk, SHOP);
      const { secret } = one;
      const number = await departmentSpeaks(desk, one);
      if (one.again) await receive(desk, mailWithFiles(headerOf(LAN, `Re: [#${number}]`), 'Sao rồi em?', []));

      const view = readCase(desk, number);
      expect(view.entries.some(({ text, party }) => party === 'department' && text.includes(secret))).toBe(true);
      expect(quoteOfLast(view.entries)).not.toContain(secret);
      expect(JSON.stringify([view.reply, view.replyTo, view.case.subject])).not.toContain(secret);
      expect(fillTemplate(desk, number, CURIOUS).text).not.toContain(secret);
      const step = { case: number, playbook: 'return-late', step: 'larger-model', anyway: true };
      expect(perform(desk, playbookOffer, step).output.text).not.toContain(secret);

      const [sent] = perform(desk, reply, {
        ...{ cases: [number], text: 'Dạ em báo chị nhé', fields: {}, addTags: [], fromDraft: false, quote: true },
      }).output;
      const outgoing = findOutgoing(desk.store, sent?.entry ?? 0);
      expect(outgoing?.envelope.to).toEqual([expect.objectContaining({ address: LAN })]);
      if (outgoing === null) throw new Error('not in the outbox');
      const { raw } = await messageBytes(desk, account, outgoing);
      const read = await desk.parseMail(raw, { fromLineAt: null, maildirAt: null });
      expect(`${raw}\n${read.text}\n${read.quoted}`).not.toMatch(new RegExp(`${secret}|desk-handoff|warehouse@`));
      expect(read.parts).toEqual([]);
      desk.close();
    }),
    { numRuns: 60 },
  );
});

test('what a customer answers to a department’s mail that let her in is her own word', async () => {
  const desk = createDesk({ zone: 'Asia/Ho_Chi_Minh', locale: 'vi' });
  addTestAccount(desk, SHOP);
  const number = customerCase(desk, 'Màn hình');
  const given = { product: 'Aqua 7', 'item-to-send': 'Bơm', phone: '0901', address: 'Huế' };
  perform(desk, handoff, {
    ...{ case: number, department: 'warehouse', given, summary: null, mail: true, evidence: null },
  });
  const packet = readCase(desk, number).entries.at(-1)?.messageId;
  await receive(desk, mailWithFiles(headerOf(LAN, 'Re: Kho', `References: <${packet}>`), 'Chị nhận được rồi', []));

  const view = readCase(desk, number);
  expect(view.entries.at(-1)).toMatchObject({ party: 'customer', text: expect.stringContaining('nhận được') });
  expect(view.case.status).not.toBe('pending');
});

interface Sample {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  /** ids it answers, oldest first */
  readonly references?: readonly string[];
  readonly date?: string | null;
  readonly text?: string;
  readonly more?: readonly string[];
}

/** A raw mail of few words. */
export function mailOf({ id, from, to, subject, references = [], date, text = 'Hello', more = [] }: Sample): string {
  const last = references.at(-1);
  const lines = [
    `From: ${from ?? 'An <an@buyer.example>'}`,
    `To: ${to ?? 'shop@desk.example'}`,
    ...(subject === '' ? [] : [`Subject: ${subject ?? 'The oven'}`]),
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(last === undefined ? [] : [`In-Reply-To: <${last}>`]),
    ...(references.length === 0 ? [] : [`References: ${references.map((one) => `<${one}>`).join(' ')}`]),
    ...(date === null ? [] : [`Date: ${date ?? 'Mon, 09 Mar 2026 08:00:00 +0700'}`]),
    ...more,
  ];
  return `${lines.join('\n')}\n\n${text}\n`;
}

/** Mails in an mbox whose From_ lines know no date. */
export const mboxOf = (mails: readonly string[]): string =>
  mails.map((mail) => `From MAILER-DAEMON Thu Jan  1 00:00:00 1970\n${mail}\n`).join('');

const day = (at: number): string => `Tue, ${String(at).padStart(2, '0')} Mar 2026 08:00:00 +0700`;

/**
 * Threads that come to light bit by bit: 0–3 hang together by 1, which may be missing; 4 and 5 by 6; 7 stands alone;
 * 8 has no date, 9 no id; 10 is a bounce; 11 brings two files of one name.
 */
export const MAILS: readonly string[] = [
  mailOf({ id: 'a1@x', date: day(3), text: 'The oven is dead' }),
  mailOf({ id: 'a2@x', date: day(4), from: 'shop@desk.example', to: 'an@buyer.example', references: ['a1@x'] }),
  mailOf({ id: 'a3@x', date: day(5), references: ['a2@x'], text: 'Still dead' }),
  mailOf({ id: 'a4@x', date: day(6), references: ['a2@x'], text: 'And cold', from: 'Bo <bo@buyer.example>' }),
  mailOf({ id: 'b1@x', date: day(3), from: 'chị Lan <lan@x.example>', subject: 'Hoàn tiền' }),
  mailOf({ id: 'b3@x', date: day(8), from: 'Lan <lan@x.example>', references: ['b2@x'], subject: 'Re: Hoàn tiền' }),
  mailOf({ id: 'b2@x', date: day(7), from: 'shop@desk.example', to: 'lan@x.example', references: ['b1@x'] }),
  mailOf({ id: 'c1@x', date: day(2), from: 'สมชาย <s@buyer.example>', subject: 'จอมืด', text: 'เครื่องซักผ้าใหญ่เกินไป' }),
  mailOf({ id: 'd1@x', date: null, text: 'When?' }),
  mailOf({ date: day(9), text: 'No id at all' }),
  mailOf({ id: 'e1@x', date: day(10), from: 'MAILER-DAEMON@x.example', more: ['Auto-Submitted: auto-replied'] }),
  mailOf({
    id: 'f1@x',
    date: day(11),
    more: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    text: `--b\n\nHere they are\n${['one', 'two'].map((name) => `--b\nContent-Disposition: attachment; filename="ảnh.txt"\n\n${name}\n`).join('')}--b--`,
  }),
];

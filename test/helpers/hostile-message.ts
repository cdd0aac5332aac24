import fc from 'fast-check';
import type { Message } from '../../src/mail/compose/compose.ts';

const BITS = [
  ...[
    '\r\n',
    '\r',
    '\n',
    '\r\n\r\n',
    '\0',
    '\t',
    '\x1b[31m',
    '\u2028',
    '\u0085',
    '\ud800',
    '\ufeff',
    ' ',
    '"',
    "'",
    '\\',
    '<',
    '>',
  ],
  ...[
    ',',
    ';',
    ':',
    '@',
    '(',
    ')',
    '[',
    ']',
    '.',
    '\r\n.\r\n',
    '\r\nBcc: x@evil.example',
    '\nX-Evil: 1',
    '\r\n\r\n<html>',
  ],
  ...[
    '=?utf-8?q?=0d=0aBcc:_x@evil.example?=',
    '--=_desk-',
    'boundary=x',
    'Nguyễn',
    'สมหญิง',
    '您好',
    '🎉',
    'a',
    'Re: ',
    '%0d%0a',
  ],
  ...[
    "''",
    'x'.repeat(120),
    'từ '.repeat(30),
    'From ',
    '> ',
    '-- ',
    'lan@example.vn',
    '<lan@example.vn>',
    'MAIL FROM:<a@b>',
  ],
];

/** Text that tries to be more than text. */
export const hostileText = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...BITS), { maxLength: 12 }).map((bits) => bits.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}$/);
const domain = fc.constantFrom('example.vn', 'shop.example', 'tên-miền.vn', 'xn--tn-min-iva0322d.vn', 'a.b.c.example');
const goodAddress = fc.tuple(local, domain).map(([user, host]) => `${user}@${host}`);

/** Mostly one; else something that pretends. */
export const address = fc.oneof({ weight: 9, arbitrary: goodAddress }, { weight: 1, arbitrary: hostileText });
const named = fc.record({ name: hostileText, address: goodAddress });
const id = fc.oneof(fc.stringMatching(/^[a-z0-9.]{1,30}@[a-z]{1,10}$/), hostileText);

/** A message whose every field is a stranger's but its addresses, which have passed the check. */
export const hostileMessage: fc.Arbitrary<Message> = fc.record({
  envelope: fc.record({
    from: named,
    to: fc.array(named, { minLength: 1, maxLength: 3 }),
    cc: fc.array(named, { maxLength: 2 }),
    bcc: fc.array(fc.record({ name: hostileText, address: local.map((user) => `hidden-${user}@bcc.example`) }), {
      maxLength: 2,
    }),
    subject: hostileText,
    references: fc.array(id, { maxLength: 50 }),
  }),
  numberInSubject: fc.option(fc.nat()),
  text: hostileText,
  parts: fc.array(
    fc.record({
      name: hostileText,
      type: fc.oneof(fc.constant('application/pdf'), hostileText),
      bytes: fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    }),
    { maxLength: 2 },
  ),
  messageId: fc.stringMatching(/^[a-z0-9.]{1,30}@shop\.example$/),
  date: fc.nat({ max: 4e12 }),
  automatic: fc.boolean(),
  html: fc.boolean(),
  language: fc.option(hostileText),
  replyTo: fc.option(goodAddress),
});

/** The header of a mail as it is on the wire: its fields, unfolded, and where it ends. */
export function headerFields(raw: Buffer): string[] {
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n', 1);
  return head.replace(/\r\n[ \t]/g, ' ').split('\r\n');
}

/** What is wrong with these bytes as the message they are made of; none: nothing. */
export function faultsIn(raw: Buffer, { envelope, replyTo, automatic, ...message }: Message): string[] {
  const fields = headerFields(raw);
  const fit = envelope.references.some((one) => /^[!-;=?A-~]+$/.test(one) && /^[^@]+@[^@]/.test(one));
  const expected =
    7 + // Date, From, To, Message-ID, MIME-Version, Content-Type, and one of those below
    [envelope.cc.length > 0, replyTo !== null, automatic, automatic].filter(Boolean).length;
  const names = fields.map((field) => field.slice(0, Math.max(0, field.indexOf(':'))));
  const free = names.filter((name) =>
    ['Subject', 'In-Reply-To', 'References', 'Content-Transfer-Encoding'].includes(name),
  );
  const faults: string[] = [];
  if (/\r(?!\n)|(?<!\r)\n/.test(raw.toString('latin1'))) faults.push('a bare CR or LF');
  if (names.some((name) => !/^[A-Za-z-]+$/.test(name))) faults.push(`a field without a name: ${fields.join('|')}`);
  if (new Set(names).size !== names.length) faults.push(`a field twice: ${names.join(' ')}`);
  if (names.length - free.length !== expected - 1)
    faults.push(`${names.length - free.length} fields: ${names.join(' ')}`);
  if (names.includes('References') !== names.includes('In-Reply-To')) faults.push('one of References and In-Reply-To');
  if (fit && !names.includes('References')) faults.push('no References');
  if (names.includes('Bcc') || raw.includes('@bcc.example')) faults.push('Bcc in the bytes');
  if (!fields.includes(`Message-ID: <${message.messageId}>`)) faults.push('another Message-ID');
  if (/[^\x20-\x7e]/.test(fields.join(''))) faults.push('more than ASCII in the header');
  return faults;
}

/** A mail written to break its reader. */
export interface HostileMail {
  readonly name: string;
  readonly raw: Buffer;
}

const HEAD = ['From: Lan <lan@x.example>', 'To: shop@a.example', 'Date: Mon, 9 Mar 2026 09:00:00 +0000'];
const mail = (lines: readonly string[], body: string): string => [...HEAD, ...lines, '', body].join('\r\n');
const times = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

function nested(depth: number): string {
  const open = times(depth, (n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`);
  return mail(['Content-Type: multipart/mixed; boundary=b0'], `${open}--b${depth}\r\n\r\ndeep\r\n--b${depth}--\r\n`);
}

const attached = (depth: number): string =>
  mail(
    ['Content-Type: message/rfc822'],
    times(depth, () => 'Subject: in\r\nContent-Type: message/rfc822\r\n\r\n'),
  );
const report = (lines: string): string =>
  `Return-Path: <>\r\n${mail(['Content-Type: multipart/report; report-type=delivery-status; boundary=b'], `--b\r\nContent-Type: message/delivery-status\r\n\r\n${lines}\r\n--b--`)}`;

/** Bytes that are always the same ones for a number. */
function noise(seed: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = seed + 1;
  for (let at = 0; at < size; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = state & 255;
  }
  return bytes;
}

/** Kinds of hostile mails, each in eight sizes from small to the ones of reference/reliability.md. */
const KINDS: readonly (readonly [name: string, sizes: readonly number[], write: (size: number) => string | Buffer])[] =
  [
    ['nesting', [1, 10, 50, 100, 255, 300, 3000, 10_000], nested],
    ['attached mails in attached mails', [1, 2, 5, 20, 50, 200, 1000, 5000], attached],
    [
      'parts',
      [0, 1, 10, 100, 999, 1001, 5000, 20_000],
      (n) =>
        mail(['Content-Type: multipart/mixed; boundary=b'], `${times(n, (at) => `--b\r\n\r\npart ${at}\r\n`)}--b--`),
    ],
    [
      'headers',
      [1, 10, 100, 1000, 5000, 10_000, 30_000, 50_000],
      (n) => mail([times(n, (at) => `X-H${at}: ${at}\r\n`).trim()], 'many'),
    ],
    [
      'References',
      [1, 10, 50, 51, 500, 3000, 10_000, 20_000],
      (n) => mail([`References: ${times(n, (at) => `<r${at}@x>\r\n `)}<last@x>`], 'many'),
    ],
    [
      'divs',
      [1, 10, 100, 200, 1000, 10_000, 30_000, 60_000],
      (n) => mail(['Content-Type: text/html'], '<div>'.repeat(n)),
    ],
    [
      'tables',
      [1, 5, 20, 50, 100, 500, 2000, 5000],
      (n) => mail(['Content-Type: text/html'], '<table><tr><td>'.repeat(n)),
    ],
    ['one line', [0, 1, 998, 10_000, 100_000, 500_000, 1_000_000, 3_000_000], (n) => mail([], 'x'.repeat(n))],
    ['lines', [1, 100, 1000, 5000, 10_000, 50_000, 100_000, 300_000], (n) => mail([], 'x\r\n'.repeat(n))],
    [
      'a boundary that never comes',
      [1, 2, 3, 4, 5, 6, 7, 8],
      (n) => mail([`Content-Type: multipart/mixed; boundary="${'-'.repeat(n)}"`], `${'-'.repeat(n)}\r\ntext`),
    ],
    [
      'NUL',
      [1, 2, 10, 100, 1000, 5000, 10_000, 50_000],
      (n) => mail([`Subject: ${'\0'.repeat(Math.min(n, 500))}`], '\0'.repeat(n)),
    ],
    [
      'bare CR',
      [1, 2, 3, 10, 100, 1000, 5000, 20_000],
      (n) => mail([], 'a\rb'.repeat(n)).replaceAll('\r\n', n % 2 === 0 ? '\r' : '\r\n'),
    ],
    [
      'charsets',
      [0, 1, 2, 3, 4, 5, 6, 7],
      (n) =>
        mail(
          [
            `Content-Type: text/plain; charset=${['x', 'utf-7', 'utf-16', 'tcvn', '""', 'iso-2022-kr', `${'a'.repeat(999)}`, "utf-8''x"][n]}`,
            'Content-Transfer-Encoding: 8bit',
          ],
          noise(n, 3000).toString('latin1'),
        ),
    ],
    [
      'base64',
      [1, 2, 3, 4, 100, 1000, 50_000, 500_000],
      (n) => mail(['Content-Transfer-Encoding: base64'], '=?!A'.repeat(n)),
    ],
    [
      'quoted-printable',
      [1, 2, 3, 10, 100, 1000, 10_000, 100_000],
      (n) => mail(['Content-Transfer-Encoding: quoted-printable'], '=\r\n=3'.repeat(n)),
    ],
    [
      'dates',
      [0, 1, 2, 3, 4, 5, 6, 7],
      (n) =>
        mail(
          [
            `Date: ${['', '0', '99 Foo 99999 99:99:99 +9999', 'Mon, 31 Feb 2026 25:00 GMT', '-1', '1e308', 'x'.repeat(5000), '1 Jan 0001 00:00:00 +0000'][n]}`,
          ],
          'when',
        ).replace(HEAD[2] ?? '', 'X-A: 1'),
    ],
    [
      'Message-IDs',
      [0, 1, 2, 3, 4, 5, 6, 7],
      (n) =>
        mail(
          [
            `Message-ID: ${['<>', '<<<>>>', `<${'x'.repeat(2000)}@x>`, "<' OR 1=1 --@x>", '<\0@x>', '<1.a.0123456789abcdef@a.example>', '>@<', '<a@b> <c@d>'][n]}`,
            'Subject: id',
          ],
          `id ${n}`,
        ),
    ],
    [
      'addresses',
      [1, 10, 100, 1000, 2000, 5000, 10_000, 20_000],
      (n) => mail([`Cc: ${times(n, (at) => `"N, ${at}" <a${at}@x>,\r\n `)}z@x`], 'many'),
    ],
    [
      'quotes and comments that never close',
      [1, 2, 3, 4, 5, 6, 7, 8],
      (n) => mail([`Reply-To: ${'"('.repeat(n * 1000)}`, `Cc: ${'('.repeat(n * 1000)}`], 'open'),
    ],
    [
      'encoded words',
      [1, 10, 100, 500, 1000, 3000, 6000, 10_000],
      (n) => mail([`Subject: ${'=?utf-8?Q?=E1=BB?= '.repeat(n)}`], 'words'),
    ],
    [
      'numbers in the subject',
      [1, 10, 100, 1000, 5000, 10_000, 50_000, 100_000],
      (n) => mail([`Subject: ${'[#1][x]Re: '.repeat(n)}`], 'numbers'),
    ],
    [
      'quote heads',
      [1, 10, 100, 500, 1000, 3000, 6000, 10_000],
      (n) => mail([], 'On Mon, Lan <lan@x.example> wrote:\r\n> '.repeat(n)),
    ],
    [
      'reports',
      [1, 10, 100, 1000, 3000, 6000, 10_000, 30_000],
      (n) =>
        report(
          `${`Final-Recipient: rfc822; ${'a'.repeat(n)}\r\nAction: failed\r\nStatus: ${'5.'.repeat(n)}\r\n\r\n`.repeat(5)}${'Message-ID: <x@y>\r\n\r\n'.repeat(n)}`,
        ),
    ],
    [
      'Authentication-Results',
      [1, 10, 100, 1000, 5000, 10_000, 50_000, 100_000],
      (n) =>
        mail(
          [
            `Authentication-Results: mx.a.example; ${'(spf=pass '.repeat(n)}`,
            `List-Id: ${'<'.repeat(n)}`,
            `List-Post: ${'mailto:'.repeat(n)}`,
          ],
          'results',
        ),
    ],
    [
      'noise',
      [1, 10, 100, 1000, 5000, 20_000, 100_000, 400_000],
      (n) => Buffer.concat([Buffer.from(`${HEAD.join('\r\n')}\r\n`), noise(n, n)]),
    ],
  ];

/** 200 of them; `every` leaves out all but each so many-th. */
export const hostileMails = (every = 1): HostileMail[] =>
  KINDS.flatMap(([name, sizes, write], kind) =>
    sizes
      .map((size) => ({ name: `${name}, ${size}`, size }))
      .filter((_, at) => (at + kind) % every === 0)
      .map(({ name: told, size }) => ({ name: told, raw: Buffer.from(write(size)) })),
  );

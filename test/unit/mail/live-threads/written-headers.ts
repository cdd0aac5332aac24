import { joins, type LiveThread, newCase } from './gold.ts';
import { ANNA, fromAnna, fromLan, fromSomchai, LAN, OWN, SOMCHAI } from './scenes.ts';

const STORED = 'CAL1x0+rO@mail.thuxanh.example';
const kind = 'odd header';
const own = OWN;

/** An answer of Lan's, of Anna's, with these lines in its header. */
const lan = (id: string, ...lines: string[]) =>
  fromLan('Subject: Re: Máy xay', `Message-ID: <${id}@x.example>`, ...lines, '', 'Vẫn rò ạ.');
const anna = (id: string, ...lines: string[]) =>
  fromAnna('Subject: Re: Invoice', `Message-ID: <${id}@acme.example>`, ...lines, '', 'Still 10 %.');

/** Ids as broken programs, gateways and old lists write them. */
export const WRITTEN_HEADERS: readonly LiveThread[] = [
  {
    name: 'References of 3 000 ids, ours is the last',
    kind,
    own,
    given: LAN,
    mail: lan('H1', 'References: {{ids:2999}}', ' <{{minted:A.1}}>'),
    expect: joins('A'),
  },
  {
    name: 'References of 3 000 ids, ours is the first',
    kind,
    own,
    given: LAN,
    mail: lan('H2', 'References: <{{minted:A.1}}>', ' {{ids:2999}}'),
    expect: joins('A'),
  },
  {
    name: 'References of 3 000 ids, ours in the middle is not read',
    kind,
    own,
    given: LAN,
    mail: lan('H3', 'References: {{ids:1500}}', ' <{{minted:A.1}}>', ' {{ids:1499}}'),
    expect: newCase(),
  },
  {
    name: 'In-Reply-To with two ids, the second is ours',
    kind,
    own,
    given: LAN,
    mail: lan('H4', 'In-Reply-To: <q@x.example> <{{minted:A.1}}>'),
    expect: joins('A'),
  },
  {
    name: 'In-Reply-To with words and an address before the id',
    kind,
    own,
    given: ANNA,
    mail: anna(
      'H5',
      'In-Reply-To: Message from Shop <hotro@shop.example>',
      '   of "Tue, 03 Mar 2026 15:00:12 +0700." <{{minted:A.1}}>',
    ),
    expect: joins('A'),
  },
  {
    name: 'a comment in parentheses after the id, with another address in it',
    kind,
    own,
    given: ANNA,
    mail: anna(
      'H6',
      'In-Reply-To: <{{minted:A.1}}> (hotro@shop.example\'s message of "Tue, 3 Mar 2026 15:00:12 +0700")',
    ),
    expect: joins('A'),
  },
  {
    name: 'id without angle brackets',
    kind,
    own,
    given: LAN,
    mail: lan('H7', 'In-Reply-To: {{minted:A.1}}'),
    expect: joins('A'),
  },
  {
    name: 'stored id with a trailing dot and without its closing bracket',
    kind,
    own,
    given: LAN,
    mail: lan('H8', `In-Reply-To: <${STORED}.`),
    expect: joins('A'),
  },
  {
    name: 'our id with a trailing dot inside the brackets',
    kind,
    own,
    given: LAN,
    mail: lan('H9', 'In-Reply-To: <{{minted:A.1}}.>'),
    expect: joins('A'),
  },
  {
    name: 'our id in capitals',
    kind,
    own,
    given: SOMCHAI,
    mail: fromSomchai(
      'Subject: Re: a',
      'Message-ID: <H10@x.example>',
      'IN-REPLY-TO: <{{upper-minted:A.1}}>',
      '',
      'ยังไม่ได้รับของค่ะ',
    ),
    expect: joins('A'),
  },
  {
    name: 'a stored id whose domain came back in capitals',
    kind,
    own,
    given: LAN,
    mail: lan('H11', 'in-reply-to: <CAL1x0+rO@MAIL.THUXANH.EXAMPLE>'),
    expect: joins('A'),
  },
  {
    name: "the customer's address in capitals",
    kind,
    own,
    given: LAN.slice(0, 1),
    mail: {
      lines: [
        'From: "LAN" <Lan.Nguyen@ThuXanh.Example>',
        'To: <HOTRO@SHOP.EXAMPLE>',
        'Subject: Re: a',
        'Message-ID: <H12@x.example>',
        `In-Reply-To: <${STORED}>`,
        '',
        'Vẫn rò ạ.',
      ],
    },
    expect: joins('A', 'new'),
  },
  {
    name: 'References folded with tabs, an empty first line and our id cut by the fold',
    kind,
    own,
    given: ANNA,
    mail: anna('H13', 'References:', '\t<q1@acme.example>', '\t', '\t<', ' {{minted:A.1}}', ' >'),
    expect: joins('A'),
  },
  {
    name: 'ids parted by commas and semicolons',
    kind,
    own,
    given: ANNA,
    mail: anna('H14', 'References: <q1@acme.example>;<q2@acme.example>,<{{minted:A.1}}>'),
    expect: joins('A'),
  },
  {
    name: 'two In-Reply-To fields, the second has our id',
    kind,
    own,
    given: ANNA,
    mail: anna('H15', 'In-Reply-To: <q1@acme.example>', 'In-Reply-To: <{{minted:A.1}}>'),
    expect: joins('A'),
  },
  {
    name: 'an id of 1 200 characters before ours',
    kind,
    own,
    given: LAN,
    mail: lan('H16', 'References: <{{long-id:1200}}> <{{minted:A.1}}>'),
    expect: joins('A'),
  },
  {
    name: 'nothing but an id of 1 200 characters: no id at all',
    kind,
    own,
    given: LAN,
    mail: fromLan(
      'Subject: Hỏi giá cối xay',
      'Message-ID: <{{long-id:1200}}>',
      'In-Reply-To: <{{long-id:1200}}>',
      '',
      'Cối rời bao nhiêu tiền ạ?',
    ),
    expect: newCase(),
  },
  {
    name: 'UTF-8 in a stored id',
    kind,
    own,
    given: [
      {
        did: 'opened',
        key: 'A',
        number: 42,
        by: fromSomchai('Subject: ใบเสร็จ', 'Message-ID: <จดหมาย-๑๒@บ้าน.example>', '', 'ขอใบเสร็จด้วยค่ะ'),
      },
    ],
    mail: fromSomchai(
      'Subject: Re: ใบเสร็จ',
      'Message-ID: <จดหมาย-๑๓@บ้าน.example>',
      'In-Reply-To: <จดหมาย-๑๒@บ้าน.example>',
      '',
      'ขอในนามบริษัทค่ะ',
    ),
    expect: joins('A', 'new'),
  },
  {
    name: 'empty In-Reply-To and <> in References',
    kind,
    own,
    given: LAN,
    mail: fromLan(
      'Subject: Bảo hành bao lâu',
      'Message-ID: <>',
      'In-Reply-To:',
      'References: <> <@> < >',
      '',
      'Bảo hành bao lâu ạ?',
    ),
    expect: newCase(),
  },
  {
    name: 'no Message-ID, but our id in In-Reply-To',
    kind,
    own,
    given: LAN,
    mail: fromLan('Subject: Re: a', 'In-Reply-To: <{{minted:A.1}}>', '', 'Vẫn rò ạ.'),
    expect: joins('A'),
  },
];

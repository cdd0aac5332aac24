import { filed, joins, type LiveThread, linked, mail, newCase, type Step } from './gold.ts';
import { ANNA, ANNA_SECOND, fromAnna, fromLan, fromSomchai, LAN, LAN_WROTE, OWN } from './scenes.ts';

const kind = 'state';
const own = OWN;
const solved: Step = { did: 'solved', key: 'A' };
const closed: Step = { did: 'closed', key: 'A' };

const lanAnswers = (...body: string[]) =>
  fromLan('Subject: Re: Máy xay', 'Message-ID: <S1@x.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const annaAnswers = (...body: string[]) =>
  fromAnna('Subject: Re: Invoice', 'Message-ID: <S2@acme.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const _somchaiAnswers = (...body: string[]) =>
  fromSomchai('Subject: Re: a', 'Message-ID: <S3@x.example>', 'In-Reply-To: <{{minted:A.1}}>', '', ...body);
const lanToToken = mail(
  'From: lan.nguyen@thuxanh.example',
  'To: hotro+{{token:A}}@shop.example',
  'Subject: máy',
  'Message-ID: <S4@x.example>',
  '',
  'Máy lại rò rồi ạ.',
);

/** What became of the case before the answer came. */
export const WRITTEN_STATES: readonly LiveThread[] = [
  {
    name: 'an answer to a solved case',
    kind,
    own,
    given: [...LAN, solved],
    mail: lanAnswers('Máy lại rò rồi ạ.'),
    expect: joins('A'),
  },
  {
    name: 'an answer to a closed case',
    kind,
    own,
    given: [...LAN, closed],
    mail: lanAnswers('Máy lại rò rồi ạ.'),
    expect: linked('A'),
  },
  {
    name: 'the token of a solved case',
    kind: 'token',
    own,
    given: [...LAN, solved],
    mail: lanToToken,
    expect: joins('A'),
  },
  {
    name: 'the token of a closed case',
    kind: 'token',
    own,
    given: [...LAN, closed],
    mail: lanToToken,
    expect: linked('A'),
  },
  {
    name: 'the number of a closed case, from its customer',
    kind: 'number',
    own,
    given: [...ANNA, closed],
    mail: fromAnna('Subject: [#42] again', 'Message-ID: <S5@acme.example>', '', 'It happened again.'),
    expect: linked('A'),
  },
  {
    name: 'an answer to a case whose opening was undone',
    kind,
    own,
    given: [...LAN, { did: 'undid opening', key: 'A' }],
    mail: lanAnswers('Máy lại rò rồi ạ.'),
    expect: newCase(),
  },
  {
    name: 'the token of a case whose opening was undone',
    kind: 'token',
    own,
    given: [...LAN, { did: 'undid opening', key: 'A' }],
    mail: lanToToken,
    expect: newCase(),
  },
  {
    name: 'an answer to a merged case goes where that one went',
    kind,
    own,
    given: [...ANNA, ...ANNA_SECOND, { did: 'merged', key: 'A', into: 'B' }],
    mail: annaAnswers('Still 10 %.'),
    expect: joins('B'),
  },
  {
    name: 'merged into a case that was solved since',
    kind,
    own,
    given: [...ANNA, ...ANNA_SECOND, { did: 'merged', key: 'A', into: 'B' }, { did: 'solved', key: 'B' }],
    mail: annaAnswers('Still 10 %.'),
    expect: joins('B'),
  },
  {
    name: 'merged into a case that was closed since',
    kind,
    own,
    given: [...ANNA, ...ANNA_SECOND, { did: 'merged', key: 'A', into: 'B' }, { did: 'closed', key: 'B' }],
    mail: annaAnswers('Still 10 %.'),
    expect: linked('B'),
  },
  {
    name: 'merged and taken apart again',
    kind,
    own,
    given: [...ANNA, ...ANNA_SECOND, { did: 'merged', key: 'A', into: 'B' }, { did: 'unmerged', key: 'A' }],
    mail: annaAnswers('Still 10 %.'),
    expect: joins('A'),
  },
  {
    name: 'the number of a merged case, from its customer',
    kind: 'number',
    own,
    given: [...ANNA, ...ANNA_SECOND, { did: 'merged', key: 'A', into: 'B' }],
    mail: fromAnna('Subject: [#42]', 'Message-ID: <S6@acme.example>', '', 'Still 10 %.'),
    expect: joins('B'),
  },
  {
    name: 'an answer to our mail that was split off goes where that mail lies now',
    kind,
    own,
    given: [...LAN, { did: 'split', key: 'A', entry: 1, to: 'B' }],
    mail: lanAnswers('Dạ vâng, gửi giúp em.'),
    expect: joins('B'),
  },
  {
    name: 'the token of a case that lost an entry by a split still means that case',
    kind: 'token',
    own,
    given: [...LAN, { did: 'split', key: 'A', entry: 1, to: 'B' }],
    mail: lanToToken,
    expect: joins('A', 'new'),
  },
  {
    name: 'an answer to a case called spam is filed there and wakes nobody',
    kind,
    own,
    given: [...LAN, { did: 'called spam', key: 'A' }],
    mail: lanAnswers('Mua hàng đi!'),
    expect: filed('A', 'solved'),
  },
  {
    name: 'the customer was changed: the old one still takes part',
    kind: 'stored id',
    own,
    given: [...LAN_WROTE, { did: 'changed customer', key: 'A', to: 'tuan@thuxanh.example' }],
    mail: fromLan(
      'Subject: Re: Máy xay',
      'Message-ID: <S7@x.example>',
      'In-Reply-To: <CAL1x0+rO@mail.thuxanh.example>',
      '',
      'Có gì mới không ạ?',
    ),
    expect: joins('A', 'new'),
  },
  {
    name: 'the customer was changed: the new one takes part, though in no entry',
    kind: 'stored id',
    own,
    given: [...LAN_WROTE, { did: 'changed customer', key: 'A', to: 'tuan@thuxanh.example' }],
    mail: mail(
      'From: tuan@thuxanh.example',
      'To: hotro@shop.example',
      'Subject: Re: Máy xay',
      'Message-ID: <S8@x.example>',
      'References: <CAL1x0+rO@mail.thuxanh.example>',
      '',
      'Máy này của tôi.',
    ),
    expect: joins('A', 'new'),
  },
  {
    name: 'the sixth mail of an hour from one address is filed and does not reopen',
    kind,
    own,
    given: [...LAN, { did: 'was flooded', key: 'A', from: 'lan.nguyen@thuxanh.example', mails: 5 }, solved],
    mail: lanAnswers('Máy lại rò rồi ạ!!!'),
    expect: filed('A', 'solved'),
  },
  {
    name: 'the fifth mail of an hour still reopens',
    kind,
    own,
    given: [...LAN, { did: 'was flooded', key: 'A', from: 'lan.nguyen@thuxanh.example', mails: 4 }, solved],
    mail: lanAnswers('Máy lại rò rồi ạ!!!'),
    expect: joins('A'),
  },
];

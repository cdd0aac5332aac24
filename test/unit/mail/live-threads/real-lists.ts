import { type Expected, joins, type LiveThread, newCase, noted, real } from './gold.ts';
import { answered, first, opened, received, sent } from './real-steps.ts';

const kind = 'automatic';
const NOTMUCH = 'notmuch/default';
const HAM1 = 'spamassassin/easy-ham-1';
const HAM2 = 'spamassassin/easy-ham-2';
const DESK = ['desk@example.org'] as const;

/** A list's mail by somebody who takes no part. */
const apart = (mayBelong: 'A' | null): Expected => ({ ...newCase(mayBelong), automatic: true });

const wrote = (from: string, to: string, id: string, date: string) => opened(first(from, to, 'A question', id, date));

/** Real mails of lists: noted where their sender takes part, never a reason to reopen. */
export const REAL_LISTS: readonly LiveThread[] = [
  {
    name: 'notmuch, Maildir storage: Lars answers the agent over the list',
    kind,
    own: ['dottedmag@dottedmag.net'],
    given: [opened(real(`${NOTMUCH}/foo/new/03:2,`)), sent(real(`${NOTMUCH}/new/04:2,`))],
    mail: real(`${NOTMUCH}/foo/cur/08:2,`),
    expect: noted('A', 'pending'),
  },
  {
    name: 'notmuch, Maildir storage: Lars answers a mail that went past us',
    kind,
    own: ['dottedmag@dottedmag.net'],
    given: [
      opened(real(`${NOTMUCH}/foo/new/03:2,`)),
      sent(real(`${NOTMUCH}/new/04:2,`)),
      received(real(`${NOTMUCH}/foo/cur/08:2,`)),
    ],
    mail: real(`${NOTMUCH}/bar/new/22:2,`),
    expect: noted('A', 'pending'),
  },
  {
    name: 'notmuch, duplicate: the same id over the list with its footer',
    kind: 'same mail',
    own: ['submit@bugs.debian.org'],
    given: [opened(real('notmuch/duplicate/msg-2-1:2,'))],
    mail: real('notmuch/duplicate/msg-2-2:2,'),
    expect: { ...noted('A', 'new'), reusedId: true },
  },
  {
    name: 'mailarch: FW: over a list, Thread-Index alone',
    kind,
    own: DESK,
    given: [],
    mail: real('mailarch/mail_external_body.2'),
    expect: apart(null),
  },
  {
    name: 'mailparser, large_text: a bug tracker writes for somebody who takes no part',
    kind,
    own: DESK,
    given: [
      wrote(
        'reporter@example.net',
        'desk@example.org',
        '20090529095654.29876.20294.malonedeb@gangotri.canonical.com',
        'Fri, 29 May 2009 09:56:54 +0000',
      ),
    ],
    mail: real('mailparser/large_text.eml'),
    expect: apart('A'),
  },
  {
    name: 'spamassassin 00113: In-Reply-To goes on with "; from … on Sat", the sender is the customer now',
    kind: 'odd header',
    own: DESK,
    given: [
      opened(real(`${HAM2}/00111.6ef33536e4b7d32c35be6297914c6c4a.eml`)),
      { did: 'changed customer', key: 'A', to: 'kenn@linux.ie' },
    ],
    mail: real(`${HAM2}/00113.c3f906e0fa61549e358af0ed02a70052.eml`),
    expect: noted('A', 'new'),
  },
  {
    name: 'spamassassin 00173: the same form of In-Reply-To, from a stranger',
    kind,
    own: DESK,
    given: [opened(real(`${HAM2}/00169.701617763832617a7d0d1dfbc08b8a0d.eml`))],
    mail: real(`${HAM2}/00173.cc3194ab88e30b4f6196be879cfc8a56.eml`),
    expect: apart('A'),
  },
  {
    name: 'spamassassin 00239: In-Reply-To "Message from Kenn Humborg <address> of … <id>"',
    kind: 'odd header',
    own: ['kenn@linux.ie'],
    given: [
      wrote(
        'albert.white@ireland.sun.com',
        'kenn@linux.ie',
        'aw-1@sionnach.ireland.sun.com',
        'Wed, 31 Jul 2002 10:00:00 +0100',
      ),
      answered('20020801024141.A1980@excalibur.research.wombat.ie', 'albert.white@ireland.sun.com'),
    ],
    mail: real(`${HAM2}/00239.eba234b87a8928388e54ba31441847ff.eml`),
    expect: noted('A', 'pending'),
  },
  {
    name: 'spamassassin 00005: In-Reply-To "Your message of …" before the id',
    kind: 'odd header',
    own: ['kre@munnari.oz.au'],
    given: [
      wrote(
        'valdis.kletnieks@vt.edu',
        'kre@munnari.oz.au',
        '200208210251.g7L2pqKb001805@turing-police.cc.vt.edu',
        'Tue, 20 Aug 2002 22:51:52 -0400',
      ),
      sent(real(`${HAM2}/00794.8d6555404c1d4bedbeab101ffc3dbc5f.eml`)),
    ],
    mail: real(`${HAM2}/00005.07b9d4aa9e6c596440295a5170111392.eml`),
    expect: noted('A', 'pending'),
  },
  {
    name: 'spamassassin 00102: sent to our address with a plus word that is no token of ours',
    kind: 'odd header',
    own: ['kevin@linux.ie'],
    given: [
      wrote(
        'kehoea@parhasard.net',
        'kevin@linux.ie',
        '15673.47359.781493.358686@gargle.gargle.HOWL',
        'Sat, 20 Jul 2002 20:24:47 +0100',
      ),
      answered('20020720213335.A27034@ie.suberic.net', 'kehoea@parhasard.net'),
    ],
    mail: real(`${HAM2}/00102.f05fb87d2b36b53117cb8b5f645b9016.eml`),
    expect: noted('A', 'pending'),
  },
  {
    name: 'spamassassin 00901: John was in To of the first mail',
    kind,
    own: DESK,
    given: [opened(real(`${HAM1}/00899.d7f9c80cf9bbd1355322a75886903b65.eml`))],
    mail: real(`${HAM1}/00901.dd49a05f9b0b28396c8a91b5b2fb0e2a.eml`),
    expect: noted('A', 'new'),
  },
  {
    name: 'spamassassin 01089: a stranger gives the thread another subject',
    kind,
    own: DESK,
    given: [opened(real(`${HAM2}/01084.179e52a904452c61906bb004c34ab1ff.eml`))],
    mail: real(`${HAM2}/01089.1a35cad14b5dfe121e9cf18be1e93e7d.eml`),
    expect: apart('A'),
  },
  {
    name: 'spamassassin 01134: Chris answers a mail that went past us',
    kind,
    own: DESK,
    given: [opened(real(`${HAM2}/01229.8ddcde29a0f578173e251f8509c5b0ea.eml`))],
    mail: real(`${HAM2}/01134.3ee22d26a56ea888aa8b491dd7cf8212.eml`),
    expect: noted('A', 'new'),
  },
  {
    name: 'spamassassin 00075: Lucas answers himself with In-Reply-To alone',
    kind,
    own: DESK,
    given: [opened(real(`${HAM1}/00073.30ffa73f8021a40ac03218af092d0dc7.eml`))],
    mail: real(`${HAM1}/00075.6485889c364c71761110c2b1190bb645.eml`),
    expect: { ...joins('A', 'new'), automatic: true },
  },
];

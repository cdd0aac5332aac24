import { joins, type LiveThread, linked, real } from './gold.ts';
import { answered, first, opened, solved } from './real-steps.ts';

const _NOTMUCH = 'notmuch/default';
const _GHOST = 'notmuch/threading/ghost-root';
const _PARENT = 'notmuch/threading/parent-priority/cur';
const _DISCOURSE = 'discourse-mail';
const ZAMMAD = 'zammad-mail';
const CHATWOOT = 'chatwoot-mail';

/** Persons' answers to other help desks: what another program sent for us is stored, but not minted. */
export const REAL_DESKS: readonly LiveThread[] = [
  {
    name: 'zammad 005: Thunderbird answers what another desk sent for us',
    kind: 'stored id',
    own: ['support@znuny.com'],
    given: [
      opened(
        first(
          'marc.smith@example.com',
          'support@znuny.com',
          'XXXX Betatest',
          '4FA7@example.com',
          'Sun, 06 May 2012 10:00:00 +0200',
        ),
      ),
      answered('20120507061007.259.822311@portal.znuny.com', 'marc.smith@example.com'),
    ],
    mail: real(`${ZAMMAD}/mail005.box`),
    expect: joins('A'),
  },
  {
    name: 'zammad 004: Exchange answers with AW:, Thread-Index and folded References',
    kind: 'stored id',
    own: ['support@example.com'],
    given: [
      opened(
        first(
          'k.guenther@example.com',
          'support@example.com',
          'Ticket Templates',
          'F799DA4E63A20B4EBE9D5A412196D71D3CADBE9DF6@ECCR04PUBLIC.exchange.local',
          'Mon, 07 May 2012 08:00:00 +0200',
        ),
      ),
      answered('20120507062840.265.107538@portal.example.com', 'k.guenther@example.com'),
    ],
    mail: real(`${ZAMMAD}/mail004.box`),
    expect: joins('A'),
  },
  {
    name: 'zammad 012: AW: from an address in other capitals, case solved',
    kind: 'state',
    own: ['example@znuny.com'],
    given: [
      opened(
        first(
          'alex.smith@EXAMPLE.com',
          'example@znuny.com',
          'Agenda',
          'C5CF9FFBA05BC444BD09DA090F6540E4016214@EX2010-MB2.example.local',
          'Fri, 30 Nov 2012 09:00:00 +0100',
        ),
      ),
      answered('20121130124947.1988.710457@portal.znuny.com', 'alex.smith@example.com'),
      solved,
    ],
    mail: real(`${ZAMMAD}/mail012.box`),
    expect: joins('A'),
  },
  {
    name: 'zammad 013: Lotus Notes answers with Antwort:, case closed',
    kind: 'state',
    own: ['q1@znuny.com'],
    given: [
      opened(
        first(
          'thomas.smith@example.com',
          'q1@znuny.com',
          'Probleme ADB',
          '20121211120033.55B04459C4@mail-int-02.noc.example.com',
          'Tue, 11 Dec 2012 13:00:00 +0100',
        ),
      ),
      answered('20121212074433.2132.457157@portal.znuny.com', 'thomas.smith@example.com'),
      { did: 'closed', key: 'A' },
    ],
    mail: real(`${ZAMMAD}/mail013.box`),
    expect: linked('A'),
  },
  {
    name: 'zammad 014: the case was merged',
    kind: 'state',
    own: ['sales@znuny.com'],
    given: [
      opened(
        first(
          'bernd.mueller@example.com',
          'sales@znuny.com',
          'OTRS',
          'FE97A9D6C4DA7D408A5DA47DF3B54F94430CE7C0@NTEXCHANGE3.example.dom',
          'Mon, 03 Dec 2012 15:00:00 +0100',
        ),
      ),
      answered('20121203151518.1594.546768@portal.znuny.com', 'bernd.mueller@example.com'),
      {
        did: 'opened',
        key: 'B',
        by: first(
          'anna@example.com',
          'sales@znuny.com',
          'OTRS again',
          'anna-1@example.com',
          'Tue, 04 Dec 2012 15:00:00 +0100',
        ),
      },
      { did: 'sent', key: 'B', id: 'our-9@portal.znuny.com', to: 'anna@example.com' },
      { did: 'merged', key: 'A', into: 'B' },
    ],
    mail: real(`${ZAMMAD}/mail014.box`),
    expect: joins('B'),
  },
  {
    name: 'zammad 057: W.: with References alone, two ids joined by a comma; ours is the last but one',
    kind: 'odd header',
    own: ['bob@example.com'],
    given: [
      opened(
        first(
          'example@example.com',
          'bob@example.com',
          'Invoice',
          'inv-1@example.com',
          'Wed, 26 Apr 2017 09:00:00 +0200',
        ),
      ),
      answered('20170426093400.4804.697272@dwertmann-hausverwaltung.zammad.com', 'example@example.com'),
    ],
    mail: real(`${ZAMMAD}/mail057.box`),
    expect: joins('A'),
  },
  {
    name: 'chatwoot, in_reply_to: it answers the mail that opened the case and names nobody in To',
    kind: 'stored id',
    own: ['care@example.com'],
    given: [opened(real(`${CHATWOOT}/support.eml`))],
    mail: real(`${CHATWOOT}/in_reply_to.eml`),
    expect: joins('A', 'new'),
  },
  {
    name: 'chatwoot, mail_with_references: the last reference is no id',
    kind: 'odd header',
    own: ['care@example.com'],
    given: [
      opened(
        first(
          'sony@chatwoot.com',
          'care@example.com',
          'Attachments',
          'sony-1@chatwoot.com',
          'Mon, 19 Apr 2020 10:00:00 -0400',
        ),
      ),
      answered('4e6e35f5a38b4_479f13bb90078178@small-app-01.mail', 'sony@chatwoot.com'),
    ],
    mail: real(`${CHATWOOT}/mail_with_references.eml`),
    expect: joins('A'),
  },
  {
    name: 'chatwoot, multiple_in_reply_to: the second id is stored, the address has other capitals',
    kind: 'odd header',
    own: ['replies@example.com'],
    given: [
      opened(
        first(
          'sony@chatwoot.com',
          'replies@example.com',
          'Attachments',
          'sony-1@chatwoot.com',
          'Mon, 19 Apr 2020 10:00:00 -0400',
        ),
      ),
      answered('4e6e35f5a38b4_479f13bb90078131@small-app-01.mail', 'sony@chatwoot.com'),
    ],
    mail: real(`${CHATWOOT}/multiple_in_reply_to.eml`),
    expect: joins('A'),
  },
  {
    name: 'chatwoot, reply_mail_without_uuid: In-Reply-To has ids of another desk, References ours',
    kind: 'odd header',
    own: ['test@example.com'],
    given: [
      opened(
        first(
          'sony@chatwoot.com',
          'test@example.com',
          'Attachments',
          'sony-1@chatwoot.com',
          'Mon, 19 Apr 2020 10:00:00 -0400',
        ),
      ),
      answered('4e6e35f5a38b4_479f13bb90078178@small-app-01.mail', 'sony@chatwoot.com'),
    ],
    mail: real(`${CHATWOOT}/reply_mail_without_uuid.eml`),
    expect: joins('A'),
  },
];

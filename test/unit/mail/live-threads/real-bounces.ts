import { type Expected, type LiveThread, newCase, noted, real } from './gold.ts';
import { answered, first, opened, received, sent, solved } from './real-steps.ts';

const kind = 'automatic';
const NOTMUCH = 'notmuch/default';
const _HAM1 = 'spamassassin/easy-ham-1';
const _HAM2 = 'spamassassin/easy-ham-2';
const _DESK = ['desk@example.org'] as const;

/** A list's mail by somebody who takes no part. */
const _apart = (mayBelong: 'A' | null): Expected => ({ ...newCase(mayBelong), automatic: true });

const wrote = (from: string, to: string, id: string, date: string) => opened(first(from, to, 'A question', id, date));

/** Real bounces, delay notices, automatic answers, and our own mail. */
export const REAL_BOUNCES: readonly LiveThread[] = [
  {
    name: 'zammad 078: delay notice with In-Reply-To',
    kind,
    own: ['service@example.de'],
    given: [
      wrote('bob.smith@example.de', 'service@example.de', 'bob-1@example.de', 'Sun, 30 Aug 2015 14:00:00 +0000'),
      answered('20150830145601.30.608881@example.com', 'bob.smith@example.de'),
    ],
    mail: real('zammad-mail/mail078.box'),
    expect: noted('A', 'pending'),
  },
  {
    name: 'zammad 033: bounce that names our mail only in the one it returns',
    kind,
    own: ['edenhofer@zammad.example'],
    given: [
      wrote('not_existing@znuny.com', 'edenhofer@zammad.example', 'ne-1@znuny.com', 'Sun, 30 Aug 2015 14:00:00 +0000'),
      answered('20150830145601.30.608881@edenhofer.zammad.com', 'not_existing@znuny.com'),
    ],
    mail: real('zammad-mail/mail033-undelivered-mail-returned-to-sender.box'),
    expect: noted('A', 'pending'),
  },
  {
    name: 'zammad 055: bounce to a solved case',
    kind,
    own: ['example@zammad.com'],
    given: [
      wrote(
        'ticket-bounce-trigger2@example.com',
        'example@zammad.com',
        'tb-1@example.com',
        'Fri, 26 May 2017 14:00:00 +0000',
      ),
      answered('20170526150141.232.13312@example.zammad.loc', 'ticket-bounce-trigger2@example.com'),
      solved,
    ],
    mail: real('zammad-mail/mail055.box'),
    expect: noted('A', 'solved'),
  },
  {
    name: 'zammad 063: bounce to a closed case opens no linked one',
    kind,
    own: ['me@example.com'],
    given: [
      wrote('notextisting@example.com', 'me@example.com', 'nt-1@example.com', 'Mon, 06 Nov 2017 01:00:00 +0000'),
      answered('E8C3CD7C-8350-4E48-97C5-AE18EE900ECD@example.com', 'notextisting@example.com'),
      { did: 'closed', key: 'A' },
    ],
    mail: real('zammad-mail/mail063.box'),
    expect: noted('A', 'closed'),
  },
  {
    name: 'cpython msg_16: bounce by PMDF, field names in small letters',
    kind,
    own: ['henryi@oxy.edu', 'scr-admin@socal-raves.org'],
    given: [
      wrote(
        'jangel1@cougar.noc.ucla.edu',
        'henryi@oxy.edu',
        'ja-1@cougar.noc.ucla.edu',
        'Sun, 23 Sep 2001 20:00:00 -0700',
      ),
      answered('002001c144a6$8752e060$56104586@oxy.edu', 'jangel1@cougar.noc.ucla.edu'),
    ],
    mail: real('cpython-email/msg_16.txt'),
    expect: noted('A', 'pending'),
  },
  {
    name: 'cpython msg_25: bounce that went too many hops, its text full of other headers',
    kind,
    own: ['linuxuser-admin@www.linux.org.uk', 'daniel@linuxuser.co.uk'],
    given: [
      wrote(
        'scoffman@wellpartner.com',
        'daniel@linuxuser.co.uk',
        'sc-1@wellpartner.com',
        'Fri, 6 Apr 2001 10:00:00 +0000',
      ),
      answered('01040616033903.00962@server', 'scoffman@wellpartner.com'),
    ],
    mail: real('cpython-email/msg_25.txt'),
    expect: noted('A', 'pending'),
  },
  {
    name: 'postal-mime: bounce, the case was merged',
    kind,
    own: ['andrisreinman@fastmail.com'],
    given: [
      wrote(
        'htfgvhyufthdgcvhgjyfthgc@ethereal.email',
        'andrisreinman@fastmail.com',
        'ht-1@ethereal.email',
        'Mon, 10 Oct 2022 05:00:00 +0000',
      ),
      answered('e85f1c9b-9b51-4028-8ec0-0a657155028e@app.fastmail.com', 'htfgvhyufthdgcvhgjyfthgc@ethereal.email'),
      {
        did: 'opened',
        key: 'B',
        by: first(
          'ann@ethereal.email',
          'andrisreinman@fastmail.com',
          'Proof',
          'ann-1@ethereal.email',
          'Mon, 10 Oct 2022 05:10:00 +0000',
        ),
      },
      { did: 'sent', key: 'B', id: 'our-1@app.fastmail.com', to: 'ann@ethereal.email' },
      { did: 'merged', key: 'A', into: 'B' },
    ],
    mail: real('postal-mime/bounce.eml'),
    expect: noted('B', 'pending'),
  },
  {
    name: 'chatwoot, auto_reply: X-Autoreply',
    kind,
    own: ['replies@example.com'],
    given: [
      wrote('sony@chatwoot.com', 'replies@example.com', 'sony-1@chatwoot.com', 'Mon, 19 Apr 2020 10:00:00 -0400'),
      answered('4e6e35f5a38b4_479f13bb90078178@small-app-01.mail', 'sony@chatwoot.com'),
    ],
    mail: real('chatwoot-mail/auto_reply.eml'),
    expect: noted('A', 'pending'),
  },
  {
    name: 'chatwoot, non_utf_encoded_mail: Arabic automatic answer, the same id twice with a comma, case solved',
    kind,
    own: ['reply@example.com'],
    given: [
      wrote('example@gmail.com', 'reply@example.com', 'ar-1@mail.gmail.com', 'Sat, 2 Apr 2022 11:00:00 -0700'),
      answered('4e6e35f5a38b4_479f13bb90078178@small-app-01.mail', 'example@gmail.com'),
      solved,
    ],
    mail: real('chatwoot-mail/non_utf_encoded_mail.eml'),
    expect: noted('A', 'solved'),
  },
  {
    name: 'notmuch, Mac OS X: a second answer of ours from another program, case solved',
    kind,
    own: ['alex.boterolowry@gmail.com'],
    given: [
      opened(real(`${NOTMUCH}/cur/31:2,`)),
      sent(real(`${NOTMUCH}/cur/34:2,`)),
      received(real(`${NOTMUCH}/cur/35:2,`)),
      solved,
    ],
    mail: real(`${NOTMUCH}/cur/36:2,`),
    expect: noted('A', 'solved'),
  },
];

import { joins, type LiveThread, newCase, real } from './gold.ts';
import { answered, first, opened, received, sent, solved } from './real-steps.ts';

const NOTMUCH = 'notmuch/default';
const GHOST = 'notmuch/threading/ghost-root';
const DISCOURSE = 'discourse-mail';
const DESK = ['desk@example.org'] as const;

/** Real mails that name a stored id and come from somebody else; mails without any sign; the same mail twice. */
export const REAL_STRANGERS: readonly LiveThread[] = [
  {
    name: 'notmuch, Maildir storage: Keith falls in with Lars and Mikhail',
    kind: 'stranger',
    own: ['dottedmag@dottedmag.net'],
    given: [
      opened(real(`${NOTMUCH}/foo/new/03:2,`)),
      sent(real(`${NOTMUCH}/new/04:2,`)),
      received(real(`${NOTMUCH}/foo/cur/08:2,`)),
    ],
    mail: real(`${NOTMUCH}/foo/baz/12:2,`),
    expect: newCase('A'),
  },
  {
    name: 'notmuch, Maildir storage: Carl answers the first mail of Lars',
    kind: 'stranger',
    own: DESK,
    given: [opened(real(`${NOTMUCH}/foo/new/03:2,`))],
    mail: real(`${NOTMUCH}/cur/41:2,`),
    expect: newCase('A'),
  },
  {
    name: 'notmuch, patches: Keith answers what the agent wrote to the list',
    kind: 'stranger',
    own: ['cworth@cworth.org'],
    given: [opened(real(`${NOTMUCH}/01:2,`)), sent(real(`${NOTMUCH}/foo/cur/07:2,`))],
    mail: real(`${NOTMUCH}/foo/baz/11:2,`),
    expect: newCase('A'),
  },
  {
    name: 'notmuch, archive: Carl answers the agent instead of the customer',
    kind: 'stranger',
    own: ['keithp@keithp.com'],
    given: [opened(real(`${NOTMUCH}/cur/51:2,`)), sent(real(`${NOTMUCH}/cur/29:2,`))],
    mail: real(`${NOTMUCH}/cur/43:2,`),
    expect: newCase('A'),
  },
  {
    name: 'notmuch, introducing myself: Keith welcomes the customer of a solved case',
    kind: 'stranger',
    own: DESK,
    given: [opened(real(`${NOTMUCH}/bar/cur/20:2,`)), solved],
    mail: real(`${NOTMUCH}/bar/baz/new/28:2,`),
    expect: newCase('A'),
  },
  {
    name: 'notmuch, ghost root: Mallory puts two stored ids into References',
    kind: 'stranger',
    own: DESK,
    given: [opened(real(`${GHOST}/real-root`)), received(real(`${GHOST}/child`))],
    mail: real(`${GHOST}/fake-root`),
    expect: newCase('A'),
  },
  {
    name: 'discourse: a newcomer answers the first mail',
    kind: 'stranger',
    own: ['team@bar.com'],
    given: [opened(real(`${DISCOURSE}/email_reply_1.eml`))],
    mail: real(`${DISCOURSE}/email_reply_staged.eml`),
    expect: newCase('A'),
  },
  {
    name: 'discourse: Four answers the first mail of a closed case',
    kind: 'stranger',
    own: ['team@bar.com'],
    given: [opened(real(`${DISCOURSE}/email_reply_1.eml`)), { did: 'closed', key: 'A' }],
    mail: real(`${DISCOURSE}/email_reply_like.eml`),
    expect: newCase('A'),
  },
  {
    name: 'discourse: Fwd: by somebody else, In-Reply-To names the mail of the customer',
    kind: 'stranger',
    own: ['one@foo.com'],
    given: [
      opened(
        first(
          'jon@mac.com',
          'one@foo.com',
          'Signed email causes file attachments',
          'F6E2D0B4-CC35-4A91-BA4C-C7C712B10C13@mac.com',
          'Sun, 08 May 2005 11:00:00 -0500',
        ),
      ),
    ],
    mail: real(`${DISCOURSE}/encoded_filename.eml`),
    expect: newCase('A'),
  },
  {
    name: 'mailarch: Jones answers with References alone',
    kind: 'stranger',
    own: ['acme@list.org'],
    given: [opened(real('mailarch/thread.mail', '00001@example.com'))],
    mail: real('mailarch/thread.mail', '00002@example.com'),
    expect: newCase('A'),
  },
  {
    name: 'mailarch: Harry has the same subject and no ids',
    kind: 'no sign',
    own: ['acme@list.org'],
    given: [opened(real('mailarch/thread.mail', '00001@example.com'))],
    mail: real('mailarch/thread.mail', '00003@example.com'),
    expect: newCase(),
  },
  {
    name: 'spamassassin 01705: Tim answers Jeremy, To is broken',
    kind: 'stranger',
    own: DESK,
    given: [opened(real('spamassassin/easy-ham-1/01704.7f2b82a41322fa94c43a0dbb75472ff4.eml'))],
    mail: real('spamassassin/easy-ham-1/01705.54f25b5c3ce8b81c56da0ef6693c5ffb.eml'),
    expect: newCase('A'),
  },
  {
    name: 'spamassassin 01640: Barry names a mail of Tim in the middle of References',
    kind: 'stranger',
    own: DESK,
    given: [opened(real('spamassassin/easy-ham-1/01419.97da4f8a986b55cbe1f81bb22836ac58.eml'))],
    mail: real('spamassassin/easy-ham-1/01640.75e754f7e80ce9c9e26898513069d35f.eml'),
    expect: newCase('A'),
  },
  {
    name: 'zammad 057: W.: by somebody who takes no part in the case of the id',
    kind: 'stranger',
    own: ['bob@example.com'],
    given: [
      opened(
        first(
          'hausverwaltung@example.net',
          'bob@example.com',
          'Rechnung',
          'hv-1@example.net',
          'Wed, 26 Apr 2017 09:00:00 +0200',
        ),
      ),
      answered('20170426093400.4804.697272@dwertmann-hausverwaltung.zammad.com', 'hausverwaltung@example.net'),
    ],
    mail: real('zammad-mail/mail057.box'),
    expect: newCase('A'),
  },
  {
    name: 'zammad 097: Outlook, the same subject and Thread-Index as the first mail, no Message-ID',
    kind: 'no sign',
    own: ['user@example.com'],
    given: [opened(real('zammad-mail/mail095.box'))],
    mail: real('zammad-mail/mail097.box'),
    expect: newCase('A'),
  },
  {
    name: 'zammad 010: Outlook, Thread-Index of a first mail, beside a case of the same sender',
    kind: 'no sign',
    own: ['info@example.com'],
    given: [
      opened(
        first(
          'smith@example.com',
          'info@example.com',
          'Frage',
          'smith-1@example.com',
          'Mon, 22 Oct 2012 09:00:00 +0200',
        ),
      ),
    ],
    mail: real('zammad-mail/mail010.box'),
    expect: newCase(),
  },
  {
    name: 'chatwoot, mail_with_quote: the token of another desk, ids we never saw, the subject of two days before',
    kind: 'no sign',
    own: ['reply@example.com'],
    given: [
      opened(
        first(
          'sony@chatwoot.com',
          'reply@example.com',
          'Checking mail forwarding to cw inbox',
          'sony-2@chatwoot.com',
          'Tue, 17 Aug 2021 09:00:00 +0530',
        ),
      ),
    ],
    mail: real('chatwoot-mail/mail_with_quote.eml'),
    expect: newCase('A'),
  },
  {
    name: 'notmuch 52: a thank-you in a thread of which we have nothing',
    kind: 'no sign',
    own: ['allan@archlinux.org'],
    given: [],
    mail: real(`${NOTMUCH}/cur/52:2,`),
    expect: newCase(),
  },
  {
    name: 'notmuch 52: the same thank-you, the case is solved',
    kind: 'thanks',
    own: ['allan@archlinux.org'],
    given: [
      opened(
        first(
          'boulogne.f@gmail.com',
          'aur-general@archlinux.org',
          'Guidelines: cp, mkdir vs install',
          '4EFC3931.6030007@april.org',
          'Wed, 29 Dec 2010 10:56:00 +0100',
        ),
      ),
      answered('4EFC3D62.4030202@archlinux.org', 'boulogne.f@gmail.com'),
      solved,
    ],
    mail: real(`${NOTMUCH}/cur/52:2,`),
    expect: { ...joins('A', 'solved'), filedOnly: true },
  },
  {
    name: 'notmuch, archive: the same mail lies in two folders',
    kind: 'same mail',
    own: DESK,
    given: [opened(real(`${NOTMUCH}/bar/18:2,`))],
    mail: real(`${NOTMUCH}/cur/51:2,`),
    expect: { ...joins('A', 'new'), alreadyThere: true },
  },
  {
    name: 'chatwoot, reply_cc: to two of our addresses, fetched twice',
    kind: 'same mail',
    own: ['test123@example.com', 'test@example.com'],
    given: [opened(real('chatwoot-mail/reply_cc.eml'))],
    mail: real('chatwoot-mail/reply_cc.eml'),
    expect: { ...joins('A', 'new'), alreadyThere: true },
  },
  {
    name: 'discourse, missing_message_id: no id, no subject, a token of another desk, fetched twice',
    kind: 'same mail',
    own: ['reply@bar.com'],
    given: [opened(real(`${DISCOURSE}/missing_message_id.eml`))],
    mail: real(`${DISCOURSE}/missing_message_id.eml`),
    expect: { ...joins('A', 'new'), alreadyThere: true },
  },
];

import { joins, type LiveThread, linked, newCase, real } from './gold.ts';
import { opened, received, sent, solved } from './real-steps.ts';

const NOTMUCH = 'notmuch/default';
const GHOST = 'notmuch/threading/ghost-root';
const PARENT = 'notmuch/threading/parent-priority/cur';
const DISCOURSE = 'discourse-mail';
const _ZAMMAD = 'zammad-mail';
const _CHATWOOT = 'chatwoot-mail';

/** Persons' mails that belong to their thread: customers and those in To and Cc. */
export const REAL_THREADS: readonly LiveThread[] = [
  {
    name: 'notmuch, Mac OS X: Jjgod answers what the agent wrote',
    kind: 'stored id',
    own: ['alex.boterolowry@gmail.com'],
    given: [opened(real(`${NOTMUCH}/cur/31:2,`)), sent(real(`${NOTMUCH}/cur/34:2,`))],
    mail: real(`${NOTMUCH}/cur/35:2,`),
    expect: joins('A'),
  },
  {
    name: 'notmuch, Mac OS X: the answer comes after the case was solved',
    kind: 'state',
    own: ['alex.boterolowry@gmail.com'],
    given: [opened(real(`${NOTMUCH}/cur/31:2,`)), sent(real(`${NOTMUCH}/cur/34:2,`)), solved],
    mail: real(`${NOTMUCH}/cur/35:2,`),
    expect: joins('A'),
  },
  {
    name: 'notmuch, Mac OS X: the answer comes after the case was closed',
    kind: 'state',
    own: ['alex.boterolowry@gmail.com'],
    given: [opened(real(`${NOTMUCH}/cur/31:2,`)), sent(real(`${NOTMUCH}/cur/34:2,`)), { did: 'closed', key: 'A' }],
    mail: real(`${NOTMUCH}/cur/35:2,`),
    expect: linked('A'),
  },
  {
    name: 'notmuch, a great idea: Jan adds to his own mail',
    kind: 'stored id',
    own: ['cworth@cworth.org'],
    given: [opened(real(`${NOTMUCH}/foo/baz/new/15:2,`))],
    mail: real(`${NOTMUCH}/foo/baz/new/16:2,`),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, patches: 2/2 has another subject and answers 1/2',
    kind: 'stored id',
    own: ['cworth@cworth.org'],
    given: [opened(real(`${NOTMUCH}/01:2,`))],
    mail: real(`${NOTMUCH}/02:2,`),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, archive: a colleague became the customer and answers',
    kind: 'stored id',
    own: ['keithp@keithp.com'],
    given: [
      opened(real(`${NOTMUCH}/cur/51:2,`)),
      sent(real(`${NOTMUCH}/cur/29:2,`)),
      { did: 'changed customer', key: 'A', to: 'cworth@cworth.org' },
    ],
    mail: real(`${NOTMUCH}/cur/43:2,`),
    expect: joins('A'),
  },
  {
    name: 'notmuch, ghost root: Alice answers herself',
    kind: 'stored id',
    own: ['desk@example.org'],
    given: [opened(real(`${GHOST}/real-root`))],
    mail: real(`${GHOST}/child`),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, ghost root: Daniel was in To of the first mail',
    kind: 'stored id',
    own: ['desk@example.org'],
    given: [opened(real(`${GHOST}/real-root`)), received(real(`${GHOST}/child`))],
    mail: real(`${GHOST}/grand-child2`),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, ghost root: two generations are missing, References has the first mail',
    kind: 'stored id',
    own: ['desk@example.org'],
    given: [opened(real(`${GHOST}/real-root`))],
    mail: real(`${GHOST}/great-grand-child`),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, broken loop: the two mails answer each other',
    kind: 'odd header',
    own: ['desk@example.org'],
    given: [opened(real('notmuch/broken/loop/loop-12'))],
    mail: real('notmuch/broken/loop/loop-21'),
    expect: joins('A', 'new'),
  },
  {
    name: 'notmuch, parent priority: In-Reply-To lies in B, the last of References in A',
    kind: 'stored id',
    own: ['desk@example.org'],
    given: [
      opened(real(`${PARENT}/root`)),
      received(real(`${PARENT}/child`)),
      { did: 'split', key: 'A', entry: 'B01-child@example.org', to: 'B' },
    ],
    mail: real(`${PARENT}/grand-child`),
    expect: joins('B', 'new'),
  },
  {
    name: 'discourse: Three was in Cc of the first mail and answers one that went past us',
    kind: 'stored id',
    own: ['team@bar.com'],
    given: [opened(real(`${DISCOURSE}/email_reply_1.eml`))],
    mail: real(`${DISCOURSE}/email_reply_3.eml`),
    expect: joins('A', 'new'),
  },
  {
    name: 'discourse: One answers a colleague, case solved',
    kind: 'state',
    own: ['team@bar.com'],
    given: [opened(real(`${DISCOURSE}/email_reply_1.eml`)), received(real(`${DISCOURSE}/email_reply_3.eml`)), solved],
    mail: real(`${DISCOURSE}/email_reply_4.eml`),
    expect: joins('A'),
  },
  {
    name: 'discourse: Two was in Cc and writes to another address of the desk',
    kind: 'stored id',
    own: ['team@bar.com', 'team@somesmtpaddress.com'],
    given: [opened(real(`${DISCOURSE}/email_reply_1.eml`))],
    mail: real(`${DISCOURSE}/email_reply_to_group_email_username.eml`),
    expect: joins('A', 'new'),
  },
  {
    name: 'mailarch: Person answers Jones, whose mail never reached us',
    kind: 'stored id',
    own: ['acme@list.org'],
    given: [opened(real('mailarch/thread.mail', '00001@example.com'))],
    mail: real('mailarch/thread.mail', '00004@example.com'),
    expect: joins('A', 'new'),
  },
  {
    name: 'spamassassin 01486: References begin with an address',
    kind: 'odd header',
    own: ['yyyy@spamassassin.taint.org'],
    given: [opened(real('spamassassin/easy-ham-1/01485.4efa6516427c6184adbb4f559ee84055.eml'))],
    mail: real('spamassassin/easy-ham-1/01486.d055246ae702f2eaac34a5ce2719c87e.eml'),
    expect: joins('A', 'new'),
  },
  {
    name: 'RT: our own mail opened the case, the other desk was its customer; its resolution names only ids we never saw',
    kind: 'no sign',
    own: ['g.zattler@xxxxxxx-xxxxxxxxx.de'],
    given: [
      opened(
        real(`${GHOST}/1529425589.M615261P21663.len:2,S`),
        'rt-xxx@xxxxxxx-xxxxxxxxxxxxxxxxx-xxxxxxxxx-xxxxxxxxx.de',
      ),
    ],
    mail: real(`${GHOST}/1532672447.R6968667928580738175.len:2,S`),
    expect: newCase(),
  },
];

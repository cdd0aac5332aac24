import type { Kind } from '../../domain/case.ts';
import { CASE_FIELD_NAMES, fieldsOfKind } from '../../domain/case-fields.ts';
import type { Facts } from '../say.ts';
import { dry } from './dry.ts';
import { tui } from './tui.ts';
import { words } from './words.ts';

interface Imported {
  readonly mails: number;
  readonly cases: number;
  readonly waiting: number;
  /** for how long the oldest has waited, in words */
  readonly oldest: string | null;
  readonly dryRun: boolean;
}

interface ImportRest {
  readonly unchanged: number;
  readonly skipped: number;
  /** read and kept when the import was stopped */
  readonly unfiled: number;
  readonly solved: number;
  readonly templates: number;
}

const { cases, mails } = words.counts;
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const numbers = (list: readonly number[]): string =>
  list.length <= 12
    ? list.map((n) => `#${n}`).join(' ')
    : `${list
        .slice(0, 12)
        .map((n) => `#${n}`)
        .join(' ')} …`;

const of = (kind: Kind): string => fieldsOfKind(kind).join(' ');
const keys = CASE_FIELD_NAMES.map((name) => `${name}:`).join(' ');

/** What the command line says. Sentences that can hold text of strangers are cleaned where they are printed. */
export const cli = {
  bug: 'This is a bug in desk. Please tell whoever looks after it, with the lines above.',
  // list and show
  nothingFound: 'Nothing found.',
  moreFound: (shown: number, all: number) => `${shown} of ${all}. More: -n ${all}`,
  inboxEmpty: 'The inbox is empty: nobody is waiting for you.',
  dumbTerminal: (term: string) => `This terminal (TERM=${term}) can't show the screens; here is the inbox as text.`,
  waysOn: [
    'There are no cases yet. Three ways to begin:',
    '  desk import PATH   bring in your mail: mbox, Maildir or .eml',
    '  desk demo          look around in sample cases; nothing is kept',
    '  desk help          everything desk can do',
  ],
  draftWaits: 'This case has an unfinished draft.',
  quotedLines: (n: number) => `[${count(n, 'quoted line', 'quoted lines')}; --quotes shows them]`,
  sourceCleaned: 'Shown cleaned, because raw mail could act on your terminal. For the bytes: desk source ENTRY > FILE',

  // changes
  dry,
  changed: (changed: readonly number[], unchanged: readonly number[], dryRun: boolean) =>
    `${dry(dryRun)}${cases(changed.length)} changed${changed.length === 0 ? '' : `: ${numbers(changed)}`}.${unchanged.length === 0 ? '' : ` ${cases(unchanged.length)} ${unchanged.length === 1 ? 'was' : 'were'} like that already.`}`,
  replied: (number: number, to: string, state: string, dryRun: boolean) =>
    `${dry(dryRun)}#${number}${to === '' ? '' : ` to ${to}`}: ${state}.`,
  mind: (n: number, what: string) => `Mind: #${n}: ${what}`,
  mailSent: (n: number) => (n === 0 ? 'Nothing was due.' : `${count(n, 'message', 'messages')} sent.`),
  mailWould: (n: number) => `Dry run, nothing was written: ${count(n, 'message', 'messages')} would be sent now.`,
  mailAgain: (n: number) => `${count(n, 'message was', 'messages were')} refused for now and will be tried again.`,
  mailFailed: (n: number) => `${count(n, 'message', 'messages')} failed. See: desk mail list`,
  mailUncertain: (n: number) => `${count(n, 'message', 'messages')} may or may not have left. See: desk mail list`,
  mailNext: (when: string) => `The next one leaves at ${when}.`,
  mailMoved: (entry: number, number: number, to: string, state: string, dryRun: boolean) =>
    `${dry(dryRun)}${entry} (#${number})${to === '' ? '' : ` to ${to}`}: ${state}.`,
  mailRelease: (n: number) =>
    `${count(n, 'message is', 'messages are')} held. desk mail release ENTRY lets one go, --all every one.`,
  noted: (number: number, dryRun: boolean) => `${dry(dryRun)}#${number}: note added.`,
  merged: (from: readonly number[], into: number, dryRun: boolean) =>
    `${dry(dryRun)}${numbers(from)} merged into #${into}.`,
  otherCustomers: (list: readonly number[]) =>
    `Mind: another customer's case: ${numbers(list)}. desk undo takes it back.`,
  unmerged: (number: number, from: number, dryRun: boolean) => `${dry(dryRun)}#${number} is out of #${from} again.`,
  linked: (number: number, other: number, changed: boolean, dryRun: boolean) =>
    `${dry(dryRun)}${changed ? `#${number} and #${other} are linked.` : `#${number} and #${other} were linked already.`}`,
  unlinked: (number: number, other: number, dryRun: boolean) =>
    `${dry(dryRun)}#${number} and #${other} are no longer linked.`,
  called: (number: number, minutes: number, dryRun: boolean) =>
    `${dry(dryRun)}#${number}: call of ${count(minutes, 'minute', 'minutes')} logged.`,
  rated: (number: number, score: number, name: string, dryRun: boolean) =>
    `${dry(dryRun)}#${number}: rated ${score}/5, ${name}.`,
  spamSenders: (list: string, not: boolean) =>
    not ? `Mail from ${list} comes in as usual again.` : `The next mail from ${list} is filed away as spam.`,
  tookBack: (what: string, dryRun: boolean) => `${dry(dryRun)}Undone: ${what}`,
  broughtBack: (what: string, dryRun: boolean) => `${dry(dryRun)}Done again: ${what}`,
  kept: (list: readonly number[]) => tui.keptCases(numbers(list)),
  tied: (list: readonly number[]) => tui.tiedCases(numbers(list)),
  messageIn: 'a message came in',
  messageOut: 'a message went out',
  undone: 'undone',
  templateKept: (name: string, isNew: boolean, changed: boolean, dryRun: boolean) =>
    `${dry(dryRun)}Template ${name} ${isNew ? 'added' : changed ? 'changed' : 'was like that already'}.`,
  templateRemoved: (name: string, dryRun: boolean) => `${dry(dryRun)}Template ${name} removed.`,
  configured: (key: string, value: string | null, turned: number, dryRun: boolean) =>
    `${dry(dryRun)}${value === null ? `${key} is back to its default.` : `${key} = ${value}`}${turned === 0 ? '' : ` (${count(turned, 'mail has', 'mails have')} switched between incoming and outgoing)`}`,

  // import
  reading: (n: number) => `${mails(n)} read …`,
  filing: (done: number, of: number) => `sorting into cases: ${Math.floor((100 * done) / Math.max(1, of))} %`,
  askMe: (addresses: string) =>
    `These look like your own addresses: ${addresses}. Enter if that is right, or type the right ones:`,
  guessedMe: (addresses: string) =>
    `Taken as your own addresses: ${addresses}. Change it with: desk config set me ADDRESS,…`,
  interrupted: 'Stopped before the end; what came in stays. Run the same import again to go on from there.',
  notMail: (n: number, some: readonly string[]) =>
    `${count(n, 'file is', 'files are')} not mail: ${some.join(', ')}${n > some.length ? ' …' : ''}`,
  moreProblems: (n: number) => `… and ${count(n, 'more problem', 'more problems')}; --json shows them all.`,
  imported: ({ mails: n, cases: c, waiting, oldest, dryRun }: Imported) =>
    `${dry(dryRun)}${mails(n)}, ${cases(c)}, ${waiting === 0 ? 'nobody is waiting for you' : `${waiting} ${waiting === 1 ? 'is' : 'are'} waiting for you${oldest === null ? '' : waiting === 1 ? `, for ${oldest}` : `, the oldest for ${oldest}`}`}.`,
  importRest: ({ unchanged, skipped, unfiled, solved, templates }: ImportRest) =>
    [
      unchanged === 0 ? '' : `${mails(unchanged)} ${unchanged === 1 ? 'was' : 'were'} here already.`,
      solved === 0 ? '' : `${cases(solved)} came in as solved.`,
      templates === 0 ? '' : `${words.counts.templates(templates)} added or changed.`,
      skipped === 0 ? '' : `${mails(skipped)} could not be read.`,
      unfiled === 0 ? '' : `${mails(unfiled)} ${unfiled === 1 ? 'is' : 'are'} read and kept, but not in cases yet.`,
    ]
      .filter((one) => one !== '')
      .join(' '),

  // settings and doctor
  settings: {
    me: 'your own mail addresses, comma separated',
    agent: 'your name, in replies and history',
    shop: 'the name of the shop, for templates',
    language: 'en, vi or th; else the language of the system',
    'input-method': 'how you type Vietnamese: telex, vni or viqr',
    ledger: 'weights of the customers’ ledger: late-first=1 ratio=12',
    'segment-values': 'what segments are worth: loyal=30000000 current=8000000',
    'plans-off': 'plans that are not run, by their names: win-back-former',
    'last-seen': 'when somebody last looked',
  },
  reindexed: (entries: number, dryRun: boolean) =>
    `${dry(dryRun)}The search index has ${count(entries, 'entry', 'entries')} now.`,
  rejudged: (n: number) => `${mails(n)} judged anew: only a thank-you, or more than one. desk undo takes it back.`,
  findings: {
    'node-current': {
      good: (f: Facts) => `Node ${f.version} is new enough.`,
      bad: (f: Facts) => `Node ${f.version} is too old: the store could crash. Install Node 22.12 or newer.`,
    },
    'locale-utf8': {
      good: () => 'The terminal uses UTF-8.',
      bad: (f: Facts) =>
        `The locale ${f.locale} is not UTF-8, so letters with marks and Thai may come out as question marks. Set for example: export LANG=C.UTF-8`,
    },
    'disk-local': {
      good: () => 'The store is on a local disk.',
      bad: (f: Facts) =>
        `${f.path} is on a network drive, where a store gets damaged sooner or later. Move both files to a local disk, then: desk --db FILE`,
    },
    'no-leftovers': {
      good: () => 'No unfinished copies are left over.',
      bad: (f: Facts) =>
        `${f.files} unfinished ${f.files === 1 ? 'copy' : 'copies'} of a broken-off backup, restore or update: ${f.path}. When no other desk is running, delete what ends in .part.db or .part.raw.db.`,
    },
    'store-sound': {
      good: () => 'The store is sound.',
      bad: (f: Facts) =>
        `The store is damaged: ${f.problem}. Copy both files before anything else, then bring back a backup: desk restore FILE`,
    },
    'references-sound': {
      good: () => 'Everything in the store fits together.',
      bad: (f: Facts) =>
        `${count(Number(f.rows), 'row refers', 'rows refer')} to something that is no longer there. Copy both files, then bring back a backup: desk restore FILE`,
    },
    'raw-sound': {
      good: () => 'The original mails are sound.',
      bad: (f: Facts) =>
        `The store of original mails is damaged: ${f.problem}. Copy both files before anything else, then bring back a backup: desk restore FILE`,
    },
    'raw-complete': {
      good: () => 'No original mail is missing.',
      bad: (f: Facts) =>
        `${f.mails} original ${f.mails === 1 ? 'mail is' : 'mails are'} missing. Is desk.raw.db the one that belongs here? Put it back, or import the same mails again.`,
    },
    'forgetting-done': {
      good: () => 'Nobody is half forgotten.',
      bad: (f: Facts) => `The removal of customer #${f.id} was broken off. Go on with: desk customers forget ${f.id}`,
    },
    'mail-filed': {
      good: () => 'Every mail that came in is in a case.',
      bad: (f: Facts) =>
        `${f.mails} ${f.mails === 1 ? 'mail has' : 'mails have'} come in and ${f.mails === 1 ? 'is' : 'are'} in no case (${f.problem}); the original is kept. Try again: desk mail fetch --again`,
    },
    'index-complete': {
      good: () => 'The search index has every entry.',
      bad: (f: Facts) =>
        `The search index lacks ${count(Number(f.missing), 'entry', 'entries')} and has ${count(Number(f.stray), 'entry', 'entries')} too many. Run: desk reindex`,
    },
    'fold-current': {
      good: () => 'Search is up to date.',
      bad: (f: Facts) => `The search index was built by another version of desk (${f.version}). Run: desk reindex`,
    },
    'clock-sound': {
      good: () => 'The clock is right.',
      bad: (f: Facts) => `The newest change is dated in the future (${f.newest}). Check the clock of this machine.`,
    },
    'mode-private': {
      good: (f: Facts) => `Only you can read ${f.path}.`,
      bad: (f: Facts) => `Others can read ${f.path} (mode ${f.mode}). Fix it with: chmod ${f.wanted} ${f.path}`,
    },
  },

  // help
  tagline: 'a support desk in a terminal',
  usage: 'Usage',
  command: 'COMMAND',
  bare: 'the screens; in a pipe the inbox as text',
  everywhere: 'Options of every command',
  ownOptions: 'Options',
  examples: 'Examples',
  moreHelp: 'More about one command: desk help COMMAND',
  configList: 'list all settings and what they are for',
  configUnset: 'take a setting back to its default',
  about: {
    import: [
      'Reads mbox (also .gz), Maildir, single .eml files and desk’s own JSONL; - is stdin. What is there already is not added again, and one undo takes all of it back.',
      'Cases that have been silent for more than 30 days come in as solved, so that an archive does not flood the inbox.',
    ],
    list: [
      'Without a query it lists the inbox; "*" or "" lists everything, snoozed and closed cases too. A word with one leading dash is a negated term.',
      `Words are found with or without marks; "two words" in double quotes are a phrase. Keys: status: kind: topic: mood: priority: tag: channel: from: customer: segment: product: department: created: updated: waiting: solved: snoozed: number: lang: sort: and of kinds: ${keys}, is:open|waiting|overdue|snoozed|unread|atrisk, has:attachment|note|draft, with OR and brackets. For example: priority>=high waiting>4h (kind:care OR segment:loyal)`,
      'In a pipe the columns are number, priority, status, kind, waiting, customer, subject, tags, with at least two blanks between and never inside: awk -F "  +".',
    ],
    reply: [
      'Without a mail account a reply is held and nothing is sent. The case then waits for the customer, unless --set or the template says otherwise. N can be -: numbers from stdin.',
    ],
    note: ['N can be -: numbers from stdin.'],
    set: [
      'Fields: subject status priority kind topic mood channel product department snooze. N can be -: numbers from stdin.',
      `Of a kind: support: ${of('support')}; care: ${of('care')}. symptom= alone takes it away; steps+="text" adds a step with its time, stage= notes when it was reached, amount="500000 VND".`,
      'snooze=until:2026-12-01 (or until they reply), firm:2026-12-01 (even if they reply), reply, until:3d, none.',
      'A time can be said in words, in any of the three languages: snooze="fri 5pm", snooze="T6 17h", snooze="พรุ่งนี้ 9 โมง", snooze=20/11.',
    ],
    split: ['ENTRY is the number in front of an entry in desk show. The two cases are linked.'],
    spawn: [
      'A new case for the same customer, linked with N: product, serial number and reason (the symptom, unless --reason) come along.',
    ],
    call: ['A call counts as an answer: it is then the customer’s turn, unless the case is done.'],
    spam: [
      'The cases are tagged spam and solved, and so is the next mail of their senders. One undo takes all of it back. N can be -: numbers from stdin.',
    ],
    source: ['ENTRY is the number in front of an entry in desk show. On a terminal the mail is shown cleaned.'],
    'template-add': [
      'A file that begins with a line --- is a whole template: name:, title:, tags: and set: (as in desk set), a second line ---, then the text. Further languages follow a line like --- vi ---. desk templates show prints one.',
    ],
    'config-set': [
      'Settings: me (your own addresses, comma separated), agent (your name), shop (its name), language (en, vi, th).',
    ],
    attachments: [
      'Each file is cut from its original mail and saved under a safe name, readable by you alone; nothing that is there is written over. In a pipe the columns are entry, size in bytes, type and name.',
    ],
    backup: [
      'Makes two files, FILE and the original mails beside it (desk.db and desk.raw.db), of one moment, also while others write. An existing file is never written over. A backup is a store itself: desk --db FILE opens it.',
    ],
    restore: [
      'Close all windows of desk first. On a terminal it asks; in a pipe it needs --yes. Original mails are only ever added: those that came in after the backup stay, and importing them again brings them back into cases.',
    ],
    export: [
      'Without a query everything: cases with their notes and original mails, customers, templates, settings. As jsonl, desk import brings it back the same into an empty store; history and undo stay behind (desk backup copies those too).',
      'csv has one row per case, for spreadsheets; what they would run as a formula begins with an apostrophe. mbox has the original mails only (mboxrd: one > before lines that begin with From). Nothing is sent twice: what was waiting to be sent comes back as held.',
    ],
    'mail-send': [
      'For a cron line: it does what is due and ends. Exit code 69 says that a server is away; what waits is tried again, less and less often, and no message leaves twice.',
    ],
    'mail-release': [
      'Messages are held that were written before there was an account, were called back, or waited over a day.',
    ],
    'mail-settle': [
      'sent: it arrived, or was passed on by hand. again: it goes once more under the same Message-ID, so that whoever has it already sees one mail.',
    ],
    undo: [
      'Without an ID it takes back the last change made on the command line; any other by its number from --list. An import or a bulk change goes back case by case; cases somebody has worked on since stay.',
    ],
  },
  options: {
    db: 'the store to work in',
    json: 'the result as JSON',
    readOnly: 'change nothing',
    lang: 'the language of texts',
    noColor: 'no colours',
    help: 'this help',
    version: 'the version',
    dryRun: 'say what would happen, and change nothing',
    numbersOnly: 'numbers only',
    limit: 'at most this many (50 on a terminal, all in a pipe)',
    view: 'inbox, waiting, theirs, snoozed, solved or all',
    quotes: 'unfold quoted text',
    customer: 'an address, a phone number, an id or a name',
    subject: 'what it is about',
    kind: 'support, service (default) or care',
    spawnKind: 'support, service or care (default)',
    spawnReason: 'why there is a new case',
    channel: 'email, phone (default), video, chat, social, sms, web or visit',
    said: 'what the customer said; - is stdin',
    message: 'the text; - is stdin',
    file: 'the text from a file',
    template: 'the text of a template, filled for each case',
    language: 'the template’s text in this language',
    setWith: 'set with the reply, as in desk set; can be repeated',
    minutes: 'how long the call took',
    callIn: 'the customer called us',
    callText: 'what was said; - is stdin',
    score: '1 (very unhappy) to 5 (very happy)',
    comment: 'what the customer said about it',
    notSpam: 'not spam after all: the case and its sender come back',
    releaseAll: 'every held message',
    now: 'without the ten seconds to call it back',
    at: 'leave then: fri 5pm, tomorrow, 2026-12-01T08:00',
    to: 'to this address instead; can be repeated',
    cc: 'a copy to this address; can be repeated',
    bcc: 'a copy that the others do not see; can be repeated',
    replyFrom: 'from this address of ours',
    replySubject: 'under this subject',
    attach: 'a file to go with it; can be repeated, 25 MB in all',
    quote: 'quote what is answered under the text',
    followAt: 'when: fri 5pm, tomorrow, 3d, 2026-12-01T08:00',
    followText: 'what is to be done',
    promiseText: 'what was promised',
    followTemplate: 'the template that doing it begins with',
    followCustomer: 'for this customer, without a case',
    allToo: 'done and dropped ones as well',
    promiseWith: 'note that it promises this time',
    zone: 'the time zone, as in Asia/Bangkok',
    hours: 'hours of days: mon-fri=08:00-12:00,13:30-17:30; can be repeated',
    holidayLists: 'holidays that desk knows: tet, songkran or none',
    holiday: 'a further holiday, as in 2026-12-31=Name; can be repeated',
    ical: 'further holidays from an iCalendar file',
    noHolidays: 'forget all further holidays',
    targetSchedule: 'the hours by which it counts',
    targetKinds: 'for these kinds: support, service, care, or all',
    targetSegments: 'for customers of these segments, or all',
    targetQuery: 'for what this query finds, or all',
    targetPause: 'what stops the clocks: pending, hold, snooze, or none',
    product: 'what was bought',
    boughtAt: 'the day it was bought: 2026-03-01 (default: today)',
    delivered: 'the day it was delivered',
    serial: 'its serial number',
    warranty: 'until when: 2028-03-01, or months like 24mo',
    amount: 'what it cost, in đồng, satang or cents',
    currency: 'VND (default), THB, USD …',
    markReason: 'why it does not count',
    markAgain: 'let it count again',
    familiesToo: 'weak signs too, as families have them',
    asCsv: 'as a table for spreadsheets',
    targetTime: 'PRIORITY/CLOCK=TIME, as in high/first=4h; can be repeated',
    playbook: 'the playbook; else the one that fits and has such a step',
    playbookCase: 'how it stands for this case',
    playbookStep: 'the step; else the one that waits for its answer',
    intoDraft: 'put it into the draft of the answer as well',
    anyway: 'also where a condition says otherwise',
    handoffField: 'what a field holds, as in serial=AQ-4711; can be repeated',
    handoffSummary: 'what it is about; else the customer’s words',
    handoffEvidence:
      'put these files of the customer with it: a name, all or none; can be repeated (default: what the department asks for)',
    handoffSave: 'write the packet and its evidence into a folder below this one instead',
    handoffAnswer: 'the answer from a file; else stdin',
    feedbackProduct: 'of this product alone',
    feedbackSince: 'what was said on this day or later',
    withdrawReason: 'why; stands in the case, and in the mail to the department',
    withdrawId: 'which, where several lie with departments: its id of desk handoff list',
    withdrawSilent: 'do not tell the department by mail',
    handoffAll: 'those that are answered as well',
    undoList: 'what was done, newest first, with numbers',
    deep: 'also read every original mail again',
    title: 'the title, for finding it',
    textLanguage: 'the language of the text (default: that of --lang)',
    templateText: 'the text, with placeholders like {{customer.name}}',
    templateFile: 'the text, or a whole template, from a file',
    templateSet: 'set on the case with it, as in desk set; can be repeated',
    templateTag: 'a tag for finding the template; can be repeated',
    format: 'mbox, maildir, eml, mmdf or jsonl; else desk finds out',
    me: 'your own addresses, comma separated',
    solvedBefore: 'silent since before this date: comes in as solved',
    keepOpen: 'nothing comes in as solved',
    saveTo: 'save them in this folder',
    yes: 'do not ask',
    sure: 'the customer’s number or whole name, in place of the questions',
    copies: 'also remove the copies beside the store that hold her',
    exportFormat: 'jsonl (default), csv or mbox',
    deliverAccount: 'the account it came to; else found by the addresses it was sent to',
    watch: 'go on as mail comes, until told to end',
    sendToo: 'with --watch: also send what is due',
    fetchSince: 'how far back the first fetch goes: a date, or all',
    againUnfiled: 'first try what could not be filed before',
    withParent: 'with --watch: end with the program that started it',
    mailAddress: 'the address that customers write to',
    mailName: 'the name in From',
    imap: 'where mail is fetched, or none',
    smtp: 'where mail is sent, or none',
    tls: 'on, starttls or off; else by the port',
    mailUser: 'the user name (default: the address)',
    passwordFile: 'a file that only you may read (mode 0600)',
    passwordStdin: 'the password comes on stdin, and is kept in such a file',
    passwordCommand: 'a command that prints the password or token',
    oauth2: 'the secret is an OAuth2 token (XOAUTH2)',
    mailFolder: 'the server’s folder (default: INBOX)',
    afterFetch: 'leave (default), seen, or move:FOLDER',
    mailSince: 'fetch mail from this date on, or all',
    sentCopy: 'who files what was sent: append (desk), server or none',
    sentFolder: 'the folder for what was sent (default: the server says)',
    authservId: 'our server’s name in Authentication-Results',
    subjectNumber: '[#42] in the subjects of answers',
    htmlMail: 'also an HTML part, from the text as Markdown',
    plusAddress: 'answers go to user+case@domain',
    autoReply: 'the template of the automatic first answer, or none',
    signature: 'the signature in a language; can be repeated',
    unencrypted: 'allow passwords to another machine without encryption',
    unchecked: 'save without logging in',
  },
};

import { named, type Say } from '../say.ts';
import { forgettingErrors } from './forgetting.ts';
import { handoffErrors } from './handoffs.ts';
import { planErrors } from './plans.ts';
import { playbookErrors } from './playbooks.ts';
import { expectation } from './problems.ts';
import { actionNames } from './verbs.ts';

const broken: (f: Parameters<Say>[0]) => string = (f) =>
  f.why === 'disk-full'
    ? 'The disk is full: make room.'
    : f.why === 'busy'
      ? 'Another desk is writing: wait a moment.'
      : `The disk reported an error (${f.detail}). See: desk doctor.`;

const sentences = {
  // cases, entries, customers
  'no-such-case': (f) => [`There is no case #${f.number}.`, "See the numbers with: desk list '*'"],
  'no-such-entry': (f) => [`There is no entry ${f.id}.`, 'See the entries of a case with: desk show N --json'],
  'no-such-customer': (f) => [
    `There is no customer with the id ${f.id}.`,
    'Give an address, a phone number or a name instead.',
  ],
  'customer-not-found': (f) => [
    `No customer is called “${f.typed}”.`,
    'Give an address, a phone number, an id or a whole name.',
  ],
  'no-such-point': (f) => [`${f.name} is not reached by “${f.value}”.`, 'See what is known: desk customers show ID'],
  'no-such-purchase': (f) => [`There is no purchase ${f.id}.`, 'See the numbers with: desk customers show ID'],
  'unknown-customer-field': (f) => [
    `A customer has no field “${f.field}”.`,
    `Did you mean ${f.nearest}? Fields of your own: fields.NAME=VALUE`,
  ],
  'no-such-mark': (f) => [
    `The ledger of customer #${f.id} has no mark “${f.mark}”.`,
    `See the marks with: desk customers show ${f.id}`,
  ],
  'mark-counts': (f) => [`The mark “${f.mark}” counts already.`, ''],
  'bad-amount': (f) => [`“${f.value}” is not an amount.`, 'Write a whole number, as in 12000000.'],
  'mark-reason': () => ['Why does it not count?', 'Give --reason TEXT, or --again to let it count again.'],
  'merge-customer-itself': (f) => [`Both are customer #${f.id}.`, 'Name another customer to merge into.'],
  'customer-not-merged': (f) => [`Customer #${f.id} is not merged into any other.`, ''],
  'no-name-column': (f) => [
    `The table has no column name, emails or phones: ${f.columns}.`,
    'See the columns with: desk customers list --csv',
  ],
  'no-name-in-row': () => ['The row has no name and no address.', ''],
  'which-customer': (f) => [
    `Several customers are meant by “${f.typed}”: ${f.choices}.`,
    'Give the number of one of them, like #7.',
  ],
  'no-source': (f) => [`Entry ${f.id} did not come in as a mail, so there is no source to show.`, ''],
  'raw-missing': (f) => [
    `The mail of entry ${f.id} is not in the store of raw mails.`,
    'Is desk.raw.db beside desk.db? See: desk doctor',
  ],
  'raw-damaged': (f) => [
    `The original mail ${f.sha256} can't be read any more: its bytes are damaged.`,
    'Import the same mail again to mend it. Look for more: desk doctor --deep',
  ],
  'case-moved-on': (f) => [
    `Case #${f.number} has changed in the meantime.`,
    'Nothing was written. Look at it again, then repeat.',
  ],
  'draft-moved-on': (f) => [
    `The draft in #${f.number} has been changed in another window.`,
    'Nothing was sent. Both texts are here now: look them over, then send.',
  ],
  'merge-itself': (f) => [`Case #${f.number} can't be merged into itself.`, 'Name another case to merge it into.'],
  'case-merged': (f) => [
    `Case #${f.number} is merged into #${f.into} already.`,
    `Work with #${f.into}, or take it out first: desk unmerge ${f.number}`,
  ],
  'not-merged': (f) => [`Case #${f.number} is not merged into any other.`, ''],
  'merge-unknown': (f) => [
    `It is no longer known what came from #${f.number}.`,
    `Take the entries out by hand: desk split`,
  ],
  'link-itself': (f) => [`Case #${f.number} can't be linked with itself.`, 'Name another case.'],
  'not-linked': (f) => [`#${f.number} and #${f.other} are not linked.`, `See the links with: desk show ${f.number}`],
  'not-in-case': (f) => [`Entry ${f.id} is not in case #${f.number}.`, `See the entries with: desk show ${f.number}`],
  'split-all': (f) => [`These are all entries of #${f.number}; nothing would be left in it.`, 'Leave at least one.'],
  'empty-message': () => ['There is no text.', 'Write something first.'],
  unfilled: (f) => [`Case #${f.number}: nobody has filled in ${f.names}.`, 'Fill it in, or take it out of the text.'],
  'no-recipient': (f) => [`Case #${f.number} has no address to answer to.`, 'Answer another way, or leave a note.'],

  // values
  'bad-value': (f) => [`${f.field === '' ? 'A value' : `“${f.field}”`} ${expectation(f)}.`, ''],
  'unknown-field': (f) => [`A case has no field “${f.field}”.`, `Did you mean ${f.nearest}?`],
  'field-of-other-kind': (f) => [
    `#${f.number} is a ${f.kind} case, which has no ${f.field}.`,
    `Its fields: ${f.names}. Or set kind= as well.`,
  ],
  'no-field-of-kind': (f) => [
    `#${f.number} is a ${f.kind} case, which has no ${f.field}.`,
    'Set kind=support or kind=care as well.',
  ],
  'bad-sum': (f) => [`“${f.value}” is not an amount.`, 'Write a whole number with its currency, as in “500000 VND”.'],
  'bad-field-value': (f) => [`“${f.value}” can’t be the ${f.field}.`, `Possible: ${f.allowed}`],
  'bad-assignment': (f) => [`“${f.text}” does not say what to set.`, 'Write field=value, tags+=name or tags-=name.'],
  'bad-tag': (f) => [
    `“${f.tag}” can't be a tag.`,
    'A tag has no blanks, commas, quotes or brackets, and at most 64 characters.',
  ],
  'bad-minutes': (f) => [`“${f.value}” is not a number of minutes.`, 'Write a whole number from 1 to 1440.'],
  'bad-snooze': (f) => [
    `“${f.value}” does not say until when to snooze.`,
    'Write a time to come, as in until:2026-12-01, until:3d, "fri 5pm" or firm:tomorrow, or reply or none.',
  ],
  'nothing-to-set': () => ['There is nothing to set.', 'Write field=value, tags+=name or tags-=name after the number.'],
  'bad-case-number': (f) => [`“${f.text}” is not a case number.`, 'Numbers look like 42 or #42.'],
  'no-numbers': () => ['No case numbers came in on stdin.', 'Give some: desk list -q … | desk set - …'],
  'bad-limit': (f) => [`“${f.value}” is not a number of rows.`, 'Write for example -n 20.'],
  'bad-day': (f) => [`“${f.value}” is not a date.`, 'Write it like 2026-12-01.'],
  'bad-now': (f) => [`$DESK_NOW is not a date: “${f.value}”.`, 'Write it like 2026-03-12T09:00:00Z, or unset it.'],
  'bad-id': (f) => [`“${f.value}” is not a number.`, ''],
  'unknown-view': (f) => [`There is no view “${f.value}”.`, `Did you mean ${f.nearest}? There are: ${f.allowed}`],
  'unknown-format': (f) => [`desk can't read “${f.value}”.`, `It reads: ${f.allowed}`],
  'unknown-language': (f) => [`There is no “${f.value}” version of desk.`, 'Choose en, vi or th.'],
  'unknown-setting': (f) => [
    `There is no setting “${f.key}”.`,
    `Did you mean ${f.nearest}? All of them: desk config list`,
  ],
  'bad-setting': (f) => [`“${f.value}” can't be the value of ${f.key}.`, 'What each setting takes: desk help config'],

  // text, templates
  'two-texts': () => ['There is more than one text.', 'Give one of --message, --file and --template.'],
  'no-text': () => ['There is no text.', 'Give it with --message TEXT, --message - or --file FILE.'],
  'stdin-twice': () => [
    'stdin can be only one thing: the numbers, the text or the mails.',
    'Give the other one on the command line or in a file.',
  ],
  'no-such-commitment': (f) => [
    `There is no follow-up or promise ${f.id}.`,
    'See: desk follow-ups list, desk promises list',
  ],
  'other-commitment': (f) => [
    `${f.id} is a ${f.kind}.`,
    f.kind === 'promise' ? `Use: desk promises … ${f.id}` : `Use: desk follow-ups … ${f.id}`,
  ],
  'commitment-over': (f) => [
    `${f.id} is done or dropped already.`,
    'See what was done with: desk follow-ups list --all',
  ],
  'commitment-past': (f) => [`${f.value} is over.`, 'Name a time to come, as in --at "fri 5pm" or --at 3d.'],
  'commitment-for-nobody': () => ['For which case or customer?', 'Name a case, or --customer with an address or id.'],
  'no-time': (f) => [
    `“${f.value}” is no time.`,
    'Write it as in "fri 5pm", "thứ Sáu 17h", "ศุกร์นี้", 3d or 2026-12-24T08:00.',
  ],
  'no-such-schedule': (f) => [
    `There are no hours called “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk schedules list',
  ],
  'no-such-targets': (f) => [
    `There are no targets called “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk targets list',
  ],
  'schedule-in-use': (f) => [
    `Targets count by the hours “${f.name}”.`,
    'Give them other hours first: desk targets set NAME --schedule OTHER',
  ],
  'no-calendar': (f) => [
    `${f.path} is no calendar (iCalendar, .ics).`,
    'Export the holidays as .ics from a calendar program.',
  ],
  'bad-zone': (f) => [`“${f.value}” is no time zone.`, 'Use a name like Asia/Ho_Chi_Minh or Asia/Bangkok.'],
  'hours-over-midnight': (f) => [
    `“${f.value}” go over midnight.`,
    'A night is two: until 24:00, and from 00:00 on the day after, as in mon-fri=22:00-24:00 and tue-sat=00:00-06:00.',
  ],
  'bad-rule-name': (f) => [
    `“${f.name}” can’t be a name.`,
    'Letters, digits, dots, hyphens and underscores, beginning with a letter or digit; at most 40.',
  ],
  'bad-hours': (f) => [`“${f.value}” are no hours.`, 'Write them as in mon-fri=08:00-12:00,13:30-17:30 or sun=closed.'],
  'bad-holiday': (f) => [`“${f.value}” is no holiday.`, 'Write it as in 2026-12-31=New Year’s Eve.'],
  'bad-target': (f) => [
    `“${f.value}” is no target.`,
    'Write it as in high/first=4h, normal/resolution=40h or low/next=none.',
  ],
  'targets-by-time': (f) => [
    `Targets can’t be chosen by ${f.key}:${f.value}, which changes with the clock alone.`,
    'Choose by priority, tag, kind, segment, channel, words …',
  ],
  'no-such-template': (f) => [
    `There is no template “${f.name}”.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk templates list',
  ],
  'template-exists': (f) => [
    `There is a template “${f.name}” already.`,
    `Change it with: desk templates set ${f.name} …`,
  ],
  'template-without-text': (f) => [
    `The template “${f.name}” has no text.`,
    'Add one with: desk templates set NAME --language en --text …',
  ],
  'template-broken': (f) => [`The template “${f.name}” can't be filled: ${f.problem}`, 'Fix its text, then repeat.'],
  'template-file': (f) => [
    `${f.path} is not a template file: ${f.problem}`,
    'What it looks like: desk help templates add',
  ],

  // query
  'query-too-long': () => ['That query is too long.', 'Look for fewer words at a time.'],
  'or-without-terms': () => [
    'OR stands between two things to look for.',
    'Write for example kind:care OR tag:vip; to look for the word itself, write "or".',
  ],
  'key-without-order': (f) => [`${f.key} can’t be compared with > or <.`, `Write ${f.key}:VALUE.`],
  'bad-number': (f) => [`${f.key}: “${f.value}” is not a number.`, `Write for example ${f.key}:42.`],
  'unknown-key': (f) => [`A query has no key “${f.key}”.`, `Did you mean ${f.nearest}:?`],
  'key-without-value': (f) => [`${f.key}: needs a value.`, `Write for example ${f.key}:none.`],
  'unknown-value': (f) => [`${f.key}: does not know “${f.value}”.`, `Did you mean ${f.key}:${f.nearest}?`],
  'bad-date': (f) => [
    `${f.key}: can't read “${f.value}” as a date.`,
    'Write 2026-11-01, 2026-11, today, 2026-11-01..today or a span like 4h, 2d, 1w.',
  ],

  // undo
  'nothing-to-undo': () => ['There is nothing to undo.', 'What was done elsewhere: desk undo --list'],
  'nothing-to-redo': () => ['There is nothing to redo.', ''],
  'already-undone': (f) => [`Action ${f.id} has been undone already.`, 'See: desk undo --list'],
  'changed-nothing': (f) => [`Action ${f.id} changed nothing, so there is nothing to undo.`, ''],
  'no-such-action': (f) => [`There is no action ${f.id}.`, 'See: desk undo --list'],
  'undo-moved-on': (f) => [
    `That can't be undone any more: ${Number(f.case) > 0 ? `case #${f.case}` : 'what it changed'} has moved on since.`,
    'Nothing was changed. See: desk history',
  ],
  'secret-command': (f) => [
    `The command for the password gave nothing: ${f.command} (exit code ${f.code})`,
    'Run it in a shell: its first line of output is the password.',
  ],
  'no-such-account': (f) => [
    `No mail account has the address ${f.address}.`,
    'The accounts there are: desk mail status',
  ],

  'account-exists': (f) => [
    `There is an account for ${f.address} already.`,
    `Change it with: desk mail set ${f.address}`,
  ],
  unencrypted: (f) => [
    `Without TLS the password for ${f.host} could be read on its way.`,
    `Use --tls on or --tls starttls; only if you are sure: --unencrypted`,
  ],
  'move-where': () => [`It is not said where mails are to be moved.`, `Name the folder: --after move:FOLDER`],
  'secret-missing': (f) => [
    `The password file ${f.path} can't be read.`,
    `Write the password into it, then: chmod 600 ${f.path}`,
  ],
  'secret-open': (f) => [
    `Others on this machine may read the password file ${f.path}.`,
    `Close it with: chmod 600 ${f.path}`,
  ],
  'secret-empty': (f) => [
    `There is no password in ${f.path === '-' ? 'what came on stdin' : f.path}.`,
    `The first line is the password.`,
  ],
  'secret-not-kept': (f) => [
    `The password could not be kept in ${f.path}.`,
    `Check the folder, or use --password-file.`,
  ],
  'bad-server': (f) => [`“${f.value}” is no server.`, `Write it like mail.shop.example:993.`],
  'two-passwords': () => [
    `The password is given in more than one way.`,
    `Use one of --password-file, --password-stdin, --password-command.`,
  ],
  'no-password': () => [
    `The account needs a password.`,
    `Give one of --password-file, --password-stdin, --password-command.`,
  ],
  'bad-signature': (f) => [
    `“${f.value}” is no signature.`,
    `Write it like --signature vi=signature.txt; an empty file name takes it away.`,
  ],
  'login-refused': (f) => [
    `${f.server} did not let us in: ${f.problem}`,
    `Nothing was saved. Check server, user and password; --unchecked saves all the same.`,
  ],
  // mail that goes out
  'bad-address': (f) => [
    `“${f.address}” is no mail address.`,
    'Give one address at a time: lan@example.vn or Lan <lan@example.vn>.',
  ],
  'address-not-ascii': (f) => [
    `Most servers take no mail for ${f.address}: there are letters with marks before the @.`,
    'Ask for another address.',
  ],
  'bad-message-id': (f) => [`“${f.id}” is no Message-ID.`, ''],
  'attachments-too-large': (f) => [
    `The attachments are ${f.megabytes} MB together; at most ${f.limit} MB go with one message.`,
    'Send fewer of them, or a link.',
  ],
  'attachment-gone': (f) => [
    `The attachment ${f.name} is not in the store of raw mails.`,
    'Is desk.raw.db beside desk.db? See: desk doctor',
  ],
  'bad-leave-at': (f) => [
    `“${f.value}” is no moment to send at.`,
    'Write it like fri 5pm, tomorrow 8:00 or 2026-12-01T08:00.',
  ],
  'leave-at-past': (f) => [`${f.value} is over.`, 'Give a later moment, or --now.'],
  'now-and-at': () => ['--now and --at can’t both be.', 'Give one of them.'],
  'not-ours': (f) => [`${f.address} is none of our addresses.`, 'Add its account: desk mail add'],
  'not-outgoing': (f) => [`Entry ${f.id} is no message of ours that goes out.`, 'See them with: desk mail list'],
  'mail-not-held': (f) => [`The message ${f.id} is not held.`, 'What is held: desk mail release'],
  'mail-not-queued': (f) => [`The message ${f.id} can’t be called back any more.`, 'How it stands: desk mail list'],
  'mail-not-open': (f) => [
    `About the message ${f.id} there is nothing to settle.`,
    'Those whose fate is open: desk mail list',
  ],
  'no-sending-account': (f) => [`There is no mail account that sends for ${f.address}.`, 'Add it with: desk mail add'],

  'mail-gone': (f) => [`The message ${f.id} has left, or may have.`, 'How it stands: desk mail list'],
  'draft-there': (f) => [`A draft lies in case #${f.number} already.`, 'Send it or empty it first.'],
  'undo-left': (f) => [
    `That can't be undone: the message in case #${f.case} has left, or may have.`,
    `Write to the customer again: desk reply ${f.case}`,
  ],
  'undo-drafted': (f) => [
    `Case #${f.case} has a draft that would be lost with that.`,
    'Nothing was changed. Send the draft or empty it, then repeat.',
  ],
  'undo-blocked': (f) => [
    `That can't be undone any more: ${named(actionNames, f.verb)} (${f.id}) came after it${Number(f.case) > 0 ? ` in case #${f.case}` : ''}.`,
    `Undo that first: desk undo ${f.id}`,
  ],

  // files and the store
  'not-a-file': (f) => [`${f.path} is not a file.`, 'Name the file itself.'],
  'path-missing': (f) => [`There is no file or folder ${f.path}.`, 'Check the spelling.'],
  'no-mail': () => [
    'What came on stdin is no mail.',
    'One whole mail is expected, from its header on; mailboxes and archives go in with: desk import',
  ],
  'mail-larger': (f) => [`The mail is larger than ${f.megabytes} MB.`, 'It was not taken in.'],
  'not-mail': (f) => [
    `${f.path} is not mail.`,
    `What can be read: ${f.formats} (--from FORMAT says which, if desk can’t tell).`,
  ],
  'file-unreadable': (f) => [`${f.path} can't be read: ${f.problem}`, ''],
  'store-missing': (f) => [`There is no store ${f.path}.`, 'Without --read-only desk makes a new one.'],
  'folder-not-made': (f) => [`The folder ${f.path} can't be made.`, 'Choose another place with --db FILE.'],
  'store-not-opened': (f) => [
    `The store ${f.path} can't be opened.`,
    'Is it a file that you may write? Choose another with --db FILE.',
  ],
  'network-store': (f) => [
    `${f.path} is on a network drive, where a store gets damaged sooner or later.`,
    'Put it on a local disk: --db FILE.',
  ],
  'foreign-store': (f) => [`${f.path} is not a store of desk; it stays as it is.`, 'Choose another with --db FILE.'],
  'newer-store': (f) => [
    `A newer desk has written ${f.path} (version ${f.version}; this one knows ${f.known}).`,
    'Update desk, then open it again.',
  ],
  'store-needs-writing': (f) => [
    `${f.path} is from an older desk and must be brought up to date first.`,
    'Open it once without --read-only.',
  ],
  'store-needs-folder': (f) => [
    `${f.path} can't be read where it lies: what was written last is still in its -wal, and nothing may be written here.`,
    'Copy all files of its name into a folder of your own, then: desk --db COPY',
  ],
  'read-only': () => [
    'This store is open for reading only; nothing was changed.',
    'Repeat without --read-only, or ask who owns the file.',
  ],
  'store-busy': () => ['Another desk is writing at the moment.', 'Nothing was changed. Try again.'],
  'store-damaged': () => [
    'The store is damaged.',
    'Do not write to it any more: copy both files, then see desk doctor; a backup comes back with: desk restore FILE',
  ],
  'disk-full': () => ['The disk is full; nothing was changed.', 'Make room, then repeat.'],
  'io-failed': (f) => [`The disk reported an error (${f.detail}); nothing was changed.`, 'See: desk doctor'],
  'import-broken-off': (f) => [
    `${broken(f)} The import stopped after ${f.messages} ${Number(f.messages) === 1 ? 'message; it is in its case' : 'messages; those are in their cases'}.`,
    'Then repeat the same import: what is there is not added again.',
  ],
  'forget-broken-off': (f) => [
    `${broken(f)} A part of customer #${f.id} is removed already.`,
    `Then, to remove the rest: desk customers forget ${f.id}`,
  ],
  'customers-broken-off': (f) => [
    `${broken(f)} The import stopped after ${f.done} of ${f.of} rows; those are in.`,
    'Then repeat the same import, or take it back: desk undo',
  ],
  'undo-broken-off': (f) => [`${broken(f)} A part is undone already.`, 'Then: desk undo'],
  'copy-broken': (f) => [
    `The copy ${f.path} made before the update is not sound, so nothing was updated.`,
    'Is there room on the disk? See: desk doctor',
  ],
  'output-full': () => [
    'The output could not be written to its end: no room on the device.',
    'Make room, then repeat.',
  ],

  // the command line itself
  'save-folder': (f) => [`Files can't be saved into ${f.path}.`, 'Is it a folder that you may write to?'],
  'save-full': (f) => [
    `There is no room to save ${f.path}; what was saved before it stays.`,
    'Make room, then repeat.',
  ],
  'not-saved': (f) => [`${f.path} can't be written (${f.problem}).`, 'Choose another folder.'],
  'file-exists': (f) => [`${f.path} already exists; it stays as it is.`, 'Choose another name.'],
  'no-folder': (f) => [`There is no folder ${f.path}.`, 'Make it first, or choose another.'],
  'no-file-name': () => ['A backup needs the name of a file.', 'For example: desk backup desk-monday.db'],
  'copy-damaged': (f) => [
    `${f.path} is not sound (${f.problem}); nothing was changed.`,
    'Use another backup, or see: desk doctor',
  ],
  'store-in-use': (f) => [`Another desk has ${f.path} open; nothing was changed.`, 'Close its windows, then repeat.'],
  'restore-unsure': (f) => [
    `${f.path} is as in the backup, but the disk has not confirmed it.`,
    'Look it over: desk doctor',
  ],
  'restore-itself': (f) => [`${f.path} is the store itself.`, 'Name a backup of it.'],
  'restore-needs-yes': (f) => [
    `This would replace the store ${f.path}.`,
    'If that is meant, repeat with --yes; what is there now is kept.',
  ],
  'unknown-option': (f) => [
    `There is no option ${f.option}.`,
    f.nearest ? `Did you mean ${f.nearest}?` : 'See: desk help',
  ],
  'unknown-command': (f) => [
    `There is no command “${f.command}”.`,
    f.nearest ? `Did you mean ${f.nearest}? All of them: desk help` : 'See: desk help',
  ],
  'missing-argument': (f) => [`${f.name} is missing.`, `See: desk help ${f.command}`],
  'option-without-value': (f) => [`The option ${f.option} needs a value.`, `See: desk help ${f.command}`],
  'option-takes-none': (f) => [`The option ${f.option} takes no value.`, `Write ${f.option} by itself.`],
  'empty-path': () => [
    'The name of a file or folder is empty.',
    'Give one; in a script, look whether a variable is unset.',
  ],
  'save-to-stdout': () => ['Files can’t be saved to stdout.', 'Name a folder; one that is called - is ./-'],
  'missing-option': (f) => [`The option ${f.option} is missing.`, `See: desk help ${f.command}`],
  'too-many-arguments': (f) => [`There are too many words after ${f.command}.`, `See: desk help ${f.command}`],
  ...planErrors,
  ...playbookErrors,
  ...handoffErrors,
  ...forgettingErrors,
  'bad-usage': (f) => [`That can't be understood: ${f.problem}`, 'See: desk help'],
} satisfies Readonly<Record<string, Say>>;

/** What went wrong, and what to do next, by the `what` of a DeskError. */
export const errors: Readonly<Record<keyof typeof sentences, Say>> = sentences;

import type { CaseView } from '../actions/read-cases.ts';
import { type OptionNamed, readOptions } from '../actions/read-options.ts';
import type { CommitmentRow } from '../domain/commitment.ts';
import type { Entry } from '../domain/entry.ts';
import type { Rating } from '../domain/rating.ts';
import { byteSize } from '../i18n/byte-size.ts';
import type { Words } from '../i18n/index.ts';
import { fieldsShown, sayField } from '../i18n/say-fields.ts';
import { sayProblem } from '../i18n/say-problem.ts';
import { ageLong, dateTime } from '../i18n/time.ts';
import { addressesText, addressText } from '../text/address.ts';
import { type Clean, clean, joinClean, joinCleanWith } from '../text/clean.ts';
import { width } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import type { Session } from './command.ts';
import { style } from './style.ts';

const line = (text: string): Clean => clean(text, 'line');
const INDENT = line('  ');

/** A case for reading: header, then the timeline, newest last; text of strangers is always indented. */
export function printCase(session: Session, view: CaseView, quotes: boolean): void {
  printHeader(session, view);
  for (const entry of view.entries) printEntry(session, entry, quotes);
  const { printer, words } = session;
  if (view.drafts.reply !== null || view.drafts.note !== null) printer.line(style.warn(line(words.cli.draftWaits)));
}

function printHeader(
  { context, words, printer, io }: Session,
  { case: one, customer, tags, merged, links, rating, commitments, own }: CaseView,
): void {
  const now = context.now();
  const subject = one.subject === '' ? words.noSubject : one.subject;
  printer.line(style.bold(line(`${words.caseNumber(one.number)}  ${subject}`)));
  const { fields } = words;
  const snooze =
    one.snooze === null
      ? null
      : one.snooze.until === null
        ? words.snoozeModes.reply
        : dateTime(context.locale, one.snooze.until, now);
  const { offered, taken, tried } = readOptions(context, one.number);
  const titles = (options: readonly OptionNamed[]): Clean => line(options.map(({ title }) => title).join(', '));
  const facts: [string, Clean | null][] = [
    [fields.status, line(words.statuses[one.status])],
    [fields.priority, line(words.priorities[one.priority])],
    [
      fields.kind,
      line(one.topic === null ? words.kinds[one.kind] : `${words.kinds[one.kind]}, ${words.topics[one.topic]}`),
    ],
    [fields.mood, one.mood === null ? null : line(words.moods[one.mood])],
    [fields.channel, line(words.channels[one.channel])],
    [fields.customer, customer === null ? null : line(customer.name)],
    [fields.email, customer === null ? null : pointsOf(customer.points, 'email')],
    [fields.phone, customer === null ? null : pointsOf(customer.points, 'phone')],
    [fields.product, one.product === null ? null : line(one.product)],
    ...fieldsShown(own, one.kind).flatMap((name) =>
      sayField(words, own, name, context.locale, now).map((said, at): [string, Clean] => [
        at === 0 ? words.caseFields[name] : '',
        line(said),
      ]),
    ),
    [words.caseFields.steps, titles(tried)],
    [words.own.offered, titles(offered)],
    [words.own.taken, titles(taken)],
    [fields.department, one.department === null ? null : line(one.department)],
    [fields.tags, tags.length === 0 ? null : line(tags.join(' '))],
    [fields.merged, merged.length === 0 ? null : line(merged.map(words.caseNumber).join(' '))],
    [fields.link, links.length === 0 ? null : line(links.map((other) => words.caseNumber(other.number)).join(' '))],
    [fields.rating, rating === null ? null : line(ratingText(words, rating))],
    [fields.waiting, one.waitingSince === null ? null : line(ageLong(words, now - one.waitingSince))],
    [fields.snooze, snooze === null ? null : line(snooze)],
    [
      fields.due,
      one.due === null ? null : line(`${words.due.what[one.due.what]}, ${dateTime(context.locale, one.due.at, now)}`),
    ],
    ...commitments.map((each): [string, Clean] => [
      words.due.what[each.kind],
      line(commitmentText(words, each, dateTime(context.locale, each.at, now))),
    ]),
  ];
  const room = Math.max(...facts.map(([name]) => width(name))) + 2;
  for (const [name, value] of facts) {
    if (value === null || value === '') continue;
    const label = line(name);
    const [first = value, ...more] = io.outIsTerminal ? wrap(value, Math.max(20, io.columns - room)) : [value];
    printer.line(joinClean(label, line(' '.repeat(room - width(label))), first));
    for (const rest of more) printer.line(joinClean(line(' '.repeat(room)), rest));
  }
  if (one.mayBelong !== null)
    printer.line(style.warn(line(`${words.mayBelong(one.mayBelong)}: desk merge ${one.number} ${one.mayBelong}`)));
}

function commitmentText({ due }: Words, { text, stands }: CommitmentRow, when: string): string {
  const said = text === '' ? when : `${when}: ${text}`;
  return stands === 'broken' ? `${said} (${due.stands.broken})` : said;
}

const ratingText = (words: Words, { score, comment }: Rating): string =>
  `${score}/5 ${words.ratings[score]}${comment === '' ? '' : `: ${comment}`}`;

function pointsOf(points: readonly { kind: string; value: string }[], kind: string): Clean {
  return addressesText(
    points.filter((point) => point.kind === kind).map(({ value }) => ({ name: '', address: value })),
  );
}

function printEntry(session: Session, entry: Entry, quotes: boolean): void {
  const { context, words, printer } = session;
  const at = entry.at === null ? words.time.unknown : dateTime(context.locale, entry.at, context.now());
  const from = entry.addresses.find((one) => one.role === 'from');
  const who = from === undefined ? line(entry.author) : addressText(from);
  const minutes = entry.minutes === null ? '' : words.time.longMinutes(entry.minutes);
  const delivery = entry.delivery === null ? '' : words.deliveries[entry.delivery];
  const automatic = entry.automatic === null ? '' : words.automatic;
  const thanks = entry.thanks ? words.thanks : '';
  const filed = entry.filedOnly === null ? '' : words.filedOnly[entry.filedOnly];
  const doubt = entry.authenticated === 'fail' ? words.senderNotConfirmed : '';
  const said = [words.entryTypes[entry.type], words.parties[entry.party], minutes, automatic, thanks, filed];
  const marks = [...said, delivery, doubt].filter((one) => one !== '').map(line);
  printer.line(line(''));
  const title = joinCleanWith(line(' · '), [line(`[${entry.id}] ${at}`), ...(who === '' ? [] : [who]), ...marks]);
  printer.line(style.bold(title));
  const to = entry.addresses.filter((one) => one.role === 'to' || one.role === 'cc');
  if (to.length > 0) printer.line(style.dim(joinClean(INDENT, line(`${words.fields.to}: `), addressesText(to))));
  printBlock(session, entry.text);
  if (entry.quoted.trim() !== '') {
    if (quotes) printBlock(session, entry.quoted);
    else
      printer.line(style.dim(joinClean(INDENT, line(words.cli.quotedLines(entry.quoted.trim().split('\n').length)))));
  }
  if (entry.problem !== null) printer.line(style.warn(joinClean(INDENT, line(sayProblem(words, entry.problem)))));
  for (const part of entry.parts) {
    const told = [clean(part.name, 'filename'), clean(part.type, 'identifier'), line(byteSize(part.size))];
    printer.line(joinClean(INDENT, line('+ '), joinCleanWith(line('  '), told)));
  }
}

function printBlock({ printer, io }: Session, text: string): void {
  const block = clean(text.trimEnd(), 'block');
  if (block === '') return;
  const lines = wrap(block, io.outIsTerminal ? io.columns - width(INDENT) : Number.MAX_SAFE_INTEGER);
  for (const one of lines) printer.line(one === '' ? one : joinClean(INDENT, one));
}

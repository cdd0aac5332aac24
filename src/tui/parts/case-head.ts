import type { CaseView } from '../../actions/read-cases.ts';
import type { Locale } from '../../context.ts';
import { isSnoozed } from '../../domain/case.ts';
import type { Due } from '../../domain/clock/due.ts';
import { type CommitmentRow, isToDo } from '../../domain/commitment.ts';
import { wordsFor } from '../../i18n/index.ts';
import { ageLong, dateTime } from '../../i18n/time.ts';
import { clean } from '../../text/clean.ts';
import { truncate, width } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { fieldLines } from './field-lines.ts';
import { flow } from './flow.ts';
import { blank, type Line, lineWidth, type Span, say, spaces, span } from './line.ts';

/** Number and subject, then what stands where: the first lines of a case wherever it is shown, wrapped to `columns`. */
export function caseHead(
  view: CaseView,
  locale: Locale,
  columns: number,
  now: number,
  subjectRows = Number.POSITIVE_INFINITY,
): Line[] {
  const words = wordsFor(locale);
  const found = view.case;
  const subject = found.subject === '' ? words.noSubject : found.subject;
  const facts: Span[] = [
    say(words.statuses[found.status], found.status === 'new' || found.status === 'open' ? 'good' : 'plain'),
    ...(found.priority === 'normal'
      ? []
      : [say(words.priorities[found.priority], found.priority === 'low' ? 'dim' : 'danger')]),
    say(found.topic === null ? words.kinds[found.kind] : `${words.kinds[found.kind]} / ${words.topics[found.topic]}`),
    ...(found.mood === null ? [] : [say(words.moods[found.mood], found.mood === 'calm' ? 'plain' : 'warn')]),
    ...(found.waitingSince === null
      ? []
      : [say(words.tui.waitingFor(ageLong(words, now - found.waitingSince)), 'warn')]),
    ...(found.due === null ? [] : [dueFact(found.due, locale, now)]),
    ...view.commitments
      .filter((one) => one.stands === 'broken')
      .map((one) => say(words.due.brokenPromise(dateTime(locale, one.missedAt ?? one.at, now)), 'danger')),
    ...(isSnoozed(found.snooze, now) ? [say(snoozeWords(view, locale, now), 'accent')] : []),
    ...(found.mergedInto === null ? [] : [say(words.tui.mergedInto(found.mergedInto), 'warn')]),
    ...(found.mayBelong === null ? [] : [say(words.mayBelong(found.mayBelong), 'warn')]),
    ...(view.merged.length === 0
      ? []
      : [say(words.tui.holdsMerged(view.merged.map((number) => `#${number}`).join(' ')), 'dim')]),
    ...(view.rating === null
      ? []
      : [
          say(
            words.tui.rated(view.rating.score, words.ratings[view.rating.score]),
            view.rating.score < 3 ? 'warn' : 'good',
          ),
        ]),
    ...view.links.map((other) => say(`↔ #${other.number}`, 'accent')),
    ...(view.drafts.reply === null && view.drafts.note === null ? [] : [say(words.tui.draft, 'accent')]),
    ...(found.product === null ? [] : [say(found.product)]),
    ...view.tags.map((tag) => span(clean(`#${tag}`, 'line'), 'dim')),
  ];
  const number = say(`${words.caseNumber(found.number)} `, 'accent');
  const indent = width(number.text);
  const [first, ...more] = wrap(clean(subject, 'line'), Math.max(10, columns - indent)).slice(0, subjectRows);
  return [
    [number, span(first ?? clean('', 'line'), 'title')],
    ...more.map((row): Line => [span(spaces(indent)), span(row, 'title')]),
    ...flow(facts, columns),
    ...fieldLines(view, locale, columns, now),
    ...view.commitments
      .filter(isToDo)
      .slice(0, COMMITMENTS)
      .map((one) => commitmentLine(one, locale, columns, now)),
    blank,
  ];
}

/** What is to be done in a case, at most so many lines. */
const COMMITMENTS = 3;

/** `● Fri 13 Mar, 17:00  what was promised`. */
function commitmentLine(one: CommitmentRow, locale: Locale, columns: number, now: number): Line {
  const { due } = wordsFor(locale);
  const sign = one.kind === 'promise' ? '● ' : '○ ';
  const head = [say(sign, 'accent'), say(`${dateTime(locale, one.at, now)}  `, one.at < now ? 'danger' : 'accent')];
  const text = clean(one.text === '' ? due.what[one.kind] : one.text, 'line');
  return [...head, span(truncate(text, Math.max(1, columns - lineWidth(head))))];
}

const HOUR = 3_600_000;

/** What is due next, and how long that is from now. */
function dueFact({ at, what }: Due, locale: Locale, now: number): Span {
  const words = wordsFor(locale);
  const { due } = words;
  if (at < now) return say(due.overdueBy(due.what[what], ageLong(words, now - at)), 'danger');
  if (at < now + HOUR) return say(due.dueIn(due.what[what], ageLong(words, at - now)), 'warn');
  return say(due.dueAt(due.what[what], dateTime(locale, at, now)));
}

function snoozeWords(view: CaseView, locale: Locale, now: number): string {
  const { tui } = wordsFor(locale);
  const until = view.case.snooze?.until ?? null;
  return until === null ? tui.snoozedUntilReply : tui.snoozedUntil(dateTime(locale, until, now));
}

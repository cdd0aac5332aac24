import { SEGMENTS } from '../../../domain/customer.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { grouped } from '../../../i18n/number.ts';
import { sayAlike } from '../../../i18n/say-alike.ts';
import { dayIn } from '../../../i18n/time.ts';
import { bareAddress } from '../../../text/address.ts';
import { clean } from '../../../text/clean.ts';
import { truncate, width } from '../../../text/width.ts';
import { flow } from '../../parts/flow.ts';
import { linesShown } from '../../parts/journey-rows.ts';
import { type Line, lineWidth, type Span, say, span, type Tone, wholeParts, wrapped } from '../../parts/line.ts';
import type { JourneyScreen, State } from '../../state.ts';

/** Whose journey it is, and how much of it is shown. */
export function journeyTitle({ locale, size }: State, screen: JourneyScreen): Line {
  const { journey } = wordsFor(locale);
  const { customer } = screen.view;
  const name = [customer.honorific, customer.name].filter((part) => part !== null && part !== '').join(' ');
  const shown = linesShown(screen).length;
  const counted = screen.view.rest === null ? journey.count(shown) : journey.countMore(shown);
  const count = screen.only === null ? counted : journey.only(journey.kinds[screen.only], shown);
  const before: Line = [say(' desk ', 'title'), say(` ${journey.title} `, 'strong'), say(' ')];
  const after: Line = [say(`  ${count}`, screen.only === null ? 'dim' : 'warn')];
  const room = size.columns - lineWidth(before) - lineWidth(after);
  const who = truncate(clean(`${name} #${customer.id}`, 'line'), Math.max(8, room));
  const head: Line = [...before, span(who, 'accent')];
  return [...head, ...wholeParts([after], size.columns - lineWidth(head))];
}

/** Where the customer stands among the segments and since when, where the rules see her, and how she is reached. */
export function journeyHead(state: State, { view }: JourneyScreen): Line[] {
  const words = wordsFor(state.locale);
  const { columns } = state.size;
  const day = (at: number): string => dayIn(state.locale, at, state.zone(), true);
  const { suggestion } = view;
  const move =
    suggestion === null
      ? []
      : wrapped(
          words.customers.suggested(words.segments[suggestion.to], words.customers.why(suggestion.why, day)),
          columns - 1,
          1,
          'warn',
        );
  const alike = view.alike.slice(0, 1).flatMap(({ a, aName, b, bName, reasons }) => {
    const [id, name] = a === view.customer.id ? [b, bName] : [a, aName];
    const why = reasons.map((reason) => sayAlike(words, reason)).join(', ');
    return wrapped(words.journey.maybeSame(`${name} #${id}`, why, view.alike.length - 1), columns - 1, 1, 'warn');
  });
  return [...segmentLines(state, view, words, day), ...reachLine(view, words, columns), ...move, ...alike];
}

/** `prospect ─ new ─ ● current ─ loyal ─ former  since 3 Mar 2025`: the sign tells it without colours. */
function segmentLines(
  { size }: State,
  { customer }: JourneyScreen['view'],
  words: Words,
  day: (at: number) => string,
): Line[] {
  const { segment, segmentSince, internal } = customer;
  const since = segment !== null && segmentSince !== null ? words.journey.since(day(segmentSince)) : null;
  const more = [
    segment === null ? words.journey.unsegmented : since,
    internal ? words.customers.internal : null,
  ].filter((part) => part !== null);
  const after: Line = more.length === 0 ? [] : [say(`  ${more.join(' · ')}`, 'dim')];
  const steps = SEGMENTS.map((one): Span => {
    const name = words.journey.segments[one];
    return one === segment ? say(`● ${name}`, 'strong') : say(name, 'dim');
  });
  const line: Line = [say(' '), ...steps.flatMap((step, at) => (at === 0 ? [step] : [say(' ─ ', 'dim'), step]))];
  if (lineWidth(line) + lineWidth(after) <= size.columns) return [[...line, ...after]];
  return after.length === 0 ? [line] : [line, [say(' '), ...after.map((one) => say(one.text.trim(), one.tone))]];
}

/** What she is worth, may she be written to, and by what she is reached: as much as fits, each whole. */
function reachLine({ customer, value }: JourneyScreen['view'], words: Words, columns: number): Line[] {
  const { consent, points, tags } = customer;
  const part = (text: string, tone: Tone): Line => [say(text, tone)];
  const parts = [
    ...(value === null ? [] : [part(`${grouped(value.amount)} ${value.currency}`, 'plain')]),
    ...(consent === null ? [] : [part(words.customers.consents[consent], consent === 'no' ? 'warn' : 'dim')]),
    ...points.slice(0, 3).map((one): Line => [span(truncate(bareAddress(one.value), columns - 2), 'accent')]),
    ...tags.map((tag) => part(`#${tag}`, 'dim')),
  ];
  const dotted = parts.map((one, at): Line => (at === 0 ? [say(' '), ...one] : [say(' · ', 'dim'), ...one]));
  return parts.length === 0 ? [] : [wholeParts(dotted, columns)];
}

/** How her experiences stand: each sum with the marks that it is made of; the cursor can stand on it. */
export function ledgerLines(state: State, { view, unfolded }: JourneyScreen, columns: number): Line[] {
  const words = wordsFor(state.locale);
  const { customers } = words;
  const { ledger, rules } = view;
  if (view.rest !== null) return [[say(words.journey.addingUp, 'dim')]];
  if (ledger.marks.length === 0) return [[say(customers.noMarks, 'dim')]];
  const counted = (sort: 'poor' | 'good'): number =>
    ledger.marks.filter((mark) => mark.sort === sort && mark.overruled === null).length;
  const [poor, good] = [String(ledger.poor), String(ledger.good)];
  const sums: Span[] = [
    say(customers.poor(counted('poor'), poor), ledger.poor > 0 ? 'warn' : 'plain'),
    say(customers.good(counted('good'), good), ledger.good > 0 ? 'good' : 'plain'),
    say(customers.balance(good, String(rules.ratio), poor, String(ledger.balance))),
    say(customers.strikes(ledger.strikes, rules.strikesToLeave, rules.windowDays), ledger.atRisk ? 'danger' : 'plain'),
    ...(ledger.atRisk ? [say(ledger.oneMore ? customers.oneMore : customers.enough, 'danger')] : []),
  ];
  const claims = unfolded
    ? wrapped(customers.claims(rules.strikesToLeave, String(rules.ratio)), columns, 0, 'dim')
    : [];
  return [...flow(sums, columns), ...claims];
}

/** Columns of the widest day of a language, with its year. */
export function dayColumns({ locale, zone }: State): number {
  const known = widest.get(locale);
  if (known !== undefined) return known;
  const days = Array.from({ length: 12 }, (_, month) => dayIn(locale, Date.UTC(2026, month, 28), zone(), true));
  const columns = Math.max(...days.map((one) => width(clean(one, 'line'))));
  widest.set(locale, columns);
  return columns;
}

const widest = new Map<State['locale'], number>();

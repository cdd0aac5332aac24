import type { CaseView } from '../../actions/read-cases.ts';
import type { Locale } from '../../context.ts';
import { type Words, wordsFor } from '../../i18n/index.ts';
import { grouped } from '../../i18n/number.ts';
import { dateTime } from '../../i18n/time.ts';
import { bareAddress } from '../../text/address.ts';
import { clean } from '../../text/clean.ts';
import { truncate } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { blank, type Line, say, span, type Tone } from './line.ts';

/** Promises that were not kept, at most so many. */
const BROKEN = 3;

/** The customer beside the case: who they are, how they are reached, what else there was. */
export function customerCard(view: CaseView, locale: Locale, columns: number, now: number): Line[] {
  const words = wordsFor(locale);
  const { customer } = view;
  if (customer === null) return [[say(words.tui.card, 'strong')], [say(words.unknownCustomer, 'dim')]];
  const name = [customer.honorific, customer.name].filter((part) => part !== null && part !== '').join(' ');
  const facts = [
    customer.segment === null ? null : words.segments[customer.segment],
    customer.company,
    customer.language === null ? null : `${words.fields.language}: ${customer.language}`,
  ];
  const wrapped = (text: string): Line[] => wrap(clean(text, 'line'), columns).map((row) => [span(row)]);
  return [
    [say(words.tui.card, 'dim')],
    ...wrap(clean(name, 'line'), columns).map((row): Line => [span(row, 'strong')]),
    ...facts.flatMap((fact) => (fact === null ? [] : wrapped(fact))),
    ...(customer.tags.length === 0 ? [] : wrapped(customer.tags.map((tag) => `#${tag}`).join(' '))),
    ...careLines(view, words, columns),
    ...customer.points.map((point): Line => [span(truncate(bareAddress(point.value), columns), 'accent')]),
    ...view.brokenPromises.slice(0, BROKEN).flatMap((one): Line[] => {
      const told = words.due.brokenPromise(dateTime(locale, one.missedAt ?? one.at, now));
      const where = one.case === null ? told : `#${one.case} ${told}`;
      return wrap(clean(where, 'line'), columns).map((row) => [span(row, 'danger')]);
    }),
    ...(view.links.length === 0
      ? []
      : [
          blank,
          [say(words.tui.linkedCases, 'dim')],
          ...view.links.map((other): Line => [say(`#${other.number} `, 'accent'), say(other.subject)]),
        ]),
    blank,
    [say(words.tui.otherCases, 'dim')],
    ...(view.others.length === 0
      ? [[say(words.tui.noOtherCases, 'dim')]]
      : view.others.slice(0, 12).map((other): Line => [say(`#${other.number} `, 'accent'), say(other.subject)])),
  ];
}

/** What she is worth, and her strikes and balance; nothing where nothing has happened yet. */
function careLines({ care }: CaseView, words: Words, columns: number): Line[] {
  if (care === null) return [];
  const { value, ledger, strikesToLeave } = care;
  const lines = (text: string, tone: Tone | null): Line[] =>
    wrap(clean(text, 'line'), columns).map((row) => [tone === null ? span(row) : span(row, tone)]);
  const worth = value === null ? [] : lines(`${grouped(value.amount)} ${value.currency}`, null);
  if (ledger.strikes === 0 && ledger.balance === 0) return worth;
  const told = words.customers.cardLedger(ledger.strikes, strikesToLeave, String(ledger.balance));
  return [
    ...worth,
    ...lines(told, ledger.atRisk ? 'danger' : 'dim'),
    ...(ledger.oneMore ? lines(words.customers.oneMore, 'danger') : []),
  ];
}

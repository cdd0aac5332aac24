import type { Locale } from '../context.ts';
import type { JourneyLine } from '../domain/journey/line.ts';
import type { LedgerMark } from '../domain/ledger/ledger.ts';
import type { PageTitles } from '../domain/playbook/page.ts';
import type { Words } from './index.ts';
import { grouped } from './number.ts';
import { sayOption, sayPage } from './say-playbook.ts';

/** A line of a journey in words, without its time and case: `came back: The screen does not react`. */
export function sayJourneyLine(words: Words, locale: Locale, line: JourneyLine, titles: PageTitles): string {
  const { journey, noSubject } = words;
  switch (line.kind) {
    case 'case':
      return `${journey.cases[line.what]}: ${line.subject === '' ? noSubject : line.subject}`;
    case 'call': {
      const minutes = line.minutes === null ? '' : `, ${journey.minutes(line.minutes)}`;
      return about(`${journey.calls[line.direction ?? 'none']}${minutes}`, line.text);
    }
    case 'promise':
      return about(journey.promises[line.what], line.text);
    case 'care':
      return about(journey.care[line.what], line.text);
    case 'rating':
      return about(journey.rated(line.score), line.comment);
    case 'purchase': {
      const { product, amount, currency } = line.purchase;
      const price = line.what === 'bought' && amount !== null ? ` · ${grouped(amount)} ${currency}` : '';
      return `${journey.purchases[line.what]}: ${product}${price}`;
    }
    case 'option':
      return sayOption(words, locale, titles, `${line.playbook}/${line.step}`, line.answer);
    case 'handoff':
      return `${journey.handoffs[line.state]} ${sayPage(titles, locale, line.department)}`;
    case 'repair':
      return `${words.caseFields.stage}: ${words.stages[line.stage]}`;
    case 'silence':
      return line.until === 'now' ? journey.silenceNow(line.days) : journey.silence(line.days);
    case 'mark':
      return line.marks.map((mark) => sayMark(words, mark)).join(' · ');
  }
}

const about = (what: string, text: string): string => (text.trim() === '' ? what : `${what}: ${text.trim()}`);

/** What left a mark, and why it does not count, if it does not. */
export function sayMark({ customers, journey }: Words, { rule, overruled }: LedgerMark): string {
  const said = customers.rules[rule];
  return overruled === null ? said : `${said} (${journey.doesNotCount(overruled.reason)})`;
}

/** What the marks of a line add to its words: a complaint does, a rating says it itself. */
export function sayFurtherMarks(words: Words, line: JourneyLine): string {
  if (line.kind === 'mark') return '';
  const saysIt = line.kind !== 'case' || line.what !== 'opened';
  const told = line.marks.filter(({ overruled }) => !saysIt || overruled !== null);
  return told.map((mark) => sayMark(words, mark)).join(' · ');
}

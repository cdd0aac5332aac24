import type { ListRow } from '../../../actions/read-cases.ts';
import type { Locale } from '../../../context.ts';
import { isSnoozed, type Kind, type Priority } from '../../../domain/case.ts';
import { wordsFor } from '../../../i18n/index.ts';
import { age } from '../../../i18n/time.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { fitLine, type Line, lineWidth, say, selected, span, type Tone } from '../../parts/line.ts';

/** Signs that say the same without colour: !! urgent, ! high, - low; • not read, · behind a time for which nobody waits. */
const PRIORITY: Readonly<Record<Priority, { sign: string; tone: Tone }>> = {
  urgent: { sign: '!!', tone: 'danger' },
  high: { sign: '! ', tone: 'warn' },
  normal: { sign: '  ', tone: 'plain' },
  low: { sign: '- ', tone: 'dim' },
};

const KIND: Readonly<Record<Kind, string>> = { support: '◆', service: '○', care: '♥' };

export interface RowLook {
  readonly locale: Locale;
  readonly columns: number;
  readonly now: number;
  readonly numberWidth: number;
  readonly isCurrent: boolean;
  readonly isMarked: boolean;
}

const AGE = 5;

const drawn = new WeakMap<ListRow, { readonly look: string; readonly line: Line }>();

/** One case in the list: mark, number, priority, kind, waiting time, customer, subject, tags. Drawn once per look. */
export function listRow(row: ListRow, look: RowLook): Line {
  const { locale, columns, now, numberWidth, isCurrent, isMarked } = look;
  const key = [locale, columns, now, numberWidth, isCurrent, isMarked].join(' ');
  const known = drawn.get(row);
  if (known?.look === key) return known.line;
  const line = draw(row, look);
  drawn.set(row, { look: key, line });
  return line;
}

function draw(row: ListRow, look: RowLook): Line {
  const words = wordsFor(look.locale);
  const customerWidth = Math.max(10, Math.min(22, Math.floor(look.columns * 0.2)));
  const priority = PRIORITY[row.priority];
  const tone: Tone = row.unread ? 'strong' : 'plain';
  const shown = since(row, look);
  const head: Line = [
    say(look.isCurrent ? '›' : ' ', 'accent'),
    say(look.isMarked ? '✓' : ' ', 'good'),
    span(pad(clean(String(row.number), 'line'), look.numberWidth, 'right'), 'dim'),
    say(' '),
    say(priority.sign, priority.tone),
    say(KIND[row.kind], 'dim'),
    say(row.unread ? '•' : ' '),
    span(pad(clean(shown, 'line'), AGE, 'right'), row.waitingSince === null ? 'dim' : 'warn'),
    say(row.waitingSince === null && shown !== '' && !isSnoozed(row.snooze, look.now) ? '·' : ' ', 'dim'),
    span(pad(clean(row.customerName ?? words.unknownCustomer, 'line'), customerWidth), tone),
    say(' '),
  ];
  const used = head.reduce((columns, one) => columns + width(one.text), 0);
  const mark = row.mayBelong === null ? '' : `+#${row.mayBelong}? `;
  const due = dueMark(row, look);
  const room = Math.max(0, look.columns - used - lineWidth([...due, say(mark)]) - 1);
  const mood = row.mood === 'angry' ? '>:( ' : row.mood === 'upset' ? ':( ' : '';
  const subject = truncate(clean(`${mood}${row.subject === '' ? words.noSubject : row.subject}`, 'line'), room);
  // tags take what the subject leaves
  const left = room - width(subject);
  const tags =
    left < 6 ? [] : [span(truncate(clean(row.tags.map((tag) => `  #${tag}`).join(''), 'line'), left), 'dim' as const)];
  const line: Line = [...head, ...due, say(mark, 'accent'), span(subject, tone), ...tags];
  const whole = fitLine(line, look.columns);
  return look.isCurrent ? selected(whole) : whole;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What is overdue, and what will be within the hour. */
function dueMark({ dueAt }: ListRow, { now, locale }: RowLook): Line {
  if (dueAt === null || dueAt >= now + HOUR) return [];
  const words = wordsFor(locale);
  if (dueAt > now - MINUTE && dueAt < now) return [say(`${words.due.states.breached} `, 'danger')];
  if (dueAt < now) return [say(`${words.due.late(age(words, now - dueAt))} `, 'danger')];
  return [say(`${words.due.left(age(words, dueAt - now))} `, 'warn')];
}

/** How long they wait; where nobody waits, when it wakes or when it last changed. */
function since(row: ListRow, { now, locale }: RowLook): string {
  const words = wordsFor(locale);
  if (isSnoozed(row.snooze, now)) {
    const until = row.snooze?.until ?? null;
    return until === null ? '…' : `+${age(words, until - now)}`;
  }
  const from = row.waitingSince ?? row.updatedAt;
  return from === null ? '' : age(words, now - from);
}

import type { HandoffRow } from '../../../actions/read-handoffs.ts';
import type { Delivery } from '../../../domain/entry.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { titleIn } from '../../../i18n/say-playbook.ts';
import { age, ageLong } from '../../../i18n/time.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, lineWidth, say, selected, span, wholeParts, wrapped } from '../../parts/line.ts';
import type { HandoffsScreen, State } from '../../state.ts';

/** What lies with which department and for how long, the most overdue first. */
export function handoffsView(state: State, screen: HandoffsScreen): Frame {
  const words = wordsFor(state.locale);
  const { handoffs } = words;
  const { columns } = state.size;
  const overdue = screen.rows.filter((row) => isLate(row, state.now)).length;
  const name: Line = [say(' desk ', 'title'), say(` ${handoffs.title} `, 'strong')];
  const count: Line = [say(` ${handoffs.count(screen.rows.length, overdue)}`, 'dim')];
  const title = [...name, ...wholeParts([count], columns - lineWidth(name))];
  if (screen.rows.length === 0)
    return frame(state, title, [blank, ...wrapped(handoffs.nothing, columns, 2)], KEYMAP, 'handoffs');
  const dues = Math.max(...screen.rows.map((row) => width(clean(dueOf(row, state.now, words), 'line'))));
  const lines = screen.rows.map((row, at) => rowLine(state, row, at === screen.at, dues, words));
  const { body } = layoutOf(state.size);
  const top = Math.max(0, Math.min(screen.at - Math.floor(body / 2), lines.length - body));
  return frame(state, title, lines.slice(top), KEYMAP, 'handoffs');
}

const isLate = ({ dueAt }: HandoffRow, now: number): boolean => dueAt !== null && dueAt < now;

function dueOf({ dueAt, madeAt }: HandoffRow, now: number, words: Words): string {
  const { handoffs } = words;
  if (dueAt === null) return handoffs.lies(ageLong(words, now - madeAt));
  return dueAt < now ? handoffs.overdue(ageLong(words, now - dueAt)) : handoffs.left(ageLong(words, dueAt - now));
}

type Stuck = Extract<Delivery, 'held' | 'failed' | 'uncertain' | 'bounced'>;
const STUCK: ReadonlySet<Delivery | null> = new Set<Stuck>(['held', 'failed', 'uncertain', 'bounced']);

/** The department may know nothing of it: its packet lies in the outbox, or came back. */
const hasNotArrived = (row: HandoffRow): row is HandoffRow & { readonly delivery: Stuck } => STUCK.has(row.delivery);

const DEPARTMENT = 12;
/** Columns from which most departments are read to their end. */
const WIDER = 100;
/** Columns from which it is also told for how long it lies there, and how many that takes. */
const WIDE = 80;
const SINCE = 6;

const sinceOf = ({ madeAt }: HandoffRow, now: number, words: Words): string => age(words, now - madeAt);

/** One line: when it is due, which department, since when, the case. */
function rowLine(state: State, row: HandoffRow, isCurrent: boolean, dues: number, words: Words): Line {
  const { columns } = state.size;
  const department = clean(titleIn(row.titles, state.locale, row.department), 'line');
  const room = columns < WIDER ? DEPARTMENT : 2 * DEPARTMENT;
  const head: Line = [
    say(isCurrent ? ' › ' : '   ', 'accent'),
    span(pad(clean(dueOf(row, state.now, words), 'line'), dues), isLate(row, state.now) ? 'danger' : 'plain'),
    say('  '),
    ...(columns < WIDE ? [] : [span(pad(clean(sinceOf(row, state.now, words), 'line'), SINCE), 'dim' as const)]),
    span(pad(truncate(department, room), room), 'accent'),
    say(' '),
    span(pad(clean(`#${row.case}`, 'line'), 7), 'dim'),
    ...(hasNotArrived(row) ? [say(`✗ ${words.deliveries[row.delivery]} `, 'danger')] : []),
  ];
  const text = [row.subject === '' ? words.noSubject : row.subject, row.customerName ?? words.unknownCustomer];
  const rest = truncate(clean(text.join(' · '), 'line'), Math.max(1, columns - lineWidth(head)));
  const line = fitLine([...head, span(rest)], columns);
  return isCurrent ? selected(line) : line;
}

import type { CommitmentRow } from '../../../domain/commitment.ts';
import { localOf } from '../../../domain/when/zone.ts';
import { type Words, wordsFor } from '../../../i18n/index.ts';
import { sayMoment } from '../../../i18n/say-when.ts';
import { clean } from '../../../text/clean.ts';
import { pad, truncate, width } from '../../../text/width.ts';
import { KEYMAP } from '../../keymap.ts';
import { layoutOf } from '../../layout.ts';
import { type AgendaSection, agendaSections } from '../../parts/agenda-rows.ts';
import { type Frame, frame } from '../../parts/frame.ts';
import { blank, fitLine, type Line, lineWidth, say, selected, span, wholeParts, wrapped } from '../../parts/line.ts';
import type { AgendaScreen, State } from '../../state.ts';

/** What is to be done: overdue, today, coming; or by customer. */
export function agendaView(state: State, screen: AgendaScreen): Frame {
  const words = wordsFor(state.locale);
  const { due } = words;
  const { columns } = state.size;
  const sections = agendaSections(screen);
  const name: Line = [say(' desk ', 'title'), say(` ${due.title} `, 'strong')];
  const title: Line = [...name, ...wholeParts(countsOf(screen, words), columns - lineWidth(name))];
  if (sections.length === 0) return frame(state, title, [blank, ...wrapped(due.nothing, columns, 2)], KEYMAP, 'agenda');
  const whens = widestWhen(
    state,
    sections.flatMap(({ rows }) => rows),
  );
  let at = 0;
  let under = 0;
  // rows are laid out when it is known which of them are seen
  const lines: (() => Line)[] = [];
  for (const section of sections) {
    if (lines.length > 0) lines.push(() => blank);
    lines.push(() => [say(` ${headingOf(section, words)}`, section.of === 'overdue' ? 'danger' : 'strong')]);
    for (const row of section.rows) {
      const isCurrent = at === screen.at;
      if (isCurrent) under = lines.length;
      lines.push(() => rowLine(state, row, { isCurrent, whens, withCustomer: !screen.byCustomer }));
      at += 1;
    }
  }
  const { counts } = screen.agenda;
  if (at < counts.overdue + counts.today + counts.coming)
    for (const line of [blank, ...wrapped(due.more, columns, 3, 'dim')]) lines.push(() => line);
  const { body } = layoutOf(state.size);
  const top = Math.max(0, Math.min(under - Math.floor(body / 2), lines.length - body));
  const seen = lines.slice(top, top + body).map((line) => line());
  return frame(state, title, seen, KEYMAP, 'agenda');
}

/** Columns of the widest time: one of each day is looked at, for the hours of a day are all as wide. */
function widestWhen(state: State, rows: readonly CommitmentRow[]): number {
  const zone = state.zone();
  const days = new Map(
    rows.map((row) => {
      const { year, month, day } = localOf(row.at, zone);
      return [`${year}-${month}-${day}`, row];
    }),
  );
  return Math.max(...[...days.values()].map((row) => width(whenOf(state, row))));
}

function countsOf({ agenda: { counts } }: AgendaScreen, { due }: Words): Line[] {
  const parts = ['overdue', 'today', 'coming'] as const;
  return parts.map((part) => [say(` ${due[part]} ${counts[part]} `, 'dim')]);
}

function headingOf({ of }: AgendaSection, { due, unknownCustomer }: Words): string {
  return typeof of === 'string' ? due[of] : (of.customer ?? unknownCustomer);
}

const whenOf = ({ now, locale, zone }: State, { at }: CommitmentRow) =>
  clean(sayMoment(at, now, locale, zone()), 'line');

interface RowLook {
  readonly isCurrent: boolean;
  /** columns of the widest time */
  readonly whens: number;
  readonly withCustomer: boolean;
}

const CUSTOMER = 18;

/** One line: when, promise or follow-up, the case, whom it is for, what is to be done. */
function rowLine(state: State, row: CommitmentRow, { isCurrent, whens, withCustomer }: RowLook): Line {
  const words = wordsFor(state.locale);
  const { columns } = state.size;
  const late = row.at < state.now;
  const name = clean(row.customerName ?? words.unknownCustomer, 'line');
  const head: Line = [
    say(isCurrent ? ' › ' : '   ', 'accent'),
    span(pad(whenOf(state, row), whens), late ? 'danger' : 'plain'),
    say(row.kind === 'promise' ? '  ● ' : '  ○ ', row.kind === 'promise' ? 'accent' : 'dim'),
    span(pad(clean(row.case === null ? '' : `#${row.case}`, 'line'), 7), 'dim'),
    ...(withCustomer ? [span(pad(truncate(name, CUSTOMER), CUSTOMER), 'plain' as const), say('  ')] : []),
  ];
  const text = row.text === '' ? (row.subject ?? words.due.unnamed) : row.text;
  const template = row.template === null ? '' : `  ;;${row.template}`;
  const rest = truncate(clean(`${text}${template}`, 'line'), Math.max(1, columns - lineWidth(head)));
  const line = fitLine([...head, span(rest)], columns);
  return isCurrent ? selected(line) : line;
}

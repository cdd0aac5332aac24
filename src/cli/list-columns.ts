import type { ListRow } from '../actions/read-cases.ts';
import type { Priority } from '../domain/case.ts';
import type { Words } from '../i18n/index.ts';
import { age } from '../i18n/time.ts';
import { type Clean, clean } from '../text/clean.ts';
import { type Line, style } from './style.ts';
import { type Column, widest } from './table.ts';

const line = (text: string): Clean => clean(text, 'line');

const SIGNS: Readonly<Record<Priority, string>> = { urgent: '!!', high: '!', normal: '', low: '-' };

function paintPriority({ priority }: ListRow, text: Clean): Line {
  if (priority === 'urgent') return style.alarm(text);
  return priority === 'high' ? style.warn(text) : text;
}

const paintStatus = ({ status }: ListRow, text: Clean): Line =>
  status === 'new' ? style.fresh(text) : status === 'solved' || status === 'closed' ? style.dim(text) : text;

interface Parts {
  readonly number: Column<ListRow>;
  readonly priority: Column<ListRow>;
  readonly status: Column<ListRow>;
  readonly kind: Column<ListRow>;
  readonly waiting: Column<ListRow>;
  readonly due: Column<ListRow>;
  readonly customer: Column<ListRow>;
  readonly subject: Column<ListRow>;
  readonly tags: Column<ListRow>;
}

function parts(words: Words, now: number): Parts {
  const widestOf = (names: Readonly<Record<string, string>>): number => widest(Object.values(names));
  return {
    number: { columns: 6, text: ({ number }) => line(String(number)) },
    priority: {
      columns: widestOf(words.priorities),
      text: ({ priority }) => line(words.priorities[priority]),
      paint: paintPriority,
    },
    status: {
      columns: widestOf(words.statuses),
      text: ({ status }) => line(words.statuses[status]),
      paint: paintStatus,
    },
    kind: { columns: widestOf(words.kinds), text: ({ kind }) => line(words.kinds[kind]) },
    waiting: {
      columns: 5,
      text: ({ waitingSince }) => line(waitingSince === null ? '' : age(words, now - waitingSince)),
    },
    due: {
      columns: widest([words.due.late('10mo'), words.due.left('10mo')]),
      text: ({ dueAt }) => line(dueAt === null ? '' : sayDue(words, dueAt - now)),
      paint: ({ dueAt }, text) => (dueAt !== null && dueAt < now ? style.alarm(text) : text),
    },
    customer: {
      columns: 24,
      text: ({ customerName }) =>
        line(customerName === null || customerName === '' ? words.unknownCustomer : customerName),
    },
    subject: { columns: 40, text: ({ subject }) => line(subject === '' ? words.noSubject : subject) },
    tags: { columns: 20, text: ({ tags }) => line(tags.join(',')), paint: (_row, text) => style.dim(text) },
  };
}

/** How long until the next deadline, or since it has gone by. */
const sayDue = (words: Words, ms: number): string =>
  ms < 0 ? words.due.late(age(words, -ms)) : words.due.left(age(words, ms));

/** For a pipe: everything, in words; what has come later stands at the end. */
export function pipedColumns(words: Words, now: number): Column<ListRow>[] {
  const { number, priority, status, kind, waiting, customer, subject, tags, due } = parts(words, now);
  return [number, priority, status, kind, waiting, customer, subject, tags, due];
}

/** For a terminal: the subject takes what room the others leave; a narrow one drops kind, deadlines and tags. */
export function fittedColumns(words: Words, now: number, columns: number, rows: readonly ListRow[]): Column<ListRow>[] {
  const all = parts(words, now);
  const number = { ...all.number, columns: widest(rows.map((row) => String(row.number))), align: 'right' as const };
  const sign = { ...all.priority, columns: 2, text: ({ priority }: ListRow) => line(SIGNS[priority]) };
  const waiting = { ...all.waiting, align: 'right' as const };
  const customer = { ...all.customer, columns: columns >= 120 ? 22 : columns >= 70 ? 16 : 12 };
  const mostTags = columns >= 140 ? 30 : columns >= 120 || columns < 100 ? 18 : 12;
  const tagRoom = columns < 90 ? 0 : Math.min(mostTags, widest(rows.map((row) => row.tags.join(','))));
  const tags = { ...all.tags, columns: tagRoom };
  const dueRoom = columns < 100 ? 0 : widest(rows.map(all.due.text));
  const due = dueRoom === 0 ? [] : [{ ...all.due, columns: dueRoom, align: 'right' as const }];
  const kind = columns >= 100 ? [all.kind] : [];
  const before = [number, sign, all.status, ...kind, waiting, ...due, customer];
  const after = tagRoom === 0 ? [] : [tags];
  const taken = [...before, ...after].reduce((sum, column) => sum + column.columns + 2, 0);
  const subject: Column<ListRow> = {
    ...all.subject,
    columns: Math.max(10, columns - taken),
    text: (row) => {
      const mark = row.mayBelong === null ? '' : `+#${row.mayBelong}? `;
      return line(`${row.unread ? '• ' : ''}${mark}${all.subject.text(row)}`);
    },
    paint: (row, text) => (row.unread ? style.bold(text) : text),
  };
  return [...before, subject, ...after];
}

import { type JourneyView, readJourney } from '../../actions/read-journey.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import type { JourneyLine } from '../../domain/journey/line.ts';
import { sayFurtherMarks, sayJourneyLine } from '../../i18n/say-journey.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { dayOf } from '../customer-words.ts';
import { journeyJson } from '../json-journey.ts';
import { printLedger } from '../print-ledger.ts';
import { style } from '../style.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk customers journey ID|ADDR|NAME`: the newest first, what is ahead before it. */
export const customerJourney: Command = {
  arguments: '<customer>',
  options: [],
  examples: ['desk customers journey lan@example.vn', 'desk customers journey 7 --json'],
  run: async (session, [typed = '']) => {
    const { context, io, printer, globals, words } = session;
    const view = readJourney(context, customerNamed(context, typed));
    if (globals.json) {
      printer.json(journeyJson(view));
      return 0;
    }
    const { customer, lines } = view;
    if (io.outIsTerminal) {
      const name = [customer.honorific, customer.name].filter((part) => part !== null).join(' ');
      printer.line(style.bold(line(`${name} #${customer.id}`)));
      printer.line(line(standing(session, view)));
    }
    const columns = columnsOf(session, view);
    for (const one of lines) {
      printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
      await io.drained();
      if (io.outClosed()) return 0;
    }
    if (io.outIsTerminal) {
      if (lines.length === 0) printer.remark(words.journey.nothing);
      printLedger(session, view);
    }
    return 0;
  },
};

/** The segment, since when, and where the rules see her. */
function standing(session: Session, { customer: { segment, segmentSince }, suggestion }: JourneyView): string {
  const { words } = session;
  const day = (at: number): string => dayOf(session, at);
  return [
    segment === null ? words.journey.unsegmented : words.segments[segment],
    segment === null || segmentSince === null ? null : words.journey.since(day(segmentSince)),
    suggestion === null
      ? null
      : words.customers.suggested(words.segments[suggestion.to], words.customers.why(suggestion.why, day)),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** The day, `-` or `+` for what it left in the ledger, the kind, the case, what happened. */
function columnsOf(session: Session, { titles }: JourneyView): Column<JourneyLine>[] {
  const { words, context, io } = session;
  const told = (one: JourneyLine): string =>
    [sayJourneyLine(words, context.locale, one, titles), sayFurtherMarks(words, one)]
      .filter((part) => part !== '')
      .join(' · ');
  return [
    { columns: 12, text: ({ at }) => line(at === null ? '' : dayOf(session, at)) },
    { columns: 1, text: ({ marks }) => line(signOf(marks)) },
    { columns: 7, text: (one) => line(one.case === null ? '' : `#${one.case}`) },
    { columns: Math.max(20, io.columns - 26), text: (one) => line(told(one)) },
  ];
}

function signOf(marks: JourneyLine['marks']): string {
  const counting = marks.filter(({ overruled }) => overruled === null);
  if (counting.some(({ sort }) => sort === 'poor')) return '-';
  return counting.length > 0 ? '+' : '';
}

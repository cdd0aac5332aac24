import type { Outgoing } from '../domain/outbox.ts';
import { problemFromText } from '../domain/problem.ts';
import { sayProblem } from '../i18n/say-problem.ts';
import { dateTime } from '../i18n/time.ts';
import { addressesText } from '../text/address.ts';
import { type Clean, clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import { iso } from './json.ts';
import { type Column, fittedRow, pipedRow } from './table.ts';

const line = (text: string): Clean => clean(text, 'line');

/** Prints messages of the outbox, a row each: entry, case, how it stands, to whom, why. */
export function printOutbox({ context, io, printer, globals, words }: Session, messages: readonly Outgoing[]): void {
  if (globals.json) {
    printer.json(messages.map(outgoingJson));
    return;
  }
  if (messages.length === 0 && io.outIsTerminal) printer.tell(words.cli.nothingFound);
  const why = ({ hold, problem, notBefore, state }: Outgoing): string => {
    if (hold !== null) return words.holds[hold];
    if (problem !== null) return sayProblem(words, problemFromText(problem));
    return state === 'queued' && notBefore !== null ? dateTime(context.locale, notBefore, context.now()) : '';
  };
  const columns: Column<Outgoing>[] = [
    { columns: 6, text: ({ entry }) => line(String(entry)), align: 'right' },
    { columns: 7, text: (one) => line(words.caseNumber(one.case)) },
    { columns: 22, text: ({ state }) => line(words.deliveries[state]) },
    { columns: 28, text: ({ envelope: { to, cc, bcc } }) => addressesText([...to, ...cc, ...bcc]) },
    { columns: Math.max(20, io.columns - 71), text: (one) => line(why(one)) },
  ];
  for (const one of messages) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
}

/** A message on its way as scripts get it. */
function outgoingJson({ envelope, ...one }: Outgoing): Record<string, unknown> {
  return {
    ...{ entry: one.entry, case: one.case, state: one.state, hold: one.hold, attempts: one.attempts, code: one.code },
    ...{ from: envelope.from, to: envelope.to, cc: envelope.cc, bcc: envelope.bcc, subject: envelope.subject },
    messageId: one.messageId,
    problem: one.problem === null ? null : problemFromText(one.problem),
    notBefore: iso(one.notBefore),
    sentAt: iso(one.sentAt),
    automatic: one.automatic,
  };
}

import { findCases } from '../actions/read-cases.ts';
import { VIEWS } from '../domain/views.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import { printList } from './print-list.ts';

/** What plain `desk` is where no screens can be: the inbox, or on an empty store the three ways on. */
export function printInbox(session: Session): number {
  const { context, words, printer, globals } = session;
  const numbers = findCases(context, VIEWS[0].query, Number.MAX_SAFE_INTEGER);
  if (numbers.length > 0 || globals.json) printList(session, numbers);
  else if (findCases(context, '*', 1).length > 0) printer.remark(words.cli.inboxEmpty);
  else for (const way of words.cli.waysOn) printer.line(clean(way, 'line'));
  return 0;
}

import { findPages } from '../actions/find-pages.ts';
import { findCases } from '../actions/read-cases.ts';
import { VIEWS } from '../domain/views.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';
import { firstPage, printList } from './print-list.ts';

/** What plain `desk` is where no screens can be: the inbox, or on an empty store the three ways on. */
export async function printInbox(session: Session): Promise<number> {
  const { context, io, words, printer, globals } = session;
  const { query } = VIEWS[0];
  if (globals.json || findCases(context, query, 1).length > 0)
    await printList(session, findPages(context, query, Number.MAX_SAFE_INTEGER, firstPage(io)));
  else if (findCases(context, '*', 1).length > 0) printer.remark(words.cli.inboxEmpty);
  else for (const way of words.cli.waysOn) printer.line(clean(way, 'line'));
  return 0;
}

import { workOutDue } from '../actions/clocks.ts';
import { expected } from '../actions/expected.ts';
import { DeskError } from '../domain/errors.ts';
import type { Session } from './command.ts';
import { createProgress } from './progress.ts';

/** What is due in every case by the hours and targets in force now, said how far on a terminal; nothing where it is so already. */
export async function workOutNow(session: Session): Promise<void> {
  const progress = createProgress(session);
  try {
    await workOutDue(session.context, () => progress.show(() => session.words.due.workingOut));
  } catch (caught) {
    // what was asked for is done; whoever opens the store next goes on
    if (!(expected(caught) instanceof DeskError)) throw caught;
  } finally {
    progress.clear();
  }
}

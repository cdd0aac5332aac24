import { workOutDue } from '../actions/clocks.ts';
import type { Session } from './command.ts';
import { createProgress } from './progress.ts';

/** What is due in every case by the hours and targets in force now, said how far on a terminal; nothing where it is so already. */
export async function workOutNow(session: Session): Promise<void> {
  const progress = createProgress(session);
  await workOutDue(session.context, () => progress.show(() => session.words.due.workingOut));
  progress.clear();
}

import { type PairFacts, planRestore, type RestorePlan, restore } from '../../actions/restore.ts';
import { DeskError } from '../../domain/errors.ts';
import { dateTime } from '../../i18n/time.ts';
import { clean } from '../../text/clean.ts';
import type { Command, Session } from '../command.ts';
import { EXIT } from '../exit.ts';

/** `desk restore FILE`: a backup in the place of the store, which is kept beside it. Asks before it replaces anything. */
export const restoreCommand: Command = {
  arguments: '<file>',
  options: [{ flags: '--yes', say: 'yes' }],
  examples: ['desk restore desk-monday.db --dry-run', 'desk restore desk-monday.db --yes'],
  storeless: true,
  run: async (session, [file = ''], given) => {
    const { context, printer, words, globals, storePath } = session;
    const dryRun = given.flag('dryRun');
    if (globals.readOnly && !dryRun) throw new DeskError('read-only', 'read-only', { verb: 'restore' });
    const plan = planRestore(context, storePath, file);
    if (!dryRun && plan.present !== null && !given.flag('yes') && !(await agreed(session, plan))) {
      printer.remark(words.keeping.notRestored);
      return EXIT.problems;
    }
    const kept = dryRun ? (plan.present === null ? null : plan.kept) : restore(context, plan);
    if (globals.json) {
      const { path, backup } = plan;
      printer.json({ dryRun, path, from: backup.path, cases: backup.cases, entries: backup.entries, kept });
    } else printer.tell(words.keeping.restored(plan.path, told(session, plan.backup), kept, dryRun));
    return EXIT.ok;
  },
};

/** `60 cases, 214 entries, last change 5 Mar, 09:00`. */
function told({ context, words }: Session, { cases, entries, newestAction }: PairFacts): string {
  const last = newestAction === null ? words.time.unknown : dateTime(context.locale, newestAction, context.now());
  return words.keeping.holds(cases, entries, last);
}

async function agreed(session: Session, { path, backup, present, kept }: RestorePlan): Promise<boolean> {
  const { io, words, globals } = session;
  if (!io.inIsTerminal || globals.json) throw new DeskError('usage', 'restore-needs-yes', { path });
  const old = present === null || present === 'damaged' ? words.keeping.damagedStore : told(session, present);
  const { question, yes } = words.keeping.mayRestore({
    path,
    old,
    from: backup.path,
    fresh: told(session, backup),
    kept,
  });
  const answer = (await io.ask(`${clean(question, 'line')} `)).trim().toLowerCase().normalize('NFC');
  return [yes, 'yes', 'y'].includes(answer);
}

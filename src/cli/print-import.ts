import type { ImportReport, ProblemReport } from '../actions/import/report.ts';
import type { Words } from '../i18n/index.ts';
import { sayProblem } from '../i18n/say-problem.ts';
import { ageLong } from '../i18n/time.ts';
import type { Session } from './command.ts';

const PROBLEMS_SHOWN = 20;
const FILES_NAMED = 3;

/** What an import did: the closing line, or the report as JSON; problems on stderr. `asked`: the guess of `me` was shown. */
export function printImport({ context, words, printer, globals }: Session, report: ImportReport, asked: boolean): void {
  const { action, format, dryRun, read, added, updated, unchanged, skipped, cases, customers, templates, problems } =
    report;
  if (globals.json) {
    const { waiting, oldestWaiting, me, meGuessed, interrupted, notMail } = report;
    const { forgotten } = report;
    const counts = { format, dryRun, read, added, updated, unchanged, skipped, forgotten, cases, customers, templates };
    const oldest = oldestWaiting === null ? null : new Date(oldestWaiting).toISOString();
    printer.json({
      ...counts,
      action,
      waiting,
      oldestWaiting: oldest,
      me,
      meGuessed,
      interrupted,
      problems: problems.map(toldIn(words)),
      notMail,
    });
    return;
  }
  if (report.meGuessed && !asked && report.me.length > 0) printer.remark(words.cli.guessedMe(report.me.join(', ')));
  for (const { source, reason } of problems.slice(0, PROBLEMS_SHOWN).map(toldIn(words)))
    printer.remark(`${source}: ${reason}`);
  if (problems.length > PROBLEMS_SHOWN) printer.remark(words.cli.moreProblems(problems.length - PROBLEMS_SHOWN));
  if (report.notMail.length > 0)
    printer.remark(words.cli.notMail(report.notMail.length, report.notMail.slice(0, FILES_NAMED)));
  if (report.interrupted) printer.remark(words.cli.interrupted);
  const oldest = report.oldestWaiting === null ? null : ageLong(words, context.now() - report.oldestWaiting);
  printer.tell(
    words.cli.imported({ mails: added, cases: cases.added + cases.updated, waiting: report.waiting, oldest, dryRun }),
  );
  const left = leftOver(report);
  const rest = words.cli.importRest({ unchanged, ...left, solved: cases.solved, templates });
  if (rest !== '') printer.tell(rest);
  if (report.forgotten > 0) printer.tell(words.forgetting.leftOut(report.forgotten));
}

/** What is not in: of an import that was stopped it only waits for the next one, of a dry run that was stopped nothing is kept. */
function leftOver({ skipped, interrupted, dryRun }: ImportReport): { skipped: number; unfiled: number } {
  if (!interrupted) return { skipped, unfiled: 0 };
  return { skipped: 0, unfiled: dryRun ? 0 : skipped };
}

const toldIn =
  (words: Words) =>
  ({ source, problem }: ProblemReport): { source: string; code: string; reason: string } => ({
    source,
    code: problem.code,
    reason: sayProblem(words, problem),
  });

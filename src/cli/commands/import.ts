import { importSources } from '../../actions/import/import.ts';
import { FORMATS, type Format, type ImportOptions } from '../../actions/import/options.ts';
import { DeskError } from '../../domain/errors.ts';
import { parseDay } from '../../domain/span.ts';
import type { Command, Given, Session } from '../command.ts';
import { EXIT } from '../exit.ts';
import { confirmMe, importProgress } from '../import-talk.ts';
import { printImport } from '../print-import.ts';
import { createProgress } from '../progress.ts';

const SILENT_DAYS = 30;
const DAY = 86_400_000;

/** `desk import PATH…`: mails and cases from files, folders or stdin. */
export const importCommand: Command = {
  arguments: '<path...>',
  options: [
    { flags: '--from <format>', say: 'format' },
    { flags: '--me <addresses>', say: 'me' },
    { flags: '--solved-before <date>', say: 'solvedBefore' },
    { flags: '--keep-open', say: 'keepOpen' },
  ],
  examples: ['desk import shop.mbox --me care@shop.example', 'zcat archive.mbox.gz | desk import --dry-run -'],
  run: async (session, paths, given) => {
    const { context, io } = session;
    const signal = io.onInterrupt();
    const progress = createProgress(session);
    const me = given
      .text('me')
      ?.split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const options: ImportOptions = {
      paths,
      format: formatGiven(given),
      stdin: paths.includes('-') ? io.stdin : undefined,
      solvedBefore: solvedBefore(given, context.now()),
      dryRun: given.flag('dryRun'),
      signal,
      onProgress: importProgress(session, progress),
      ...(me === undefined ? {} : { me }),
      ...(mayAsk(session, paths) ? { confirmMe: (guess) => confirmMe(session, progress, guess) } : {}),
    };
    const report = await importSources(context, options);
    progress.clear();
    printImport(session, report, mayAsk(session, paths));
    if (report.interrupted) return EXIT.interrupted;
    return report.problems.length > 0 ? EXIT.someInputBad : EXIT.ok;
  },
};

/** Somebody is there to ask, and stdin is not the mail. */
const mayAsk = ({ io, globals }: Session, paths: readonly string[]): boolean =>
  io.inIsTerminal && io.errIsTerminal && !globals.json && !paths.includes('-');

function formatGiven(given: Given): Format | undefined {
  const value = given.text('from');
  if (value === undefined) return undefined;
  const found = FORMATS.find((one) => one === value.toLowerCase());
  if (found === undefined) throw new DeskError('usage', 'unknown-format', { value, allowed: FORMATS.join(', ') });
  return found;
}

/** Cases silent since before this come in as solved, so that an archive does not flood the inbox. */
function solvedBefore(given: Given, now: number): number | null {
  if (given.flag('keepOpen')) return null;
  const value = given.text('solvedBefore');
  if (value === undefined) return now - SILENT_DAYS * DAY;
  const day = parseDay(value, now);
  if (day === null) throw new DeskError('usage', 'bad-day', { value });
  return day.from;
}

import { readDue, readNextDue } from '../../actions/mailing/read-outbox.ts';
import { readSecret } from '../../actions/mailing/secret.ts';
import { sendDue } from '../../actions/mailing/send-queue.ts';
import { problemText } from '../../domain/problem.ts';
import { sayProblem } from '../../i18n/say-problem.ts';
import { dateTime } from '../../i18n/time.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { iso } from '../json.ts';

/** `desk mail send`: works the outbox once. */
export const mailSend: Command = {
  arguments: '',
  options: [],
  examples: ['desk mail send', 'desk mail send --dry-run'],
  run: async ({ context, io, printer, words, globals }, _args, given) => {
    if (given.flag('dryRun')) {
      const due = readDue(context).map(({ entry }) => entry);
      if (globals.json) printer.json({ dryRun: true, due });
      else printer.tell(words.cli.mailWould(due.length));
      return EXIT.ok;
    }
    const secretFor = (account: Parameters<typeof readSecret>[1]): Promise<string> => readSecret(context, account);
    const report = await sendDue(context, { secretFor, signal: io.onInterrupt() });
    const next = readNextDue(context);
    if (globals.json) {
      const away = report.away.map(({ address, problem }) => ({ address, problem: problemText(problem) }));
      printer.json({ ...report, away, nextAt: iso(next) });
    } else {
      printer.tell(words.cli.mailSent(report.sent));
      if (report.again > 0) printer.tell(words.cli.mailAgain(report.again));
      if (report.failed > 0) printer.tell(words.cli.mailFailed(report.failed));
      if (report.uncertain > 0) printer.tell(words.cli.mailUncertain(report.uncertain));
      if (next !== null) printer.tell(words.cli.mailNext(dateTime(context.locale, next, context.now())));
      for (const { address, problem } of report.away) printer.remark(`${address}: ${sayProblem(words, problem)}`);
    }
    return report.away.length > 0 ? EXIT.serverAway : EXIT.ok;
  },
};

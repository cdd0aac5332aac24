import { examineAt, type Finding } from '../../actions/doctor.ts';
import type { Words } from '../../i18n/index.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { join, style } from '../style.ts';

/** `desk doctor`: looks the store over; exit code 1 when something is wrong. */
export const doctor: Command = {
  arguments: '',
  options: [{ flags: '--deep', say: 'deep' }],
  examples: ['desk doctor', 'desk doctor --deep --json'],
  storeless: true,
  run: ({ context, printer, words, globals, storePath, machine }, _args, given) => {
    const options = { deep: given.flag('deep'), readOnly: globals.readOnly };
    const { findings, error } = examineAt(context, storePath, machine, options);
    if (globals.json) printer.json(findings.map((finding) => ({ ...finding, says: sentence(words, finding) })));
    else
      for (const finding of findings) {
        const mark = finding.ok ? style.good(clean('ok  ', 'line')) : style.alarm(clean('!!  ', 'line'));
        printer.line(join([mark, clean(sentence(words, finding), 'line')]));
      }
    if (error !== null) throw error; // what can't be opened is said as everywhere, after all that could be seen
    return findings.every((finding) => finding.ok) ? EXIT.ok : EXIT.problems;
  },
};

function sentence({ cli }: Words, { what, ok, facts }: Finding): string {
  const found = Object.entries(cli.findings).find(([name]) => name === what)?.[1];
  return found === undefined ? what : ok ? found.good(facts) : found.bad(facts);
}

import { perform } from '../../actions/action.ts';
import { choice } from '../../actions/field-values.ts';
import { type CountedRating, rate, readRatings } from '../../actions/ratings.ts';
import { SCORES } from '../../domain/rating.ts';
import { dateTime } from '../../i18n/time.ts';
import { type Clean, clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { iso } from '../json.ts';
import { idNumber } from '../numbers.ts';
import { type Column, fittedRow, pipedRow } from '../table.ts';

const line = (text: string): Clean => clean(text, 'line');

/** `desk ratings list`: the rating that counts of every rated case, newest first. */
export const ratingList: Command = {
  arguments: '',
  options: [],
  examples: ['desk ratings list', 'desk ratings list --json'],
  run: ({ context, io, printer, globals, words }) => {
    const all = readRatings(context);
    if (globals.json) {
      printer.json(all.map((one) => ({ ...one, at: iso(one.at) })));
      return 0;
    }
    const columns: Column<CountedRating>[] = [
      { columns: 6, text: (one) => line(String(one.case)), align: 'right' },
      { columns: 3, text: (one) => line(`${one.score}/5`) },
      { columns: 13, text: (one) => line(dateTime(context.locale, one.at, context.now())) },
      {
        columns: 20,
        text: (one) => line(one.customer ?? (one.forgotten ? words.forgetting.rating : words.unknownCustomer)),
      },
      { columns: Math.max(20, io.columns - 50), text: (one) => line(one.comment === '' ? one.subject : one.comment) },
    ];
    for (const one of all) printer.line(io.outIsTerminal ? fittedRow(columns, one) : pipedRow(columns, one));
    return 0;
  },
};

/** `desk ratings add N --score S`. */
export const ratingAdd: Command = {
  arguments: '<n>',
  options: [
    { flags: '--score <score>', say: 'score', required: true },
    { flags: '--comment <text>', say: 'comment' },
  ],
  examples: ['desk ratings add 42 --score 5', "desk ratings add 42 --score 2 --comment 'Phải gọi ba lần'"],
  run: ({ context, printer, words, globals }, [word = ''], given) => {
    const typed = choice('score', given.text('score') ?? '', SCORES.map(String));
    const score = SCORES.find((one) => String(one) === typed) ?? 1;
    const dryRun = given.flag('dryRun');
    const input = { case: idNumber(word), score, comment: given.text('comment') ?? '' };
    const { action, output } = perform(context, rate, input, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...output, score });
    else printer.tell(words.cli.rated(output.case, score, words.ratings[score], dryRun));
    return 0;
  },
};

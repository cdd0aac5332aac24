import { readWhy } from '../../actions/clocks.ts';
import { readCase } from '../../actions/read-cases.ts';
import { sayWhy, type WhyLine } from '../../i18n/say-why.ts';
import { clean } from '../../text/clean.ts';
import { wrap } from '../../text/wrap.ts';
import type { Command } from '../command.ts';
import { whyJson } from '../json-clock.ts';
import { idNumber } from '../numbers.ts';
import { style } from '../style.ts';

/** `desk why N`: what is due in a case, when its clocks ran, when they stood and why. */
export const whyCommand: Command = {
  arguments: '<n>',
  options: [],
  examples: ['desk why 42', 'desk why 42 --json'],
  run: ({ context, io, printer, globals, words }, [word = '']) => {
    const why = readWhy(context, idNumber(word));
    if (globals.json) {
      printer.json(whyJson(why));
      return 0;
    }
    const { case: found } = readCase(context, why.number);
    const title = clean(
      `${words.caseNumber(why.number)}  ${why.subject === '' ? words.noSubject : why.subject}`,
      'line',
    );
    printer.line(style.bold(title));
    const told = { words, locale: context.locale, now: context.now(), zone: context.zone() };
    for (const { sort, text } of sayWhy(why, words.priorities[found.priority], told)) {
      const indent = INDENTS[sort];
      const rows = wrap(
        clean(text, 'line'),
        io.outIsTerminal ? Math.max(20, io.columns - indent) : Number.MAX_SAFE_INTEGER,
      );
      for (const row of rows) {
        const line = clean(`${' '.repeat(indent)}${row}`, 'block');
        printer.line(sort === 'late' ? style.alarm(line) : sort === 'stood' ? style.dim(line) : line);
      }
    }
    return 0;
  },
};

const INDENTS: Readonly<Record<WhyLine['sort'], number>> = {
  ...{ next: 0, head: 0, late: 0, fact: 0, blank: 0 },
  ...{ ran: 2, stood: 2 },
};

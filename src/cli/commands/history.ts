import { readCase, readHistory } from '../../actions/read-cases.ts';
import type { Command } from '../command.ts';
import { idNumber } from '../numbers.ts';
import { printActions, printEvents } from '../print-history.ts';

const ON_A_TERMINAL = 50;

/** `desk history [N]`: what happened in a case, or what was done in all of them. */
export const history: Command = {
  arguments: '[n]',
  options: [],
  examples: ['desk history 42', 'desk history --json'],
  run: (session, [word]) => {
    const { context, io } = session;
    if (word === undefined)
      printActions(session, readHistory(context, io.outIsTerminal ? ON_A_TERMINAL : Number.MAX_SAFE_INTEGER));
    else printEvents(session, readCase(context, idNumber(word)).events);
    return 0;
  },
};

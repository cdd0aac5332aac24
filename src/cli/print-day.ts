import { readDay, readDone } from '../actions/read-commitments.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';

/** The closing line of a day at the screens: what was done today, and what is still open; nothing where nothing was or is. */
export function printDay({ context, words, printer }: Session): void {
  const { due } = words;
  const { answered, solved, promisesKept } = readDone(context);
  const { promises, followUps, overdue } = readDay(context);
  const left = due.days(promises, followUps, overdue);
  const did = answered + solved + promisesKept > 0;
  if (!did && left === '') return;
  const was = did ? [`${due.dayWas(answered, solved, promisesKept)}.`] : [];
  printer.line(clean([...was, left === '' ? due.dayClear : due.dayLeft(left)].join(' '), 'line'));
}

import { DeskError } from '../domain/errors.ts';
import { FIRST_FETCH_MS } from '../domain/mail-account.ts';
import { parseDay } from '../domain/span.ts';
import { clean } from '../text/clean.ts';
import type { Session } from './command.ts';

const DAY = 86_400_000;

/** How far back a first fetch goes, as `--since` says it: ms; 0 for `all`. Throws `bad-day`. */
export function goBackGiven(value: string, now: number): number {
  if (value.toLowerCase() === 'all') return 0;
  const day = parseDay(value, now);
  if (day === null) throw new DeskError('usage', 'bad-day', { value });
  return day.from;
}

/** The same, asked for in days; Enter takes what is usual. */
export async function askGoBack({ context, io, words }: Session, address: string): Promise<number> {
  const question = `${clean(words.mail.askGoBack(address), 'line')} [${FIRST_FETCH_MS / DAY}]: `;
  for (;;) {
    const answer = (await io.ask(question)).trim().toLowerCase();
    if (answer === '') return context.now() - FIRST_FETCH_MS;
    if (answer === 'all') return 0;
    if (/^\d{1,5}$/.test(answer)) return context.now() - Number(answer) * DAY;
  }
}

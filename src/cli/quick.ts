import { NOTHING_GIVEN, type Session } from './command.ts';
import { list } from './commands/list.ts';
import { show } from './commands/show.ts';
import { caseNumber } from './numbers.ts';

/**
 * `list` and a plain `show N` without commander, zod or the other commands: scripts call them most. Null where the
 * arguments are for the full reading.
 */
export async function runQuick(session: Session, [command, ...args]: readonly string[]): Promise<number | null> {
  if (command === 'list') return list.run(session, args, NOTHING_GIVEN);
  const plain = args.length > 0 && args.every((word) => word === '-' || caseNumber(word) !== null);
  return plain ? show.run(session, args, NOTHING_GIVEN) : null;
}

import type { Session } from './command.ts';

/** A change as it was performed: the id that `desk undo` takes; null: nothing was changed. */
interface Changed {
  readonly action: number | null;
  readonly dryRun: boolean;
}

/** What a change has come to: as JSON with its id (null where nothing was written), else the sentences, a line each. */
export function tellChange(
  { globals, printer }: Pick<Session, 'globals' | 'printer'>,
  { action, dryRun }: Changed,
  facts: Readonly<Record<string, unknown>>,
  ...sentences: readonly string[]
): void {
  if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...facts });
  else for (const sentence of sentences) printer.tell(sentence);
}

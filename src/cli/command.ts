import type { Machine } from '../actions/doctor-place.ts';
import type { VerbId } from '../actions/registry.ts';
import type { Context } from '../context.ts';
import type { Words } from '../i18n/index.ts';
import type { Globals } from './globals.ts';
import type { Io } from './io.ts';
import type { Printer } from './printer.ts';

/** What a command runs with. */
export interface Session {
  readonly context: Context;
  readonly words: Words;
  readonly globals: Globals;
  readonly io: Io;
  readonly printer: Printer;
  /** the file of the store, also where it was not opened */
  readonly storePath: string;
  readonly machine: Machine;
  /** every command there is; none where one is run without the others */
  readonly commands: readonly Spelled[];
}

type OptionName = keyof Words['cli']['options'];

/** An option as commander spells it (`--limit <n>`), and its words in i18n. */
export interface CommandOption {
  readonly flags: string;
  readonly say: OptionName;
  /** may be given several times */
  readonly many?: true;
  readonly required?: true;
}

/** The options that were given. */
export interface Given {
  readonly flag: (name: string) => boolean;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
}

/** A subcommand: one spelling of a verb. */
export interface Command {
  /** commander's notation: `<n...>`, `[query...]` */
  readonly arguments: string;
  /** how the arguments are shown, where the notation does not say it well */
  readonly usage?: string;
  readonly options: readonly CommandOption[];
  /** at least two; they are shown in help and README, and tests run them */
  readonly examples: readonly string[];
  /** a word with one leading dash is a negated term of a query, not an option */
  readonly negatedWords?: true;
  /** runs without opening the store, which may be damaged or not there yet; the context's store is an empty one */
  readonly storeless?: true;
  /** takes what another program hands over: where the store can't even be opened, that one shall do so again (75) */
  readonly handedOver?: true;
  /** the exit code; throws DeskError */
  readonly run: (session: Session, args: readonly string[], given: Given) => number | Promise<number>;
}

/** A command as it is typed after `desk`. */
export interface Spelled {
  readonly path: string;
  readonly verb: VerbId;
  readonly command: Command;
  /** takes `--dry-run` */
  readonly changes: boolean;
}

/** No option was given: for commands run without commander. */
export const NOTHING_GIVEN: Given = { flag: () => false, text: () => undefined, texts: () => [] };

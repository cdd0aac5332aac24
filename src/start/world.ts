import type { CaseView } from '../actions/read-cases.ts';
import type { Io } from '../cli/io.ts';
import type { Context, CutPart, ParseMail } from '../context.ts';
import type { MailWorld } from '../mail/net/transport.ts';

/** Reads mails while it is open; `close` ends its worker. */
export interface Parser {
  readonly parse: ParseMail;
  readonly cut: CutPart;
  readonly close: () => Promise<void>;
}

/** Everything the program gets from outside. main.ts makes the real one, tests their own. */
export interface World {
  readonly io: Io;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ms */
  readonly now: () => number;
  readonly newId: () => string;
  readonly version: () => string;
  /** Node's version, `24.1.0` */
  readonly node: string;
  /** statfs's type of the file system that a folder lies on */
  readonly fileSystemOf: (folder: string) => number;
  /** above the playbooks, departments and plans that come with desk */
  readonly pagesFolder: string;
  /** the sample cases */
  readonly demoFolder: string;
  readonly openParser: () => Promise<Parser>;
  readonly openMail: () => Promise<MailWorld>;
  readonly runTui: (
    context: Context,
    options: { readonly demo: boolean; readonly caseText: (views: readonly CaseView[]) => Promise<string> },
  ) => Promise<number>;
  /** once, before anything is printed */
  readonly setColor: (level: 'none' | 'forced' | 'terminal') => void;
}

import type { ParsedMail } from './domain/incoming.ts';
import type { MailWorld } from './mail/net/transport.ts';
import type { Store } from './store/open.ts';
import type { Actor } from './store/writing.ts';

export const LOCALES = ['en', 'vi', 'th'] as const;
export type Locale = (typeof LOCALES)[number];

/** Reads one raw mail; bounded in time and memory, never rejects for a mail. */
export type ParseMail = (
  raw: Buffer,
  hints: { fromLineAt: number | null; maildirAt: number | null },
) => Promise<ParsedMail>;

/** The bytes of part `n` of a raw mail, decoded; bounded as ParseMail. Null when there is no such part, or it can't be read. */
export type CutPart = (raw: Buffer, n: number) => Promise<Buffer | null>;

/** What a desk can read and change as files: ladders of options, departments, plans of care and what they begin with. */
export type PageFolder = 'playbooks' | 'departments' | 'plans' | 'plans/templates';

/** A file of pages; its name is without `.md`. */
export interface PageFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Everything that comes from outside: time, ids, the store, the environment. Nothing deeper reads them for itself. */
export interface Context {
  readonly store: Store;
  /** ms */
  readonly now: () => number;
  /** the agent's time zone, an IANA name or `+07:00`; asked for only where it is needed, as Intl takes long to wake */
  readonly zone: () => string;
  /** a fresh id that no other has: for rows that may meet those of another store, and Message-IDs */
  readonly newId: () => string;
  readonly agent: string;
  /** this window or script */
  readonly session: string;
  readonly locale: Locale;
  readonly parseMail: ParseMail;
  readonly cutPart: CutPart;
  /** the desk's files of a folder: those that came with it, and its own */
  readonly pages: (folder: PageFolder) => readonly PageFile[];
  /** the network: loaded when a server is first spoken to */
  readonly mail: () => Promise<MailWorld>;
}

export const actorOf = (context: Context): Actor => ({
  agent: context.agent,
  session: context.session,
  now: context.now(),
});

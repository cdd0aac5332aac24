import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { importSources } from '../../src/actions/import/import.ts';
import type { ImportReport } from '../../src/actions/import/report.ts';
import type { Context, Locale } from '../../src/context.ts';
import { parseMail } from '../../src/mail/parse.ts';
import { cutPart } from '../../src/mail/source-part.ts';
import { pagesIn } from '../../src/start/pages.ts';
import { openStore } from '../../src/store/open.ts';
import { giveZone, hasZonelessSchedule } from '../../src/store/schedule-zone.ts';

/** The moment at which the demo takes place: 9 o'clock in Hà Nội. */
export const DEMO_NOW = Date.parse('2026-03-12T09:00:00+07:00');

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const DEMO = join(FIXTURES, 'demo');

export interface DeskOptions {
  /** the store's file; left out: in memory */
  readonly path?: string;
  /** ms at the first look at the clock; each look is one ms later */
  readonly now?: number;
  /** ms from one look at the clock to the next; left out: one */
  readonly tick?: number;
  readonly agent?: string;
  readonly session?: string;
  readonly locale?: Locale;
  /** the agent's time zone; left out: UTC */
  readonly zone?: string;
  readonly readOnly?: boolean;
  readonly mail?: Context['mail'];
}

/** A Context for tests: its clock ticks by itself, its ids count, mails are parsed without a worker. */
export interface Desk extends Context {
  /** moves the clock on by so many ms */
  readonly wait: (ms: number) => void;
  /** the same store, seen by another agent or window */
  readonly as: (who: { agent?: string; session?: string }) => Context;
  /** imports the demo: 60 cases and 17 templates */
  readonly seed: () => Promise<ImportReport>;
  readonly close: () => void;
}

export function createDesk(options: DeskOptions = {}): Desk {
  let clock = options.now ?? DEMO_NOW;
  let ids = 0;
  const store = openStore(options.path ?? ':memory:', { readOnly: options.readOnly === true, now: clock });
  // as the program itself does it at the first start
  if (options.path !== undefined && options.readOnly !== true && hasZonelessSchedule(store))
    giveZone(store, 'Asia/Ho_Chi_Minh');
  const context: Context = {
    store,
    now: () => {
      clock += options.tick ?? 1;
      return clock;
    },
    zone: () => options.zone ?? 'UTC',
    newId: () => {
      ids += 1;
      return `${options.session ?? 'test'}-${ids}`;
    },
    agent: options.agent ?? 'Mai',
    session: options.session ?? 'test',
    locale: options.locale ?? 'en',
    parseMail,
    cutPart,
    pages: (folder) => pagesIn(FIXTURES, store.path, folder),
    mail: options.mail ?? (() => Promise.reject(new Error('this test has no network'))),
  };
  return {
    ...context,
    wait: (ms) => {
      clock += ms;
    },
    as: (who) => ({ ...context, ...who }),
    seed: () => importSources(context, { paths: demoFiles(), solvedBefore: null }),
    close: () => store.close(),
  };
}

/** The demo's files, the clock first, as the demo itself reads them. */
export const demoFiles = (): string[] =>
  readdirSync(DEMO)
    .filter((name) => name.endsWith('.jsonl'))
    .sort((a, b) => Number(b === 'clock.jsonl') - Number(a === 'clock.jsonl') || (a < b ? -1 : 1))
    .map((name) => join(DEMO, name));

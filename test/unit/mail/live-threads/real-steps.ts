import { type Expected, type LiveThread, mail, type Real, type Source, type Step } from './gold.ts';

/** Steps of the real threads, all in case A. `answered` is an answer of ours of which only the id is known. */
export const opened = (by: Source, customer?: string): Step =>
  customer === undefined ? { did: 'opened', key: 'A', by } : { did: 'opened', key: 'A', by, customer };
export const sent = (source: Source): Step => ({ did: 'sent', key: 'A', mail: source });
export const answered = (id: string, to: string): Step => ({ did: 'sent', key: 'A', id, to });
export const received = (source: Source): Step => ({ did: 'received', key: 'A', mail: source });
export const solved: Step = { did: 'solved', key: 'A' };

/** A customer's first mail which the corpus does not have; the mails after it name its id. */
export const first = (from: string, to: string, subject: string, id: string, date: string): Source =>
  mail(`From: ${from}`, `To: ${to}`, `Date: ${date}`, `Subject: ${subject}`, `Message-ID: <${id}>`, '', 'Please help.');
export const closed: Step = { did: 'closed', key: 'A' };

/** A story of two mails of one archive: the one that opened case A, what happened since, the one that comes. */
export type Row = readonly [
  name: string,
  kind: LiveThread['kind'],
  opening: string,
  mail: string,
  expect: Expected,
  ...since: readonly Step[],
];

const own = ['desk@example.org'] as const;

/** The stories of rows whose mails are named as `source` knows them; the desk takes no part in them itself. */
export const stories = (where: string, rows: readonly Row[], source: (ref: string) => Real): LiveThread[] =>
  rows.map(([name, kind, opening, mail, expect, ...since]) => ({
    name: `${where}: ${name}`,
    kind,
    own,
    given: [opened(source(opening)), ...since],
    mail: source(mail),
    expect,
  }));

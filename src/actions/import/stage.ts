import type { Context } from '../../context.ts';
import { normalAddress } from '../../domain/entry.ts';
import type { IncomingMail, ParsedMail, RecordTemplate } from '../../domain/incoming.ts';
import { readSources } from '../../intake/read.ts';
import { mailIdentity } from '../../mail/identity.ts';
import { parentIds } from '../../mail/thread.ts';
import { entryFromRaw } from '../../store/entries.ts';
import { sha256 } from '../../store/raw.ts';
import type { Staging } from '../../store/staging.ts';
import type { ImportOptions } from './options.ts';
import type { Tally } from './report.ts';

/** What stays in memory of a staged mail. */
export interface LightMail {
  readonly seq: number;
  readonly messageId: string | null;
  readonly parents: readonly string[];
  readonly at: number | null;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly deliveredTo: readonly string[];
}

export interface Staged {
  readonly mails: LightMail[];
  readonly records: number[];
  readonly templates: RecordTemplate[];
  readonly interrupted: boolean;
}

/** Mails that are read, kept and parsed together: enough to keep the worker busy, few enough to stay small. */
const BATCH_MAILS = 64;
const BATCH_BYTES = 4 * 1024 * 1024;
/** The parser's age; a later, better one can go over what an older one has read. */
const PARSER_VERSION = 1;

/** Reads all sources: raw bytes are kept first, then parsed and staged; what is already in the store is only counted. */
export async function stageSources(
  context: Context,
  options: ImportOptions,
  staging: Staging,
  tally: Tally,
): Promise<Staged> {
  const mails: LightMail[] = [];
  const records: number[] = [];
  const templates: RecordTemplate[] = [];
  let batch: IncomingMail[] = [];
  let bytes = 0;
  let interrupted = false;
  const flush = async (): Promise<void> => {
    mails.push(...(await stageMails(context, options, staging, tally, batch)));
    batch = [];
    bytes = 0;
    options.onProgress?.({ phase: 'read', done: tally.read, of: null });
  };
  for await (const incoming of readSources(options.paths, { format: options.format, stdin: options.stdin })) {
    if (options.signal?.aborted === true) {
      interrupted = true;
      break;
    }
    if (incoming.kind === 'problem') {
      tally.problems.push({ source: place(incoming.source, incoming.ref), reason: incoming.reason });
    } else if (incoming.kind === 'record') {
      tally.format.add('jsonl');
      const { record } = incoming;
      if (record.type === 'template') templates.push(record);
      else if (record.type === 'case') records.push(staging.addRecord(record));
    } else {
      tally.read += 1;
      tally.format.add(incoming.fromLineAt !== null ? 'mbox' : incoming.maildirAt !== null ? 'maildir' : 'eml');
      batch.push(incoming);
      bytes += incoming.raw.length;
      if (batch.length >= BATCH_MAILS || bytes >= BATCH_BYTES) await flush();
    }
  }
  await flush();
  return { mails, records, templates, interrupted };
}

const place = (source: string, ref: string): string => (ref === '' ? source : `${source}:${ref}`);

async function stageMails(
  context: Context,
  options: ImportOptions,
  staging: Staging,
  tally: Tally,
  batch: readonly IncomingMail[],
): Promise<LightMail[]> {
  const fresh = batch.filter((mail) => {
    const known = entryFromRaw(context.store, sha256(mail.raw));
    if (known) tally.unchanged += 1;
    return !known;
  });
  if (fresh.length === 0) return [];
  if (options.dryRun !== true) context.store.raw().keep(fresh);
  const parsed = await Promise.all(
    fresh.map(({ raw, fromLineAt, maildirAt }) => context.parseMail(raw, { fromLineAt, maildirAt })),
  );
  const light: LightMail[] = [];
  fresh.forEach((mail, index) => {
    const one = parsed[index];
    if (one === undefined) return;
    const hash = sha256(mail.raw);
    if (one.problem !== null) tally.problems.push({ source: place(mail.source, mail.ref), reason: one.problem });
    light.push(lightOf(staging.addMail(hash, mailIdentity(one, mail.raw), one), one));
  });
  if (options.dryRun !== true)
    context.store.raw().settle(
      fresh.map((mail) => ({ sha256: sha256(mail.raw), state: 'filed' })),
      PARSER_VERSION,
    );
  return light;
}

function lightOf(seq: number, parsed: ParsedMail): LightMail {
  const of = (...roles: string[]): string[] =>
    parsed.addresses
      .filter((one) => roles.includes(one.role) && one.address !== '')
      .map((one) => normalAddress(one.address));
  return {
    seq,
    messageId: parsed.messageId,
    parents: parentIds(parsed),
    at: parsed.at,
    from: of('from')[0] ?? null,
    to: of('to', 'cc'),
    deliveredTo: of('delivered-to'),
  };
}

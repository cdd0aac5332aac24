import type { Context } from '../../context.ts';
import type {
  IncomingProblem,
  IncomingRecord,
  ParsedMail,
  RecordPerson,
  RecordSettings,
  RecordTemplate,
} from '../../domain/incoming.ts';
import { readSources } from '../../intake/read.ts';
import { mailIdentity } from '../../mail/identity.ts';
import { type Received, sha256 } from '../../store/raw.ts';
import type { Staging } from '../../store/staging.ts';
import { isRemoved } from '../../store/tombstones.ts';
import { type Arrived, notForgotten } from '../not-forgotten.ts';
import { type AnyMail, isFresh, isHeld, type KnownMail, keepRaw, known, readable } from './keep-raw.ts';
import { type LightMail, type LightRecord, lightMail, lightRecord, type Traffic, trafficOf } from './light.ts';
import type { ImportOptions } from './options.ts';
import type { Tally } from './report.ts';

export interface Staged {
  readonly mails: LightMail[];
  readonly records: LightRecord[];
  readonly templates: RecordTemplate[];
  /** customers without a case */
  readonly people: RecordPerson[];
  /** of the desk that the records come from */
  readonly settings: RecordSettings[];
  /** who wrote to whom, for the guess at our own addresses; of the first mails only */
  readonly traffic: Traffic[];
  /** files that somebody had who was forgotten: kept only where another has them too */
  readonly cameAgain: string[];
  readonly interrupted: boolean;
}

/** Mails that are read, kept and parsed together: enough to keep the worker busy, few enough to stay small. */
const BATCH_MAILS = 64;
const BATCH_BYTES = 4 * 1024 * 1024;
/** So many mails tell who we are; more would only fill memory. */
const ENOUGH_TRAFFIC = 10_000;

/** Reads all sources: raw bytes are kept first, then parsed and staged; what is already in the store is only counted. */
export async function stageSources(
  context: Context,
  options: ImportOptions,
  staging: Staging,
  tally: Tally,
): Promise<Staged> {
  const staged = {
    mails: [] as LightMail[],
    records: [] as LightRecord[],
    templates: [] as RecordTemplate[],
    people: [] as RecordPerson[],
    settings: [] as RecordSettings[],
    traffic: [] as Traffic[],
    cameAgain: [] as string[],
  };
  let batch: AnyMail[] = [];
  let bytes = 0;
  let interrupted = false;
  let loose: Received[] = [];
  const keepLoose = (): void => {
    if (loose.length > 0 && options.dryRun !== true) context.store.raw().keep(loose);
    loose = [];
    bytes = 0;
  };
  let before = Promise.resolve();
  /** Hands a batch on and waits for the one before: while the worker parses one, the next is read and kept. */
  const flush = async (): Promise<void> => {
    const last = before;
    before = Promise.all([readMails(context, options, tally, batch), last]).then(([mails]) => {
      for (const { mail, parsed } of mails) {
        staged.mails.push(stageMail(staging, tally, mail, parsed));
        if (staged.traffic.length < ENOUGH_TRAFFIC) staged.traffic.push(trafficOf(parsed));
      }
      options.onProgress?.({ phase: 'read', done: tally.read, of: null });
    });
    before.catch(() => undefined); // thrown where it is waited for
    batch = [];
    bytes = 0;
    await last;
  };
  for await (const incoming of readSources(options.paths, { format: options.format, stdin: options.stdin })) {
    if (options.signal?.aborted === true) {
      interrupted = true;
      break;
    }
    if (incoming.kind === 'problem') {
      noteProblem(tally, incoming);
    } else if (incoming.kind === 'record' && incoming.record.type === 'raw') {
      tally.format.add('jsonl');
      const { bytes: raw } = incoming.record;
      const hash = sha256(raw);
      if (isRemoved(context.store, 'raw', hash)) continue;
      if (isRemoved(context.store, 'file', hash)) staged.cameAgain.push(hash);
      loose.push({ raw, source: incoming.source, ref: incoming.ref });
      bytes += raw.length;
      if (loose.length >= BATCH_MAILS || bytes >= BATCH_BYTES) keepLoose();
    } else if (incoming.kind === 'record') {
      stageRecord(staged, staging, tally, incoming);
    } else {
      tally.read += 1;
      tally.format.add(incoming.fromLineAt !== null ? 'mbox' : incoming.maildirAt !== null ? 'maildir' : 'eml');
      batch.push(incoming);
      bytes += incoming.kind === 'mail' ? incoming.raw.length : incoming.size;
      if (batch.length >= BATCH_MAILS || bytes >= BATCH_BYTES) await flush();
    }
  }
  keepLoose();
  // what is left of the batch is kept; parsing it is for the next time
  if (interrupted && options.dryRun !== true)
    keepRaw(
      context,
      await notForgotten(
        context,
        known(batch).filter((mail) => isFresh(context, mail)),
        arrived,
      ),
    );
  else if (!interrupted) await flush();
  await before;
  return { ...staged, interrupted: interrupted || options.signal?.aborted === true };
}

const place = (source: string, ref: string): string => (ref === '' ? source : `${source}:${ref}`);

/** A folder may hold anything: what is no mail there is only counted. */
function noteProblem(tally: Tally, { source, ref, problem }: IncomingProblem): void {
  if (problem.code === 'not-mail' && ref !== '') tally.notMail.push(ref);
  else tally.problems.push({ source: place(source, ref), problem });
}

function stageRecord(
  staged: Omit<Staged, 'interrupted'>,
  staging: Staging,
  tally: Tally,
  { record }: IncomingRecord,
): void {
  tally.format.add('jsonl');
  if (record.type === 'template') staged.templates.push(record);
  if (record.type === 'customer') staged.people.push(record);
  if (record.type === 'settings') staged.settings.push(record);
  if (record.type !== 'case') return;
  tally.read += record.entries.filter((entry) => entry.type === 'message').length;
  staged.records.push(lightRecord(staging.addRecord(record), record));
}

/** Keeps the raw bytes of those mails of a batch that are not in a case already, then parses them. */
async function readMails(
  context: Context,
  options: ImportOptions,
  tally: Tally,
  batch: readonly AnyMail[],
): Promise<{ mail: KnownMail; parsed: ParsedMail }[]> {
  const all = known(batch);
  const others = all.filter((mail) => isFresh(context, mail));
  const fresh = await notForgotten(context, others, arrived);
  tally.unchanged += batch.length - others.length;
  tally.forgotten += others.length - fresh.length;
  const wanted = new Set(fresh);
  // also what an entry names and the raw file has lost, or no longer holds as it came
  if (options.dryRun !== true)
    keepRaw(
      context,
      all.filter((mail) => wanted.has(mail) || (!isFresh(context, mail) && !isHeld(context, mail))),
    );
  return Promise.all(fresh.map(async (mail) => ({ mail, parsed: await context.parseMail(readable(mail), mail) })));
}

const arrived = (mail: KnownMail): Arrived => ({ sha256: mail.sha256, raw: readable(mail) });

function stageMail(staging: Staging, tally: Tally, mail: KnownMail, parsed: ParsedMail): LightMail {
  if (parsed.problem !== null) tally.problems.push({ source: place(mail.source, mail.ref), problem: parsed.problem });
  return lightMail(staging.addMail(mail.sha256, mailIdentity(parsed, readable(mail)), parsed), parsed);
}

import { groupThreads } from '../../mail/thread.ts';
import type { Writing } from '../../store/writing.ts';
import { fileThread } from './file-mail.ts';
import { fileRecord } from './file-record.ts';
import type { Filing } from './filing.ts';
import type { LightMail, LightRecord } from './light.ts';
import type { Staged } from './stage.ts';

/** A piece of work that is written whole: one thread, one record. */
export interface Job {
  readonly run: (writing: Writing, filing: Filing) => void;
  /** which mail or record it is, for a report of its failure */
  readonly source: (filing: Filing) => string;
}

/** What is to be filed, oldest case first, so that numbers rise with time. */
export function jobsOf(staged: Staged): Job[] {
  const mails = new Map(staged.mails.map((mail) => [mail.seq, mail]));
  const threads = groupThreads(
    staged.mails.map((mail) => ({ key: mail.seq, messageId: mail.messageId, parents: mail.parents })),
  ).map((seqs) => inOrder(seqs.flatMap((seq) => mails.get(seq) ?? [])));
  return [
    ...threads
      .map((thread) => ({ thread, first: thread.find((mail) => mail.at !== null) ?? thread[0] }))
      .sort((a, b) => (a.first === undefined || b.first === undefined ? 0 : byDate(a.first, b.first)))
      .map(({ thread }) => mailJob(thread)),
    ...staged.records.toSorted(byDate).map(recordJob),
  ];
}

const mailJob = (thread: readonly LightMail[]): Job => ({
  run: (writing, filing) => fileThread(writing, filing, thread),
  source: () => thread[0]?.messageId ?? '',
});

const recordJob = ({ seq }: LightRecord): Job => ({
  run: (writing, filing) => fileRecord(writing, filing, filing.staging.record(seq)),
  source: ({ staging }) => staging.record(seq).uid ?? staging.record(seq).subject,
});

/** By date, without one last; what is equal goes by its id, so that the order of the files changes nothing. */
function byDate(a: LightMail | LightRecord, b: LightMail | LightRecord): number {
  if (a.at !== b.at) return (a.at ?? Number.POSITIVE_INFINITY) < (b.at ?? Number.POSITIVE_INFINITY) ? -1 : 1;
  const [left, right] = ['messageId' in a ? (a.messageId ?? '') : '', 'messageId' in b ? (b.messageId ?? '') : ''];
  return left === right ? a.seq - b.seq : left < right ? -1 : 1;
}

interface Place {
  readonly mail: LightMail;
  next: Place | null;
}

/** A thread in the order of its dates; a mail without one comes right after the nearest mail it answers, else first. */
export function inOrder(thread: readonly LightMail[]): LightMail[] {
  const places = new Map<string, Place>();
  let first: Place | null = null;
  const put = (mail: LightMail, after: Place | null): Place => {
    const place = { mail, next: after === null ? first : after.next };
    if (after === null) first = place;
    else after.next = place;
    if (mail.messageId !== null && !places.has(mail.messageId)) places.set(mail.messageId, place);
    return place;
  };
  let last: Place | null = null;
  for (const mail of thread.filter((one) => one.at !== null).toSorted(byDate)) last = put(mail, last);
  for (const mail of thread.filter((one) => one.at === null).toSorted(byDate)) {
    const answered = mail.parents.find((id) => places.has(id));
    put(mail, answered === undefined ? null : (places.get(answered) ?? null));
  }
  return [...follow(first)];
}

function* follow(first: Place | null): Generator<LightMail> {
  for (let place = first; place !== null; place = place.next) yield place.mail;
}

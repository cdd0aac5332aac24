import type { Context } from '../context.ts';
import type { Part } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import type { Department } from '../domain/handoff/department.ts';
import { type CaseFile, customerFiles } from '../domain/handoff/evidence.ts';
import { entriesOf } from '../store/entries.ts';
import { diskName } from '../text/filename.ts';
import { ATTACHED_BYTES, MEGABYTE } from './mailing/attach.ts';
import { numbered } from './save-file.ts';

/** The packet itself, where it is written beside its evidence: no file of the customer's goes by this name. */
export const PACKET_FILE = 'packet.md';

/** A file of the customer's under the name that it goes by: plain, and no other's. */
export interface HandoffFile extends CaseFile {
  /** false: desk knows of it, but has not got it, as of a case from a foreign file */
  readonly kept: boolean;
}

/** The files that the customer sent in a case, for choosing what goes with a packet; what is no evidence stands last. */
export function handoffFiles({ store }: Context, number: number): HandoffFile[] {
  const entries = entriesOf(store, number);
  const raw = store.raw();
  const here = new Set(
    entries.flatMap(({ received, parts }) =>
      received !== null && raw.has(received) ? parts.map(({ sha256 }) => sha256) : [],
    ),
  );
  const taken = new Set([PACKET_FILE]);
  return customerFiles(entries)
    .toSorted((a, b) => Number(a.aside) - Number(b.aside))
    .map((file) => ({ ...file, name: ownName(file.name, taken), kept: here.has(file.sha256) }));
}

/** `photo.jpg`, `photo-2.jpg`, … : also where capitals count for nothing. */
function ownName(name: string, taken: Set<string>): string {
  const plain = diskName(name);
  let own = plain;
  for (let nth = 2; taken.has(own.toLowerCase()); nth += 1) own = numbered(plain, nth);
  taken.add(own.toLowerCase());
  return own;
}

/** Those of the files that go with a packet: the chosen ones; null: what the department asks for. */
export function chosenFiles(
  files: readonly HandoffFile[],
  { needs }: Department,
  chosen: readonly string[] | null,
): HandoffFile[] {
  if (chosen !== null) return files.filter(({ sha256 }) => chosen.includes(sha256));
  return needs.some(({ type }) => type === 'evidence') ? files.filter(({ aside }) => !aside) : [];
}

/** As parts of a mail. Throws `evidence-too-large`. */
export function evidenceParts(files: readonly HandoffFile[]): Part[] {
  const sent = files.filter(({ kept }) => kept);
  const bytes = sent.reduce((sum, { size }) => sum + size, 0);
  if (bytes > ATTACHED_BYTES) {
    const megabytes = Math.ceil((bytes / MEGABYTE) * 10) / 10;
    throw new DeskError('bad-value', 'evidence-too-large', { megabytes, limit: ATTACHED_BYTES / MEGABYTE });
  }
  return sent.map(({ name, type, size, sha256 }, at) => ({ n: at + 1, name, type, size, sha256, cid: null }));
}

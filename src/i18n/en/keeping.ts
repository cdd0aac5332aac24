interface Copied {
  readonly cases: number;
  readonly entries: number;
  /** original mails */
  readonly mails: number;
  /** in words */
  readonly bytes: string;
}

interface Replacing {
  readonly path: string;
  /** what the present store holds, in words */
  readonly old: string;
  readonly from: string;
  readonly fresh: string;
  readonly kept: string;
}

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What the commands that look after the store and its files say. */
export const keeping = {
  noAttachments: 'No files came with this case.',
  notCut: (name: string, entry: number) =>
    `${name} (entry ${entry}) could not be cut from its mail. The mail itself: desk source ${entry}`,

  // backup and restore
  backedUp: ({ cases, entries, mails, bytes }: Copied, path: string, rawPath: string) =>
    `Copied and checked: ${many(cases, 'case', 'cases')}, ${many(entries, 'entry', 'entries')}, ${many(mails, 'original mail', 'original mails')} (${bytes}), in ${path} and ${rawPath}. Keep the two together.`,
  backedUpWithout: (mails: number) =>
    `${many(mails, 'original mail is', 'original mails are')} missing in the store, so also in the backup. See: desk doctor`,
  holds: (cases: number, entries: number, last: string) =>
    `${many(cases, 'case', 'cases')}, ${many(entries, 'entry', 'entries')}, last change ${last}`,
  damagedStore: 'can’t be read',
  mayRestore: ({ path, old, from, fresh, kept }: Replacing) => ({
    question: `This puts ${from} (${fresh}) in the place of ${path} (${old}). What is there now is kept as ${kept}. Go on? [yes/no]`,
    yes: 'yes',
  }),
  notRestored: 'Nothing was changed.',
  restored: (path: string, holds: string, kept: string | null, dryRun: boolean) =>
    `${dryRun ? 'Dry run, nothing was written: ' : ''}${path} is as in the backup: ${holds}.${kept === null ? '' : ` What was there before is kept as ${kept}.`}`,
};

import type { Entry, Part } from '../entry.ts';

/** A file that the customer sent, as it can go with a packet. */
export interface CaseFile extends Omit<Part, 'n' | 'cid'> {
  /** no evidence by itself: a picture of a signature, what machines add. It goes only where an agent chooses it */
  readonly aside: boolean;
}

/** Types by which mail programs sign, or add a card: they show nothing of the matter. */
const ADDED_BY_PROGRAMS: ReadonlySet<string> = new Set([
  'application/pgp-signature',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'application/ms-tnef',
  'text/vcard',
  'text/x-vcard',
  'message/delivery-status',
  'message/disposition-notification',
  'text/rfc822-headers',
]);

/** Bytes: pictures in the text of a mail that are smaller are logos; what a telephone takes is larger. */
const SMALLEST_PHOTO = 16 * 1024;

/**
 * The files that the customer sent in a case, each content once, under its first name. Photos pasted into the text are
 * evidence as well; a picture in the text that is small, or comes with several mails, belongs to a signature.
 */
export function customerFiles(entries: readonly Pick<Entry, 'id' | 'party' | 'parts'>[]): CaseFile[] {
  const found = new Map<string, { file: Omit<CaseFile, 'aside'>; inText: boolean; mails: Set<number> }>();
  for (const { id, parts } of entries.filter(({ party }) => party === 'customer'))
    for (const { name, type, size, sha256, cid } of parts) {
      const before = found.get(sha256);
      const inText = (before?.inText ?? true) && cid !== null;
      const file = before?.file ?? { name, type, size, sha256 };
      found.set(sha256, { file, inText, mails: new Set([...(before?.mails ?? []), id]) });
    }
  return [...found.values()].map(({ file, inText, mails }) => {
    const isLogo = inText && file.type.startsWith('image/') && (file.size < SMALLEST_PHOTO || mails.size > 1);
    return { ...file, aside: isLogo || ADDED_BY_PROGRAMS.has(file.type) };
  });
}

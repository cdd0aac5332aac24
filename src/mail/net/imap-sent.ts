import type { Buffer } from 'node:buffer';
import { answered, type ImapSession } from './imap-session.ts';

/** Looks in the folder of sent mail, then in that of all mail; null: the server has neither. */
export async function isInSent(
  session: ImapSession,
  messageId: string,
  folder: string | null,
): Promise<boolean | null> {
  const folders = [folder ?? (await special(session, '\\Sent')), await special(session, '\\All')];
  let looked = false;
  for (const one of new Set(folders)) {
    if (one === null || !(await opens(session, one, true))) continue;
    looked = true;
    const header = { 'message-id': `<${messageId}>` };
    const found = await answered(session, () => session.client.search({ header }, { uid: true }));
    if (!Array.isArray(found)) throw session.refused('SEARCH');
    if (found.length > 0) return true;
  }
  return looked ? false : null;
}

/** Puts a copy there, marked as seen; false: there is no such folder. */
export async function appendToSent(session: ImapSession, message: Buffer, folder: string | null): Promise<boolean> {
  const sent = folder ?? (await special(session, '\\Sent'));
  // imapflow sets only the flags that the open folder may keep: a folder that is read would let none through
  if (sent === null || !(await opens(session, sent, false))) return false;
  const longer = session.patience.silence * 5; // a server is silent while it takes a large message in
  const put = await answered(session, () => session.client.append(sent, message, ['\\Seen']), longer);
  if (put === false) throw session.refused('APPEND');
  return true;
}

/** The folder with this use (RFC 6154); where a server tells none, imapflow goes by the names in use. */
async function special(session: ImapSession, use: string): Promise<string | null> {
  const folders = await answered(session, () => session.client.list());
  return folders.find((one) => one.specialUse === use)?.path ?? null;
}

/** Opens a folder; false: there is none of this name. */
export async function opens(session: ImapSession, folder: string, readOnly: boolean): Promise<boolean> {
  return answered(session, async () => {
    try {
      await session.client.mailboxOpen(folder, { readOnly });
      return true;
    } catch (error) {
      if (error instanceof Error && 'mailboxMissing' in error && error.mailboxMissing === true) return false;
      throw error;
    }
  });
}

import { ImapFlow } from 'imapflow';
import type { Endpoint } from '../../domain/mail-account.ts';
import { LARGEST_KEPT } from '../../intake/limits.ts';
import { imapProblem } from './imap-problem.ts';
import { readMails, uidsAfter } from './imap-read.ts';
import { appendToSent, isInSent, opens } from './imap-sent.ts';
import { answered, createSession, type ImapSession, PATIENCE, type Patience } from './imap-session.ts';
import { listenForNews } from './imap-wait.ts';
import { type ImapConnection, type Login, MailServerError, type OpenFolder } from './transport.ts';

/** ms; imapflow's own time-out is put where it never counts: `answered` watches each command. */
const NEVER = 2 ** 31 - 1;

/** Connects and logs in; throws MailServerError. A connection that is lost stays lost: whoever goes on makes a new one. */
export async function connectImap(
  server: Endpoint,
  login: Login,
  signal?: AbortSignal,
  patience: Patience = PATIENCE,
): Promise<ImapConnection> {
  const { user, secret } = login;
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.tls === 'on',
    doSTARTTLS: server.tls === 'on' ? undefined : server.tls === 'starttls',
    auth: login.auth === 'oauth2' ? { user, accessToken: secret } : { user, pass: secret },
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    socketTimeout: NEVER,
    maxLiteralSize: LARGEST_KEPT + 1024 * 1024,
  });
  let failure: unknown = null;
  // without a listener, an error of the socket would end desk
  client.on('error', (error) => {
    failure = error;
  });
  const stop = (): void => client.close();
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) client.close();
  // after the greeting imapflow waits for the login as long as it takes
  const limit = setTimeout(() => {
    failure = { code: 'ETIMEOUT' };
    client.close();
  }, patience.connect * 2);
  try {
    await client.connect();
  } catch (error) {
    client.close();
    signal?.removeEventListener('abort', stop);
    throw new MailServerError(imapProblem(failure ?? error, server, login));
  } finally {
    clearTimeout(limit);
  }
  client.on('close', () => signal?.removeEventListener('abort', stop));
  return connectionOver(createSession(client, server, login, patience));
}

function connectionOver(session: ImapSession): ImapConnection {
  const { client } = session;
  const news = listenForNews(session);
  let current = '';
  return {
    open: async (folder) => {
      current = folder;
      return openFolder(session, folder, true);
    },
    uidsAfter: (uid, since) => {
      news.seen();
      return uidsAfter(session, uid, since);
    },
    read: (uids) => readMails(session, uids),
    waitForNews: news.wait,
    markSeen: async (uids) => {
      await openToWrite(session, current);
      const done = await answered(session, () => client.messageFlagsAdd(uids.join(','), ['\\Seen'], { uid: true }));
      if (!done) throw session.refused('STORE');
    },
    moveTo: async (uids, folder) => {
      await openToWrite(session, current);
      await move(session, uids.join(','), folder);
    },
    isInSent: (messageId, folder) => isInSent(session, messageId, folder),
    appendToSent: (message, folder) => appendToSent(session, message, folder),
    close: async () => {
      // a good-bye that nobody answers must not keep us
      const gone = new Promise<void>((resolve) => setTimeout(resolve, 500).unref());
      if (client.usable) await Promise.race([client.logout().catch(() => undefined), gone]);
      client.close();
    },
  };
}

async function openFolder(session: ImapSession, folder: string, readOnly: boolean): Promise<OpenFolder> {
  if (!(await opens(session, folder, readOnly))) throw session.folderMissing(folder);
  const { mailbox } = session.client;
  if (mailbox === false) throw session.folderMissing(folder);
  return { uidValidity: Number(mailbox.uidValidity), uidNext: Number(mailbox.uidNext) };
}

/** A folder is opened for reading only; before something is changed in it, its UIDs must mean the same mails still. */
async function openToWrite(session: ImapSession, folder: string): Promise<void> {
  const { mailbox } = session.client;
  if (mailbox === false) throw session.folderMissing(folder);
  if (mailbox.readOnly !== true) return;
  const { uidValidity } = await openFolder(session, folder, false);
  if (uidValidity !== Number(mailbox.uidValidity)) throw session.refused('UIDVALIDITY');
}

/** Moves by UID alone. Where a server can't expunge by UID, the mail stays, marked as deleted: others' stay untouched. */
async function move(session: ImapSession, range: string, folder: string): Promise<void> {
  const { client } = session;
  const able = ['MOVE', 'UIDPLUS', 'IMAP4rev2'].some((one) => client.capabilities.has(one));
  const byUid = { uid: true };
  const done = await answered(session, async () => {
    if (able) return client.messageMove(range, folder, byUid);
    return (await client.messageCopy(range, folder, byUid)) && client.messageFlagsAdd(range, ['\\Deleted'], byUid);
  });
  if (!done) throw session.folderMissing(folder);
}

import { answered, type ImapSession } from './imap-session.ts';

/** Tells when the server has said that something came, since it was last asked for. */
export interface News {
  /** what was told up to now is known */
  readonly seen: () => void;
  /** Resolves at news, at the signal, after `ms`; throws where the connection is lost, or gives no sign of life then. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Listens from now on: a server also tells of new mails in the answers to other commands. */
export function listenForNews(session: ImapSession): News {
  const { client } = session;
  let came = false;
  let wake = (): void => undefined;
  client.on('exists', () => {
    came = true;
    wake();
  });
  client.on('close', () => wake());

  const wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    if (!came && !signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const timer = setTimeout(() => wake(), ms);
      const stop = (): void => wake();
      signal.addEventListener('abort', stop);
      // a server without IDLE, or that ends it, tells nothing: then the time goes by
      client.idle().catch(() => undefined);
      await woken;
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
    if (signal.aborted) return;
    // also ends IDLE; a line that is dead is seen here
    await answered(session, () => client.noop(), session.patience.sign);
  };
  return {
    seen: () => {
      came = false;
    },
    wait,
  };
}

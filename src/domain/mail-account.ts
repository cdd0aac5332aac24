/** How a connection is made safe: TLS from the first byte, STARTTLS before anything is said, or not at all. */
export const TLS_MODES = ['on', 'starttls', 'off'] as const;
export type Tls = (typeof TLS_MODES)[number];

export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
}

/** password: LOGIN or PLAIN · oauth2: the secret is an access token, said by XOAUTH2 */
export const AUTHS = ['password', 'oauth2'] as const;
export type Auth = (typeof AUTHS)[number];

/** Where the secret is read each time it is needed; the secret itself is in no store. */
export type SecretSource =
  | { readonly from: 'file'; readonly path: string }
  | { readonly from: 'command'; readonly command: string };

/** What happens to a mail on the server once it is kept here. */
export const AFTER_FETCH = ['leave', 'seen', 'move'] as const;
export type AfterFetch = (typeof AFTER_FETCH)[number];

/** Who puts a copy of what was sent into the account's Sent folder: desk, the server by itself, nobody. */
export const SENT_COPIES = ['append', 'server', 'none'] as const;
export type SentCopy = (typeof SENT_COPIES)[number];

/** A mailbox of ours. Without `imap`, mail comes in by `desk mail deliver`; without `smtp`, nothing goes out. */
export interface MailAccount {
  readonly id: number;
  /** as written; compared by `normalAddress` */
  readonly address: string;
  /** the name in From */
  readonly name: string;
  readonly imap: Endpoint | null;
  readonly smtp: Endpoint | null;
  readonly user: string;
  readonly auth: Auth;
  readonly secret: SecretSource;
  /** the server's folder that is fetched */
  readonly mailbox: string;
  readonly afterFetch: AfterFetch;
  /** the folder for `move` */
  readonly moveTo: string | null;
  /** ms; mails that came before stay on the server alone; 0: all come; null: nobody has said, the first fetch asks */
  readonly since: number | null;
  readonly sentCopy: SentCopy;
  /** null: the one the server names (RFC 6154 \Sent) */
  readonly sentFolder: string | null;
  /** our own server's name in Authentication-Results (RFC 8601 2.5); what others say there is not shown */
  readonly authservId: string | null;
  /** `[#42]` in the subjects of what goes out */
  readonly subjectNumber: boolean;
  /** also an HTML part, made from the text as Markdown */
  readonly html: boolean;
  /** the server delivers `user+anything@domain` here: answers carry such a Reply-To */
  readonly plusAddress: boolean;
  /** the template of the automatic first answer; null: there is none */
  readonly autoReply: string | null;
  /** by language code */
  readonly signatures: Readonly<Record<string, string>>;
  /** ms; what was written before waits for `desk mail release` */
  readonly addedAt: number;
}

export type NewMailAccount = Omit<MailAccount, 'id' | 'addedAt'>;

/** ms that the first fetch goes back where nobody has said how far. */
export const FIRST_FETCH_MS = 30 * 86_400_000;

/** How an account does: shown in the status line and by `desk mail status`. Times in ms. */
export interface MailState {
  readonly account: number;
  readonly fetchedAt: number | null;
  /** `problemText` of the last fetch, null when it went well */
  readonly fetchProblem: string | null;
  readonly fetchFailedAt: number | null;
  /** of the last connection for sending: login, certificate, network; a message's own fate is in the outbox */
  readonly sendProblem: string | null;
  readonly sendFailedAt: number | null;
}

/** How far a folder of the server has been read (RFC 3501 2.3.1.1). */
export interface ReadUpTo {
  readonly uidValidity: number;
  readonly lastUid: number;
}

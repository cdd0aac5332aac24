import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Part } from '../domain/entry.ts';
import type { Department } from '../domain/handoff/department.ts';
import { CALL_BACK_MS, type Envelope } from '../domain/outbox.ts';
import { mintMessageId } from '../mail/minted-id.ts';
import { entriesOf } from '../store/entries.ts';
import { insertEntry, writtenHere } from '../store/new-entries.ts';
import { insertOutgoing } from '../store/outbox.ts';
import { mintKey, readSetting } from '../store/settings.ts';
import type { Writing } from '../store/writing.ts';
import { composeReply } from './compose-reply.ts';
import { accountSending, sendingAccounts } from './mailing/sending-account.ts';

interface ForDepartment {
  readonly department: Department;
  /** Markdown */
  readonly text: string;
  /** what goes with it; asked for where it goes by mail only, and may throw */
  readonly parts: () => readonly Part[];
  /** Message-IDs of ours to the department, oldest first; none of the customer's, so that neither finds the other in it */
  readonly references: readonly string[];
  /** by mail, where that can be */
  readonly mail: boolean;
}

/**
 * Keeps what is told a department in the case as a private note, which is nobody's answer to the customer and is never
 * quoted; where an account can send it, it is on its way. Gives the address that it goes to, or null. Throws what `parts` does.
 */
export function putForDepartment(
  writing: Writing,
  context: Context,
  found: Case,
  { department, text, parts, references, mail }: ForDepartment,
): string | null {
  const { store } = writing;
  const proposed = composeReply(store, found, entriesOf(store, found.number)).from;
  const account = accountSending(store, proposed.address) ?? sendingAccounts(store)[0] ?? null;
  const own = { uid: context.newId(), case: found.number, type: 'note', text } as const;
  if (!mail || account === null) {
    insertEntry(writing, writtenHere(writing, { ...own, channel: found.channel }));
    return null;
  }
  const name = account.name === '' ? (readSetting(store, 'agent') ?? '') : account.name;
  const title = department.titles[context.locale] ?? department.name;
  const envelope: Envelope = {
    from: { name, address: account.address },
    to: [{ name: title, address: department.address }],
    ...{ cc: [], bcc: [], subject: `${title} · #${found.number}: ${found.subject}`, references },
  };
  const domain = account.address.split('@')[1] ?? 'desk.invalid';
  const messageId = mintMessageId(mintKey(store), found.number, context.newId(), domain);
  const entry = insertEntry(
    writing,
    writtenHere(writing, {
      ...{ ...own, direction: 'out', channel: 'email', subject: envelope.subject, messageId, parts: parts() },
      addresses: [{ ...envelope.from, role: 'from' }, ...envelope.to.map((one) => ({ ...one, role: 'to' as const }))],
    }),
  );
  insertOutgoing(writing, {
    ...{ entry, account: account.id, state: 'queued', hold: null, notBefore: writing.now + CALL_BACK_MS },
    ...{ messageId, envelope: JSON.stringify(envelope), automatic: false },
  });
  return department.address;
}

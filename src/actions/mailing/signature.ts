import type { Locale } from '../../context.ts';
import type { Case } from '../../domain/case.ts';
import { findCustomer } from '../../store/customers.ts';
import { findMailAccount } from '../../store/mail-accounts.ts';
import type { Store } from '../../store/open.ts';

/** The line above a signature (RFC 3676 4.3). */
const DASHES = '-- ';

/** The signature of the account that sends for `from`: in the customer's language, else the desk's, else what there is; null: none. */
export function signatureFor(store: Store, { customer, channel }: Case, from: string, locale: Locale): string | null {
  const signatures = channel === 'email' ? (findMailAccount(store, from)?.signatures ?? {}) : {};
  const language = customer === null ? null : (findCustomer(store, customer)?.language ?? null);
  const chosen = signatures[language ?? locale] ?? signatures[locale] ?? Object.values(signatures)[0] ?? '';
  return chosen.trim() === '' ? null : chosen.trim();
}

/** The text with the signature under it, once. */
export function withSignature(text: string, signature: string | null): string {
  const isSigned = text.split('\n').includes(DASHES);
  return signature === null || isSigned ? text : `${text.trimEnd()}\n\n${DASHES}\n${signature}`;
}

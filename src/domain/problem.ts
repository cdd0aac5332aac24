/** What an import can meet that it tells of and goes on from; the sentence is in i18n under `problems`. */
export const PROBLEMS = [
  // of a file
  'empty-file',
  'not-mail',
  'before-first-mail',
  'source-broken',
  // of a line of desk's own JSONL, and of a template
  'line-too-long',
  'line-not-json',
  'line-wrong',
  'template-wrong',
  // of a mail, whose original is kept
  'html-deep',
  'html-long',
  'mail-long',
  'mail-cut-short',
  'text-unreadable',
  'reader-slow',
  'reader-memory',
  'reader-ended',
  'reader-failed',
  'reader-closed',
  // of a mail that is left where it is
  'mail-too-large',
  'not-filed',
  // of a mail server
  'server-unknown',
  'server-unreachable',
  'server-silent',
  'server-closed',
  'server-busy',
  'server-odd',
  'certificate-wrong',
  'tls-missing',
  'tls-failed',
  'login-refused',
  'server-refused',
  'no-folder',
  'secret-unread',
  // of a message on its way out
  'message-refused',
  'message-too-large',
  'recipients-refused',
  'answer-missing',
  'sender-gone',
  'not-in-sent',
  'not-composed',
  'sent-copy-failed',
  // of a live mail
  'id-reused',
  // of a message of ours, said by its delivery report
  'bounced',
  'delayed',
  /** written down before problems had codes: `text` is English */
  'told',
] as const;
export type ProblemCode = (typeof PROBLEMS)[number];

/** What a field of a record must be; `one-of`, `at-least` and `no-longer` say more in the facts `values`, `least` and `most`. */
export const EXPECTATIONS = [
  'text',
  'number',
  'whole-number',
  'date',
  'yes-no',
  'list',
  'object',
  'address',
  'one-of',
  'at-least',
  'no-longer',
  'not-empty',
  'sha256',
  'own-bytes',
  'template-name',
  'body',
  'other',
] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

export interface Problem {
  readonly code: ProblemCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const problemOf = (code: ProblemCode, facts: Problem['facts'] = {}): Problem => ({ code, facts });

/** The form in which a problem is stored and exported. */
export const problemText = ({ code, facts }: Problem): string => JSON.stringify({ code, facts });

/** Reads `problemText` back; text of any other form is the problem in words. */
export function problemFromText(text: string): Problem {
  const told = problemOf('told', { text });
  if (!text.startsWith('{')) return told;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return told;
  }
  if (typeof value !== 'object' || value === null || !('code' in value)) return told;
  const code = PROBLEMS.find((one) => one === value.code);
  const facts = 'facts' in value && typeof value.facts === 'object' && value.facts !== null ? value.facts : {};
  return code === undefined ? told : problemOf(code, plainFacts(facts));
}

const plainFacts = (facts: object): Problem['facts'] =>
  Object.fromEntries(
    Object.entries(facts).filter((one): one is [string, string | number] =>
      ['string', 'number'].includes(typeof one[1]),
    ),
  );

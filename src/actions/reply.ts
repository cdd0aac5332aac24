import * as z from 'zod';
import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Delivery } from '../domain/entry.ts';
import { DeskError } from '../domain/errors.ts';
import { asWritten, unfilledIn } from '../domain/placeholders.ts';
import type { Template } from '../domain/template.ts';
import { getCase, updateCase, workingCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { consumeDraft } from '../store/drafts.ts';
import { entriesOf } from '../store/entries.ts';
import { countUse } from '../store/templates.ts';
import { describeAction, type Writing } from '../store/writing.ts';
import type { Action } from './action.ts';
import { keepPromise } from './commitments.ts';
import { answersAutomatic, composeReply } from './compose-reply.ts';
import { fieldsKept, type TypedAt } from './field-values.ts';
import { fillTemplate } from './fill-template.ts';
import { headInput, withHead } from './mailing/head.ts';
import { quoteOfLast } from './mailing/quote.ts';
import { signatureFor, withSignature } from './mailing/signature.ts';
import { putInOutbox } from './put-in-outbox.ts';
import { strangersIn } from './recipients.ts';
import { type CaseFields, caseFields, changeCase, tagName } from './set-case.ts';
import { getTemplate } from './templates.ts';

const part = z.strictObject({
  ...{ n: z.int().positive(), name: z.string().min(1), type: z.string(), size: z.int().nonnegative() },
  ...{ sha256: z.string(), cid: z.string().nullable() },
});

const input = z.strictObject({
  cases: z.array(z.int().positive()).min(1),
  /** the words; without them the template's, filled for each case */
  text: z.string().optional(),
  template: z.string().optional(),
  language: z.string().optional(),
  /** set with the sending; without a status the case waits for the customer */
  fields: caseFields,
  addTags: z.array(tagName),
  /** the text is what the agent typed for this case: the draft goes with it, and undo brings it back */
  fromDraft: z.boolean(),
  expect: z.int().optional(),
  /** what the agent chose to be otherwise than proposed */
  head: headInput.optional(),
  /** ms; left out: when it can no longer be called back */
  leaveAt: z.union([z.int().positive(), z.literal('now')]).optional(),
  /** files that are kept already */
  parts: z.array(part).optional(),
  /** with what is answered quoted under it */
  quote: z.boolean().optional(),
  /** what it promises, and for when (ms) */
  promises: z.array(z.strictObject({ at: z.int().positive(), text: z.string().max(20_000) })).optional(),
});
export type ReplyInput = z.infer<typeof input>;

export interface Replied {
  readonly case: number;
  readonly entry: number;
  readonly state: Delivery;
  readonly to: string;
  /** recipients that are not the customer's */
  readonly strangers: readonly string[];
  /** what it answers was written by a program */
  readonly automatic: boolean;
}

/** Answers one or many cases. Without a mail account the message is held; a channel without transport makes it manual. */
export const reply: Action<ReplyInput, Replied[]> = {
  id: 'reply',
  input,
  run: (writing, context, wanted) => {
    const template = wanted.template === undefined ? null : getTemplate(context, wanted.template);
    const cases = new Set(wanted.cases.map((number) => workingCase(writing.store, number).number));
    const replied = [...cases].map((number) => {
      const before = getCase(writing.store, number);
      if (wanted.expect !== undefined && before.version !== wanted.expect)
        throw new DeskError('conflict', 'case-moved-on', { number });
      const text =
        wanted.text ?? (template === null ? '' : fillTemplate(context, number, template, wanted.language).text);
      if (text.trim() === '') throw new DeskError('bad-value', 'empty-message');
      const unfilled = unfilledIn(text);
      if (unfilled.length > 0) throw new DeskError('bad-value', 'unfilled', { number, names: unfilled.join(', ') });
      const sent = send(writing, context, before, asWritten(text), wanted);
      if (wanted.fromDraft) consumeDraft(writing, number, 'reply', text);
      const fields = {
        status: 'pending' as const,
        ...fieldsOf(template, { now: () => writing.now, zone: context.zone }),
        ...wanted.fields,
      };
      const tags = [...(template?.addTags ?? []), ...wanted.addTags];
      // a second answer in a row changes no field, and moves the case on all the same
      if (!changeCase(writing, getCase(writing.store, number), fields, tags, []))
        updateCase(writing, getCase(writing.store, number), { touchedAt: writing.now, unread: false });
      for (const promised of wanted.promises ?? []) keepPromise(writing, number, promised);
      return sent;
    });
    if (template !== null) countUse(writing, template.name);
    describeAction(writing, {
      case: replied.length === 1 ? (replied[0]?.case ?? null) : null,
      cases: replied.length,
      what: template?.name ?? '',
    });
    return replied;
  },
};

/** What a template sets on the case; throws `bad-data` for one that another program wrote wrongly, or whose date is over. */
function fieldsOf(template: Template | null, at: TypedAt): CaseFields {
  const name = template?.name ?? '';
  let fields: CaseFields;
  try {
    fields = fieldsKept(template?.set ?? {}, at);
  } catch (error) {
    if (!(error instanceof DeskError)) throw error;
    const problem = String(error.facts['value'] ?? error.facts['field']);
    throw new DeskError('bad-data', 'template-broken', { name, problem }, error);
  }
  const checked = caseFields.safeParse(fields);
  if (checked.success) return checked.data;
  throw new DeskError('bad-data', 'template-broken', { name, problem: checked.error.issues[0]?.path.join('.') ?? '' });
}

function send(
  writing: Writing,
  context: Context,
  before: Case,
  text: string,
  { head = {}, leaveAt, parts = [], quote = false }: ReplyInput,
): Replied {
  const { store } = writing;
  const entries = entriesOf(store, before.number);
  const proposed = composeReply(store, before, entries);
  const envelope = before.channel === 'email' ? withHead(store, proposed, head) : proposed;
  if (before.channel === 'email' && envelope.to.length === 0)
    throw new DeskError('bad-data', 'no-recipient', { number: before.number });
  const signature = signatureFor(store, before, envelope.from.address, context.locale);
  const quoted = quote ? quoteOfLast(entries) : '';
  const answer = { envelope, text: withSignature(text, signature), quoted, parts, leaveAt: leaveAt ?? null };
  const { entry, state } = putInOutbox(writing, context, before, answer);
  const to = envelope.to.map((one) => one.address).join(', ');
  const customer = before.customer === null ? null : findCustomer(store, before.customer);
  const strangers = strangersIn(envelope.to, customer);
  return { case: before.number, entry, state, to, strangers, automatic: answersAutomatic(entries) };
}

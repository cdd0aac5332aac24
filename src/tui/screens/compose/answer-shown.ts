import { quoteOfLast } from '../../../actions/mailing/quote.ts';
import { withSignature } from '../../../actions/mailing/signature.ts';
import type { CaseView } from '../../../actions/read-cases.ts';
import type { ReplyInput } from '../../../actions/reply.ts';
import { type DraftHead, NOTHING_CHOSEN } from '../../../domain/draft-head.ts';
import { normalAddress, type Part } from '../../../domain/entry.ts';
import type { Envelope } from '../../../domain/outbox.ts';
import { asWritten } from '../../../domain/placeholders.ts';
import { editorText } from '../../editor/editor.ts';
import type { ComposeState } from '../../state.ts';

/** An answer as it will go out: what the outbox holds once it is sent. */
export interface AnswerShown extends Pick<Envelope, 'from' | 'to' | 'cc' | 'bcc' | 'subject'> {
  /** with its signature */
  readonly text: string;
  /** what is answered, quoted under it; empty: without */
  readonly quoted: string;
  readonly parts: readonly Part[];
  /** ms; null: as soon as it can no longer be called back, or once somebody releases it */
  readonly leaveAt: number | null;
  readonly state: CaseView['replyState'];
}

/** What the agent has chosen, as far as it counts: a head is for mail only. */
export const headOf = ({ case: { channel } }: CaseView, { type, head }: ComposeState): DraftHead =>
  channel === 'email' && type === 'reply' ? head : NOTHING_CHOSEN;

export function answerShown(view: CaseView, draft: ComposeState): AnswerShown {
  const { reply, entries, replyState } = view;
  const head = headOf(view, draft);
  const sender = senderOf(view, head);
  const state = replyState === 'manual' ? replyState : sender?.sends === true ? 'queued' : 'held';
  return {
    from: sender?.from ?? (head.from === undefined ? reply.from : { name: '', address: head.from }),
    to: head.to ?? reply.to,
    cc: head.cc ?? reply.cc,
    bcc: head.bcc ?? reply.bcc,
    subject: head.subject ?? reply.subject,
    text: withSignature(asWritten(editorText(draft.editor)), sender?.signature ?? null),
    quoted: head.quote === true ? quoteOfLast(entries) : '',
    parts: head.parts ?? [],
    leaveAt: state === 'queued' ? (head.leaveAt ?? null) : null,
    state,
  };
}

/** What `reply` is told beside the words. */
export function chosenFor(
  view: CaseView,
  draft: ComposeState,
): Pick<ReplyInput, 'head' | 'parts' | 'quote' | 'leaveAt'> {
  const { to, cc, bcc, from, subject, parts, quote } = headOf(view, draft);
  const { leaveAt } = answerShown(view, draft);
  return {
    head: {
      ...(to === undefined ? {} : { to: [...to] }),
      ...(cc === undefined ? {} : { cc: [...cc] }),
      ...(bcc === undefined ? {} : { bcc: [...bcc] }),
      ...(from === undefined ? {} : { from }),
      ...(subject === undefined ? {} : { subject }),
    },
    ...(parts === undefined ? {} : { parts: [...parts] }),
    ...(quote === undefined ? {} : { quote }),
    ...(leaveAt === null ? {} : { leaveAt }),
  };
}

/** From whom it is; undefined where that is no address of ours any more. */
export const senderOf = ({ senders, reply }: CaseView, head: DraftHead) =>
  senders.find(({ from }) => normalAddress(from.address) === normalAddress(head.from ?? reply.from.address));

/** Does the answer go where the customer's mail asked for it, in another domain? */
export function goesElsewhere({ replyTo }: CaseView, { to }: AnswerShown): boolean {
  const wanted = normalAddress(replyTo?.address ?? '');
  return to.some(({ address }) => normalAddress(address) === wanted);
}

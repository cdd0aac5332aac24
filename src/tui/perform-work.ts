import { perform as act } from '../actions/action.ts';
import { call } from '../actions/call.ts';
import { link, unlink } from '../actions/link.ts';
import { merge } from '../actions/merge.ts';
import { rate } from '../actions/ratings.ts';
import { readRows } from '../actions/read-cases.ts';
import { whomReached } from '../actions/recipients.ts';
import { type Replied, type ReplyInput, reply } from '../actions/reply.ts';
import { setCase } from '../actions/set-case.ts';
import { spam } from '../actions/spam.ts';
import { spawn } from '../actions/spawn.ts';
import { split } from '../actions/split.ts';
import { unmerge } from '../actions/unmerge.ts';
import type { Context } from '../context.ts';
import { type Words, wordsFor } from '../i18n/index.ts';
import { sayWhen } from '../i18n/say-when.ts';
import type { CaseWork } from './case-work.ts';
import type { Repeat } from './commands/repeat.ts';
import type { Effect } from './effects.ts';
import type { Message } from './messages.ts';
import { describeChange } from './parts/describe-change.ts';
import { hashed, leftOut } from './parts/left-out.ts';
import { performAnswer, performFeedback, performHandoff, performWithdraw } from './perform-care.ts';
import { performCommitment } from './perform-commitment.ts';
import { performCustomer } from './perform-customer.ts';
import { performMail } from './perform-mail.ts';

/** Does the work and says what was done, in a line; `copy` takes text that is to be pasted elsewhere. Throws DeskError. */
export function performWork(context: Context, work: CaseWork, copy: (text: string) => void): string {
  const { tui } = wordsFor(context.locale);
  switch (work.what) {
    case 'merge': {
      const { output } = act(context, merge, { from: [...work.from], into: work.into });
      const done = tui.merged(hashed(output.merged), output.into);
      return output.otherCustomers.length === 0 ? done : `${done} ${tui.otherCustomers(hashed(output.otherCustomers))}`;
    }
    case 'unmerge': {
      const { output } = act(context, unmerge, { case: work.number });
      return tui.unmerged(output.number, output.from);
    }
    case 'call': {
      const { number, minutes, text, direction } = work;
      const { output } = act(context, call, { case: number, minutes, text, direction });
      return tui.called(output.case, minutes);
    }
    case 'rate': {
      const { output } = act(context, rate, { case: work.number, score: work.score, comment: work.comment });
      return tui.ratedNow(output.case, work.score);
    }
    case 'spawn': {
      const { own, noSubject } = wordsFor(context.locale);
      const [row] = readRows(context, [work.number]);
      const note = own.spawned(work.number, row?.subject || noSubject);
      const wanted = { case: work.number, kind: 'care' as const, subject: null, reason: work.reason, note };
      const { output } = act(context, spawn, wanted);
      return own.spawnedNow(output.number, output.from);
    }
    case 'spam': {
      const { output } = act(context, spam, { cases: [...work.cases], not: work.not });
      if (output.changed.length === 0) return tui.casesChanged(0, '');
      const say = work.not ? tui.notSpamNow : tui.spamNow;
      return say(hashed(output.changed), output.senders.join(', '));
    }
    case 'link': {
      const { output } = act(context, link, { case: work.number, other: work.other });
      return tui.linked(output.case, output.other);
    }
    case 'unlink': {
      const { output } = act(context, unlink, { case: work.number, other: work.other });
      return tui.unlinked(output.case, output.other);
    }
    case 'mail':
      return performMail(context, work);
    case 'commit':
    case 'commit-end':
    case 'commit-move':
    case 'commit-next-done':
      return performCommitment(context, work);
    case 'customer-set':
    case 'buy':
    case 'unbuy':
    case 'overrule':
    case 'customer-merge':
    case 'customer-unmerge':
      return performCustomer(context, work);
    case 'handoff':
      return performHandoff(context, work, copy);
    case 'feedback':
      return performFeedback(context, work, copy);
    case 'handoff-withdraw':
      return performWithdraw(context, work);
    case 'playbook-answer':
      return performAnswer(context, work);
    case 'split': {
      const { output } = act(context, split, { case: work.number, entries: [...work.entries] });
      return tui.splitOff(output.number, output.from);
    }
  }
}

/** Sets fields and tags and says what was changed; throws DeskError. */
export function performSet(context: Context, effect: Extract<Effect, { do: 'set' }>): Message {
  const { input, next } = effect;
  const { output } = act(context, setCase, input);
  const what = describeChange(input, context.locale, context.now());
  return {
    type: 'done',
    notice: { text: wordsFor(context.locale).tui.casesChanged(output.changed.length, what), tone: 'info' },
    next,
    worked: input.cases,
    again: { what: 'set', change: input, next },
    ...(effect.prompted === true ? { prompted: true } : {}),
  };
}

/** What became of answers: on their way, held, or to be passed on by hand. */
function repliesTold(replies: readonly Replied[], tui: Words['tui']): string {
  const count = (state: Replied['state']): number => replies.filter((one) => one.state === state).length;
  const [queued, held, manual] = [count('queued'), count('held'), count('manual')];
  return [
    ...(queued === 0 ? [] : [tui.replyQueued(queued)]),
    ...(held === 0 ? [] : [replies.length === 1 ? tui.replyHeld(replies[0]?.case ?? 0) : tui.repliesHeld(held)]),
    ...(manual === 0 ? [] : [tui.replyManual(manual)]),
  ].join(' ');
}

/** As `repliesTold`, for one that may leave later. */
export function replyTold(context: Context, { leaveAt }: ReplyInput, replies: readonly Replied[]): string {
  const { tui, review } = wordsFor(context.locale);
  if (typeof leaveAt !== 'number' || replies[0]?.state !== 'queued') return repliesTold(replies, tui);
  return review.repliedLater(sayWhen(leaveAt, context.now(), context.locale, context.zone()));
}

/** Sends a template in many cases; where it would not reach the customer now, it is not sent. Throws DeskError. */
export function replyToMany(context: Context, template: string, cases: readonly number[]): Message {
  const reached = whomReached(context, cases);
  const sent = [...reached.customer];
  const { tui } = wordsFor(context.locale);
  const replies =
    sent.length === 0
      ? []
      : act(context, reply, { cases: sent, template, fields: {}, addTags: [], fromDraft: false }).output;
  const told = [...(replies.length > 0 ? [repliesTold(replies, tui)] : []), ...leftOut(reached, context.locale)];
  const again: Repeat = { what: 'template', template };
  return { type: 'done', notice: { text: told.join(' '), tone: 'info' }, next: 'reload', worked: sent, again };
}

/** What `.` does after this work. */
export function againOf(work: CaseWork): { again?: Repeat } {
  if (work.what === 'spam') return { again: { what: 'spam', not: work.not } };
  return work.what === 'merge' ? { again: { what: 'merge', into: work.into } } : {};
}

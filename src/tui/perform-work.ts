import { perform as act } from '../actions/action.ts';
import { call } from '../actions/call.ts';
import { link, unlink } from '../actions/link.ts';
import { merge } from '../actions/merge.ts';
import { rate } from '../actions/ratings.ts';
import { spam } from '../actions/spam.ts';
import { split } from '../actions/split.ts';
import { unmerge } from '../actions/unmerge.ts';
import type { Context } from '../context.ts';
import { wordsFor } from '../i18n/index.ts';
import type { CaseWork } from './case-work.ts';

/** Does the work and says what was done, in a line; throws DeskError. */
export function performWork(context: Context, work: CaseWork): string {
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
    case 'split': {
      const { output } = act(context, split, { case: work.number, entries: [...work.entries] });
      return tui.splitOff(output.number, output.from);
    }
  }
}

const hashed = (numbers: readonly number[]): string => numbers.map((number) => `#${number}`).join(' ');

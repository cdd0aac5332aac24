import type { CaseStory } from './facts.ts';
import { type Sign, signIn } from './mark.ts';
import { DAY, type LedgerRules } from './rules.ts';
import { byAgent, type CountingWord, countingWords, customerWords, doneStretches } from './story.ts';

/**
 * A word of the customer brought the case back within the window. Bare thanks do not, nor our own hand, nor a word that
 * was written before it was solved and came in after.
 */
export function reopenedSigns(story: CaseStory, { reopenDays }: LedgerRules): Sign[] {
  const words = customerWords(story).filter(({ thanks }) => !thanks);
  return doneStretches(story).flatMap(({ from, to }) => {
    const word = to === null ? undefined : words.find(({ at }) => at > from && at <= to);
    return word === undefined || word.at - from > reopenDays * DAY
      ? []
      : [signIn('reopened', story, word.at, word.id, word.id)];
  });
}

/**
 * help-desks.md 4, "FCR": solved with no further contact of the customer on the matter within seven days; "a bare cảm ơn
 * must not break it". The contact is all she wrote before our first answer. It happens when the window is full.
 */
export function firstContactSigns(story: CaseStory, now: number, { contactDays }: LedgerRules): Sign[] {
  const words = countingWords(story);
  const first = words.findIndex(byAgent);
  const answer = words[first];
  const asked = ({ party, thanks }: CountingWord): boolean => party === 'customer' && !thanks;
  if (answer === undefined || story.topic === 'thanks' || !words.slice(0, first).some(asked)) return [];
  const held = doneStretches(story).find(({ from, to }) => {
    const full = from + contactDays * DAY;
    const further = words.filter((word, i) => asked(word) && (i > first || (word.notBefore ?? from) > from));
    const isSilent = further.every(({ notBefore }) => (notBefore ?? from) > full);
    return (answer.notBefore ?? from) <= full && (to ?? now) >= full && isSilent;
  });
  return held === undefined ? [] : [signIn('first-contact', story, held.from + contactDays * DAY, answer.id, null)];
}

import { wordsThatCount } from '../standing.ts';
import { type CaseStory, inOrder } from './facts.ts';
import { type Sign, signIn } from './mark.ts';
import type { MarkRule } from './rules.ts';
import { byAgent, customerWords } from './story.ts';

/** A complaint or a dispute, once per case, from the customer's first word; without one, from when the case began. */
export function complaintSigns(story: CaseStory): Sign[] {
  if (story.topic !== 'complaint' && story.topic !== 'dispute') return [];
  const [word] = customerWords(story);
  if (word !== undefined) return [signIn('complaint', story, word.at, word.id, null)];
  const moments = [...story.words, ...story.statuses].map(({ at }) => at).filter((at) => at !== null);
  return moments.length === 0 ? [] : [signIn('complaint', story, Math.min(...moments), null, null)];
}

/** The customer became angry; again only after being calm. It comes from the last word before. */
export function angrySigns(story: CaseStory): Sign[] {
  const words = customerWords(story);
  let isCalm = true;
  return inOrder(story.moods).flatMap(({ at, to }) => {
    const becomes = isCalm && to === 'angry';
    isCalm = to === 'calm' || (isCalm && to !== 'angry');
    return becomes ? [signIn('angry', story, at, words.findLast((word) => word.at <= at)?.id ?? null, at)] : [];
  });
}

const RATED: Readonly<Record<number, MarkRule>> = { 1: 'rating-low', 2: 'rating-low', 4: 'rating-4', 5: 'rating-5' };

/** The latest rating of the case (`Rating`); 3 is neither (help-desks.md 4, "CSAT"). */
export function ratingSigns(story: CaseStory): Sign[] {
  const latest = inOrder(story.ratings).at(-1);
  const rule = latest === undefined ? undefined : RATED[latest.score];
  return latest === undefined || rule === undefined ? [] : [signIn(rule, story, latest.at, null, latest.at)];
}

/** A thank-you of the customer, one for each of our answers; in a case of that topic also her first word. */
export function thanksSigns(story: CaseStory): Sign[] {
  const counting = new Set(wordsThatCount(story.words));
  const first = story.topic === 'thanks' ? customerWords(story)[0] : undefined;
  let isThanked = false;
  return story.words.flatMap((word) => {
    if (counting.has(word) && byAgent(word)) isThanked = false;
    const thanks = word === first || (word.thanks && word.party === 'customer' && word.automatic === null);
    if (!thanks || isThanked || word.at === null) return [];
    isThanked = true;
    return [signIn('thanks', story, word.at, word.id, word.id)];
  });
}

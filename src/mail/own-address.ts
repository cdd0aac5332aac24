/** What the guess needs to know of a mail; addresses in the form they are compared in. */
export interface LightMail {
  readonly messageId: string | null;
  /** ids it answers */
  readonly parents: readonly string[];
  readonly from: string | null;
  /** To and Cc */
  readonly to: readonly string[];
  /** Delivered-To and its relatives */
  readonly deliveredTo: readonly string[];
}

export interface OwnAddress {
  readonly address: string;
  /** 0–1, a rough certainty */
  readonly score: number;
  readonly why: 'delivered-to' | 'answers' | 'to';
}

interface Counts {
  delivered: number;
  to: number;
  answers: number;
  from: number;
}

const MOST = 5;

/**
 * Guesses which addresses are this desk's own, best first: those mail was delivered to; those that answered mail which
 * had been sent to them; those most mail is addressed to. Empty when nothing stands out. Only a guess: show it, ask.
 */
export function guessOwnAddresses(mails: readonly LightMail[]): OwnAddress[] {
  const counts = new Map<string, Counts>();
  const count = (address: string, what: keyof Counts): void => {
    const found = counts.get(address) ?? { delivered: 0, to: 0, answers: 0, from: 0 };
    found[what] += 1;
    counts.set(address, found);
  };
  const sentTo = new Map<string, readonly string[]>();
  for (const { messageId, to } of mails) if (messageId !== null) sentTo.set(messageId, to);
  for (const { from, to, parents, deliveredTo } of mails) {
    if (from !== null && from !== '') {
      count(from, 'from');
      if (parents.some((id) => sentTo.get(id)?.includes(from) === true)) count(from, 'answers');
    }
    for (const address of new Set(to)) count(address, 'to');
    for (const address of new Set(deliveredTo)) count(address, 'delivered');
  }
  const judged = [...counts].flatMap(([address, found]) => judge(address, found, mails.length));
  return judged.sort((a, b) => b.score - a.score || (a.address < b.address ? -1 : 1)).slice(0, MOST);
}

/** People answer mail too: an answerer is ours only when much of the mail goes to that address as well. */
function judge(address: string, { delivered, to, answers, from }: Counts, mails: number): OwnAddress[] {
  const received = to / mails;
  if (delivered * 5 >= mails || (to > 0 && delivered * 20 >= mails && delivered > 0)) {
    return [{ address, score: Math.min(1, 0.7 + (0.3 * delivered) / mails), why: 'delivered-to' }];
  }
  if (answers >= 1 && received >= 0.25) return [{ address, score: Math.min(0.95, 0.5 + received / 2), why: 'answers' }];
  return mails >= 3 && received >= 0.6 && from * 4 <= mails ? [{ address, score: received * 0.6, why: 'to' }] : [];
}

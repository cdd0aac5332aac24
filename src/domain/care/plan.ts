import type { Kind, Topic } from '../case.ts';
import type { Segment } from '../customer.ts';

/** What a plan waits for. Only what happens in a case can be asked for the case's kind and topic. */
export type PlanEvent =
  /** empty: all kinds, all topics */
  | { readonly on: 'solved'; readonly kinds: readonly Kind[]; readonly topics: readonly Topic[] }
  | { readonly on: 'purchase' | 'first-purchase' | 'silence' }
  | { readonly on: 'segment'; readonly segment: Segment };

/** A rule by which the desk gets in touch before it is asked. */
export interface Plan {
  readonly name: string;
  /** by language tag */
  readonly titles: Readonly<Record<string, string>>;
  readonly event: PlanEvent;
  /** ms after the event, whole days */
  readonly after: number;
  /** whom it is for; empty: everybody */
  readonly segments: readonly Segment[];
  /** the name of the saved reply to begin with */
  readonly template: string;
  /** true: only for who has said yes; false: it belongs to the service, and not having been asked is enough */
  readonly needsConsent: boolean;
  /** why there is this plan, for who changes it */
  readonly note: string;
}

/** What a plan is called in a language; else in English, else in the first that it has. */
export const planTitle = ({ name, titles }: Pick<Plan, 'name' | 'titles'>, language: string): string =>
  titles[language] ?? titles['en'] ?? Object.values(titles)[0] ?? name;

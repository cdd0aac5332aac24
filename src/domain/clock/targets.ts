import type { Kind, Priority } from '../case.ts';
import type { Segment } from '../customer.ts';

/** first reply · next reply · resolution */
export const CLOCKS = ['first', 'next', 'resolution'] as const;
export type ClockKind = (typeof CLOCKS)[number];

/** What a desk can let stop its clocks; solved and closed always do. */
export const PAUSES = ['pending', 'hold', 'snooze'] as const;
export type Pause = (typeof PAUSES)[number];

/** ms of business time by priority and clock; what is not named has no clock. */
export type Targets = Readonly<Partial<Record<Priority, Readonly<Partial<Record<ClockKind, number>>>>>>;

/** What is promised to which cases. */
export interface ClockPolicy {
  readonly applies: {
    readonly kinds?: readonly Kind[];
    readonly segments?: readonly Segment[];
    /** in the query language */
    readonly query?: string;
  };
  readonly targets: Targets;
  readonly pausedBy: ReadonlySet<Pause>;
}

/** A policy as a desk keeps it: by what name, and by which opening hours it counts. */
export interface NamedPolicy extends ClockPolicy {
  readonly name: string;
  readonly schedule: string;
}

/** What of a case chooses its policy; `matches` asks the query language. */
export interface CaseFacts {
  readonly kind: Kind;
  readonly segment: Segment | null;
  readonly matches: (query: string) => boolean;
}

/** help-desks.md 4, "SLA pause": "pending/closed freeze"; hold is time that the requester waits. */
export const PAUSED_BY_DEFINITION: ReadonlySet<Pause> = new Set(['pending']);

/** The first policy, in the order of the desk, of which everything named applies; null: nothing is promised. */
export function policyFor<Policy extends ClockPolicy>(
  policies: readonly Policy[],
  { kind, segment, matches }: CaseFacts,
): Policy | null {
  const applies = ({ kinds, segments, query }: ClockPolicy['applies']): boolean =>
    (kinds?.includes(kind) ?? true) &&
    (segments === undefined || (segment !== null && segments.includes(segment))) &&
    (query === undefined || matches(query));
  return policies.find((policy) => applies(policy.applies)) ?? null;
}

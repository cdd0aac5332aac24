import type { Context } from '../../context.ts';
import { normalAddress } from '../../domain/entry.ts';
import type { StagedHead, Staging } from '../../store/staging.ts';
import type { LightMail } from './light.ts';
import type { Tally } from './report.ts';

/** What all filing of one import goes by. */
export interface Filing {
  readonly context: Context;
  readonly staging: Staging;
  readonly tally: Tally;
  readonly own: ReadonlySet<string>;
  /** ms, or null: nothing comes in as solved */
  readonly solvedBefore: number | null;
  /** uids of the customers this import has told apart: two of one name who share an address stay two */
  readonly brought: Set<string>;
}

/** A mail that is not in the store yet, with what its case is made from. */
export type FreshMail = LightMail & { readonly head: StagedHead };

/** Did we write it? */
export const isOurs = ({ from }: StagedHead, own: ReadonlySet<string>): boolean =>
  from.some((one) => own.has(normalAddress(one.address)));

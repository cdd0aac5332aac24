import type { CustomerFields, CustomerSet } from '../actions/customers.ts';
import type { CustomersMerged } from '../actions/merge-customers.ts';
import type { PurchaseMade } from '../actions/purchases.ts';
import type { LedgerMark } from '../domain/ledger/ledger.ts';

/** A field of a customer that is typed in a line; tags are all of them, apart by blanks. */
export type TypedField = Extract<
  keyof CustomerFields | 'tags',
  'name' | 'givenName' | 'honorific' | 'language' | 'company' | 'notes' | 'tags'
>;

/** A customer as one is told while she is typed. */
export interface CustomerNamed {
  readonly id: number;
  readonly name: string;
  readonly points: readonly string[];
}

/** What a line of typing does with a customer. */
export type CustomerUse =
  | { readonly what: 'customer-field'; readonly customer: number; readonly field: TypedField; readonly had: string }
  | { readonly what: 'purchase'; readonly customer: number }
  | { readonly what: 'overrule'; readonly customer: number; readonly mark: LedgerMark }
  /** another one becomes a part of her; `found`: whom the typed words mean, as far as they mean one */
  | {
      readonly what: 'customer-merge';
      readonly customer: number;
      readonly name: string;
      readonly found: CustomerNamed | null;
    }
  | { readonly what: 'customer-unmerge'; readonly merged: readonly { readonly id: number; readonly name: string }[] };

/** What a merge would do, to be looked at before it is done. */
export interface MergePreview {
  readonly what: 'merge-customers';
  readonly merged: CustomersMerged;
}

/** What a key does with a customer. */
export type CustomerWork =
  | {
      readonly what: 'customer-set';
      readonly customer: number;
      readonly change: Partial<Omit<CustomerSet, 'customer'>>;
    }
  | { readonly what: 'buy'; readonly made: PurchaseMade }
  | { readonly what: 'unbuy'; readonly id: number }
  | { readonly what: 'overrule'; readonly customer: number; readonly mark: string; readonly reason: string | null }
  | { readonly what: 'customer-merge'; readonly from: number; readonly into: number }
  | { readonly what: 'customer-unmerge'; readonly customer: number };

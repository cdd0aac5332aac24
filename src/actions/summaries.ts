import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import type { Customer } from '../domain/customer.ts';
import { type OwnFields, readFields } from '../domain/field-rows.ts';
import { fieldRowsOf } from '../store/case-fields.ts';
import { getCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { rowsOf } from '../store/lists.ts';

/** A case as scripts get it: all its fields, its customer, and what a list counts. */
export interface CaseSummary {
  readonly case: Case;
  readonly customer: Customer | null;
  readonly tags: readonly string[];
  /** the fields of its kind */
  readonly own: OwnFields;
  readonly messages: number;
}

/** These cases in this order; numbers that are gone are left out. */
export function readSummaries(context: Context, numbers: readonly number[]): CaseSummary[] {
  const { store } = context;
  const fields = fieldRowsOf(store, numbers);
  return rowsOf(store, numbers).map(({ number, customer, tags, messages, mayBelong }) => ({
    case: { ...getCase(store, number), mayBelong },
    customer: customer === null ? null : findCustomer(store, customer),
    tags,
    own: readFields(fields.get(number) ?? []),
    messages,
  }));
}

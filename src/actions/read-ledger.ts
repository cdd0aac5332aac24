import type { Context } from '../context.ts';
import { type Ledger, ledgerOf } from '../domain/ledger/ledger.ts';
import { customerFacts } from '../store/ledger-facts.ts';
import { ledgerRules } from '../store/ledger-rules.ts';
import { overridesOf } from '../store/mark-overrides.ts';
import type { Store } from '../store/open.ts';

/** The ledger of a customer at this moment. */
export const readLedger = ({ store, now }: Context, customer: number): Ledger => ledgerAt(store, customer, now());

export const ledgerAt = (store: Store, customer: number, now: number): Ledger =>
  ledgerOf(customerFacts(store, customer, now), overridesOf(store, customer), ledgerRules(store), now);

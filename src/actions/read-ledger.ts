import type { Context } from '../context.ts';
import { type Ledger, ledgerOf } from '../domain/ledger/ledger.ts';
import { DEFAULT_LEDGER_RULES, type LedgerRules } from '../domain/ledger/rules.ts';
import { readLedgerRules } from '../domain/ledger/rules-text.ts';
import { customerFacts } from '../store/ledger-facts.ts';
import { overridesOf } from '../store/mark-overrides.ts';
import type { Store } from '../store/open.ts';
import { readSetting } from '../store/settings.ts';

/** Weights, window and ratio as the desk has set them. */
export function ledgerRules(store: Store): LedgerRules {
  const read = readLedgerRules(readSetting(store, 'ledger') ?? '');
  return read.ok ? read.rules : DEFAULT_LEDGER_RULES;
}

/** The ledger of a customer at this moment. */
export const readLedger = ({ store, now }: Context, customer: number): Ledger => ledgerAt(store, customer, now());

export const ledgerAt = (store: Store, customer: number, now: number): Ledger =>
  ledgerOf(customerFacts(store, customer, now), overridesOf(store, customer), ledgerRules(store), now);

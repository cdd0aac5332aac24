import { DEFAULT_LEDGER_RULES, type LedgerRules } from '../domain/ledger/rules.ts';
import { readLedgerRules } from '../domain/ledger/rules-text.ts';
import type { Store } from './open.ts';
import { readSetting } from './settings.ts';

/** Weights, window and ratio as the desk has set them. */
export function ledgerRules(store: Store): LedgerRules {
  const read = readLedgerRules(readSetting(store, 'ledger') ?? '');
  return read.ok ? read.rules : DEFAULT_LEDGER_RULES;
}

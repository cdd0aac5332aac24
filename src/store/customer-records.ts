import type { RecordCustomer } from '../domain/incoming.ts';
import { asTag } from '../domain/tag.ts';
import { changeCustomerTags } from './customer-changes.ts';
import { insertPurchase } from './purchases.ts';
import { prepared } from './statements.ts';
import type { Writing } from './writing.ts';

/** What belongs to a customer whom an import has just made: tags, purchases, and marks that do not count. */
export function bringCustomer(writing: Writing, customer: number, record: RecordCustomer): void {
  const { tags = [], purchases = [], overrides = [] } = record;
  const good = tags.map(asTag).filter((tag) => tag !== null);
  changeCustomerTags(writing, customer, good, []);
  for (const one of purchases) insertPurchase(writing, { ...one, customer });
  const overrule = prepared(
    writing.store,
    'INSERT OR IGNORE INTO mark_overrides (customer, mark, reason, at, author) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { mark, reason, at, author } of overrides) overrule.run(customer, mark, reason, at, author);
}

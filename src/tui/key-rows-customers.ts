import * as customers from './commands/customers.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

/** The list of customers. */
export const CUSTOMERS_ROWS: readonly KeyRow[] = [
  {
    ...{ id: 'go-customers', in: [...ON_CASES, 'agenda', 'why', 'journey'], keys: ['g c'], group: 'go' },
    ...{ does: customers.show, verb: 'customer-list' },
  },
  {
    ...{
      id: 'customers-open',
      in: ['customers'],
      keys: ['Enter', 'o', 'v'],
      group: 'move',
      does: customers.open,
      bar: 1,
    },
    ...{ verb: 'customer-journey', also: 'customer-show' },
  },
  { id: 'customers-search', in: ['customers'], keys: ['/'], group: 'find', does: customers.askSearch, bar: 2 },
  { id: 'customers-at-risk', in: ['customers'], keys: ['Tab'], group: 'find', does: customers.toggleAtRisk, bar: 3 },
];

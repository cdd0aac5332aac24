import * as customers from './commands/customers.ts';
import * as duplicates from './commands/duplicates.ts';
import { type KeyRow, ON_CASES } from './key-row.ts';

const DUPLICATES: Omit<KeyRow, 'in' | 'keys'> = {
  ...{ id: 'go-duplicates', group: 'find', does: duplicates.show, verb: 'customer-duplicates' },
};

/** The list of customers, and of those who may be one person. */
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
  { ...DUPLICATES, in: ['customers'], keys: ['D'], bar: 8 },
  { ...DUPLICATES, in: ON_CASES, keys: [] },
  {
    id: 'duplicates-open',
    in: ['duplicates'],
    keys: ['Enter', 'o', 'v'],
    group: 'move',
    does: duplicates.open,
    bar: 1,
  },
  {
    ...{ id: 'duplicates-merge', in: ['duplicates'], keys: ['M'], group: 'work', writes: true },
    ...{ does: duplicates.merge, verb: 'customer-merge', bar: 2 },
  },
  { id: 'customers-at-risk', in: ['customers'], keys: ['Tab'], group: 'find', does: customers.toggleAtRisk, bar: 3 },
];

import { SEGMENTS } from '../domain/customer.ts';
import * as customer from './commands/customer.ts';
import type { KeyRow } from './key-row.ts';

const row = (more: Pick<KeyRow, 'id' | 'keys' | 'does' | 'verb'> & Partial<KeyRow>): KeyRow => ({
  in: ['journey'],
  group: 'work',
  writes: true,
  ...more,
});

const SEGMENT_KEYS = { prospect: 'e p', new: 'e w', current: 'e c', loyal: 'e y', former: 'e f' } as const;

const change = (id: KeyRow['id'], key: string, does: KeyRow['does']): KeyRow =>
  row({ id, keys: [`e ${key}`], does, verb: 'customer-set' });

/** What can be done with a customer, on her journey. */
export const CUSTOMER_ROWS: readonly KeyRow[] = [
  row({
    ...{ id: 'segment-suggested', keys: ['+'], does: customer.takeSuggestion, verb: 'customer-set' },
    ...{ bar: 2.5, when: customer.isSuggested },
  }),
  change('customer-name', 'n', customer.askField('name')),
  change('customer-given', 'g', customer.askField('givenName')),
  change('customer-honorific', 'h', customer.askField('honorific')),
  change('customer-language', 'l', customer.askField('language')),
  change('customer-company', 'o', customer.askField('company')),
  change('customer-tags', 't', customer.askField('tags')),
  change('customer-notes', 'm', customer.askField('notes')),
  change('customer-internal', 'i', customer.toggleInternal),
  ...SEGMENTS.map((segment) =>
    row({
      ...{ id: `segment-${segment}` as const, keys: [SEGMENT_KEYS[segment]], verb: 'customer-set' as const },
      does: customer.setSegment(segment),
    }),
  ),
  change('segment-none', '0', customer.setSegment(null)),
  change('consent-yes', '+', customer.setConsent('yes')),
  change('consent-no', '-', customer.setConsent('no')),
  change('consent-none', '?', customer.setConsent(null)),
  row({ id: 'purchase-add', keys: ['B'], does: customer.askPurchase, verb: 'purchase-add' }),
  row({ id: 'purchase-remove', keys: ['X'], does: customer.removePurchase, verb: 'purchase-remove' }),
  row({
    ...{ id: 'mark-overrule', keys: ['x'], does: customer.overrule, verb: 'mark-overrule' },
    ...{ bar: 4, when: customer.hasMark },
  }),
  row({ id: 'customer-merge', keys: ['M'], does: customer.askMerge, verb: 'customer-merge' }),
  row({ id: 'customer-unmerge', keys: ['U'], does: customer.askUnmerge, verb: 'customer-unmerge' }),
  row({ id: 'customer-follow-up', keys: ['f'], does: customer.askFollowUp, verb: 'follow-up-add' }),
  row({ id: 'customer-case', keys: ['c'], group: 'answer', does: customer.askNewCase, verb: 'new' }),
];

import type { JourneyView } from '../actions/read-journey.ts';
import type { JourneyLine } from '../domain/journey/line.ts';
import { iso } from './json.ts';
import { ledgerJson, markJson, purchaseJson } from './json-customer.ts';

/** A journey as scripts get it, the newest first. Keys are only ever added. */
export const journeyJson = ({ customer, ledger, suggestion, lines }: JourneyView): Record<string, unknown> => ({
  customer: { id: customer.id, name: customer.name, honorific: customer.honorific },
  segment: customer.segment,
  segmentSince: iso(customer.segmentSince),
  suggestion: suggestion === null ? null : { to: suggestion.to, rule: suggestion.why.rule },
  ledger: ledgerJson(ledger),
  lines: lines.map(lineJson),
});

function lineJson({ kind, at, case: number, marks, ...rest }: JourneyLine): Record<string, unknown> {
  const { purchase, ...more } = { purchase: undefined, ...rest };
  return {
    ...{ kind, at: iso(at), case: number },
    ...more,
    ...(purchase === undefined ? {} : { purchase: purchaseJson(purchase) }),
    marks: marks.map(markJson),
  };
}

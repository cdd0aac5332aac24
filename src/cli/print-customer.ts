import type { CustomerView } from '../actions/read-customers.ts';
import { type Customer, pointsOfKind } from '../domain/customer.ts';
import { shownPhone } from '../domain/phone-forms.ts';
import type { Purchase } from '../domain/purchase.ts';
import { type Clean, clean } from '../text/clean.ts';
import { wrap } from '../text/wrap.ts';
import type { Session } from './command.ts';
import { dayOf, money } from './customer-words.ts';
import { printLedger } from './print-ledger.ts';
import { style } from './style.ts';

const line = (text: string): Clean => clean(text, 'line');

/** A customer with all that is known: who, what she bought, her ledger and her cases. */
export function printCustomer(session: Session, view: CustomerView): void {
  const { printer, words, io } = session;
  const { customer, value, products, cases, suggestion } = view;
  const said = words.customers;
  const columns = Math.min(io.columns, 100);
  const tell = (text: string): void => {
    for (const row of wrap(clean(text, 'line'), columns)) printer.line(row);
  };
  printer.line(style.bold(line(`#${customer.id} ${[customer.honorific, customer.name].filter(Boolean).join(' ')}`)));
  tell(standing(session, customer));
  for (const row of reached(customer)) printer.line(line(row));
  if (customer.consent !== null) tell(said.consents[customer.consent]);
  if (customer.tags.length > 0) tell(`${said.tags}: ${customer.tags.join(', ')}`);
  for (const [name, text] of Object.entries(customer.fields)) tell(`${name}: ${text}`);
  if (value !== null)
    tell(
      `${said.value}: ${money(value.amount, value.currency)}${value.by === 'segment' ? ` (${said.bySegment})` : ''}`,
    );
  if (suggestion !== null) {
    tell(
      said.suggested(
        words.segments[suggestion.to],
        said.why(suggestion.why, (at) => dayOf(session, at)),
      ),
    );
    tell(`  ${said.setItWith(`desk customers set ${customer.id} segment=${suggestion.to}`)}`);
  }
  if (customer.notes !== '') {
    printer.line(style.bold(line(said.notes)));
    for (const row of customer.notes.split('\n')) tell(`  ${row}`);
  }
  if (products.length > 0) printer.line(style.bold(line(said.bought)));
  for (const one of products) tell(`  ${purchaseTold(session, one)}`);
  printLedger(session, view);
  if (cases.length > 0) printer.line(style.bold(line(said.cases)));
  for (const one of cases) {
    const status = one.status in words.statuses ? words.statuses[statusOf(one.status)] : one.status;
    printer.line(line(`  #${one.number}  ${status}  ${one.subject}`));
  }
}

type StatusName = keyof Session['words']['statuses'];
const statusOf = (status: string): StatusName =>
  status === 'new' || status === 'open' || status === 'pending' || status === 'hold' || status === 'solved'
    ? status
    : 'closed';

function standing(session: Session, customer: Customer): string {
  const { words } = session;
  const segment = customer.segment === null ? null : words.segments[customer.segment];
  return [
    segment !== null && customer.segmentSince !== null
      ? words.customers.since(segment, dayOf(session, customer.segmentSince))
      : segment,
    customer.internal ? words.customers.internal : null,
    customer.company,
    customer.givenName === null ? null : `“${customer.givenName}”`,
    customer.language,
  ]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

const reached = (customer: Customer): string[] => [
  ...pointsOfKind(customer, 'email'),
  ...pointsOfKind(customer, 'phone').map(shownPhone),
  ...pointsOfKind(customer, 'handle'),
];

function purchaseTold(session: Session, one: Purchase): string {
  const said = session.words.customers;
  return [
    `[${one.id}]`,
    one.at === null ? null : dayOf(session, one.at),
    one.product,
    one.serial === null ? null : said.serial(one.serial),
    one.warrantyUntil === null ? null : said.warranty(dayOf(session, one.warrantyUntil)),
    one.amount === null ? null : money(one.amount, one.currency),
  ]
    .filter((part) => part !== null)
    .join('  ');
}

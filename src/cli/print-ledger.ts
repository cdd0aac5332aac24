import type { CustomerView } from '../actions/read-customers.ts';
import type { LedgerMark } from '../domain/ledger/ledger.ts';
import { type Clean, clean } from '../text/clean.ts';
import { wrap } from '../text/wrap.ts';
import type { Session } from './command.ts';
import { dayOf } from './customer-words.ts';
import { style } from './style.ts';

const line = (text: string): Clean => clean(text, 'line');

/** The ledger unfolded: every sum, then each mark that it is made of, with its day, case, rule and weight. */
export function printLedger(
  session: Session,
  { customer, ledger, rules }: Pick<CustomerView, 'customer' | 'ledger' | 'rules'>,
): void {
  const { printer, words, io } = session;
  const said = words.customers;
  const { marks, strikes, balance, good, poor } = ledger;
  printer.line(style.bold(line(said.ledger)));
  if (marks.length === 0) {
    printer.line(line(`  ${said.noMarks}`));
    return;
  }
  const counted = (sort: LedgerMark['sort']): number =>
    marks.filter((mark) => mark.sort === sort && mark.overruled === null).length;
  const tell = (text: string): Clean[] => wrap(clean(text, 'line'), Math.min(io.columns, 100) - 2);
  const [ratio, sum] = [String(rules.ratio), String(poor)];
  for (const text of [
    `${said.poor(counted('poor'), sum)}, ${said.good(counted('good'), String(good))}`,
    `${said.balance(String(good), ratio, sum, String(balance))}; ${said.strikes(strikes, rules.strikesToLeave, rules.windowDays)}`,
  ])
    for (const row of tell(text)) printer.line(line(`  ${row}`));
  if (ledger.atRisk) {
    printer.line(style.alarm(line(`  ${ledger.oneMore ? said.oneMore : said.enough}`)));
    for (const row of tell(said.claims(rules.strikesToLeave, ratio))) printer.line(style.dim(line(`  ${row}`)));
  }
  for (const mark of marks) {
    const text = line(`  ${markTold(session, mark)}`);
    printer.line(mark.overruled !== null ? style.dim(text) : mark.strike ? style.warn(text) : text);
  }
  if (marks.some((mark) => mark.overruled === null && mark.sort === 'poor'))
    for (const row of tell(said.overruleWith(`desk customers overrule ${customer.id} MARK --reason …`)))
      printer.line(style.dim(line(`  ${row}`)));
}

/** `- 5 Mar 2026  #12  the first answer came too late  weight 1  strike  late-first:12:34` */
function markTold(session: Session, mark: LedgerMark): string {
  const said = session.words.customers;
  return [
    mark.sort === 'poor' ? '-' : '+',
    dayOf(session, mark.at),
    mark.case === null ? null : `#${mark.case}`,
    said.rules[mark.rule],
    said.mark(String(mark.weight)),
    mark.strike ? said.strike : null,
    mark.overruled === null ? null : said.overruled(mark.overruled.reason),
    mark.key,
  ]
    .filter((part) => part !== null)
    .join('  ');
}

import { perform } from '../../actions/action.ts';
import { overruleMark } from '../../actions/ledger.ts';
import { amountTyped, dayTyped, warrantyTyped } from '../../actions/purchase-typed.ts';
import { addPurchase, removePurchase } from '../../actions/purchases.ts';
import { customerNamed } from '../../actions/which-customer.ts';
import { DeskError } from '../../domain/errors.ts';
import { clean } from '../../text/clean.ts';
import type { Command } from '../command.ts';
import { dayOf } from '../customer-words.ts';
import { markJson, purchaseJson } from '../json-customer.ts';
import { idNumber } from '../numbers.ts';
import { tellChange } from '../tell-change.ts';

/** `desk customers buy ID --product …`: prints the number of the purchase, nothing else. */
export const purchaseAdd: Command = {
  arguments: '<customer>',
  options: [
    { flags: '--product <name>', say: 'product', required: true },
    { flags: '--at <day>', say: 'boughtAt' },
    { flags: '--delivered <day>', say: 'delivered' },
    { flags: '--serial <serial>', say: 'serial' },
    { flags: '--warranty <until>', say: 'warranty' },
    { flags: '--amount <amount>', say: 'amount' },
    { flags: '--currency <code>', say: 'currency' },
  ],
  examples: [
    "desk customers buy 7 --product 'Máy giặt 9 kg' --at 2026-03-01",
    'desk customers buy lan@example.vn --product OV65 --amount 12000000',
  ],
  run: ({ context, printer, words, globals }, [typed = ''], given) => {
    const day = (name: string): number | null => {
      const written = given.text(name);
      return written === undefined ? null : dayTyped(context, written);
    };
    const dryRun = given.flag('dryRun');
    const at = day('at') ?? context.now();
    const [warranty, amount] = [given.text('warranty'), given.text('amount')];
    const made = {
      ...{ customer: customerNamed(context, typed), at, deliveredAt: day('delivered') },
      product: given.text('product') ?? '',
      serial: given.text('serial') ?? null,
      warrantyUntil: warranty === undefined ? null : warrantyTyped(context, warranty, at),
      amount: amount === undefined ? null : amountTyped(amount),
      currency: (given.text('currency') ?? 'VND').toUpperCase(),
    };
    const { action, output } = perform(context, addPurchase, made, { dryRun });
    if (globals.json) printer.json({ action: dryRun ? null : action, dryRun, ...purchaseJson(output) });
    else if (dryRun) printer.tell(words.customers.wouldBuy(output.product));
    else printer.line(clean(String(output.id), 'line'));
    return 0;
  },
};

/** `desk customers unbuy PURCHASE`. */
export const purchaseRemove: Command = {
  arguments: '<id>',
  options: [],
  examples: ['desk customers unbuy 12', 'desk customers unbuy 12 --dry-run'],
  run: (session, [word = ''], given) => {
    const { context, words } = session;
    const dryRun = given.flag('dryRun');
    const { action, output } = perform(context, removePurchase, { id: idNumber(word) }, { dryRun });
    const said = words.customers.purchaseRemoved(output.product, dryRun);
    tellChange(session, { action, dryRun }, purchaseJson(output), said);
    return 0;
  },
};

/** `desk customers overrule ID MARK --reason TEXT`. */
export const markOverrule: Command = {
  arguments: '<customer> <mark>',
  options: [
    { flags: '--reason <text>', say: 'markReason' },
    { flags: '--again', say: 'markAgain' },
  ],
  examples: [
    "desk customers overrule 7 late-first:42:118 --reason 'Khách hẹn'",
    'desk customers overrule 7 late-first:42:118 --again',
  ],
  run: (session, [typed = '', mark = ''], given) => {
    const { context, words } = session;
    const [again, why] = [given.flag('again'), given.text('reason')];
    if (again === (why !== undefined)) throw new DeskError('usage', 'mark-reason');
    const dryRun = given.flag('dryRun');
    const input = { customer: customerNamed(context, typed), mark, reason: why ?? null };
    const { action, output } = perform(context, overruleMark, input, { dryRun });
    const what = `${words.customers.rules[output.rule]}, ${dayOf(session, output.at)}`;
    const said = again ? words.customers.countsSaid(what, dryRun) : words.customers.overrulesSaid(what, dryRun);
    tellChange(session, { action, dryRun }, { mark: markJson(output) }, said);
    return 0;
  },
};

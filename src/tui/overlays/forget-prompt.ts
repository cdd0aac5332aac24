import type { ForgetPlan } from '../../actions/forget-customer.ts';
import { wordsFor } from '../../i18n/index.ts';
import { currentNumber, reload } from '../commands/list.ts';
import { prompt } from '../commands/work.ts';
import { type Line, wrapped } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { ForgetUse, State } from '../state.ts';

/** The customer under the hand, or of the case there, or of the journey, is to be forgotten: what goes is looked up first. */
export function askForget(state: State): Step {
  const { screen } = state;
  if (screen.name === 'journey') return [state, [{ do: 'load-forget', of: { customer: screen.view.customer.id } }]];
  if (screen.name === 'customers') {
    const row = screen.rows[screen.at];
    return [state, row === undefined ? [] : [{ do: 'load-forget', of: { customer: row.id } }]];
  }
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-forget', of: { case: number } }]];
}

/** What would go is known: her number is asked for. */
export function forgetRead(state: State, plan: ForgetPlan | null): Step {
  if (plan !== null) return [prompt(state, { what: 'forget', plan, again: false }), []];
  return [{ ...state, notice: { text: wordsFor(state.locale).forgetting.noCustomer, tone: 'info' } }, []];
}

/** Enter: the first time her number leads to the second question, the second time she goes. Anything else changes nothing. */
export function forgetEntered(state: State, { plan, again }: ForgetUse, text: string): Step {
  const { forgetting } = wordsFor(state.locale);
  const { customer } = plan;
  if (text.replace(/^#/, '') !== String(customer))
    return [{ ...state, overlay: null, notice: { text: forgetting.unchanged, tone: 'info' } }, []];
  if (!again) return [prompt(state, { what: 'forget', plan, again: true }), []];
  // what is on the screen is hers
  const left: State = { ...state, overlay: null, notice: null, screen: { name: 'list' } };
  return [left, [reload(left), { do: 'forget', customer }]];
}

export function forgetLabel({ plan, again }: ForgetUse, { locale }: State): string {
  const { forgetting } = wordsFor(locale);
  return again ? forgetting.askAgain(plan.customer) : forgetting.ask(plan.name, plan.customer);
}

const numbered = (ids: readonly number[]): string => ids.map((id) => `#${id}`).join(', ');

/** What goes and what stays, above the line that is typed in. */
export function forgetLines({ plan }: ForgetUse, { locale, size }: State): Line[] {
  const { forgetting: say } = wordsFor(locale);
  const { parts, counts, elsewhere, copies } = plan;
  const room = size.columns - 2;
  const told = [
    ...(parts.length > 0 ? [say.parts(parts.map(({ id, name }) => `${name} (#${id})`).join(', '))] : []),
    say.go(say.goes(counts)),
    ...(counts.waiting > 0 ? [say.neverLeave(counts.waiting)] : []),
    ...(elsewhere.cases.length > 0 ? [say.inCases(numbered(elsewhere.cases))] : []),
    ...(elsewhere.customers.length > 0 ? [say.inCustomers(numbered(elsewhere.customers))] : []),
    ...(copies.length > 0 ? [`${say.copies} ${copies.map(({ path }) => path).join(', ')}`] : []),
  ];
  return told.flatMap((text) => wrapped(text, room, 1, 'warn'));
}

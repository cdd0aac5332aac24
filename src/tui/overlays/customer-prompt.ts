import { purchaseTyped } from '../../actions/purchase-typed.ts';
import type { PurchaseMade } from '../../actions/purchases.ts';
import { DeskError } from '../../domain/errors.ts';
import { wordsFor } from '../../i18n/index.ts';
import { grouped } from '../../i18n/number.ts';
import { errorLine } from '../../i18n/say-error.ts';
import { dayIn } from '../../i18n/time.ts';
import type { CustomerNamed, CustomerUse, CustomerWork } from '../customer-use.ts';
import { editorText } from '../editor/editor.ts';
import type { Effect } from '../effects.ts';
import { flow } from '../parts/flow.ts';
import { type Line, say, wrapped } from '../parts/line.ts';
import type { Step } from '../program.ts';
import type { PromptState, PromptUse, State } from '../state.ts';
import { readTags } from './tags.ts';

const OURS: ReadonlySet<PromptUse['what']> = new Set([
  ...(['customer-field', 'purchase', 'overrule', 'customer-merge', 'customer-unmerge'] as const),
]);

/** Does this prompt do something with a customer? */
export const asksCustomer = (use: PromptUse): use is CustomerUse => OURS.has(use.what);

/** Enter: the prompt stays open until it has worked; a merge is looked at first. */
export function customerEntered(state: State, use: CustomerUse, text: string): Step {
  const closed: State = { ...state, overlay: null };
  const asks = (effect: Effect): Step => [{ ...state, notice: null }, [effect]];
  const works = (work: CustomerWork): Step => asks({ do: 'work', work });
  switch (use.what) {
    case 'customer-field':
      return text === use.had.trim() ? [closed, []] : works(fieldSet(use, text));
    case 'purchase': {
      if (text === '') return [closed, []];
      const made = readPurchase(state, use.customer, text);
      if (made instanceof DeskError)
        return [{ ...state, notice: { text: errorLine(wordsFor(state.locale), made), tone: 'error' } }, []];
      return made === null ? [state, []] : works({ what: 'buy', made });
    }
    case 'overrule':
      if (text === '') return [closed, []];
      return works({ what: 'overrule', customer: use.customer, mark: use.mark.key, reason: text });
    case 'customer-merge': {
      if (text === '') return [closed, []];
      const { customers } = wordsFor(state.locale);
      if (use.found === null) return [{ ...state, notice: { text: customers.nobodyYet, tone: 'error' } }, []];
      return asks({ do: 'rehearse-merge', from: use.found.id, into: use.customer });
    }
    case 'customer-unmerge': {
      const id = Number(/^#?(\d{1,9})$/.exec(text)?.[1] ?? 0);
      return id === 0 ? [text === '' ? closed : state, []] : works({ what: 'customer-unmerge', customer: id });
    }
  }
}

function fieldSet(use: Extract<CustomerUse, { what: 'customer-field' }>, text: string): CustomerWork {
  const { customer, field } = use;
  if (field !== 'tags')
    return { what: 'customer-set', customer, change: { fields: { [field]: emptied(field, text) } } };
  const had = readTags(use.had).add;
  const { add } = readTags(text);
  return {
    what: 'customer-set',
    customer,
    change: { addTags: add, removeTags: had.filter((tag) => !add.includes(tag)) },
  };
}

/** What is wiped out is not known; notes are then empty, and a name there must be. */
const emptied = (field: string, text: string): string | null =>
  text !== '' || field === 'name' || field === 'notes' ? text : null;

/** What is typed of a purchase; null: no product yet. */
function readPurchase(state: State, customer: number, text: string): PurchaseMade | DeskError | null {
  try {
    return purchaseTyped({ now: () => state.now, zone: state.zone }, customer, text);
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
}

/** Whom the typed words mean is looked up, so that her name stands there before Enter. */
export function customerTyped(state: State, prompt: PromptState): Step {
  if (prompt.use.what !== 'customer-merge') return [state, []];
  const typed = editorText(prompt.input).trim();
  const cleared: State = { ...state, overlay: { ...prompt, use: { ...prompt.use, found: null } } };
  return [cleared, typed === '' ? [] : [{ do: 'load-named', typed }]];
}

export function namedRead(state: State, typed: string, found: CustomerNamed | null): Step {
  const { overlay } = state;
  if (overlay?.name !== 'prompt' || overlay.use.what !== 'customer-merge') return [state, []];
  if (editorText(overlay.input).trim() !== typed || found?.id === overlay.use.customer) return [state, []];
  return [{ ...state, overlay: { ...overlay, use: { ...overlay.use, found } } }, []];
}

/** What is asked for. */
export function customerLabel(use: CustomerUse, { locale }: State): string {
  const { customers } = wordsFor(locale);
  switch (use.what) {
    case 'customer-field':
      return customers.fields[use.field] ?? use.field;
    case 'purchase':
      return customers.buyAsk;
    case 'overrule':
      return customers.overruleAsk;
    case 'customer-merge':
      return customers.mergeAsk;
    case 'customer-unmerge':
      return customers.unmergeAsk;
  }
}

/** What stands above the line: how what is typed is read, or what can be typed. */
export function customerLines(use: CustomerUse, text: string, state: State): Line[] {
  const { customers } = wordsFor(state.locale);
  const { columns } = state.size;
  switch (use.what) {
    case 'customer-field':
      return use.field === 'name' ? [] : wrapped(customers.emptyForgets, columns - 1, 1, 'dim');
    case 'purchase':
      return purchaseLines(state, use.customer, text);
    case 'overrule':
      return wrapped(customers.rules[use.mark.rule], columns - 1, 1, 'warn');
    case 'customer-merge':
      return mergeLines(use, state);
    case 'customer-unmerge':
      return flow(
        use.merged.map(({ id, name }) => say(`#${id} ${name}`, 'dim')),
        columns - 2,
      ).map((line): Line => [say(' '), ...line]);
  }
}

function purchaseLines(state: State, customer: number, text: string): Line[] {
  const { customers, journey } = wordsFor(state.locale);
  const { columns } = state.size;
  const hint = wrapped(customers.buyHint, columns - 1, 1, 'dim');
  const made = readPurchase(state, customer, text);
  if (made === null || made instanceof DeskError) return hint;
  const day = (at: number): string => dayIn(state.locale, at, state.zone(), true);
  const read = [
    `${journey.purchases.bought}: ${made.product}`,
    day(made.at ?? state.now),
    ...(made.amount === null ? [] : [`${grouped(made.amount)} ${made.currency}`]),
    ...(made.serial === null ? [] : [customers.serial(made.serial)]),
    ...(made.warrantyUntil === null ? [] : [customers.warranty(day(made.warrantyUntil))]),
  ];
  const parts = flow(
    read.map((part) => say(part, 'accent')),
    columns - 2,
  );
  return [...hint, ...parts.map((line): Line => [say(' '), ...line])];
}

function mergeLines({ found, name }: Extract<CustomerUse, { what: 'customer-merge' }>, state: State): Line[] {
  const { customers } = wordsFor(state.locale);
  const { columns } = state.size;
  const hint = wrapped(customers.mergeHint(name), columns - 1, 1, 'dim');
  if (found === null) return hint;
  const told = [say(`#${found.id} ${found.name}`, 'accent'), ...found.points.map((point) => say(point, 'dim'))];
  return [...hint, ...flow(told, columns - 2).map((line): Line => [say(' '), ...line])];
}

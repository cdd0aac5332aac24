import type { CaseView } from '../../actions/read-cases.ts';
import type { CaseOptions } from '../../actions/read-options.ts';
import type { CaseFields } from '../../actions/set-case.ts';
import { type CaseFieldName, choicesOf, formOf } from '../../domain/case-fields.ts';
import { wordsFor } from '../../i18n/index.ts';
import { fieldsShown } from '../../i18n/say-fields.ts';
import type { Effect } from '../effects.ts';
import type { Step } from '../program.ts';
import type { FieldsScreen, FieldUse, State } from '../state.ts';
import { currentNumber } from './list.ts';
import { prompt } from './work.ts';

/** What can be filled in on the screen: the product, which every case has, and the fields of the kind. */
export type FieldRowName = 'product' | CaseFieldName;
export const fieldNames = ({ own, case: one }: CaseView): FieldRowName[] => ['product', ...fieldsShown(own, one.kind)];

/** The chords that choose a stage and an outcome. */
export const MENU_KEYS = { stage: 'S', outcome: 'E' } as const;

/** `I`: the fields of the case under the hand. */
export function show(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [state, [{ do: 'load-fields', number }]];
}

/** They are read, for the first time or again: the cursor stays on its row. */
export function fieldsRead(state: State, view: CaseView, options: CaseOptions): Step {
  const { screen } = state;
  const was = screen.name === 'fields' && screen.view.case.number === view.case.number ? screen : null;
  const at = Math.max(0, Math.min(was?.at ?? 1, fieldNames(view).length - 1));
  const back = was?.back ?? screen;
  return [{ ...state, screen: { name: 'fields', view, options, at, back } }, []];
}

const underHand = (screen: FieldsScreen): FieldRowName | undefined => fieldNames(screen.view)[screen.at];

/** Enter: a line to type in, or the menu of what it can be. Steps that were tried get one more. */
export function edit(state: State): Step {
  const { screen } = state;
  const name = screen.name === 'fields' ? underHand(screen) : undefined;
  if (screen.name !== 'fields' || name === undefined) return [state, []];
  if (name !== 'product' && choicesOf(name) !== null) {
    const prefix = formOf(name) === 'stage' ? MENU_KEYS.stage : MENU_KEYS.outcome;
    return [{ ...state, notice: null, overlay: { name: 'menu', prefix, shown: true } }, []];
  }
  const { view } = screen;
  const had = name === 'product' ? (view.case.product ?? '') : (view.own.values[name] ?? '');
  const line = had.replace(/\s*\n\s*/g, ' ');
  return [prompt(state, { what: 'field', number: view.case.number, field: name, had: line }, line), []];
}

/** `x`: nothing is said any more; of steps the last one goes. */
export function empty(state: State): Step {
  const { screen } = state;
  const name = screen.name === 'fields' ? underHand(screen) : undefined;
  if (screen.name !== 'fields' || name === undefined) return [state, []];
  const { number } = screen.view.case;
  if (name === 'product') return [state, [setting(number, { product: null })]];
  const last = screen.view.own.steps.at(-1);
  if (formOf(name) !== 'lines') return [state, [setting(number, { own: { [name]: null } })]];
  return last === undefined ? [state, []] : [state, [setting(number, { own: { [name]: { take: [last.text] } } })]];
}

const setting = (number: number, fields: CaseFields): Extract<Effect, { do: 'set' }> => ({
  ...{ do: 'set', next: 'reload' },
  input: { cases: [number], fields, addTags: [], removeTags: [] },
});

/** Enter in the line: what is typed is so; nothing typed takes it away. */
export function fieldEntered(state: State, { number, field, had }: FieldUse, text: string): Step {
  if (text === had) return [{ ...state, overlay: null }, []];
  const value = text === '' ? null : text;
  const isLine = field !== 'product' && formOf(field) === 'lines';
  const fields: CaseFields =
    field === 'product' ? { product: value } : { own: { [field]: isLine ? { add: [text] } : value } };
  return [{ ...state, notice: null }, [{ ...setting(number, fields), prompted: true }]];
}

/** What is asked for. */
export function fieldLabel({ number, field }: FieldUse, { locale }: State): string {
  const words = wordsFor(locale);
  if (field === 'product') return words.own.ask(words.fields.product, number);
  return formOf(field) === 'lines' ? words.own.askStep(number) : words.own.ask(words.caseFields[field], number);
}

/** `l c`: a care case from this one; the reason is asked for. */
export function askSpawn(state: State): Step {
  const number = currentNumber(state);
  return number === null ? [state, []] : [prompt(state, { what: 'spawn', number }), []];
}

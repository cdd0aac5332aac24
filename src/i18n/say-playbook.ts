import type { Locale } from '../context.ts';
import { isCaseField } from '../domain/case-fields.ts';
import type { Condition, FactValue, Unmet } from '../domain/playbook/condition.ts';
import type { StepAnswer } from '../domain/playbook/ladder.ts';
import type { InLanguages, PageTitles } from '../domain/playbook/page.ts';
import type { Cost, Step } from '../domain/playbook/playbook.ts';
import type { Words } from './index.ts';
import { grouped } from './number.ts';
import { valueName } from './value-words.ts';

/** What a page calls something, in the agent's language; what has no words there is called by its name. */
export const titleIn = (titles: InLanguages, locale: Locale, name: string): string => titles[locale] ?? name;

/** What a step or a department is called; its name, without what stands before a slash, where no file has it any more. */
export const sayPage = (pages: PageTitles, locale: Locale, name: string): string =>
  titleIn(pages[name]?.titles ?? {}, locale, name.slice(name.indexOf('/') + 1));

/** `taken: The larger model`; a step of trouble-shooting was tried and did or did not help. */
export const sayOption = (words: Words, locale: Locale, pages: PageTitles, step: string, answer: StepAnswer): string =>
  `${(pages[step]?.tries === true ? words.playbooks.tried : words.playbooks.answers)[answer]}: ${sayPage(pages, locale, step)}`;

/** `delivered at most 30 days ago`, `not tag refunded or damaged`. */
export function sayCondition(words: Words, condition: Condition): string {
  const { playbooks } = words;
  if ('holds' in condition) return playbooks.warranty[condition.holds ? 'yes' : 'no'];
  if ('is' in condition) {
    const than = condition.field === 'value' ? grouped(condition.than) : String(condition.than);
    return playbooks.numbers[condition.field](playbooks.comparisons[condition.is], than);
  }
  const values = condition.values.map((value) => wordValue(words, condition.field, value)).join(` ${playbooks.or} `);
  const { field } = condition;
  const called = isCaseField(field) ? words.caseFields[field] : playbooks.fields[field];
  return `${called} ${condition.not ? `${playbooks.not} ` : ''}${values}`;
}

const wordValue = (words: Words, field: string, value: string): string =>
  field === 'segment'
    ? (Object.entries(words.segments).find(([key]) => key === value)?.[1] ?? value)
    : valueName(words, field, value);

/** The condition that is not met, and what is so instead. */
export function sayUnmet(words: Words, { condition, value }: Unmet): string {
  return `${sayCondition(words, condition)} (${sayFact(words, condition, value)})`;
}

function sayFact(words: Words, { field }: Condition, value: FactValue): string {
  const { playbooks } = words;
  if (value === null) return playbooks.notKnown;
  if (typeof value === 'boolean') return playbooks.isWarranty[value ? 'yes' : 'no'];
  if (typeof value === 'number') {
    if (field === 'purchase' || field === 'delivery') return playbooks.isDays(value);
    return playbooks.is(field === 'value' ? playbooks.vnd(grouped(value)) : String(value));
  }
  if (typeof value === 'string') return playbooks.is(wordValue(words, field, value));
  return playbooks.is(value.length === 0 ? playbooks.noWords : value.join(', '));
}

/** Everything that keeps a step from fitting; what is only not known is to be asked. */
export function sayWhyNot(words: Words, why: readonly Unmet[]): string {
  const against = why.filter(({ value }) => value !== null);
  const said = (against.length > 0 ? against : why).map((one) => sayUnmet(words, one)).join(', ');
  return against.length > 0 ? words.playbooks.notFitting(said) : words.playbooks.unsure(said);
}

export function sayCost({ playbooks }: Words, cost: Cost | null): string {
  if (cost === null || ('vnd' in cost && cost.vnd === 0)) return playbooks.free;
  return playbooks.cost('vnd' in cost ? playbooks.vnd(grouped(cost.vnd)) : playbooks.percent(cost.percent));
}

/** `taken`, and of a step of trouble-shooting `fixed`. */
export const sayStepAnswer = ({ playbooks }: Words, { kind }: Step, answer: StepAnswer): string =>
  (kind === 'try' ? playbooks.tried : playbooks.answers)[answer];

/** What was answered, in a sentence: `#42: taken: The larger model.` */
export function sayAnswered({ playbooks }: Words, { kind }: Step, number: number, answer: 'yes' | 'no', title: string) {
  if (kind === 'try') return playbooks[answer === 'yes' ? 'wasFixed' : 'wasNotFixed'](number, title);
  return playbooks[answer === 'yes' ? 'wasTaken' : 'wasDeclined'](number, title);
}

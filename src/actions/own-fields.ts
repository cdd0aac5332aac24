import { type CaseFieldName, choicesOf, keptValue } from '../domain/case-fields.ts';
import { DeskError } from '../domain/errors.ts';
import type { FieldChange } from '../domain/field-rows.ts';

/** A field's value as it is kept; null for nothing. Throws `bad-field-value`, `bad-amount`. */
export function valueKept(name: CaseFieldName, typed: string): string | null {
  if (typed.trim() === '') return null;
  const kept = keptValue(name, typed);
  if (kept !== null) return kept;
  const choices = choicesOf(name);
  if (choices === null) throw new DeskError('usage', 'bad-sum', { value: typed });
  throw new DeskError('usage', 'bad-field-value', { field: name, value: typed, allowed: choices.join(', ') });
}

/** How the history names a change: `serial=X1`, `steps+=reset`. */
export function toldChange(name: string, change: FieldChange | undefined): string {
  if (change === null || change === undefined) return `${name}=none`;
  if (typeof change === 'string') return `${name}=${change}`;
  const { add = [], take = [] } = change;
  const told = [
    ...(add.length === 0 ? [] : [`+=${add.join(' / ')}`]),
    ...(take.length === 0 ? [] : [`-=${take.join(' / ')}`]),
  ];
  return told.map((one) => `${name}${one}`).join(' ');
}

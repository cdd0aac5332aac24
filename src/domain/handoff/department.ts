import { CASE_FIELD_NAMES, type CaseFieldName } from '../case-fields.ts';
import type { InLanguages } from '../playbook/page.ts';

/** date: 2026-03-14 or 14/3/2026 · money: an amount · serial: of a product · evidence: the case's attachments */
export const FIELD_TYPES = ['text', 'date', 'money', 'serial', 'address', 'evidence'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** What the case itself can fill in: what is known of its customer and purchase, and the fields of its kind. */
const KNOWN_SOURCES = ['product', 'bought', 'delivered', 'customer', 'phone', 'email', 'attachments'] as const;
export type CaseSource = (typeof KNOWN_SOURCES)[number] | CaseFieldName;
export const CASE_SOURCES: readonly CaseSource[] = [...KNOWN_SOURCES, ...CASE_FIELD_NAMES];

/** A field of what a department needs, or of the form in which it answers. */
export interface FormField {
  readonly name: string;
  readonly titles: InLanguages;
  readonly type: FieldType;
  readonly optional: boolean;
}

export interface Need extends FormField {
  /** where the case fills it in, unless something else is given; null: a field of the case of the same name, if any */
  readonly from: CaseSource | null;
}

export interface Department {
  readonly name: string;
  readonly titles: InLanguages;
  /** its mail address */
  readonly address: string;
  /** business hours until its answer is due */
  readonly dueHours: number;
  readonly needs: readonly Need[];
  readonly answers: readonly FormField[];
}

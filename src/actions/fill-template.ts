import { Liquid } from 'liquidjs';
import type { Context } from '../context.ts';
import type { Case } from '../domain/case.ts';
import { CASE_FIELD_NAMES, formOf } from '../domain/case-fields.ts';
import { type Customer, givenName } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { readFields } from '../domain/field-rows.ts';
import { APART } from '../domain/placeholders.ts';
import { bodyFor, type Template } from '../domain/template.ts';
import { fieldRows } from '../store/case-fields.ts';
import { getCase } from '../store/cases.ts';
import { findCustomer } from '../store/customers.ts';
import { readSetting } from '../store/settings.ts';

/** Where the caret goes when the template is used; a character that no text of ours holds. */
const CURSOR = '\uE000';

const liquid = new Liquid({ strictFilters: true, ownPropertyOnly: true, renderLimit: 1000, parseLimit: 200_000 });
// a template is one text: none of the tags that would read another from the disk
for (const tag of ['include', 'render', 'layout', 'block']) delete liquid.tags[tag];
liquid.registerFilter('unfilled', (value: unknown, name: string) =>
  value === undefined || value === null || value === '' ? `{{?${name}}}` : value,
);

export interface Filled {
  readonly text: string;
  readonly language: string;
  /** index into `text` (UTF-16) of `{{cursor}}`, or null */
  readonly cursor: number | null;
}

/**
 * Writes a template's text for a case, in the customer's language where there is one. Values are data: what a customer
 * is called is never read as a placeholder. A value that is missing and has no default becomes `{{?name}}`.
 */
export function fillTemplate(context: Context, number: number, template: Template, language?: string): Filled {
  const found = getCase(context.store, number);
  const customer = found.customer === null ? null : findCustomer(context.store, found.customer);
  const chosen = bodyFor(template, [language ?? null, customer?.language ?? null, context.locale]);
  if (chosen === null) throw new DeskError('bad-data', 'template-without-text', { name: template.name });
  let rendered: string;
  try {
    rendered = String(
      liquid.parseAndRenderSync(prepare(chosen.body), values(context, found, customer, chosen.language)),
    );
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new DeskError('bad-data', 'template-broken', { name: template.name, problem }, error);
  }
  const cursor = rendered.indexOf(CURSOR);
  return { text: rendered.replaceAll(CURSOR, ''), language: chosen.language, cursor: cursor < 0 ? null : cursor };
}

/** `{{ a.b || "x" }}` is read like `| default: "x"`; every output says its name when it stays empty. */
function prepare(body: string): string {
  return body.replace(/\{\{(-?)\s*([^{}]+?)\s*(-?)\}\}/g, (_whole, open: string, expression: string, close: string) => {
    const standard = expression.replace(/\s*\|\|\s*/, ' | default: ');
    const name = standard.split('|')[0]?.trim().replaceAll("'", '') ?? '';
    return `{{${open} ${standard} | unfilled: '${name}' ${close}}}`;
  });
}

type Value = string | number;

const value = (text: string): string => text.replaceAll(CURSOR, '').replaceAll('{', `{${APART}`);

/** What placeholders stand for, all of it data. */
function values(context: Context, found: Case, customer: Customer | null, language: string): Record<string, unknown> {
  const groups = Object.entries(placeholders(context, found, customer, language)).map(([group, fields]) => [
    group,
    Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, typeof one === 'string' ? value(one) : one])),
  ]);
  return { cursor: CURSOR, ...Object.fromEntries(groups) };
}

function placeholders(
  context: Context,
  found: Case,
  customer: Customer | null,
  language: string,
): Record<string, Record<string, Value>> {
  const name = customer?.name ?? '';
  const given = customer?.givenName ?? (customer === null ? '' : givenName(name, customer.language));
  const point = (kind: string): string => customer?.points.find((one) => one.kind === kind)?.value ?? '';
  return {
    customer: {
      name,
      given_name: given,
      first_name: given,
      honorific: customer?.honorific ?? '',
      salutation: salutation(given, customer?.honorific ?? null, language),
      email: point('email'),
      phone: point('phone'),
      company: customer?.company ?? '',
      language: customer?.language ?? '',
      segment: customer?.segment ?? '',
    },
    case: {
      number: found.number,
      id: found.number,
      subject: found.subject,
      status: found.status,
      kind: found.kind,
      product: found.product ?? '',
      department: found.department ?? '',
      ...ownWords(context, found),
    },
    agent: { name: readSetting(context.store, 'agent') ?? context.agent },
    shop: { name: readSetting(context.store, 'shop') ?? '' },
  };
}

/** What the case has of its kind, as far as it is words of ours or a sum: `{{case.serial}}`; a stage is a word of the desk. */
function ownWords({ store }: Context, { number }: Case): Record<string, string> {
  const own = readFields(fieldRows(store, number)).values;
  const names = CASE_FIELD_NAMES.filter((name) => formOf(name) === 'text' || formOf(name) === 'amount');
  return Object.fromEntries(names.map((name) => [name, own[name] ?? '']));
}

/** How one is addressed: "chị Lan", "คุณสมชาย", "Anna". Empty when the name is not known. */
function salutation(given: string, honorific: string | null, language: string): string {
  if (given === '') return '';
  if (language === 'vi') return `${honorific ?? 'anh/chị'} ${given}`;
  if (language === 'th') return given.startsWith('คุณ') ? given : `คุณ${given}`;
  return given;
}

import { isTemplateName } from '../template.ts';
import { type Condition, readConditions } from './condition.ts';
import { type Lead, NOWHERE, readLead } from './lead.ts';
import {
  type Field,
  type Flaw,
  fieldOf,
  isPageId,
  type Read,
  readPage,
  type Section,
  titlesOf,
  unknownFields,
} from './page.ts';
import { type Cost, type Playbook, STEP_KINDS, type Step } from './playbook.ts';
import { listed } from './quoting.ts';

/** Reads a playbook's file; all that is wrong in it, with the lines. What it means as a whole is `lintPlaybook`'s. */
export function parsePlaybook(text: string): Read<Playbook> {
  const page = readPage(text);
  if (!page.ok) return page;
  const { head, sections } = page.value;
  const flaws: Flaw[] = unknownFields(head, ['name', 'when']);
  const name = fieldOf(head, 'name');
  if (name === null) flaws.push({ line: 1, code: 'missing-field', text: 'name' });
  else if (!isTemplateName(name.value)) flaws.push({ line: name.line, code: 'bad-name', text: name.value });
  if (sections.length === 0) flaws.push({ line: 1, code: 'no-sections', text: '' });
  const when = conditionsOf(head, 'when', flaws);
  const steps = sections.map((section, at) => {
    if (sections.findIndex(({ heading }) => heading === section.heading) < at)
      flaws.push({ line: section.line, code: 'repeated-section', text: section.heading });
    return readStep(section, flaws);
  });
  const value = { name: name?.value ?? '', titles: titlesOf(head), when, steps };
  return flaws.length > 0 ? { ok: false, flaws: flaws.sort((a, b) => a.line - b.line) } : { ok: true, value };
}

function readStep({ heading, line, fields, texts }: Section, flaws: Flaw[]): Step {
  if (!isPageId(heading)) flaws.push({ line, code: 'bad-name', text: heading });
  const kindField = fieldOf(fields, 'kind');
  const kind = STEP_KINDS.find((one) => one === (kindField?.value ?? 'offer'));
  if (kind === undefined)
    flaws.push({ line: kindField?.line ?? line, code: 'bad-value', text: kindField?.value ?? '' });
  const [yes, no] = kind === 'try' ? ['fixed', 'not fixed'] : ['yes', 'no'];
  const own = kind === 'no' ? ['ways'] : [yes, no];
  flaws.push(...unknownFields(fields, ['kind', 'if', 'cost', 'department', ...own]));
  const step = {
    id: heading,
    titles: titlesOf(fields),
    conditions: conditionsOf(fields, 'if', flaws),
    cost: costOf(fieldOf(fields, 'cost'), flaws),
    department: departmentOf(fieldOf(fields, 'department'), flaws),
    words: texts,
  };
  if (kind === 'no') return { ...step, kind, ways: waysOf(fields, line, flaws) };
  return { ...step, kind: kind ?? 'offer', yes: leadOf(fields, yes, line, flaws), no: leadOf(fields, no, line, flaws) };
}

function conditionsOf(fields: readonly Field[], key: string, flaws: Flaw[]): readonly Condition[] {
  const field = fieldOf(fields, key);
  const { conditions, wrong } = readConditions(field?.value ?? '');
  if (wrong !== null) flaws.push({ line: field?.line ?? 1, code: 'bad-condition', text: wrong });
  return conditions;
}

function costOf(field: Field | null, flaws: Flaw[]): Cost | null {
  if (field === null) return null;
  const [, digits, percent] = /^(\d{1,12}|\d{1,3}(?:\.\d{1,2})? ?(%))$/.exec(field.value) ?? [];
  if (digits !== undefined) return percent === undefined ? { vnd: Number(digits) } : { percent: parseFloat(digits) };
  flaws.push({ line: field.line, code: 'bad-value', text: field.value });
  return null;
}

function departmentOf(field: Field | null, flaws: Flaw[]): string | null {
  if (field === null || isPageId(field.value)) return field?.value ?? null;
  flaws.push({ line: field.line, code: 'bad-name', text: field.value });
  return null;
}

function waysOf(fields: readonly Field[], line: number, flaws: Flaw[]): readonly string[] {
  const field = fieldOf(fields, 'ways');
  const ways = listed(field?.value ?? '');
  const wrong = ways.find((way) => !isPageId(way));
  if (field === null) flaws.push({ line, code: 'missing-field', text: 'ways' });
  else if (wrong !== undefined) flaws.push({ line: field.line, code: 'bad-name', text: wrong });
  return ways;
}

function leadOf(fields: readonly Field[], key: string, line: number, flaws: Flaw[]): Lead {
  const field = fields.find((one) => one.key === key); // it may be empty: the ladder ends there, and lint says so
  if (field === undefined) flaws.push({ line, code: 'missing-field', text: key });
  const { lead, wrong } = field === undefined ? { lead: NOWHERE, wrong: null } : readLead(field.value);
  if (wrong !== null) flaws.push({ line: field?.line ?? line, code: 'bad-lead', text: wrong });
  return lead;
}

import type { CustomerRow } from '../actions/import-customers.ts';
import { type Customer, pointsOfKind } from '../domain/customer.ts';
import { DeskError } from '../domain/errors.ts';
import { readCsv } from '../text/csv.ts';
import { customerAssignments } from './customer-assignments.ts';

/** The columns of a table of customers; fields of the desk's own follow as `fields.NAME`. */
const COLUMNS = {
  uid: ({ uid }) => uid,
  name: ({ name }) => name,
  givenName: ({ givenName }) => givenName ?? '',
  honorific: ({ honorific }) => honorific ?? '',
  language: ({ language }) => language ?? '',
  company: ({ company }) => company ?? '',
  segment: ({ segment }) => segment ?? '',
  internal: ({ internal }) => (internal ? 'yes' : ''),
  consent: ({ consent }) => consent ?? '',
  emails: (customer) => pointsOfKind(customer, 'email').join(', '),
  phones: (customer) => pointsOfKind(customer, 'phone').join(', '),
  handles: (customer) => pointsOfKind(customer, 'handle').join(', '),
  tags: ({ tags }) => tags.join(', '),
  notes: ({ notes }) => notes,
} as const satisfies Record<string, (customer: Customer) => string>;

const isColumn = (name: string): name is keyof typeof COLUMNS => Object.hasOwn(COLUMNS, name);
const KNOWN = Object.keys(COLUMNS).filter(isColumn);

/** A table of these customers, line by line; the mark before it tells spreadsheets that the letters are UTF-8. */
export function* customerTable(customers: readonly Customer[]): Generator<string> {
  const own = [...new Set(customers.flatMap(({ fields }) => Object.keys(fields)))].sort();
  yield `\uFEFF${[...KNOWN, ...own.map((name) => `fields.${name}`)].map(written).join(',')}`;
  for (const one of customers) {
    const cells = [...KNOWN.map((name) => COLUMNS[name](one)), ...own.map((name) => one.fields[name] ?? '')];
    yield cells.map(written).join(',');
  }
}

/** What a spreadsheet would take for a formula gets a ' before it. */
function written(text: string): string {
  const harmless = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const read = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r])/, '');

export interface TableRead {
  readonly rows: CustomerRow[];
  /** the row (the first line is 1) and what is wrong with it */
  readonly wrong: readonly { readonly row: number; readonly error: DeskError }[];
}

/** Other names of columns, as address books have them. */
const ALSO: Readonly<Record<string, string>> = { email: 'emails', 'e-mail': 'emails', phone: 'phones', tag: 'tags' };

/** Reads a table of customers. Throws `no-name-column` where there is neither a name nor a way to reach anybody. */
export function readCustomerTable(text: string): TableRead {
  const [head = [], ...body] = readCsv(text);
  const names = head.map(read).map((name) => ALSO[name.trim().toLowerCase()] ?? name.trim());
  if (!names.some((name) => ['name', 'emails', 'phones'].includes(name)))
    throw new DeskError('bad-data', 'no-name-column', { columns: names.join(', ') });
  const rows: CustomerRow[] = [];
  const wrong: TableRead['wrong'][number][] = [];
  for (const [at, cells] of body.entries()) {
    try {
      rows.push(rowOf(names, cells.map(read)));
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      wrong.push({ row: at + 2, error });
    }
  }
  return { rows, wrong };
}

const MANY = new Set(['emails', 'phones', 'handles', 'tags']);

function rowOf(names: readonly string[], cells: readonly string[]): CustomerRow {
  const said = names.flatMap((name, at) => ((cells[at] ?? '').trim() === '' ? [] : [[name, cells[at] ?? ''] as const]));
  const uid = said.find(([name]) => name === 'uid')?.[1] ?? null;
  const words = said
    .filter(([name]) => name !== 'uid')
    .map(([name, text]) => `${name}${MANY.has(name) ? '+=' : '='}${text}`);
  const change = customerAssignments(words);
  if (change.fields.name === undefined && change.addPoints.length === 0)
    throw new DeskError('bad-data', 'no-name-in-row');
  return { uid, change };
}

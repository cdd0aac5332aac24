import { type Home, normalPhone } from '../phone.ts';
import { type Fold, type NameAgreement, nameAgreement, type PersonName, personName } from './person-name.ts';
import { type Mailbox, mailboxOf, spelled } from './same-address.ts';

/** What is known of a customer and may show that two are one person. */
export interface PersonFacts {
  readonly id: number;
  readonly name: string;
  readonly givenName: string | null;
  readonly company: string | null;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly handles: readonly string[];
  readonly language: string | null;
  /** what they bought, with the serial number where it is known */
  readonly products: readonly string[];
}

/** Why two customers may be one: what both have, as it is compared. `spelling`: one mailbox, but for dots and tags. */
export type DuplicateReason =
  | { readonly kind: 'name'; readonly how: NameAgreement }
  | { readonly kind: 'phone' | 'address' | 'spelling' | 'handle'; readonly value: string }
  | { readonly kind: 'company' | 'domain' | 'product' | 'local-part'; readonly value: string };

export type DuplicateSign = Exclude<DuplicateReason['kind'], 'name'>;

/** How sure one sign makes of one person, 0 to 1, by how the names agree; what is not named is no sign. */
type Weights = Readonly<Partial<Record<NameAgreement, number>>>;
// biome-ignore format: a table
const WEIGHTS: Readonly<Record<DuplicateSign, Weights>> = {
  // families and switchboards share phones and mailboxes, so other names leave little
  phone:        { same: 0.9,  marks: 0.9,  order: 0.85, part: 0.8, given: 0.5, unknown: 0.55, other: 0.2 },
  address:      { same: 0.95, marks: 0.95, order: 0.9,  part: 0.9, given: 0.7, unknown: 0.75, other: 0.3 },
  spelling:     { same: 0.9,  marks: 0.9,  order: 0.85, part: 0.8, given: 0.6, unknown: 0.65, other: 0.25 },
  handle:       { same: 0.9,  marks: 0.9,  order: 0.85, part: 0.8, given: 0.5, unknown: 0.6,  other: 0.3 },
  domain:       { same: 0.8,  marks: 0.75, order: 0.7,  part: 0.45 },
  company:      { same: 0.75, marks: 0.7,  order: 0.65, part: 0.4 },
  'local-part': { same: 0.7,  marks: 0.65, order: 0.6,  part: 0.3 },
  product:      { same: 0.5,  marks: 0.45, order: 0.4 },
};
/** A mailbox of many people, or one phone of a company. */
const SHARED_BY_TRADE = 0.5;
/** A local part of the address that could be anybody's. */
const SHORTEST_LOCAL = 6;
/** Serial numbers have digits enough; a bare model does not name one machine. */
const SERIAL = /\d{5}/;

export interface Person {
  readonly id: number;
  readonly name: PersonName;
  readonly spelled: ReadonlySet<string>;
  readonly mailboxes: readonly Mailbox[];
  /** what can be shared with others, by sign; a list per sign, in normal form */
  readonly signs: Readonly<Record<DuplicateSign, readonly string[]>>;
}

const LEGAL_FORMS =
  /\b(?:cong ty|cty|tnhh|mtv|co phan|cp|jsc|ltd|co|inc|llc|gmbh|company|limited)\b\.?|บริษัท|จำกัด|\(มหาชน\)/g;

/** A customer made ready to be compared; `fold` is how the index folds words. */
export function personOf(facts: PersonFacts, home: Home, fold: Fold): Person {
  const mailboxes = facts.emails.map(mailboxOf).filter((one) => one !== null);
  // messengers and some mailboxes are named after the phone
  const named = [...facts.handles.map((handle) => handle.replace(/^\w+:/, '')), ...mailboxes.map(({ local }) => local)];
  const callable = [...facts.phones, ...named.filter((name) => /^\+?\d{9,13}$/.test(name))];
  const company = fold(facts.company ?? '')
    .replace(LEGAL_FORMS, ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return {
    id: facts.id,
    name: personName(facts.name, facts.givenName, facts.language, fold),
    spelled: new Set(facts.emails.map(spelled)),
    mailboxes,
    signs: {
      phone: distinct(callable.flatMap((text) => normalPhone(text, home) ?? [])),
      address: distinct(mailboxes.map(({ normal }) => normal)),
      spelling: [],
      handle: distinct(facts.handles.map((handle) => handle.trim().toLowerCase()).filter((handle) => handle !== '')),
      company: company === '' ? [] : [company],
      domain: distinct(mailboxes.filter(({ own }) => own).map(({ domain }) => domain)),
      product: distinct(facts.products.map((product) => fold(product).trim()).filter((product) => product !== '')),
      'local-part': distinct(
        mailboxes
          .filter(({ role, local }) => !role && local.length >= SHORTEST_LOCAL)
          .map(({ local }) => local.replace(/[._-]/g, '')),
      ),
    },
  };
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

/** How likely two customers are one person, 0 to 1, and by what; the reason by name comes first. */
export function likeness(
  a: Person,
  b: Person,
): { readonly score: number; readonly reasons: readonly DuplicateReason[] } {
  const how = nameAgreement(a.name, b.name);
  const reasons: DuplicateReason[] = [{ kind: 'name', how }];
  let doubt = 1;
  for (const sign of SIGNS) {
    const weight = WEIGHTS[sign][how];
    if (weight === undefined) continue;
    for (const value of a.signs[sign]) {
      if (!b.signs[sign].includes(value)) continue;
      // one mailbox is not counted again as what it is made of
      if (
        (sign === 'local-part' || sign === 'domain') &&
        reasons.some(({ kind }) => kind === 'address' || kind === 'spelling')
      )
        continue;
      const kind = sign === 'address' && !sharesSpelling(a, b, value) ? 'spelling' : sign;
      reasons.push({ kind, value });
      doubt *= 1 - sureness(a, b, kind, value, how, weight);
      break; // two phones in common are hardly more than one
    }
  }
  return { score: Math.round((1 - doubt) * 100) / 100, reasons };
}

const SIGNS = [
  'phone',
  'address',
  'handle',
  'domain',
  'company',
  'local-part',
  'product',
] as const satisfies readonly DuplicateSign[];

const sharesSpelling = (a: Person, b: Person, normal: string): boolean =>
  [...a.spelled].some((address) => b.spelled.has(address) && mailboxOf(address)?.normal === normal);

function sureness(
  a: Person,
  b: Person,
  kind: DuplicateSign,
  value: string,
  how: NameAgreement,
  weight: number,
): number {
  if (kind === 'spelling') return WEIGHTS.spelling[how] ?? 0;
  if (kind === 'product') return SERIAL.test(value) ? Math.min(0.9, weight * 1.6) : weight;
  const colleagues = a.signs.company.some((company) => b.signs.company.includes(company));
  const role = a.mailboxes.some(({ normal, role }) => role && normal === value);
  const shared = (kind === 'phone' && colleagues) || (kind === 'address' && role);
  return shared && (how === 'other' || how === 'unknown' || how === 'given') ? weight * SHARED_BY_TRADE : weight;
}

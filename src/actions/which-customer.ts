import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { customersAt, customersNamed, getCustomer, wholeCustomer } from '../store/customers.ts';
import type { Store } from '../store/open.ts';

/** What was typed for a customer: the one it means, if there is one, and what a new one would be made of. */
export interface CustomerTyped {
  readonly found: number | null;
  readonly named: string;
  readonly point: { readonly kind: 'email' | 'phone'; readonly value: string } | null;
}

/**
 * The customer meant by an id (`#7`, `7`), an address, a phone number or a name. Throws `no-such-customer` for an id that
 * nobody has, and `which-customer` where several are meant: of an address that is shared, a name typed beside it says who.
 */
export function whichCustomer(store: Store, typed: string): CustomerTyped {
  const id = /^#?(\d{1,6})$/.exec(typed)?.[1];
  if (id !== undefined)
    return { found: wholeCustomer(store, getCustomer(store, Number(id)).id), named: '', point: null };
  const [, named = '', address = null] = /^(.*?)\s*<?([^\s<>@]+@[^\s<>@]+)>?$/.exec(typed) ?? [];
  const point =
    address !== null
      ? { kind: 'email' as const, value: address }
      : /^\+?[\d\s().-]{7,}$/.test(typed)
        ? { kind: 'phone' as const, value: typed }
        : null;
  const known = point === null ? customersNamed(store, typed) : customersAt(store, point);
  const called = named === '' || known.length < 2 ? [] : customersNamed(store, named);
  const chosen = known.filter((one) => called.includes(one));
  const [one, another] = chosen.length === 1 ? chosen : known;
  if (another !== undefined) throw severalMeant(store, typed, known);
  return { found: one ?? null, named, point };
}

/** As `whichCustomer`; throws `customer-not-found` where nobody is meant. */
export function customerNamed({ store }: Context, typed: string): number {
  const { found } = whichCustomer(store, typed.trim());
  if (found === null) throw new DeskError('not-found', 'customer-not-found', { typed });
  return found;
}

/** The same while it is typed: null where nobody is meant yet, or several are. */
export function whomTyped({ store }: Context, typed: string): number | null {
  try {
    return whichCustomer(store, typed.trim()).found;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}

/** So many customers of one name are told. */
const CHOICES = 8;

function severalMeant(store: Store, typed: string, ids: readonly number[]): DeskError {
  const choices = ids.slice(0, CHOICES).map((id) => {
    const { name, points } = getCustomer(store, id);
    return `#${id} ${name}${points[0] === undefined ? '' : ` <${points[0].value}>`}`;
  });
  if (ids.length > CHOICES) choices.push('…');
  return new DeskError('usage', 'which-customer', { typed, choices: choices.join(', ') });
}

import { pairsAgain } from './commands/duplicates.ts';
import type { Effect } from './effects.ts';
import type { State } from './state.ts';

/** What is read anew on a screen that others, the clock or another screen may have changed. */
export function readAnew({ screen }: State): Effect[] {
  if (screen.name === 'mail') return [{ do: 'load-mail' }];
  if (screen.name === 'history') return [{ do: 'load-history' }];
  if (screen.name === 'agenda') return [{ do: 'load-agenda' }];
  if (screen.name === 'handoffs') return [{ do: 'load-handoffs' }];
  if (screen.name === 'customers') return [{ do: 'load-customer-rows', ids: screen.rows.map(({ id }) => id) }];
  if (screen.name === 'journey') return [{ do: 'load-journey', of: { customer: screen.view.customer.id } }];
  if (screen.name === 'duplicates') return [pairsAgain(screen)];
  if (screen.name === 'playbooks') return [{ do: 'load-playbooks', number: screen.book.number }];
  if (screen.name === 'fields') return [{ do: 'load-fields', number: screen.view.case.number }];
  return screen.name === 'why' ? [{ do: 'load-why', number: screen.why.number }] : [];
}

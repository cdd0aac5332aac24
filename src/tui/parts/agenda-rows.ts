import type { CommitmentRow } from '../../domain/commitment.ts';
import type { AgendaScreen } from '../state.ts';

/** Lines of the day's list under one heading. */
export interface AgendaSection {
  /** a day, or the customer whose lines these are (null: nobody knows) */
  readonly of: 'overdue' | 'today' | 'coming' | { readonly customer: string | null };
  readonly rows: readonly CommitmentRow[];
}

/** By day, or by customer: she whose next line is the earliest comes first. Sections without lines are left out. */
export function agendaSections({ agenda, byCustomer }: Pick<AgendaScreen, 'agenda' | 'byCustomer'>): AgendaSection[] {
  const { overdue, today, coming } = agenda;
  if (!byCustomer)
    return [
      { of: 'overdue' as const, rows: overdue },
      { of: 'today' as const, rows: today },
      { of: 'coming' as const, rows: coming },
    ].filter(({ rows }) => rows.length > 0);
  const customers = new Map<string, CommitmentRow[]>();
  for (const row of [...overdue, ...today, ...coming]) {
    const key = String(row.customer);
    const rows = customers.get(key) ?? [];
    rows.push(row);
    customers.set(key, rows);
  }
  return [...customers.values()].map((rows) => ({ of: { customer: rows[0]?.customerName ?? null }, rows }));
}

/** All lines in the order in which they stand. */
export const agendaRows = (screen: Pick<AgendaScreen, 'agenda' | 'byCustomer'>): CommitmentRow[] =>
  agendaSections(screen).flatMap(({ rows }) => rows);

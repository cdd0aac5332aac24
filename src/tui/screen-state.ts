import type { DuplicatePair } from '../actions/duplicates.ts';
import type { MailStatus } from '../actions/mailing/mail-status.ts';
import type { ListKey } from '../actions/page-cases.ts';
import type { CaseView, DoneAction, DraftType, ListRow } from '../actions/read-cases.ts';
import type { Agenda } from '../actions/read-commitments.ts';
import type { CustomerAsk, CustomerRow } from '../actions/read-customer-list.ts';
import type { HandoffRow } from '../actions/read-handoffs.ts';
import type { JourneyView } from '../actions/read-journey.ts';
import type { CaseOptions } from '../actions/read-options.ts';
import type { CasePlaybooks } from '../actions/read-playbooks.ts';
import type { Priority } from '../domain/case.ts';
import type { CaseFieldName } from '../domain/case-fields.ts';
import type { Why } from '../domain/clock/why.ts';
import type { DraftHead } from '../domain/draft-head.ts';
import type { LineKind } from '../domain/journey/line.ts';
import type { Outgoing } from '../domain/outbox.ts';
import type { PromiseFound } from '../domain/promise/find-promises.ts';
import type { Template } from '../domain/template.ts';
import type { ViewId } from '../domain/views.ts';
import type { Editor } from './editor/editor.ts';

/** What the list shows: a view or a search, narrowed or not. */
export interface ListState {
  readonly view: ViewId;
  /** typed after `/`: takes the place of the view's query */
  readonly search: string | null;
  /** typed after `\`: added to either */
  readonly narrow: string | null;
  /** by the next deadline, where the view has no order of its own */
  readonly byDue: boolean;
  readonly numbers: readonly number[];
  readonly rows: ReadonlyMap<number, ListRow>;
  readonly counts: Readonly<Record<ViewId, number>>;
  /** where `numbers` begins in the whole list (null: at its beginning), and what lies before and behind */
  readonly from: ListKey | null;
  readonly skipped: number;
  readonly more: boolean;
  /** index into `numbers`; the number under the hand stays when others come and go */
  readonly at: number;
  /** index of the first row on the screen */
  readonly top: number;
  /** selected with `x` */
  readonly marked: ReadonlySet<number>;
  /** lines from the top of the preview's timeline; null: so that the newest entry is in sight */
  readonly previewTop: number | null;
}

/** Where the cursor goes in a list that is read anew: it stays on its number, to the first or last row, to this number. */
export type ListHand = 'keep' | 'first' | 'last' | number;

export interface CaseState {
  readonly number: number;
  /** lines from the top of the timeline; null: so that the newest entry is in sight */
  readonly top: number | null;
  readonly unfolded: boolean;
  /** the line that the last hit stands in */
  readonly hit: number | null;
  /** where Esc leads, if not to the list */
  readonly back: JourneyScreen | null;
}

export interface ComposeState {
  readonly number: number;
  readonly type: DraftType;
  readonly editor: Editor;
  /** whom it goes to and what goes along, where that is not as proposed */
  readonly head: DraftHead;
  /** the last one used: what it sets is set with the sending */
  readonly template: Template | null;
  /** first display row on the screen */
  readonly top: number;
  /** the case as it was when the agent began */
  readonly version: number;
  readonly reviewing: boolean;
  /** the moments that it promises, found when the review began, and which of them are kept: none, all, one */
  readonly promised: readonly PromiseFound[];
  readonly keeps: 'none' | 'all' | number;
  /** the text as the store has it: a composer that changed nothing writes nothing over another window's draft */
  readonly kept: string;
  /** the head as the store has it */
  readonly keptHead: DraftHead;
  /** handed over to be sent; until that has worked or failed no key sends it again or takes it back */
  readonly sending: boolean;
  readonly back: 'list' | 'case';
  /** where the case itself leads back to */
  readonly under: JourneyScreen | null;
}

export type Screen =
  | { readonly name: 'list' }
  | { readonly name: 'case'; readonly open: CaseState }
  | { readonly name: 'compose'; readonly draft: ComposeState }
  | { readonly name: 'help'; readonly top: number; readonly back: Screen }
  | MailScreen
  | AgendaScreen
  | PlaybooksScreen
  | HandoffsScreen
  | JourneyScreen
  | CustomersScreen
  | DuplicatesScreen
  | FieldsScreen
  | {
      readonly name: 'why';
      readonly why: Why;
      readonly priority: Priority;
      readonly top: number;
      readonly back: Screen;
    }
  | { readonly name: 'history'; readonly actions: readonly DoneAction[]; readonly at: number; readonly back: Screen };

/** The accounts, and the outbox with the cursor on one message. */
export interface MailScreen {
  readonly name: 'mail';
  readonly status: MailStatus;
  readonly outbox: readonly Outgoing[];
  readonly at: number;
  readonly back: Screen;
}

/** What is to be done, by day or by customer, with the cursor on one line. */
export interface AgendaScreen {
  readonly name: 'agenda';
  readonly agenda: Agenda;
  readonly byCustomer: boolean;
  readonly at: number;
  readonly back: Screen;
}

/** What lies with departments, with the cursor on one of it. */
export interface HandoffsScreen {
  readonly name: 'handoffs';
  readonly rows: readonly HandoffRow[];
  readonly at: number;
  readonly back: Screen;
}

/** A customer's whole story, with the cursor on a line of it, on her ledger or on a mark of that. */
export interface JourneyScreen {
  readonly name: 'journey';
  readonly view: JourneyView;
  readonly at: number;
  /** does the ledger show its marks? */
  readonly unfolded: boolean;
  /** the kind that is shown alone; null: all */
  readonly only: LineKind | null;
  readonly back: Screen;
}

/** The fields of a case's kind, with the cursor on one of them. */
export interface FieldsScreen {
  readonly name: 'fields';
  readonly view: CaseView;
  readonly options: CaseOptions;
  readonly at: number;
  readonly back: Screen;
}

/** A field is filled in; `had`: the line as it was offered. */
export interface FieldUse {
  readonly what: 'field';
  readonly number: number;
  readonly field: 'product' | CaseFieldName;
  readonly had: string;
}

/** The customers as far as they are read, with the cursor on one of them. */
export interface CustomersScreen {
  readonly name: 'customers';
  readonly ask: CustomerAsk;
  readonly rows: readonly CustomerRow[];
  /** the id below which the next part begins; null: there is no more */
  readonly below: number | null;
  readonly at: number;
  readonly back: Screen;
}

/** Pairs of customers who may be one person, with the cursor on one of them. */
export interface DuplicatesScreen {
  readonly name: 'duplicates';
  /** all that the search has found, and those of them that are listed: nobody in them was merged meanwhile */
  readonly found: readonly DuplicatePair[];
  readonly pairs: readonly DuplicatePair[];
  /** the number of the search; null: it has not begun */
  readonly search: number | null;
  /** how much is looked at */
  readonly percent: number;
  readonly at: number;
  readonly back: Screen;
}

/** The playbooks of a case, with the cursor on a step of one of them. */
export interface PlaybooksScreen {
  readonly name: 'playbooks';
  readonly book: CasePlaybooks;
  /** index of the playbook that is shown, and of its step under the cursor */
  readonly which: number;
  readonly at: number;
  readonly back: Screen;
}

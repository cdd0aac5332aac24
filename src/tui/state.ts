import type { Attachment } from '../actions/attachments.ts';
import type { ForgetPlan } from '../actions/forget-customer.ts';
import type { HandoffFile } from '../actions/handoff-evidence.ts';
import type { StillMissing } from '../actions/handoffs.ts';
import type { MailStatus } from '../actions/mailing/mail-status.ts';
import type { ListKey } from '../actions/page-cases.ts';
import type { CaseView, DoneAction, DraftType, ListRow, Standing } from '../actions/read-cases.ts';
import type { Agenda } from '../actions/read-commitments.ts';
import type { CustomerAsk, CustomerRow } from '../actions/read-customer-list.ts';
import type { HandoffRow } from '../actions/read-handoffs.ts';
import type { JourneyView } from '../actions/read-journey.ts';
import type { CaseOptions } from '../actions/read-options.ts';
import type { CasePlaybooks } from '../actions/read-playbooks.ts';
import type { Reached } from '../actions/recipients.ts';
import type { Locale } from '../context.ts';
import type { Priority } from '../domain/case.ts';
import type { CaseFieldName } from '../domain/case-fields.ts';
import type { Why } from '../domain/clock/why.ts';
import type { CommitmentKind, CommitmentRow } from '../domain/commitment.ts';
import type { DraftHead } from '../domain/draft-head.ts';
import type { Entry } from '../domain/entry.ts';
import type { FeedbackGroup } from '../domain/handoff/feedback.ts';
import type { LineKind } from '../domain/journey/line.ts';
import type { Outgoing } from '../domain/outbox.ts';
import type { PromiseFound } from '../domain/promise/find-promises.ts';
import type { Score } from '../domain/rating.ts';
import type { InputMethod } from '../domain/settings.ts';
import type { Template } from '../domain/template.ts';
import type { ViewId } from '../domain/views.ts';
import type { Repeat } from './commands/repeat.ts';
import type { CustomerUse, MergePreview } from './customer-use.ts';
import type { Editor } from './editor/editor.ts';
import type { Composing } from './input-method.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

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

/** A department to hand off to. */
export interface DepartmentName {
  readonly name: string;
  readonly title: string;
}

/** A case is handed off: to whom, then each field that is missing, then which files go with it; or it is withdrawn. */
export type HandoffUse =
  | {
      readonly what: 'handoff-department';
      readonly number: number;
      readonly departments: readonly DepartmentName[];
      /** those that a taken option asks for */
      readonly asked: readonly string[];
    }
  | {
      readonly what: 'handoff-field';
      readonly number: number;
      readonly department: string;
      readonly title: string;
      readonly given: Readonly<Record<string, string>>;
      readonly field: StillMissing;
      /** how many fields are missing, with this one */
      readonly left: number;
    }
  | {
      readonly what: 'handoff-evidence';
      readonly number: number;
      readonly department: string;
      readonly title: string;
      readonly given: Readonly<Record<string, string>>;
      readonly files: readonly HandoffFile[];
    }
  | { readonly what: 'handoff-withdraw'; readonly row: HandoffRow }
  | { readonly what: 'feedback'; readonly groups: readonly FeedbackGroup[] };

/** The playbooks of a case, with the cursor on a step of one of them. */
export interface PlaybooksScreen {
  readonly name: 'playbooks';
  readonly book: CasePlaybooks;
  /** index of the playbook that is shown, and of its step under the cursor */
  readonly which: number;
  readonly at: number;
  readonly back: Screen;
}

/** Something over the screen that takes the keys until it is done. */
export type Overlay =
  | { readonly name: 'menu'; readonly prefix: string; readonly shown: boolean }
  | PromptState
  | { readonly name: 'palette'; readonly input: Editor; readonly at: number }
  | {
      readonly name: 'templates';
      readonly input: Editor;
      readonly at: number;
      readonly templates: readonly Template[];
      readonly use: TemplateUse;
    }
  | FilesState
  | { readonly name: 'confirm'; readonly ask: ConfirmAsk };

/** The files of a case, to choose from. */
export interface FilesState {
  readonly name: 'files';
  readonly number: number;
  readonly files: readonly Attachment[];
  readonly at: number;
}

/** A template goes in at the caret, in the place of the `;;` before it, or out in many cases. */
export type TemplateUse = 'insert' | 'typed' | 'bulk';

export type ConfirmAsk =
  | { readonly what: 'quit' }
  | { readonly what: 'open-file'; readonly number: number; readonly file: Attachment }
  | {
      readonly what: 'repeat';
      readonly last: Exclude<Repeat, { what: 'template' }>;
      readonly cases: readonly number[];
    }
  | { readonly what: 'bulk-template'; readonly template: string; readonly reached: Reached }
  | MergePreview;

/** What a line of typing is for. */
export type PromptUse =
  | { readonly what: 'search' }
  | { readonly what: 'narrow' }
  | { readonly what: 'customer-search' }
  | {
      readonly what: 'tags';
      readonly cases: readonly number[];
      readonly known: readonly string[];
      /** a single case's tags as they were shown: only what the agent changed is changed */
      readonly had: readonly string[];
    }
  | { readonly what: 'snooze'; readonly cases: readonly number[]; readonly mode: 'until' | 'firm' }
  | CommitUse
  | HandoffUse
  | CustomerUse
  | ForgetUse
  | NumberUse
  | SplitUse
  | CallUse
  | HeadUse
  | FieldUse
  | { readonly what: 'spawn'; readonly number: number }
  | { readonly what: 'rating'; readonly number: number; readonly score: Score }
  | { readonly what: 'save-files'; readonly number: number; readonly file: Attachment | null }
  | { readonly what: 'pipe'; readonly cases: readonly number[] }
  | { readonly what: 'new-customer' }
  | {
      readonly what: 'new-subject';
      readonly customer: string;
      /** how the customer is called */
      readonly called?: string;
      /** the template that the answer in the new case begins with */
      readonly begins?: string | null;
    };

/** The case whose number is being typed, as far as there is one. */
export interface Target {
  readonly number: number;
  readonly subject: string;
  readonly customer: string | null;
}

/** A number is asked for. */
export type NumberUse =
  | { readonly what: 'merge'; readonly cases: readonly number[]; readonly target: Target | null }
  | { readonly what: 'unmerge'; readonly target: Target | null }
  | { readonly what: 'link' | 'unlink'; readonly number: number; readonly target: Target | null };

/** A customer is to be removed for good: her number is asked for, and then once more. */
export interface ForgetUse {
  readonly what: 'forget';
  readonly plan: ForgetPlan;
  readonly again: boolean;
}

/** A follow-up or promise is noted: its time, then its text; or it is moved. */
export type CommitUse =
  | {
      readonly what: 'commit-when';
      readonly kind: CommitmentKind;
      readonly cases: readonly number[];
      /** for her alone, without a case */
      readonly customer: number | null;
    }
  | {
      readonly what: 'commit-text';
      readonly kind: CommitmentKind;
      readonly cases: readonly number[];
      readonly customer: number | null;
      /** ms */
      readonly at: number;
    }
  | { readonly what: 'commit-move'; readonly one: CommitmentRow };

/** A call is written down: its minutes, then what was said. */
export type CallUse =
  | { readonly what: 'call-minutes'; readonly number: number; readonly direction: 'in' | 'out' }
  | {
      readonly what: 'call-text';
      readonly number: number;
      readonly direction: 'in' | 'out';
      readonly minutes: number;
    };

export type HeadField = 'to' | 'cc' | 'bcc' | 'subject';

/** The head of an answer is changed in its review: a field, a file that goes along, when it leaves. */
export type HeadUse =
  /** `had`: the line as it was offered */
  | { readonly what: 'head'; readonly field: HeadField; readonly had: string }
  | { readonly what: 'attach'; readonly offered: readonly string[] }
  | { readonly what: 'leave-at' };

/** Entries are named by their place in the timeline. */
export interface SplitUse {
  readonly what: 'split';
  readonly number: number;
  readonly entries: readonly Entry[];
}

/** A question that can be asked once the case is read. */
export type AskAbout = 'unmerge' | 'unlink' | 'split';

export interface PromptState {
  readonly name: 'prompt';
  readonly use: PromptUse;
  readonly input: Editor;
  /** what was asked for is on its way to a busy store: no second Enter counts, and it closes when that is done */
  readonly waits: boolean;
  /** what the list showed before, to go back to */
  readonly before: Pick<ListState, 'search' | 'narrow' | 'from' | 'skipped'> & { readonly number: number | null };
}

export interface Notice {
  readonly text: string;
  readonly tone: 'info' | 'error';
}

export interface State {
  readonly size: Size;
  readonly locale: Locale;
  /** ms; moves on with the ticks, so that drawing stays pure */
  readonly now: number;
  /** the agent's, an IANA name: days and hours that are typed are meant there; as late as in `Context` */
  readonly zone: () => string;
  readonly list: ListState;
  /** the case on the case screen, in the preview, or being answered */
  readonly shown: CaseView | null;
  readonly screen: Screen;
  /** quoted text shown in the preview */
  readonly unfoldPreview: boolean;
  readonly overlay: Overlay | null;
  readonly notice: Notice | null;
  /** what `.` does again */
  readonly lastChange: Repeat | null;
  /** how far something is that goes on between the keys; a notice is said before it */
  readonly working: string | null;
  readonly standing: Standing;
  /** nothing in the store yet: the three ways on are shown */
  readonly empty: boolean;
  readonly readOnly: boolean;
  /** one Ctrl-C came; the next quits */
  readonly leaving: boolean;
  /** what an input method is at while keys are commands */
  readonly composing: Composing;
  /** how the keyboard's input method is typed */
  readonly inputMethod: InputMethod;
}

export type { Editor } from './editor/editor.ts';

import type { Attachment } from '../actions/attachments.ts';
import type { ForgetPlan } from '../actions/forget-customer.ts';
import type { HandoffFile } from '../actions/handoff-evidence.ts';
import type { StillMissing } from '../actions/handoffs.ts';
import type { HandoffRow } from '../actions/read-handoffs.ts';
import type { Reached } from '../actions/recipients.ts';
import type { CommitmentKind, CommitmentRow } from '../domain/commitment.ts';
import type { Entry } from '../domain/entry.ts';
import type { FeedbackGroup } from '../domain/handoff/feedback.ts';
import type { Score } from '../domain/rating.ts';
import type { Template } from '../domain/template.ts';
import type { Repeat } from './commands/repeat.ts';
import type { CustomerUse, MergePreview } from './customer-use.ts';
import type { Editor } from './editor/editor.ts';
import type { FieldUse, ListState } from './screen-state.ts';

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

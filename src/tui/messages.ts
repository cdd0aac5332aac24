import type { Attachment } from '../actions/attachments.ts';
import type { DuplicatePair } from '../actions/duplicates.ts';
import type { ForgetPlan } from '../actions/forget-customer.ts';
import type { HandoffFile } from '../actions/handoff-evidence.ts';
import type { StillMissing } from '../actions/handoffs.ts';
import type { MailStatus } from '../actions/mailing/mail-status.ts';
import type { CustomersMerged } from '../actions/merge-customers.ts';
import type { Window } from '../actions/page-cases.ts';
import type { CaseView, DoneAction, Draft, DraftType, ListRow } from '../actions/read-cases.ts';
import type { Agenda } from '../actions/read-commitments.ts';
import type { CustomerAsk, CustomerListPage, CustomerRow } from '../actions/read-customer-list.ts';
import type { HandoffRow } from '../actions/read-handoffs.ts';
import type { JourneyRest, JourneyView } from '../actions/read-journey.ts';
import type { CaseOptions } from '../actions/read-options.ts';
import type { CasePlaybooks } from '../actions/read-playbooks.ts';
import type { Reached } from '../actions/recipients.ts';
import type { Priority } from '../domain/case.ts';
import type { Why } from '../domain/clock/why.ts';
import type { DraftHead } from '../domain/draft-head.ts';
import type { Part } from '../domain/entry.ts';
import type { DeskError } from '../domain/errors.ts';
import type { FeedbackGroup } from '../domain/handoff/feedback.ts';
import type { Outgoing } from '../domain/outbox.ts';
import type { Template } from '../domain/template.ts';
import type { ViewId } from '../domain/views.ts';
import type { Repeat } from './commands/repeat.ts';
import type { CustomerNamed } from './customer-use.ts';
import type { SearchSlice } from './duplicate-finder.ts';
import type { Key } from './keys.ts';
import type { AskAbout, DepartmentName, ListHand, Notice, Size, State, Target, TemplateUse } from './state.ts';

/** What a hand-off to a department still needs, and what can go with it. */
export interface HandoffForm {
  readonly department: string;
  readonly title: string;
  readonly given: Readonly<Record<string, string>>;
  readonly missing: readonly StillMissing[];
  /** the customer's, and those of them, by sha256, that go unless others are chosen */
  readonly files: readonly HandoffFile[];
  readonly proposed: readonly string[];
  /** it leaves by mail */
  readonly mails: boolean;
}

/** Everything that can happen to the screens. */
export type Message =
  | { readonly type: 'key'; readonly key: Key }
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'resized'; readonly size: Size }
  | { readonly type: 'tick'; readonly now: number }
  | { readonly type: 'menu-due' }
  | { readonly type: 'draft-due' }
  | { readonly type: 'store-changed' }
  | {
      readonly type: 'listed';
      readonly window: Window;
      /** those of the selected cases that are still in the list */
      readonly marked: readonly number[];
      readonly counts: Readonly<Record<ViewId, number>>;
      readonly standing: State['standing'];
      readonly empty: boolean;
      readonly hand: ListHand;
    }
  | { readonly type: 'window-moved'; readonly window: Window; readonly way: 'after' | 'before' }
  | { readonly type: 'rows'; readonly rows: readonly ListRow[] }
  | { readonly type: 'case-read'; readonly view: CaseView | null }
  | { readonly type: 'templates-read'; readonly templates: readonly Template[]; readonly use: TemplateUse }
  | { readonly type: 'bulk-checked'; readonly template: string; readonly reached: Reached }
  | { readonly type: 'files-read'; readonly number: number; readonly files: readonly Attachment[] }
  | { readonly type: 'tags-read'; readonly tags: readonly string[]; readonly had: readonly string[] }
  | { readonly type: 'target-read'; readonly target: Target | null }
  | { readonly type: 'about-read'; readonly about: AskAbout; readonly view: CaseView }
  | { readonly type: 'mail-read'; readonly status: MailStatus; readonly outbox: readonly Outgoing[] }
  | { readonly type: 'agenda-read'; readonly agenda: Agenda }
  | { readonly type: 'playbooks-read'; readonly book: CasePlaybooks }
  | { readonly type: 'named-read'; readonly typed: string; readonly found: CustomerNamed | null }
  | { readonly type: 'merge-rehearsed'; readonly merged: CustomersMerged }
  | ({
      readonly type: 'customers-read';
      readonly ask: CustomerAsk;
      /** the id below which it begins; null: at the newest */
      readonly from: number | null;
    } & CustomerListPage)
  | { readonly type: 'customer-rows'; readonly rows: readonly CustomerRow[] }
  | { readonly type: 'customers-due' }
  | { readonly type: 'journey-read'; readonly view: JourneyView }
  | { readonly type: 'rest-read'; readonly rest: JourneyRest }
  | { readonly type: 'rest-due' }
  | ({ readonly type: 'duplicates-found' } & SearchSlice)
  | { readonly type: 'duplicates-due' }
  | { readonly type: 'pairs-read'; readonly pairs: readonly DuplicatePair[] }
  | { readonly type: 'fields-read'; readonly view: CaseView; readonly options: CaseOptions }
  | { readonly type: 'feedback-read'; readonly groups: readonly FeedbackGroup[] }
  | { readonly type: 'handoffs-read'; readonly rows: readonly HandoffRow[] }
  | {
      readonly type: 'handoff-read';
      readonly number: number;
      readonly departments: readonly DepartmentName[];
      readonly asked: readonly string[];
      /** null: no department is chosen yet */
      readonly form: HandoffForm | null;
    }
  /** null: the case has no customer */
  | { readonly type: 'forget-read'; readonly plan: ForgetPlan | null }
  | { readonly type: 'why-read'; readonly why: Why; readonly priority: Priority }
  | { readonly type: 'history-read'; readonly actions: readonly DoneAction[] }
  | {
      readonly type: 'compose-opened';
      readonly view: CaseView;
      readonly kind: DraftType;
      readonly draft: Draft | null;
      readonly template: Template | null;
      readonly pick: boolean;
      /** a template that an empty answer begins with */
      readonly fill: string | null;
      /** words that go in at the caret */
      readonly insert?: string;
    }
  /** all files that go with the answer, with those that were there before */
  | { readonly type: 'attached'; readonly number: number; readonly parts: readonly Part[] }
  | {
      readonly type: 'path-completed';
      readonly typed: string;
      readonly path: string;
      readonly offered: readonly string[];
    }
  | { readonly type: 'filled'; readonly text: string; readonly cursor: number | null; readonly template: Template }
  | { readonly type: 'edited'; readonly text: string }
  /** `begins`: the template that the answer begins with */
  | { readonly type: 'opened-new'; readonly number: number; readonly begins: string | null }
  | {
      readonly type: 'done';
      readonly notice: Notice | null;
      readonly next: 'reload' | 'back' | 'next';
      readonly prompted?: true;
      /** the cases that a bulk action was for: they are no longer selected */
      readonly worked?: readonly number[];
      /** the case that the hand goes to in the list */
      readonly hand?: number;
      /** what `.` would do again */
      readonly again?: Repeat;
    }
  | { readonly type: 'failed'; readonly error: DeskError }
  /** `text` is safe in the store, as `stored` where another window has written on it; `leave`: the composer may close */
  | {
      readonly type: 'draft-kept';
      readonly text: string;
      readonly head: DraftHead;
      readonly stored: string;
      readonly leave: boolean;
    }
  | { readonly type: 'told'; readonly notice: Notice }
  /** so many by the plans */
  | { readonly type: 'follow-ups-made'; readonly made: number }
  /** how far something is that goes on between the keys; null: it has ended */
  | { readonly type: 'working'; readonly text: string | null };

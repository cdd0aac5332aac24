import type { Attachment } from '../actions/attachments.ts';
import type { DuplicatePair } from '../actions/duplicates.ts';
import type { Window } from '../actions/page-cases.ts';
import type { DraftType } from '../actions/read-cases.ts';
import type { CustomerAsk } from '../actions/read-customer-list.ts';
import type { JourneyRest } from '../actions/read-journey.ts';
import type { ReplyInput } from '../actions/reply.ts';
import type { SetCaseInput } from '../actions/set-case.ts';
import type { Typing } from '../actions/typing.ts';
import type { Part } from '../domain/entry.ts';
import type { CaseWork } from './case-work.ts';
import type { Key } from './keys.ts';
import type { Message } from './messages.ts';
import type { AskAbout, ListHand, TemplateUse } from './state.ts';

/** Something to be read, which comes back as a message. */
export type ReadEffect =
  /** the list, or as much of it as is held at a time; `marked`: selected cases, which may stand outside of that */
  | {
      readonly do: 'load-list';
      readonly query: string;
      readonly hand: ListHand;
      readonly at: Pick<Window, 'from' | 'skipped'> | 'end';
      readonly marked: readonly number[];
    }
  /** the list's next part, or the one before */
  | { readonly do: 'move-window'; readonly query: string; readonly held: Window; readonly way: 'after' | 'before' }
  | { readonly do: 'load-rows'; readonly numbers: readonly number[] }
  | { readonly do: 'load-case'; readonly number: number | null }
  | { readonly do: 'load-templates'; readonly use: TemplateUse }
  /** the tags there are, and those of the case `of` */
  | { readonly do: 'load-tags'; readonly of: number | null }
  | { readonly do: 'load-history' }
  | { readonly do: 'load-mail' }
  | { readonly do: 'load-agenda' }
  | { readonly do: 'load-playbooks'; readonly number: number }
  | { readonly do: 'load-handoffs' }
  | { readonly do: 'load-feedback' }
  /** the journey of a customer, or of the one whose case it is: opened, or read again as a whole */
  | { readonly do: 'open-journey'; readonly of: { readonly customer: number } | { readonly case: number } }
  | { readonly do: 'load-journey'; readonly of: { readonly customer: number } }
  /** the next part of one that is being read */
  | { readonly do: 'load-rest'; readonly rest: JourneyRest }
  | { readonly do: 'load-fields'; readonly number: number }
  /** a part of the list of customers, below an id or from the newest on */
  | { readonly do: 'load-customers'; readonly ask: CustomerAsk; readonly below: number | null }
  /** the rows of customers who are listed, as they are now */
  | { readonly do: 'load-customer-rows'; readonly ids: readonly number[] }
  /** pairs of customers who were found, without those who were merged meanwhile */
  | { readonly do: 'load-pairs'; readonly pairs: readonly DuplicatePair[] }
  /** the customer who is being typed, who is to become a part of another */
  | { readonly do: 'load-named'; readonly typed: string }
  /** what a merge of customers would do */
  | { readonly do: 'rehearse-merge'; readonly from: number; readonly into: number }
  /** the departments, and for a chosen one what is still missing */
  | {
      readonly do: 'load-handoff';
      readonly number: number;
      readonly department: string | null;
      readonly given: Readonly<Record<string, string>>;
    }
  /** what would go with a customer, or with the one whose case it is */
  | { readonly do: 'load-forget'; readonly of: { readonly customer: number } | { readonly case: number } }
  | { readonly do: 'load-why'; readonly number: number }
  | {
      readonly do: 'open-compose';
      readonly number: number;
      readonly type: DraftType;
      readonly pick: boolean;
      /** a template that an empty answer begins with */
      readonly fill?: string;
    }
  /** whom a template would reach that is sent in many cases */
  | { readonly do: 'check-bulk'; readonly template: string; readonly cases: readonly number[] }
  | { readonly do: 'fill-template'; readonly number: number; readonly template: string }
  | { readonly do: 'load-files'; readonly number: number }
  /** the case whose number is being typed */
  | { readonly do: 'load-target'; readonly number: number }
  /** the case that a question is about */
  | { readonly do: 'load-about'; readonly about: AskAbout; readonly number: number };

/** Work with the files of a case; it takes its time and reports back. */
export type FileEffect =
  | {
      readonly do: 'save-files';
      readonly number: number;
      /** null: all of the case */
      readonly file: Attachment | null;
      /** as it was typed */
      readonly folder: string;
    }
  | { readonly do: 'open-file'; readonly number: number; readonly file: Attachment };

/** A file that is to go with an answer; it takes its time and reports back. */
export type AttachEffect =
  /** the path as it was typed; `beside`: the files that go along already */
  | { readonly do: 'attach-file'; readonly number: number; readonly path: string; readonly beside: readonly Part[] }
  | { readonly do: 'complete-path'; readonly typed: string };

/** Work that `update` asks for. It is a value: performing it is somebody else's job. */
export type Effect =
  | ReadEffect
  | { readonly do: 'see-case'; readonly number: number }
  | { readonly do: 'see-mail' }
  /** the next slice of a search for customers who may be one person; null: of a new one */
  | { readonly do: 'find-duplicates'; readonly search: number | null }
  /** a message that has not left becomes a draft again, and the composer opens */
  | { readonly do: 'edit-mail'; readonly entry: number }
  /** a step of a playbook is offered, and its words go into the answer */
  | { readonly do: 'offer-step'; readonly number: number; readonly playbook: string; readonly step: string }
  | { readonly do: 'keep-draft'; readonly draft: Typing; readonly leave?: true }
  | {
      readonly do: 'set';
      readonly input: SetCaseInput;
      readonly next: 'reload' | 'next';
      /** asked by a prompt, which stays open until it has worked */
      readonly prompted?: true;
    }
  | { readonly do: 'reply'; readonly input: ReplyInput; readonly next: 'back' | 'reload' }
  /** a template in many cases, but for those where it would not reach the customer */
  | { readonly do: 'reply-many'; readonly template: string; readonly cases: readonly number[] }
  | { readonly do: 'note'; readonly number: number; readonly text: string }
  | {
      readonly do: 'new-case';
      readonly customer: string;
      readonly subject: string;
      /** what we write first, from this template */
      readonly begins: string | null;
    }
  /** asked by a prompt, which stays open until it has worked */
  | { readonly do: 'work'; readonly work: CaseWork }
  | { readonly do: 'forget'; readonly customer: number }
  | { readonly do: 'undo'; readonly action: number | null }
  | { readonly do: 'redo' }
  | { readonly do: 'edit-outside'; readonly text: string }
  /** the cases as text into a shell command, which gets the terminal */
  | { readonly do: 'pipe'; readonly cases: readonly number[]; readonly command: string }
  | FileEffect
  | AttachEffect
  | { readonly do: 'copy'; readonly text: string }
  | { readonly do: 'poll' }
  /** the follow-ups that the plans have due are made now */
  | { readonly do: 'run-plans' }
  | {
      readonly do: 'after';
      readonly ms: number;
      readonly timer: string;
      readonly message: Message;
      /** a timer of this name that runs already begins again */
      readonly anew?: true;
    }
  /** the rest of what came in one piece: a key, once all that the one before it led to has happened */
  | { readonly do: 'press'; readonly key: Key }
  | { readonly do: 'suspend' }
  | { readonly do: 'remember-seen' }
  | { readonly do: 'quit' };

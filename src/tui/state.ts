import type { CaseView, Standing } from '../actions/read-cases.ts';
import type { Locale } from '../context.ts';
import type { InputMethod } from '../domain/settings.ts';
import type { Repeat } from './commands/repeat.ts';
import type { Composing } from './input-method.ts';
import type { Notice, Overlay } from './overlay-state.ts';
import type { ListState, Screen } from './screen-state.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
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
export type * from './overlay-state.ts';
export type * from './screen-state.ts';

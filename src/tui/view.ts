import { wordsFor } from '../i18n/index.ts';
import { clean } from '../text/clean.ts';
import { wrap } from '../text/wrap.ts';
import { SMALLEST } from './layout.ts';
import { withOverlay } from './overlays/view.ts';
import type { Frame } from './parts/frame.ts';
import { fitLine, type Line, span } from './parts/line.ts';
import { agendaView } from './screens/agenda/view.ts';
import { caseView } from './screens/case/view.ts';
import { composeView } from './screens/compose/view.ts';
import { customersView } from './screens/customers/view.ts';
import { duplicatesView } from './screens/duplicates/view.ts';
import { fieldsView } from './screens/fields/view.ts';
import { handoffsView } from './screens/handoffs/view.ts';
import { helpView } from './screens/help/view.ts';
import { historyView } from './screens/history/view.ts';
import { journeyView } from './screens/journey/view.ts';
import { listView } from './screens/list/view.ts';
import { mailView } from './screens/outbox/view.ts';
import { playbooksView } from './screens/playbooks/view.ts';
import { whyView } from './screens/why/view.ts';
import type { State } from './state.ts';

/** The whole screen for a state. Pure: no clock, no terminal. */
export function view(state: State): Frame {
  const { columns, rows } = state.size;
  if (columns < SMALLEST.columns || rows < SMALLEST.rows) return { lines: tooSmall(state), caret: null, foot: 0 };
  return withOverlay(screenView(state), state);
}

const tooSmall = ({ locale, size }: State): Line[] =>
  wrap(clean(wordsFor(locale).tui.tooSmall, 'line'), size.columns)
    .slice(0, Math.max(1, size.rows))
    .map((row) => fitLine([span(row)], size.columns));

function screenView(state: State): Frame {
  const { screen } = state;
  switch (screen.name) {
    case 'list':
      return listView(state);
    case 'case':
      return caseView(state, screen.open);
    case 'compose':
      return composeView(state, screen.draft);
    case 'help':
      return helpView(state, screen.top);
    case 'mail':
      return mailView(state, screen);
    case 'agenda':
      return agendaView(state, screen);
    case 'handoffs':
      return handoffsView(state, screen);
    case 'customers':
      return customersView(state, screen);
    case 'duplicates':
      return duplicatesView(state, screen);
    case 'journey':
      return journeyView(state, screen);
    case 'fields':
      return fieldsView(state, screen);
    case 'playbooks':
      return playbooksView(state, screen);
    case 'why':
      return whyView(state, screen);
    case 'history':
      return historyView(state, screen.actions, screen.at);
  }
}

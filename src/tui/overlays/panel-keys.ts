import { wordsFor } from '../../i18n/index.ts';
import { keycap } from '../parts/frame.ts';
import { type Line, lineWidth, say, wholeParts } from '../parts/line.ts';
import type { Overlay, State } from '../state.ts';

/** The keys that count now: those of the screen below are text, or nothing, as long as this lies over it. */
export function panelKeys(overlay: Overlay, { locale, size }: State): Line {
  const { panelKeys: names } = wordsFor(locale).tui;
  const cell = (key: string, name: string): Line => [say(` ${keycap(key, locale)}`, 'key'), say(` ${name} `, 'dim')];
  if (overlay.name === 'confirm') return [];
  if (overlay.name === 'menu') return cell('Esc', names.cancel);
  const back = cell('Esc', names.cancel);
  const others =
    overlay.name === 'files'
      ? [cell('Enter', names.open), cell('s', names.save), cell('S', names.saveAll)]
      : overlay.name !== 'prompt'
        ? [cell('Enter', names.take), cell(`${keycap('Up', locale)}${keycap('Down', locale)}`, names.choose)]
        : [
            cell('Enter', names.take),
            ...(overlay.use.what === 'tags' || overlay.use.what === 'attach' ? [cell('Tab', names.complete)] : []),
          ];
  return [...wholeParts(others, size.columns - lineWidth(back)), ...back];
}

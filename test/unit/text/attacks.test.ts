import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { type CleanKind, clean } from '../../../src/text/clean.ts';
import { domainWarning } from '../../../src/text/domain.ts';
import { width } from '../../../src/text/width.ts';
import { wrap } from '../../../src/text/wrap.ts';
import { type Attack, attacks, FORBIDDEN } from '../../helpers/attacks.ts';

const KINDS: readonly CleanKind[] = ['block', 'line', 'identifier', 'url', 'filename'];
const all = attacks();

/** A file name has its separators replaced; the words around them must still be there. */
const asNamed = (text: string): string => text.replace(/[/\\:*?"<>|]/g, '_');

function judge(attack: Attack, kind: CleanKind): string[] {
  const shown = clean(attack.string, kind);
  const faults: string[] = [];
  if (FORBIDDEN.test(shown)) faults.push('a forbidden character');
  if (kind !== 'block' && shown.includes('\n')) faults.push('a line break');
  for (const bytes of attack.mustNotReach) if (shown.includes(bytes)) faults.push(`reaches: ${JSON.stringify(bytes)}`);
  const warned = `${shown} ${domainWarning(attack.string) ?? ''}`;
  for (const words of attack.mustShow) {
    if (!warned.includes(kind === 'filename' ? asNamed(words) : words)) faults.push(`hides: ${words}`);
  }
  if (clean(shown, kind) !== shown) faults.push('is not settled');
  for (const line of shown.split('\n')) if (width(line) !== stringWidth(line)) faults.push('its width is in doubt');
  for (const line of wrap(shown, 20)) if (width(line) > 20) faults.push('a line is too wide');
  return faults;
}

describe.skipIf(all.length === 0)('every hostile string', () => {
  test.each(KINDS)('reaches nothing and hides nothing, shown as %s', (kind) => {
    const fits = (attack: Attack): boolean => kind !== 'filename' || ['any', 'filename'].includes(attack.where);
    const faults = all.filter(fits).flatMap((attack) => judge(attack, kind).map((fault) => `${attack.id} ${fault}`));
    expect(faults).toEqual([]);
  });

  test('is one of more than a hundred', () => {
    expect(all.length).toBeGreaterThan(120);
  });
});

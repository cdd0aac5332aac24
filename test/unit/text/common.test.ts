import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { commonKind } from '../../../src/text/common.ts';

it('knows Latin and Thai letters and marks as Unicode and string-width do', () => {
  for (let code = 0; code < 0x2000; code += 1) {
    const kind = commonKind(code);
    if (kind === null) continue;
    const text = String.fromCodePoint(code);

    expect([code, stringWidth(kind === 'mark' ? `a${text}` : text)]).toEqual([code, 1]);
    if (kind === 'mark') expect([code, /^\p{Mark}$/u.test(text)]).toEqual([code, true]);
    else expect([code, /^[\p{Letter}×÷]$/u.test(text)]).toEqual([code, true]);
    expect([code, /^\p{Default_Ignorable_Code_Point}$/u.test(text)]).toEqual([code, false]);
  }
});

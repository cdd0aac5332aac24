import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { commonKind, isNarrowSign } from '../../../src/text/common.ts';

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

it('knows signs of one column as string-width does, and no control, mark or invisible one among them', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    if (!isNarrowSign(code)) continue;
    const text = String.fromCodePoint(code);
    expect([code, stringWidth(text)]).toEqual([code, 1]);
    expect([code, /[\p{Mark}\p{Control}\p{Default_Ignorable_Code_Point}]/u.test(text)]).toEqual([code, false]);
  }
});

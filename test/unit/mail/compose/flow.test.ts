import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowText } from '../../../../src/mail/compose/flow.ts';
import { joinFlowed } from '../../../../src/mail/flowed.ts';

const read = (flowed: string): string => joinFlowed(flowed.replaceAll('\r\n', '\n'), { delSp: false });
const lines = (flowed: string): string[] => flowed.split('\r\n');

describe('a text as format=flowed', () => {
  test('a long line is broken after blanks that stay', () => {
    const text = 'Dạ em đã gửi lại đơn hàng của chị sáng nay và bên giao hàng hẹn chiều mai sẽ tới ạ. '
      .repeat(4)
      .trim();
    expect(lines(flowText(text)).length).toBeGreaterThan(3);
    for (const line of lines(flowText(text))) expect(line.length).toBeLessThanOrEqual(78);
    expect(read(flowText(text))).toBe(text);
  });

  test.each(['สวัสดีค่ะคุณลูกค้า'.repeat(20), '您好我们已经收到您的订单'.repeat(20), 'x'.repeat(500)])(
    'writing without blanks is broken nowhere',
    (text) => {
      expect(lines(flowText(text))).toEqual([text]);
    },
  );

  test('a quote keeps its depth in every line that it is broken into', () => {
    const flowed = lines(flowText(`>> ${'cũ lắm '.repeat(40).trim()}`));
    expect(flowed.length).toBeGreaterThan(2);
    for (const line of flowed) expect(line).toMatch(/^>> \S/);
  });

  test('the signature keeps its blank, and nothing else looks like one', () => {
    expect(flowText('a\n-- \nLan')).toBe('a\r\n-- \r\nLan');
    expect(lines(flowText(`-- ${'x'.repeat(90)}`))).toHaveLength(1);
  });

  test('lines that start with a blank or From are stuffed', () => {
    expect(flowText('  two\nFrom me')).toBe('   two\r\n From me');
  });

  test('what was written is read back, whatever it is', () => {
    const word = fc.constantFrom(
      '',
      ' ',
      '  ',
      '--',
      '-- ',
      '> ',
      '>',
      'From ',
      'từ',
      'ngày',
      'x'.repeat(40),
      'ไทย',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words
          .join('')
          .replace(/^(>+) ?/gm, '$1 ')
          .replace(/^(>+ )-- $/gm, '$1--');
        const written = text.replace(/ +$/gm, (blanks, at: number) =>
          /(^|\n)-- $/.test(text.slice(0, at + blanks.length)) ? blanks : '',
        );
        expect(read(flowText(text))).toBe(written.replace(/^(>+)$/gm, '$1 '));
      }),
      { numRuns: 3000 },
    );
  });
});

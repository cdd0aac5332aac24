import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldQuotes } from '../../../src/mail/quotes.ts';

const ANSWER = 'Dạ em cảm ơn shop.\nMai em qua lấy ạ.\n\n';

describe('quoted history', () => {
  it.each([
    'On Mon, 3 Feb 2025 at 10:00, Shop <shop@example.vn> wrote:\n> Chào chị,\n>\n> Máy đã về.\n',
    'Vào Th 2, 3 thg 2, 2025 vào lúc 10:00 Shop <shop@example.vn> đã viết:\n\n> Chào chị,\n> Máy đã về.\n',
    'เมื่อ จ. 3 ก.พ. 2025 เวลา 10:00 Shop <shop@example.com> เขียนว่า:\n\n> สวัสดีค่ะ\n',
    'On Mon, 3 Feb 2025 at 10:00, A Shop With A Very Long Name\n<shop@example.vn> wrote:\n\n> Chào chị\n',
    'Am 03.02.2025 um 10:00 schrieb Shop:\n> Guten Tag\n',
    '-----Original Message-----\nFrom: Shop\nSent: Monday\nTo: Lan\nSubject: Máy giặt\n\nChào chị\n',
    '________________________________\nFrom: Shop <shop@example.vn>\nSent: Monday, February 3, 2025\nTo: Lan\nSubject: Máy\n\nChào chị\n',
    'Từ: Shop <shop@example.vn>\nĐã gửi: Thứ Hai, 3 tháng 2\nĐến: Lan\nChủ đề: Máy giặt\n\nChào chị\n',
    'จาก: Shop\nส่ง: วันจันทร์\nถึง: Lan\nเรื่อง: เครื่อง\n\nสวัสดีค่ะ\n',
    '> only marked lines\n> and more\n',
  ])('below an answer is folded (%#)', (history) => {
    expect(foldQuotes(ANSWER + history)).toEqual({ text: ANSWER, quoted: history });
  });

  it('stays when nothing else is there', () => {
    const all = 'On Monday, Shop wrote:\n> Chào chị\n';
    expect(foldQuotes(all)).toEqual({ text: all, quoted: '' });
  });

  it.each([
    'Em trả lời bên dưới:\n> Máy về chưa?\nRồi ạ.\n',
    'She wrote:\nnothing is quoted here\n',
    'Xem giúp em:\n\n---------- Forwarded message ---------\nFrom: Shop\nDate: Monday\nTo: Lan\nSubject: x\n\nChào\n',
    'From: here to there\nis a long way\n',
  ])('is not seen where the writer goes on (%#)', (text) => {
    expect(foldQuotes(text).quoted).toBe('');
  });

  it('and text together are the input, whatever it is', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '> x',
        '>',
        '',
        'On a, b wrote:',
        '-----Original Message-----',
        'From: a',
        'Sent: b',
        'To: c',
        '____________',
        '\r',
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const input = lines.join('\n');
        const { text, quoted } = foldQuotes(input);
        expect(text + quoted).toBe(input);
        expect(quoted === '' || text.trim() !== '').toBe(true);
      }),
    );
  });

  it('of a megabyte is folded in no time', () => {
    const started = performance.now();
    for (const piece of ['> > > >\n', 'On \n', 'From: a\nSent: b\n', 'On '.repeat(100), '\n', 'wrote:\n', '-- \n'])
      foldQuotes(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

import { describe, expect, test } from 'vitest';
import { type FeedbackLine, groupedFeedback } from '../../../src/domain/handoff/feedback.ts';
import { nameless } from '../../../src/domain/handoff/nameless.ts';

describe('a customer’s words without her', () => {
  const LAN = ['Nguyễn Thị Lan', 'Lan', 'lan nguyen'];
  test.each([
    ['Chị Lan đây: nút bấm nhỏ quá', 'Chị […] đây: nút bấm nhỏ quá'],
    ['Nút nhỏ quá. Nguyen Thi Lan', 'Nút nhỏ quá. […]'],
    ['Gọi 090 123 4567 hoặc lan@x.example.', 'Gọi […] hoặc […].'],
    ['Mua 12/3/2026, bản 2.4.1, giá 8900000', 'Mua 12/3/2026, bản 2.4.1, giá 8900000'],
    ['hoa lan nở trên màn hình', 'hoa lan nở trên màn hình'],
    ['12 Lê Lợi, Huế, giao tới đó cũng hỏng', '[…], giao tới đó cũng hỏng'],
  ])('%s', (text, without) => {
    expect(nameless(text, LAN, ['12 Lê Lợi, Huế'])).toBe(without);
  });

  test('names in Thai go as well, where nothing parts the words', () => {
    expect(nameless('สวัสดีครับ ผมสมชายใช้แล้วค้าง', ['สมชาย ใจดี', 'สมชาย'], [])).toBe('สวัสดีครับ ผม[…]ใช้แล้วค้าง');
  });
});

test('lines are grouped by product, what was said most of first, with the moods of the cases', () => {
  const line = (number: number, product: string | null, mood: FeedbackLine['mood']): FeedbackLine => ({
    ...{ uid: `${number}`, case: number, product, mood, at: null, text: 'x' },
  });
  const groups = groupedFeedback([
    line(1, null, 'calm'),
    line(2, 'Aqua', 'upset'),
    line(2, 'Aqua', 'upset'),
    line(3, 'Aqua', null),
  ]);
  expect(groups.map(({ product, cases, moods, lines }) => [product, cases, moods, lines.length])).toEqual([
    ['Aqua', 2, { upset: 1 }, 3],
    [null, 1, { calm: 1 }, 1],
  ]);
});

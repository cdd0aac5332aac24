import type { WordTable } from './lexeme.ts';

/** Words that belong to a time inside a sentence; alone nobody types them. */
export const RUNNING: WordTable = [
  ['in', 0, 'within|within the|in the next|within the next|over the next|in about|in another|inside of'],
  ['in', 0, 'tối đa|tối đa là|trong tối đa|trong khoảng|trong tầm|sau khoảng'],
  ['in', 0, 'ภายใน|ใน|ภายในอีก|ในอีก|ไม่เกิน|ภายในไม่เกิน|อีกประมาณ|ประมาณ|อีกไม่เกิน|อีกราวๆ|ราวๆ'],
  ['filler', 0, 'working|business|full|late|early|later|sometime|between|from|around|about|no later than|of this year'],
  ['filler', 0, 'từ|tầm|khoảng|trước|trong'],
  ['filler', 0, 'ก่อน|ประมาณ|ราวๆ|ระหว่าง|ไม่เกิน|ของ|ใน'],
];

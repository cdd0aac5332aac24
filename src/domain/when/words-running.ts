import { edge, part, type WordTable } from './lexeme.ts';

/** Words that belong to a time inside a sentence; alone nobody types them, or they mean less there. */
export const RUNNING: WordTable = [
  ['in', 0, 'within|within the|in the next|within the next|over the next|in about|in another|inside of|inside'],
  [
    'in',
    0,
    'in approximately|in around|in roughly|in just|in maybe|in under|in less than|in no more than|within about',
  ],
  ['in', 0, 'in the coming|over the coming|within the coming|another|in as little as|about another|around another'],
  [
    'in',
    0,
    'tối đa|tối đa là|trong tối đa|trong khoảng|trong tầm|sau khoảng|trong vòng khoảng|trong vòng tối đa|sau tầm',
  ],
  ['in', 0, 'khoảng chừng|tầm khoảng|nội trong|ngót nghét|cùng lắm|lâu nhất'],
  ['in', 0, 'ภายใน|ใน|ภายในอีก|ในอีก|ไม่เกิน|ภายในไม่เกิน|อีกประมาณ|ประมาณ|อีกไม่เกิน|อีกราวๆ|ราวๆ|อีกราว|อีกสัก|สัก|ซัก'],
  ['in', 0, 'ภายในเวลา|ไม่เกินอีก|อีกซัก|อีกแค่|ภายในระยะเวลา'],
  ['part', part('morning'), 'a.m.|a.m|am slot|morning slot|am window|am run|in the am|am visit|am delivery'],
  ['part', part('afternoon'), 'p.m.|p.m|pm slot|afternoon slot|pm window|pm run|in the pm|pm visit|pm delivery'],
  ['hour', 0, 'ish'],
  ['short', 60, 'ชั่วโมงนึง|ชั่วโมงหนึ่ง|ชม.นึง|ชม. นึง|ชม.เดียว|ชั่วโมงเดียว'],
  // an hour without its number
  [
    'short',
    60,
    'within the hour|within the next hour|in the next hour|inside the hour|inside an hour|over the next hour',
  ],
  ['part', part('morning'), 'first thing|first thing in the morning|bright and early'],
  [
    'shift',
    0,
    'trong hn|nội trong hn|ngay hn|luôn hn|hn nha|hn nhé|hn nhe|hn luôn|hn ạ|ngay trong ngày|luôn trong ngày',
  ],
  ['edge', edge('start'), 'early|early in|early in the'],
  ['edge', edge('end'), 'late|late in|later|later in|towards the end of|toward the end of'],
  ['edge', edge('start'), 'ช่วงต้น'],
  ['edge', edge('end'), 'ช่วงปลาย|ปลายๆ'],
  ['filler', 0, 'working|business|full|late|early|later|sometime|between|from|around|about|no later than|of this year'],
  [
    'filler',
    0,
    'some time|anywhere|anytime|any time|before|roughly|approximately|approx|say|latest|at the latest|bang on',
  ],
  ['filler', 0, 'từ|tầm|khoảng|trước|trong|chừng|ngay|luôn|đúng|buổi|lúc|nội|cỡ|độ'],
  ['filler', 0, 'ก่อน|ประมาณ|ราวๆ|ราว|ระหว่าง|ไม่เกิน|ของ|ใน|สัก|ซัก|ที่|เวลา|ตอน|ภายใน|อย่างช้า|ช่วงเวลา'],
  [
    'at',
    0,
    'between|by|before|around|about|tầm|lúc khoảng|lúc tầm|vào lúc|vào khoảng|chừng|vào tầm|chắc tầm|chắc khoảng',
  ],
  ['at', 0, 'ก่อนเวลา|ไม่เกินเวลา|ประมาณ|ประมาณเวลา|ราวๆ|ช่วงเวลา|ช่วง'],
];

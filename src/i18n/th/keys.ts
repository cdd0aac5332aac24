import type { en } from '../en/index.ts';

const names = {
  next: 'เคสถัดไป',
  previous: 'เคสก่อนหน้า',
  'scroll-down': 'เลื่อนลงหนึ่งบรรทัด',
  'scroll-up': 'เลื่อนขึ้นหนึ่งบรรทัด',
  'page-down': 'เลื่อนลงหนึ่งหน้า',
  'page-up': 'เลื่อนขึ้นหนึ่งหน้า',
  first: 'ไปบนสุด',
  last: 'ไปล่างสุด',
  open: 'เปิด',
  'next-case': 'เคสถัดไป',
  'previous-case': 'เคสก่อนหน้า',
  'preview-down': 'เลื่อนตัวอย่างลง',
  'preview-up': 'เลื่อนตัวอย่างขึ้น',
  unfold: 'แสดงหรือพับข้อความที่อ้างถึง',
  back: 'กลับ',
  reply: 'ตอบ',
  note: 'โน้ต',
  template: 'เทมเพลต',
  new: 'เปิดเคสใหม่',
  'insert-template': 'แทรกเทมเพลต',
  review: 'ตรวจแล้วส่ง',
  editor: 'เขียนด้วย $EDITOR',
  'keep-draft': 'เก็บเป็นร่าง',
  send: 'ส่ง',
  edit: 'แก้ไข',
  'solve-next': 'ปิดงาน ไปเคสถัดไป',
  'mood-none': 'อารมณ์: ไม่ระบุ',
  tags: 'แท็ก',
  'snooze-tomorrow': 'พักไว้ถึงพรุ่งนี้ 8:00',
  'snooze-3-days': 'พักไว้ 3 วัน',
  'snooze-week': 'พักไว้หนึ่งสัปดาห์',
  'snooze-date': 'พักไว้ถึงวันที่ หรือจนกว่าลูกค้าจะตอบ …',
  'snooze-firm': 'พักไว้ถึงวันที่ แม้ลูกค้าจะตอบก่อน …',
  'snooze-reply': 'พักไว้จนกว่าลูกค้าจะตอบ',
  wake: 'เลิกพัก นำกลับมาเดี๋ยวนี้',
  mark: 'เลือก',
  'mark-all': 'เลือกทั้งหมด หรือไม่เลือกเลย',
  undo: 'ย้อนกลับ',
  redo: 'ทำซ้ำ',
  'undo-list': 'สิ่งที่ทำไปแล้ว',
  'undo-this': 'ย้อนรายการนี้',
  search: 'ค้นหา',
  narrow: 'กรองรายการ',
  widen: 'เลิกค้นหาและเลิกเลือก',
  'copy-number': 'คัดลอกเลขเคส',
  palette: 'คำสั่งทั้งหมด',
  help: 'วิธีใช้',
  suspend: 'พักโปรแกรมกลับไปที่เชลล์',
  quit: 'ออก',
};

const groups = {
  move: 'เลื่อน',
  answer: 'ตอบลูกค้า',
  work: 'จัดการเคส',
  find: 'ค้นหา',
  go: 'ไปที่',
  desk: 'ทั่วไป',
};

const menus = { s: 'สถานะ', P: 'ความสำคัญ', i: 'ประเภทและหัวข้อ', M: 'อารมณ์', b: 'พักไว้', g: 'ไปที่' };

const keycaps = { ' ': 'Space', Up: '↑', Down: '↓', PageUp: 'PgUp', PageDown: 'PgDn', Esc: 'Esc', Enter: 'Enter' };

export const keys: (typeof en)['keys'] = { names, groups, menus, keycaps };

import type { forgetting as en, forgettingErrors as enErrors } from '../en/forgetting.ts';
import { grouped } from '../number.ts';
import type { Say } from '../say.ts';

export const forgetting: typeof en = {
  lead: (who) => `${who} จะถูกลบถาวร ไม่มีอะไรนำกลับมาได้ แม้แต่เลิกทำ`,
  leadRest: (id) => `การลบลูกค้า #${id} ครั้งก่อนหยุดกลางคัน ส่วนที่เหลือจะถูกลบตอนนี้`,
  parts: (names) => `รวมอยู่ในลูกค้ารายนี้ จึงถูกลบด้วย: ${names}`,
  goes: (n) =>
    [
      'ประวัติลูกค้า',
      n.cases === 0 ? '' : `${grouped(n.cases)} เคส`,
      n.entries === 0 ? '' : `${grouped(n.entries)} รายการ`,
      n.raw === 0 ? '' : `อีเมลต้นฉบับและไฟล์ ${grouped(n.raw)}`,
      n.drafts === 0 ? '' : `${grouped(n.drafts)} ฉบับร่าง`,
      n.purchases === 0 ? '' : `การซื้อ ${grouped(n.purchases)}`,
      n.commitments === 0 ? '' : `งานติดตามและคำสัญญา ${grouped(n.commitments)}`,
      n.handoffs === 0 ? '' : `การส่งต่อ ${grouped(n.handoffs)}`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  go: (what) => `ที่จะถูกลบ: ${what}`,
  neverLeave: (n) => `มี ${grouped(n)} ข้อความที่ยังไม่ได้ส่ง และจะไม่ถูกส่งอีก`,
  stays: 'ที่ยังอยู่: ข้อมูลนิรนามสำหรับสถิติ ไม่มีหัวเรื่อง ข้อความ ชื่อ หรือที่อยู่',
  inCases: (numbers) => `เคสของลูกค้าอื่นที่ยังเอ่ยถึง: ${numbers} โปรดตรวจดูเอง`,
  inCustomers: (numbers) => `ลูกค้าที่ใช้ที่อยู่เดียวกัน หรือมีบันทึกเอ่ยถึง: ${numbers}`,
  copies: 'สำเนาที่ยังมีลูกค้ารายนี้:',
  made: {
    update: 'ทำไว้ก่อนอัปเดต desk; --copies ลบให้ด้วย',
    replaced: 'ถูกแทนที่ตอนกู้คืน; --copies ลบให้ด้วย',
    unfinished: 'ค้างไว้ไม่เสร็จ; --copies ลบให้ด้วย',
    backup: 'ไฟล์สำรอง: โปรดลบเอง',
  },
  unreadable: 'อ่านไม่ได้',
  outside: 'ไม่ได้แตะต้อง: อีเมลที่ผู้ให้บริการ ไฟล์ที่ส่งออก และสิ่งที่บันทึกหรือคัดลอกไว้ที่อื่น',
  first: { question: 'ทำต่อไหม [ใช่/ไม่]', yes: 'ใช่' },
  second: (id) => `เพื่อความแน่ใจ พิมพ์หมายเลขลูกค้า (${id}):`,
  unchanged: 'ยังไม่มีอะไรเปลี่ยน',
  steps: {
    cases: (done, of) => `กำลังลบเคส: ${grouped(done)} จาก ${grouped(of)}`,
    mails: (done, of) => `กำลังลบอีเมลและไฟล์: ${grouped(done)} จาก ${grouped(of)}`,
    wipe: () => 'กำลังเขียนที่เก็บข้อมูลใหม่ …',
  },
  done: (id) => `ลืมลูกค้า #${id} แล้ว`,
  kept: (n) => `อีเมลหรือไฟล์ ${grouped(n)} รายการยังอยู่ เพราะเคสอื่นต้องใช้`,
  leftOut: (n) => `ข้าม ${grouped(n)} ข้อความของลูกค้าที่ถูกลืมแล้ว`,
  rowsLeftOut: (n) => `ข้าม ${grouped(n)} แถวของลูกค้าที่ถูกลืมแล้ว`,
  rating: '(ลืมแล้ว)',
  partGone: 'บางส่วนถูกลืมไปพร้อมลูกค้า และจะไม่กลับมา',
  action: '(ลืมบางส่วนแล้ว)',
  ask: (name, id) => `ลืม ${name} (#${id}) ถาวรไหม พิมพ์ ${id}`,
  askAgain: (id) => `ไม่มีอะไรนำกลับมาได้ พิมพ์ ${id} อีกครั้ง`,
  noCustomer: 'เคสนี้ไม่มีลูกค้า',
};

export const forgettingErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'case-forgotten': (f) => [`เคส #${f.number} ถูกลืมไปพร้อมลูกค้าแล้ว`, 'เหลือเพียงตัวเลขสถิติ'],
  'customer-forgotten': (f) => [`ลูกค้า #${f.id} ถูกลืมแล้ว`, 'เหลือเพียงตัวเลขสถิติ'],
  'forget-unsure': (f) => [
    `“${f.said}” ไม่ใช่ลูกค้า #${f.id}${f.name === '' ? '' : ` (${f.name})`} ยังไม่มีอะไรเปลี่ยน`,
    'ใส่หมายเลขหรือชื่อเต็มของลูกค้า',
  ],
  'forget-needs-sure': (f) => [
    'ไม่มีเทอร์มินัลจึงถามใครไม่ได้ ยังไม่มีอะไรเปลี่ยน',
    `ดูก่อนด้วย --dry-run แล้วสั่ง: desk customers forget ${f.id} --sure ${f.id}`,
  ],
  'forget-sending': (f) => [`ข้อความของเคส #${f.number} กำลังถูกส่งอยู่ในขณะนี้`, 'ลองใหม่อีกสองนาที ส่วนที่เหลือจะถูกลบตอนนั้น'],
  'forget-unwiped': () => ['ลบหมดแล้ว แต่มีโปรแกรมอื่นกำลังอ่านที่เก็บข้อมูล จึงยังมีร่องรอยในไฟล์', 'สั่งคำสั่งเดิมอีกครั้งในอีกสักครู่'],
  'undo-forgotten': (f) => [`สิ่งที่การกระทำ ${f.id} เปลี่ยนถูกลืมไปพร้อมลูกค้าแล้ว`, 'ไม่มีอะไรนำกลับมาได้'],
  'forget-stays': () => ['ลูกค้าที่ถูกลืมแล้วนำกลับมาไม่ได้', 'ยังไม่มีอะไรเปลี่ยน'],
};

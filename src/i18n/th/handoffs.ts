import type { handoffs as en, handoffErrors as enErrors } from '../en/handoffs.ts';
import { missingHint } from '../missing-hint.ts';
import type { Say } from '../say.ts';

const whys: typeof en.whys = {
  empty: 'ต้องกรอก',
  'not-a-date': 'วันที่ เช่น 2026-03-14 หรือ 14/3/2026',
  'not-money': 'จำนวนเงิน',
  'no-evidence': 'ยังไม่มีไฟล์จากลูกค้า: เขียนว่าอยู่ที่ไหน หรือขอจากลูกค้า',
};

export const handoffs: typeof en = {
  states: { waiting: 'รอคำตอบ', answered: 'ตอบแล้ว', withdrawn: 'ถอนแล้ว' },
  whys,
  ask: 'ส่งต่อให้',
  askedFor: 'คู่มือขอไว้',
  unknown: (typed) => `ไม่มีแผนกชื่อ “${typed}”`,
  stillMissing: (n, department) => `ยังขาด ${n} ช่องสำหรับ ${department}`,
  mailed: (n, department, address) => `#${n} ส่งให้ ${department} ทางอีเมล (${address}) กด z เพื่อเลิกทำ`,
  copied: (n, department) => `#${n} ส่งต่อให้ ${department} แล้ว คัดลอกใบส่งต่อไว้ให้วาง`,
  saved: (n, department, path) => `#${n} ส่งต่อให้ ${department}: ${path}`,
  made: (n, department) => `#${n} ส่งต่อให้ ${department} แล้ว`,
  withdrawAsk: 'เหตุผล',
  withdraws: (n, department) => `ถอน #${n} คืนจาก ${department}`,
  willCallBack: 'อีเมลยังไม่ออก และจะไม่ส่งแล้ว',
  willTell: 'อีเมลออกไปแล้ว: แผนกจะได้อีเมลแจ้งว่าถอน',
  willNotTell: 'ไม่ได้ส่งทางอีเมล: แจ้งแผนกเองด้วย',
  withdrawn: (n, department) => `ถอน #${n} คืนจาก ${department} แล้ว`,
  calledBack: 'อีเมลยังไม่ออก และไม่ส่งแล้ว',
  toldBy: (address) => `มีอีเมลแจ้ง ${address}`,
  notTold: 'desk ไม่ได้แจ้งแผนก',
  receivedLate: (n, department) => `#${n}: ${department} ตอบใบที่ถอนไปแล้ว`,
  late: 'ตอบหลังจากถอนแล้ว',
  feedbackAsk: 'ส่งให้',
  noFeedback: 'ไม่มีคำติชมที่ยังไม่ได้ส่ง คำติชมรวบรวมจากเคสที่มีหัวข้อหรือแท็ก feedback',
  feedbackCount: (lines, cases) => `${lines} ข้อความจาก ${cases} เคส`,
  feedbackSent: (n, lines, department) => `#${n}: คำติชม ${lines} ข้อความถึง ${department} ไม่มีชื่อลูกค้า`,
  feedbackCopied: 'คัดลอกใบส่งต่อไว้ให้วางแล้ว',
  noProduct: 'ไม่ระบุสินค้า',
  withFiles: (n) => `แนบ ${n} ไฟล์`,
  lost: (name) => `ตัด ${name} ออกจากอีเมลไม่ได้ ไฟล์จึงไม่อยู่ในโฟลเดอร์`,
  badFiles: (typed, files) => `“${typed}” ไม่ใช่หมายเลขไฟล์ 1 ถึง ${files}`,
  goesWith: 'ไฟล์ที่แนบไป',
  due: (when) => `ต้องตอบ ${when}`,
  received: (n, department) => `#${n}: ${department} ตอบแล้ว`,

  title: 'อยู่กับแผนกอื่น',
  nothing: 'ไม่มีอะไรอยู่กับแผนกอื่น กด A เพื่อส่งต่อเคส',
  overdue: (span) => `เกินกำหนด ${span}`,
  left: (span) => `เหลือ ${span}`,
  lies: (span) => `มาแล้ว ${span}`,
  count: (waiting, overdue) => `รอ ${waiting} เกินกำหนด ${overdue}`,
};

export const handoffErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'no-such-department': (f) => [
    `ไม่มีแผนก “${f.name}”`,
    f.nearest ? `หมายถึง ${f.nearest} ใช่หรือไม่` : 'ไฟล์ของแผนกอยู่ในโฟลเดอร์ departments ข้างคลังข้อมูล',
  ],
  'no-such-field': (f) => [`แผนกนี้ไม่ได้ขอช่อง “${f.name}”`, `ขอช่อง: ${f.names}`],
  'bad-field': (f) => [`“${f.text}” ไม่ใช่ช่องที่มีค่า`, 'เขียนเช่น --field serial=AQ-4711'],
  'handoff-incomplete': (f) => [
    `ยังส่ง #${f.number} ให้ ${f.department} ไม่ได้ ขาด: ${f.names}`,
    missingHint('เพิ่มทีละช่องด้วย --field NAME=VALUE', whys, f),
  ],
  'no-such-evidence': (f) => [`#${f.number} ไม่มีไฟล์ “${f.name}” จากลูกค้า`, f.names ? `ที่มีคือ: ${f.names}` : 'ขอจากลูกค้าก่อน'],
  'evidence-too-large': (f) => [
    `ไฟล์แนบรวมกัน ${f.megabytes} MB อีเมลหนึ่งฉบับแนบได้ไม่เกิน ${f.limit} MB`,
    'เลือกให้น้อยลงด้วย --evidence ชื่อไฟล์ หรือเขียนทั้งหมดลงโฟลเดอร์ด้วย --save โฟลเดอร์',
  ],
  'handoff-ended': (f) => [`ไม่มีใครรอใบส่งต่อ ${f.id} แล้ว`, 'ดู: desk handoff list --all'],
  'nothing-to-withdraw': (f) => [`#${f.number} ไม่มีอะไรอยู่กับแผนกนั้น`, 'ดู: desk handoff list'],
  'which-withdrawn': (f) => [`#${f.number} มีใบส่งต่อหลายใบรอคำตอบ`, `บอกว่าใบไหน: ${f.names}`],
  'no-feedback': () => ['ไม่มีคำติชมที่ยังไม่ได้ส่ง', 'รวบรวมจากเคสที่มีหัวข้อหรือแท็ก feedback ดู: desk feedback list'],
  'no-such-handoff': (f) => [`ไม่มีใบส่งต่อ ${f.id}`, 'ดู: desk handoff list'],
  'handoff-unknown': () => ['ไม่มีใบส่งต่อที่ตรงกับคำตอบนี้', 'ดูที่รออยู่: desk handoff list'],
  'which-handoff': () => [
    'มีใบส่งต่อหลายใบรอคำตอบ และข้อความนี้ไม่บอกว่าเป็นใบไหน',
    'คงบรรทัด desk-handoff ไว้ หรือใส่เลขเคส: desk handoff receive N',
  ],
  'packet-unsaved': (f) => [`เขียนใบส่งต่อลง ${f.path} ไม่ได้`, 'ใบอยู่ในเคส: desk show N ถอนด้วย desk undo'],
  'mail-to-department': (f) => [`ข้อความ ${f.id} เป็นของแผนก ไม่ใช่คำตอบถึงลูกค้า`, 'desk undo ถอนใบส่งต่อได้ ถ้ายังไม่ได้ส่งออกไป'],
};

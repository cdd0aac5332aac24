import type { Expectation, ProblemCode } from '../../domain/problem.ts';
import { grouped } from '../number.ts';
import { type Facts, sentence } from '../say.ts';

const expectations: Readonly<Record<Expectation, (facts: Facts) => string>> = {
  text: () => 'ต้องเป็นข้อความ',
  number: () => 'ต้องเป็นตัวเลข',
  'whole-number': () => 'ต้องเป็นจำนวนเต็ม',
  date: () => 'ต้องเป็นวันเวลา เช่น 2026-03-12T09:00:00Z',
  'yes-no': () => 'ต้องเป็น true หรือ false',
  list: () => 'ต้องเป็นรายการ',
  object: () => 'ต้องเป็นกลุ่มข้อมูลใน { }',
  address: () => 'ต้องเป็นที่อยู่อีเมล หรือ { } ที่มี name และ address',
  'one-of': (f) => `ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้: ${f.values}`,
  'at-least': (f) => `ต้องไม่น้อยกว่า ${f.least}`,
  'no-longer': (f) => `ต้องยาวไม่เกิน ${grouped(Number(f.most))} ตัวอักษร`,
  'not-empty': () => 'ต้องไม่เว้นว่าง',
  sha256: () => 'ต้องเป็นค่า sha256 (เลขฐานสิบหก 64 หลัก)',
  'own-bytes': () => 'ไม่ใช่ค่า sha256 ของข้อมูลที่แนบมา',
  'template-name': () => 'ต้องเป็นตัวอักษร ตัวเลข และขีดกลางเท่านั้น',
  body: () => 'ต้องมีข้อความอย่างน้อยหนึ่งชุด',
  other: () => 'ใช้ไม่ได้',
};
/** The status code a server gave, where it gave one. */
const code = (f: Facts): string => (f.code ? ` (${f.code})` : '');

/** What a value must be. */
export const expectation = (f: Facts): string => sentence(expectations, f.expected, f);
const wrong = (f: Facts): string => `${f.field || 'ข้อมูลรายการนี้'} ${expectation(f)}`;

export const problems: Readonly<Record<ProblemCode, (facts: Facts) => string>> = {
  'empty-file': () => 'ไฟล์ว่างเปล่า',
  'not-mail': () => 'ไม่ใช่อีเมล กล่องจดหมาย หรือไฟล์ของ desk',
  'before-first-mail': () => 'ไม่ได้อ่านข้อความที่อยู่ก่อนอีเมลฉบับแรก',
  'source-broken': (f) => `อ่านไม่จบ (${f.cause})`,
  'line-too-long': (f) => `บรรทัด ${f.line}: ยาวเกิน ${f.megabytes} MB`,
  'line-not-json': (f) => `บรรทัด ${f.line}: ไม่ใช่ JSON`,
  'line-wrong': (f) => `บรรทัด ${f.line}: ${wrong(f)}`,
  'template-wrong': wrong,
  'html-deep': () => 'HTML ซ้อนกันลึกเกินไป แสดงได้เพียงบางส่วน อีเมลต้นฉบับยังอยู่',
  'html-long': (f) => `HTML ยาวเกิน ${f.megabytes} MB แสดงได้เพียงบางส่วน อีเมลต้นฉบับยังอยู่`,
  'mail-long': (f) => `อีเมลใหญ่เกิน ${f.megabytes} MB อ่านได้เพียงบางส่วน อีเมลต้นฉบับยังอยู่`,
  'mail-cut-short': (f) => `อ่านอีเมลได้ไม่จบ (${f.cause}) อีเมลต้นฉบับยังอยู่`,
  'text-unreadable': (f) => `อ่านข้อความในอีเมลไม่ได้ (${f.cause}) อีเมลต้นฉบับยังอยู่`,
  'reader-slow': (f) => `อ่านอีเมลไม่เสร็จใน ${f.seconds} วินาที อีเมลต้นฉบับยังอยู่`,
  'reader-memory': (f) => `อ่านอีเมลไม่ได้ด้วยหน่วยความจำ ${f.megabytes} MB อีเมลต้นฉบับยังอยู่`,
  'reader-ended': () => 'อ่านอีเมลไม่ได้เพราะตัวอ่านหยุดทำงาน อีเมลต้นฉบับยังอยู่',
  'reader-failed': (f) => `อ่านอีเมลไม่ได้เพราะตัวอ่านขัดข้อง (${f.cause}) อีเมลต้นฉบับยังอยู่`,
  'reader-closed': () => 'ยังไม่ได้อ่านอีเมลเพราะ desk กำลังปิด อีเมลต้นฉบับยังอยู่',
  'mail-too-large': (f) => `ใหญ่เกิน ${f.megabytes} MB จึงไม่นำเข้า`,
  'not-filed': (f) => `จัดลงเคสไม่ได้ (${f.cause}) อีเมลต้นฉบับยังอยู่`,
  'server-unknown': (f) => `ไม่พบเซิร์ฟเวอร์ ${f.host} โปรดตรวจชื่อเซิร์ฟเวอร์และเครือข่าย`,
  'server-unreachable': (f) => `เชื่อมต่อ ${f.host}:${f.port} ไม่ได้ (${f.cause})`,
  'server-silent': (f) => `${f.host} ไม่ตอบภายในเวลา`,
  'server-closed': (f) => `${f.host} ตัดการเชื่อมต่อกลางคัน`,
  'server-busy': (f) => `${f.host} ยังไม่รับในขณะนี้ (${f.reply})`,
  'server-odd': (f) => `${f.host} ตอบไม่เหมือนเซิร์ฟเวอร์อีเมล (${f.reply})`,
  'certificate-wrong': (f) => `ใบรับรองของ ${f.host} เชื่อถือไม่ได้ (${f.cause}) จึงไม่ได้ส่งข้อมูลใดไป`,
  'tls-missing': (f) => `${f.host} ไม่รองรับการเข้ารหัส (STARTTLS) จึงไม่ได้ส่งข้อมูลใดไป`,
  'tls-failed': (f) => `สร้างการเชื่อมต่อแบบเข้ารหัสกับ ${f.host} ไม่ได้ (${f.cause})`,
  'server-refused': (f) => `${f.host} ปฏิเสธ: ${f.reply}`,
  'no-folder': (f) => `${f.host} ไม่มีโฟลเดอร์ “${f.folder}” หรือไม่ให้เข้า`,
  'login-refused': (f) => `${f.host} ไม่รับการเข้าสู่ระบบของ ${f.user} (${f.code}) โปรดตรวจชื่อผู้ใช้และรหัสผ่าน`,
  'secret-unread': (f) => `อ่านรหัสผ่านไม่ได้ (${f.cause})`,
  'message-refused': (f) => `เซิร์ฟเวอร์ไม่รับอีเมล: ${f.reply}`,
  'message-too-large': (f) => `อีเมลใหญ่เกินกว่าที่ ${f.host} รับได้`,
  'recipients-refused': (f) => `ส่งแล้ว แต่ไม่ถึง ${f.addresses}: ${f.reply}`,
  'answer-missing': (f) => `ส่งอีเมลให้ ${f.host} แล้วแต่ไม่มีคำตอบ อีเมลอาจออกไปแล้ว`,
  'sender-gone': () => 'desk หยุดขณะกำลังส่ง อีเมลอาจออกไปแล้ว',
  'not-in-sent': () => 'ไม่พบในกล่องส่งแล้ว แสดงว่ายังไม่ได้ออกไป จึงส่งใหม่',
  'not-composed': (f) => `ประกอบอีเมลไม่ได้ (${f.cause})`,
  'sent-copy-failed': (f) => `ส่งแล้ว แต่เก็บสำเนาไว้ในกล่องส่งแล้วไม่ได้ (${f.cause})`,
  'id-reused': () => 'มีอีเมลอื่นที่ใช้ Message-ID เดียวกัน เก็บไว้ทั้งสองฉบับ',
  bounced: (f) => `ส่งไม่ถึง ${f.address}: เซิร์ฟเวอร์อีเมลปลายทางตีกลับ${code(f)}`,
  delayed: (f) => `ยังไม่ถึง ${f.address} เซิร์ฟเวอร์อีเมลกำลังพยายามส่งต่อ${code(f)}`,
  told: (f) => String(f.text),
};

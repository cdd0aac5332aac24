import type { Words } from '../index.ts';
import { dry } from './dry.ts';

/** ถ้อยคำเกี่ยวกับบัญชีอีเมล การรับ และการส่ง */
export const mail: Words['mail'] = {
  added: (address, dryRun) =>
    `${dry(dryRun)}เพิ่มบัญชี ${address} แล้ว รับอีเมลด้วย: desk mail fetch หรืออีเมลจะเข้ามาเองเมื่อเปิด desk อยู่`,
  changed: (address, dryRun) => `${dry(dryRun)}แก้บัญชี ${address} แล้ว`,
  removed: (address, held, dryRun) =>
    `${dry(dryRun)}นำบัญชี ${address} ออกแล้ว เคสยังอยู่ครบ${held === 0 ? '' : ` ข้อความที่ยังไม่ส่ง ${held} ข้อความถูกพักไว้`}`,
  passwordStays: (path) => `ไฟล์รหัสผ่านยังอยู่: ${path}`,
  loggingIn: 'กำลังเข้าสู่ระบบ …',
  noAccounts: 'ยังไม่มีบัญชีอีเมล เชื่อมต่อด้วย: desk mail add',
  outbox: 'กล่องขาออก',
  neverFetched: 'ยังไม่เคยรับอีเมล',
  fetchedAt: (when) => `รับอีเมลล่าสุด: ${when}`,
  fetchFailed: (when, problem) => `รับอีเมลไม่ได้เมื่อ ${when}: ${problem}`,
  sendFailed: (when, problem) => `ส่งอีเมลไม่ได้เมื่อ ${when}: ${problem}`,
  askAddress: 'ที่อยู่อีเมล',
  askImap: 'เซิร์ฟเวอร์รับอีเมล (IMAP)',
  askSmtp: 'เซิร์ฟเวอร์ส่งอีเมล (SMTP)',
  askUser: 'ชื่อผู้ใช้',
  askName: 'ชื่อผู้ส่ง',
  askPassword: 'รหัสผ่าน (ไม่แสดง)',
  appPassword: (url) => `ผู้ให้บริการนี้ต้องใช้รหัสผ่านสำหรับแอป สร้างได้ที่ ${url}`,
  askDays: 'รับอีเมลย้อนหลังกี่วัน (ตัวเลข หรือ all)',
};

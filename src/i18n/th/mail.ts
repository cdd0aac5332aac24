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
  fetching: (address, done, of) => `${address}: ${done}/${of} …`,
  fetched: (mails, cases, dryRun) =>
    dryRun
      ? `${dry(true)}มีอีเมลใหม่บนเซิร์ฟเวอร์ ${mails} ฉบับ`
      : mails === 0
        ? 'ไม่มีอีเมลใหม่'
        : `อีเมลใหม่ ${mails} ฉบับ ใน ${cases} เคส`,
  fetchedRest: (unchanged, unfiled) =>
    [
      unchanged === 0 ? '' : `มีอยู่แล้ว ${unchanged} ฉบับ`,
      unfiled === 0 ? '' : `เก็บไว้แต่ยังไม่อยู่ในเคสใด ${unfiled} ฉบับ ดู: desk doctor`,
    ]
      .filter((one) => one !== '')
      .join(' '),
  triedAgain: (filed, unfiled) => `ลองอีกครั้งแล้ว: เข้าเคสแล้ว ${filed} ฉบับ${unfiled === 0 ? '' : ` ยังไม่ได้ ${unfiled} ฉบับ`}`,
  goesBack: (address, day) => `รับอีเมลของ ${address} ครั้งแรก ย้อนไปถึง ${day} ถ้าต้องการวันอื่น: desk mail fetch --since วันที่`,
  askGoBack: (address) => `${address}: รับอีเมลย้อนหลังกี่วัน (ตัวเลข หรือ all)`,
  sinceOver: (address) => `เคยรับอีเมลของ ${address} แล้ว --since มีผลเฉพาะครั้งแรก`,
  title: 'อีเมล',
  outboxEmpty: 'ไม่มีอะไรค้างอยู่ ทุกข้อความที่เขียนส่งไปหมดแล้ว',
  byDelivery: 'อีเมลเข้าทาง desk mail deliver',
  holds: {
    'no-account': 'เขียนไว้ก่อนมีบัญชีอีเมล ปล่อยเมื่อไรก็จะส่งเมื่อนั้น',
    'before-account': 'เขียนไว้ก่อนเพิ่มบัญชีนี้ ปล่อยเมื่อไรก็จะส่งเมื่อนั้น',
    'called-back': 'เรียกกลับมาแล้ว',
    stale: 'รอมาเกินหนึ่งวันและยังไม่เคยลองส่ง ถ้ายังต้องการส่งให้ปล่อยได้',
    'account-gone': 'บัญชีถูกนำออกแล้ว ปล่อยแล้วบัญชีอื่นจะส่งแทน',
    restored: 'กู้คืนจากข้อมูลสำรอง อาจส่งไปแล้วหลังจากสำรองข้อมูล ถ้ายังไม่ได้ส่งให้ปล่อยได้',
  },
  statusCode: (code) => `รหัสสถานะ ${code}`,
  attempts: (n) => `ลองแล้ว ${n} ครั้ง`,
  uncertainWhat: 'ส่งให้เซิร์ฟเวอร์แล้วแต่ไม่มีคำตอบ อาจถึงแล้วก็ได้ desk จะไม่ส่งซ้ำเอง',
  manualWhat: 'ช่องทางนี้ desk ส่งไม่ได้ ให้แจ้งลูกค้าเอง แล้วทำเครื่องหมายว่าแจ้งแล้ว',
  failedNow: (n) => `ส่งไม่ได้ ${n}!`,
  troubled: 'อีเมลมีปัญหา (gm)',
  queuedNow: (n) => `รอส่ง ${n}`,
  manualNow: (n) => `ต้องแจ้งเอง ${n}`,
  fetchedAgo: (who, ago) => `${who} ${ago}`,
  accounts: (n) => `${n} บัญชี`,
  keptUnfiled: 'เก็บอีเมลไว้แล้ว แต่ยังนำเข้าเคสไม่ได้ ใช้ desk doctor เพื่อดูสาเหตุ',
  movedOn: (number, state) => `#${number}: ${state}`,
  drafted: (number, dryRun) => `${dry(dryRun)}กลับเป็นร่างใน #${number}`,
};

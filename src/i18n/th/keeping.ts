import type { keeping as en } from '../en/keeping.ts';

export const keeping: typeof en = {
  noAttachments: 'เคสนี้ไม่มีไฟล์แนบ',
  notCut: (name, entry) => `แยกไฟล์ ${name} (รายการ ${entry}) ออกจากอีเมลไม่ได้ ดูอีเมลทั้งฉบับ: desk source ${entry}`,

  backedUp: ({ cases, entries, mails, bytes }, path, rawPath) =>
    `สำรองและตรวจสอบแล้ว: ${cases} เคส ${entries} รายการ อีเมลต้นฉบับ ${mails} ฉบับ (${bytes}) ใน ${path} และ ${rawPath} เก็บสองไฟล์นี้ไว้ด้วยกัน`,
  backedUpWithout: (mails) => `คลังข้อมูลขาดอีเมลต้นฉบับ ${mails} ฉบับ ข้อมูลสำรองจึงขาดด้วย ดู: desk doctor`,
  holds: (cases, entries, last) => `${cases} เคส ${entries} รายการ เปลี่ยนล่าสุด ${last}`,
  damagedStore: 'อ่านไม่ได้',
  mayRestore: ({ path, old, from, fresh, kept }) => ({
    question: `จะนำ ${from} (${fresh}) มาแทน ${path} (${old}) ของเดิมจะเก็บไว้เป็น ${kept} ทำต่อหรือไม่ [ใช่/ไม่]`,
    yes: 'ใช่',
  }),
  notRestored: 'ยังไม่มีอะไรเปลี่ยน',
  restored: (path, holds, kept, dryRun) =>
    `${dryRun ? 'ทดลองเท่านั้น ยังไม่ได้บันทึก: ' : ''}${path} กลับเป็นตามที่สำรองไว้แล้ว: ${holds}${kept === null ? '' : ` ของเดิมเก็บไว้เป็น ${kept}`}`,
};

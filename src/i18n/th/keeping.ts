import type { keeping as en } from '../en/keeping.ts';

export const keeping: typeof en = {
  noAttachments: 'เคสนี้ไม่มีไฟล์แนบ',
  notCut: (name, entry) => `แยกไฟล์ ${name} (รายการ ${entry}) ออกจากอีเมลไม่ได้ ดูอีเมลทั้งฉบับ: desk source ${entry}`,
};

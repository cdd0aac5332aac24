import type { plans as en, planErrors as enErrors } from '../en/plans.ts';
import type { Say } from '../say.ts';

export const plans: typeof en = {
  after: {
    solved: (n) => `${n} วันหลังเคสเรียบร้อย`,
    purchase: (n) => `${n} วันหลังซื้อแต่ละครั้ง`,
    'first-purchase': (n) => `${n} วันหลังซื้อครั้งแรก`,
    silence: (n) => `เมื่อเงียบไป ${n} วัน`,
    segment: (n, segment) => `${n} วันหลังเป็นลูกค้ากลุ่ม: ${segment}`,
  },
  about: (kinds) => `สำหรับเคส: ${kinds}`,
  forSegments: (segments) => `สำหรับลูกค้า: ${segments}`,
  consent: { yes: 'เฉพาะลูกค้าที่ยินยอม', no: 'ไม่ต้องขอความยินยอมก่อน' },
  template: (name) => `เริ่มด้วยเทมเพลต ${name}`,
  noTemplate: (name) => `ไม่มีเทมเพลต “${name}”`,
  off: 'ปิดอยู่',
  isOff: 'แผนนี้ปิดอยู่: desk config get plans-off',
  made: (n) => `จดแล้ว ${n}`,

  nothing: 'ยังไม่มีงานติดตามที่ถึงกำหนดตามแผน',
  ran: (n, dry) => (dry ? `จะจดงานติดตามตามแผน ${n} เรื่อง` : `จดงานติดตามตามแผนแล้ว ${n} เรื่อง`),
  told: (n) => `งานติดตามใหม่ตามแผน ${n} เรื่อง: g f`,
  running: 'กำลังดูว่ามีอะไรถึงกำหนดตามแผน …',
  lintFine: (n) => `แผน ${n} แผน ไม่มีที่ผิด`,
};

export const planErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'no-such-plan': (f) => [`ไม่มีแผน “${f.name}”`, f.nearest ? `หมายถึง ${f.nearest} หรือเปล่า` : 'ดู: desk plans list'],
};

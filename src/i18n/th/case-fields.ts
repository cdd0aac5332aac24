import type { ofKinds as en } from '../en/case-fields.ts';

export const ofKinds: typeof en = {
  caseFields: {
    serial: 'เลขเครื่อง',
    symptom: 'อาการ',
    steps: 'สิ่งที่ลองแล้ว',
    cause: 'สาเหตุ',
    fix: 'วิธีแก้ไข',
    stage: 'ความคืบหน้างานซ่อม',
    reason: 'เหตุผล',
    wish: 'สิ่งที่ลูกค้าต้องการ',
    outcome: 'ผลสรุป',
    amount: 'จำนวนเงิน',
  },
  stages: {
    received: 'รับเครื่องแล้ว',
    diagnosed: 'ตรวจพบอาการแล้ว',
    'waiting-for-part': 'รออะไหล่',
    repaired: 'ซ่อมเสร็จแล้ว',
    returned: 'ส่งคืนแล้ว',
  },
  outcomes: {
    kept: 'ลูกค้าใช้ต่อ',
    exchanged: 'เปลี่ยนสินค้าแล้ว',
    refunded: 'คืนเงินแล้ว',
    'sold-more': 'ลูกค้าซื้อเพิ่ม',
  },
  own: {
    title: (n) => `ข้อมูลของ #${n}`,
    none: (kind) => `ประเภท ${kind} ไม่มีช่องเพิ่มเติม กด i เพื่อเปลี่ยนประเภท`,
    empty: 'ยังไม่ได้กรอก',
    offered: 'ที่เสนอแล้ว',
    taken: 'ที่ลูกค้ารับ',
    ask: (field, n) => `#${n} ${field}`,
    askStep: (n) => `#${n} ลองแล้ว (เพิ่มหนึ่งบรรทัดพร้อมเวลา)`,
    fromPlaybooks: 'ข้อเสนอ สิ่งที่ลูกค้ารับ และขั้นที่ลองตามคู่มือ มาจากคู่มือ กด p',
    more: (n) => `และอีก ${n} ช่อง กด I`,
    steps: (n, last) => (n === 1 ? last : `${n}: ${last}`),
    spawned: (number, subject) => `จาก #${number}: ${subject}`,
    spawnAsk: (n) => `เหตุผลที่เปิดเคสดูแลจาก #${n}`,
    spawnedNow: (number, from) => `เปิด #${number} จาก #${from} แล้ว กด z เพื่อย้อนกลับ`,
  },
};

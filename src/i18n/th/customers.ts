import type { Words } from '../index.ts';
import { grouped } from '../number.ts';

export const customers: Words['customers'] = {
  rules: {
    'late-first': 'ตอบครั้งแรกช้าเกินไป',
    'late-next': 'ตอบครั้งต่อมาช้าเกินไป',
    'waited-long': 'ต้องรอหลายวัน',
    reopened: 'แก้แล้วแต่ต้องกลับมาอีก',
    'rating-low': 'ให้คะแนน 1 หรือ 2',
    complaint: 'ร้องเรียน',
    angry: 'โกรธ',
    'promise-broken': 'ผิดสัญญากับลูกค้า',
    'first-contact': 'แก้ได้ตั้งแต่ติดต่อครั้งแรก',
    'rating-5': 'ให้คะแนน 5',
    'rating-4': 'ให้คะแนน 4',
    'promise-kept': 'รักษาสัญญา',
    'option-taken': 'รับทางเลือกที่เสนอ',
    thanks: 'กล่าวขอบคุณ',
  },
  consents: { yes: 'ยินดีให้ติดต่อไปก่อน', no: 'ไม่ต้องการให้ติดต่อไปก่อน' },
  why: (rule, day) => {
    switch (rule.rule) {
      case 'first-purchase':
        return rule.at === null ? 'ซื้อครั้งแรก' : `ซื้อครั้งแรกเมื่อ ${day(rule.at)}`;
      case 'bought-again':
        return `ซื้อ ${rule.purchases} ครั้ง`;
      case 'time-since-first':
        return `ซื้อครั้งแรก ${rule.days} วันที่แล้ว`;
      case 'often-bought':
        return `ซื้อ ${rule.purchases} ครั้งใน ${rule.withinDays} วัน`;
      case 'value':
        return `ซื้อรวม ${grouped(rule.value)} มากกว่า ${grouped(rule.over)}`;
      case 'silent':
        return `ไม่ติดต่อและไม่ซื้อ ${rule.days} วัน`;
      case 'came-back':
        return `กลับมาซื้อเมื่อ ${day(rule.at)}`;
    }
  },
  since: (segment, day) => `${segment} ตั้งแต่ ${day}`,
  internal: 'คนของเรา',
  tags: 'แท็ก',
  notes: 'บันทึก',
  value: 'มูลค่า',
  bySegment: 'ตามกลุ่ม',
  bought: 'ที่ซื้อ',
  serial: (serial) => `หมายเลขเครื่อง ${serial}`,
  warranty: (day) => `ประกันถึง ${day}`,
  cases: 'เคส',
  suggested: (segment, reason) => `ตามกฎ: ${segment} (${reason})`,
  setItWith: (command) => `ตั้งด้วย: ${command}`,
  ledger: 'สมุดประสบการณ์',
  noMarks: 'ยังไม่มีรายการ',
  poor: (marks, sum) => `ไม่ดี ${grouped(marks)} รายการ = ${sum}`,
  good: (marks, sum) => `ดี ${grouped(marks)} รายการ = ${sum}`,
  balance: (good, ratio, poor, balance) => `ยอด ${good} - ${ratio} x ${poor} = ${balance}`,
  strikes: (strikes, of, days) => `พลาด ${strikes} จาก ${of} ครั้งใน ${days} วัน`,
  oneMore: 'พลาดอีกครั้งเดียว ลูกค้ารายนี้จะจากไป',
  enough: 'พลาดมากพอที่ลูกค้าจะจากไปแล้ว',
  claims: (strikes, ratio) =>
    `พลาด ${strikes} ครั้งและ ${ratio} ต่อ 1 เป็นคำกล่าวของบทความในวงการ (92 % จากไปหลังพลาดสามครั้ง สิบสองครั้งที่ดีชดเชยหนึ่งครั้ง) ไม่ใช่กฎตายตัว เปลี่ยนด้วย desk config set ledger`,
  mark: (weight) => `น้ำหนัก ${weight}`,
  strike: 'พลาด',
  overruled: (reason) => `ไม่นับ: ${reason}`,
  overruleWith: (command) => `รายการที่ไม่ถูกต้อง: ${command}`,
  overrulesSaid: (what, dry) => (dry ? `จะไม่นับ: ${what}` : `ไม่นับแล้ว: ${what}`),
  countsSaid: (what, dry) => (dry ? `จะนับอีก: ${what}` : `นับอีกแล้ว: ${what}`),
  cardLedger: (strikes, of, balance) => `พลาด ${strikes} ครั้ง (ครบ ${of} คือเสียลูกค้า) ยอด ${balance}`,
  none: 'ไม่พบลูกค้า',
  changed: (name, what, dry) => (dry ? `จะเปลี่ยน ${name}: ${what}` : `${name}: เปลี่ยน ${what} แล้ว`),
  unchanged: (name) => `${name} เป็นเช่นนั้นอยู่แล้ว`,
  purchaseRemoved: (product, dry) => (dry ? `จะลบ ${product}` : `ลบแล้ว: ${product}`),
  wouldBuy: (product) => `จะบันทึก ${product}`,
  fields: {
    ...{ name: 'ชื่อ', givenName: 'ชื่อเรียก', honorific: 'คำนำหน้า', language: 'ภาษา', company: 'บริษัท' },
    ...{ segment: 'กลุ่ม', internal: 'คนของเรา', consent: 'การยินยอมให้ติดต่อ', notes: 'บันทึก', tags: 'แท็ก' },
    ...{ emails: 'ที่อยู่อีเมล', phones: 'โทรศัพท์', handles: 'บัญชี', fields: 'ช่องของร้าน' },
  },
  noted: (product) => `บันทึกแล้ว: ${product}`,
  noSuggestion: 'ตามกฎแล้วไม่ต้องเปลี่ยนกลุ่ม',
  noPurchaseHere: 'บรรทัดนี้ไม่ใช่การซื้อ',
  noMarkHere: 'บรรทัดนี้ไม่มีรายการในสมุด',
  nobodyMerged: 'ยังไม่มีใครถูกรวมเข้ากับลูกค้ารายนี้',
  nobodyYet: 'ยังไม่รู้ว่าเป็นลูกค้ารายใด',
  buyAsk: 'ซื้อ',
  buyHint: 'สินค้า amount=12000000 warranty=24mo serial=… at=2026-03-01 delivered=…',
  overruleAsk: 'ไม่นับเพราะ',
  mergeAsk: 'ใครเป็นคนเดียวกัน',
  mergeHint: (name) => `จะรวมเข้ากับ ${name}: เลขลูกค้า ที่อยู่ เบอร์โทร หรือชื่อ`,
  mergeSure: 'รวมสองรายนี้หรือไม่ กด y เพื่อรวม กดปุ่มอื่นเพื่อเลิก',
  unmergeAsk: 'แยกออกอีกครั้ง ตามเลขลูกค้า',
  emptyForgets: 'เว้นว่างเพื่อลบออก',
  listTitle: 'ลูกค้า',
  count: (n) => `ลูกค้า ${grouped(n)} ราย`,
  countMore: (n) => `อ่านแล้ว ${grouped(n)} ราย`,
  onlyAtRisk: 'เฉพาะที่ใกล้จะเสียไป',
  searching: 'กำลังค้นหา …',
  heads: { name: 'ชื่อ', segment: 'กลุ่ม', strikes: 'พลาด', last: 'ติดต่อล่าสุด', open: 'เปิดอยู่' },
  merged: (one, other, dry) => (dry ? `${one} จะรวมเข้ากับ ${other}` : `${one} รวมเข้ากับ ${other} แล้ว`),
  unmerged: (one, other, dry) => (dry ? `${one} จะแยกออกจาก ${other}` : `${one} แยกออกจาก ${other} แล้ว`),
  moves: (moved) =>
    `ย้าย: ${moved.cases} เคส ${moved.points} ที่อยู่หรือเบอร์ ${moved.purchases} การซื้อ ${moved.commitments} งานติดตามหรือคำสัญญา ${moved.tags} แท็ก`,
  learns: (fields) => `รับมา: ${fields}`,
  pairsTitle: 'อาจเป็นคนเดียวกัน',
  pairs: (n) => `${grouped(n)} คู่`,
  lookedThrough: (percent) => `ดูแล้ว ${percent} %`,
  noDuplicates: 'ไม่มีลูกค้าสองรายที่คล้ายเป็นคนเดียวกัน',
  mergeWith: 'รวมสองราย: desk customers merge จาก เข้า --dry-run',
  names: {
    same: 'ชื่อเดียวกัน',
    marks: 'ชื่อเดียวกัน ต่างวรรณยุกต์',
    order: 'ชื่อมีคำเดียวกัน',
    part: 'ชื่อหนึ่งอยู่ในอีกชื่อ',
    given: 'ชื่อตัวเดียวกัน',
    other: 'ชื่อต่างกัน',
    unknown: 'ไม่รู้ชื่อ',
  },
  alike: {
    phone: 'โทรศัพท์',
    address: 'ที่อยู่อีเมล',
    spelling: 'กล่องจดหมาย',
    handle: 'บัญชี',
    company: 'บริษัท',
    domain: 'โดเมน',
    product: 'สินค้า',
    'local-part': 'ชื่อในที่อยู่',
  },
  imported: (added, updated, unchanged, dry) =>
    `${dry ? 'จะเป็น: ' : ''}เพิ่ม ${added} เปลี่ยน ${updated} คงเดิม ${unchanged}`,
  importing: (done, of) => `${done} จาก ${of} แถว`,
  badRow: (row, why) => `แถว ${row}: ${why}`,
};

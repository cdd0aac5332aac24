import type { cli as en } from '../en/cli.ts';
import { dry } from './dry.ts';
import { tui } from './tui.ts';
import { words } from './words.ts';

const { cases, mails } = words.counts;
const numbers = (list: readonly number[]): string =>
  list.length <= 12
    ? list.map((n) => `#${n}`).join(' ')
    : `${list
        .slice(0, 12)
        .map((n) => `#${n}`)
        .join(' ')} …`;

export const cli: typeof en = {
  bug: 'นี่เป็นข้อผิดพลาดของ desk โปรดแจ้งผู้ดูแลพร้อมบรรทัดด้านบน',
  nothingFound: 'ไม่พบผลลัพธ์',
  moreFound: (shown, all) => `${shown} จาก ${all} ดูเพิ่ม: -n ${all}`,
  inboxEmpty: 'กล่องเข้าว่าง ไม่มีลูกค้ารอคุณอยู่',
  dumbTerminal: (term: string) => `เทอร์มินัลนี้ (TERM=${term}) แสดงหน้าจอทำงานไม่ได้ จึงแสดงกล่องเข้าเป็นข้อความแทน`,
  waysOn: [
    'ยังไม่มีเคส เริ่มได้สามทาง:',
    '  desk import ไฟล์    นำเข้าอีเมลของคุณ: mbox, Maildir หรือ .eml',
    '  desk demo          ลองดูกับเคสตัวอย่าง ไม่เก็บอะไรไว้',
    '  desk help          ทุกอย่างที่ desk ทำได้',
  ],
  draftWaits: 'เคสนี้มีร่างที่เขียนค้างไว้',
  quotedLines: (n) => `[ข้อความที่อ้างถึง ${n} บรรทัด ดูได้ด้วย --quotes]`,
  sourceCleaned: 'แสดงแบบกรองแล้ว เพราะอีเมลต้นฉบับอาจสั่งงานหน้าจอของคุณได้ ถ้าต้องการต้นฉบับ: desk source รายการ > ไฟล์',

  changed: (changed, unchanged, dryRun) =>
    `${dry(dryRun)}แก้แล้ว ${cases(changed.length)}${changed.length === 0 ? '' : `: ${numbers(changed)}`}${unchanged.length === 0 ? '' : ` อีก ${cases(unchanged.length)} เป็นแบบนั้นอยู่แล้ว`}`,
  replied: (number, to, state, dryRun) => `${dry(dryRun)}#${number}${to === '' ? '' : ` ถึง ${to}`}: ${state}`,
  mind: (n, what) => `โปรดทราบ: #${n}: ${what}`,
  mailSent: (n: number) => (n === 0 ? 'ไม่มีอีเมลที่ถึงเวลาส่ง' : `ส่งแล้ว ${n} ฉบับ`),
  mailWould: (n: number) => `ทดลองเท่านั้น ไม่ได้บันทึก: จะส่ง ${n} ฉบับตอนนี้`,
  mailAgain: (n: number) => `${n} ฉบับยังไม่ถูกรับ จะลองใหม่`,
  mailFailed: (n: number) => `${n} ฉบับส่งไม่สำเร็จ ดู: desk mail list`,
  mailUncertain: (n: number) => `${n} ฉบับไม่รู้ว่าออกไปแล้วหรือไม่ ดู: desk mail list`,
  mailNext: (when: string) => `ฉบับถัดไปออก ${when}`,
  mailMoved: (entry: number, number: number, to: string, state: string, dryRun: boolean) =>
    `${dry(dryRun)}${entry} (#${number})${to === '' ? '' : ` ถึง ${to}`}: ${state}`,
  mailRelease: (n: number) => `พักไว้ ${n} ฉบับ desk mail release รายการ ปล่อยทีละฉบับ --all ปล่อยทั้งหมด`,
  noted: (number, dryRun) => `${dry(dryRun)}#${number}: เพิ่มโน้ตแล้ว`,
  merged: (from, into, dryRun) => `${dry(dryRun)}รวม ${numbers(from)} เข้ากับ #${into} แล้ว`,
  otherCustomers: (list) => `โปรดทราบ: เป็นเคสของลูกค้ารายอื่น: ${numbers(list)} ย้อนกลับได้ด้วย: desk undo`,
  unmerged: (number, from, dryRun) => `${dry(dryRun)}แยก #${number} ออกจาก #${from} แล้ว`,
  linked: (number, other, changed, dryRun) =>
    `${dry(dryRun)}${changed ? `เชื่อมโยง #${number} กับ #${other} แล้ว` : `#${number} กับ #${other} เชื่อมโยงกันอยู่แล้ว`}`,
  unlinked: (number, other, dryRun) => `${dry(dryRun)}เลิกเชื่อมโยง #${number} กับ #${other} แล้ว`,
  called: (number, minutes, dryRun) => `${dry(dryRun)}#${number}: บันทึกการโทร ${minutes} นาทีแล้ว`,
  rated: (number, score, name, dryRun) => `${dry(dryRun)}#${number}: ลูกค้าให้คะแนน ${score}/5 ${name}`,
  spamSenders: (list, not) => (not ? `อีเมลจาก ${list} จะเข้ามาตามปกติอีกครั้ง` : `อีเมลต่อไปจาก ${list} จะจัดเป็นสแปม`),
  tookBack: (what, dryRun) => `${dry(dryRun)}ย้อนกลับแล้ว: ${what}`,
  broughtBack: (what, dryRun) => `${dry(dryRun)}ทำซ้ำแล้ว: ${what}`,
  kept: (list) => tui.keptCases(numbers(list)),
  tied: (list) => tui.tiedCases(numbers(list)),
  messageIn: 'มีข้อความเข้ามา',
  messageOut: 'ส่งข้อความออกไป',
  undone: 'ย้อนกลับแล้ว',
  templateKept: (name, isNew, changed, dryRun) =>
    `${dry(dryRun)}${isNew ? `เพิ่มเทมเพลต ${name} แล้ว` : changed ? `แก้เทมเพลต ${name} แล้ว` : `เทมเพลต ${name} เป็นแบบนั้นอยู่แล้ว`}`,
  templateRemoved: (name, dryRun) => `${dry(dryRun)}ลบเทมเพลต ${name} แล้ว`,
  configured: (key, value, turned, dryRun) =>
    `${dry(dryRun)}${value === null ? `${key} กลับเป็นค่าเริ่มต้นแล้ว` : `${key} = ${value}`}${turned === 0 ? '' : ` (${mails(turned)} เปลี่ยนระหว่างขาเข้ากับขาออก)`}`,

  reading: (n) => `อ่าน${mails(n)}แล้ว …`,
  filing: (done, of) => `กำลังจัดลงเคส: ${Math.floor((100 * done) / Math.max(1, of))} %`,
  askMe: (addresses) => `ดูเหมือนนี่เป็นที่อยู่อีเมลของคุณ: ${addresses} ถ้าถูกต้องให้กด Enter ถ้าไม่ใช่ให้พิมพ์ที่อยู่ที่ถูกต้อง:`,
  guessedMe: (addresses) => `ถือว่านี่เป็นที่อยู่อีเมลของคุณ: ${addresses} แก้ได้ด้วย: desk config set me อีเมล,…`,
  interrupted: 'หยุดก่อนจบ ส่วนที่นำเข้าแล้วยังอยู่ นำเข้าแบบเดิมอีกครั้งจะทำต่อจากตรงนั้น',
  notMail: (n, some) => `มี ${n} ไฟล์ที่ไม่ใช่อีเมล: ${some.join(', ')}${n > some.length ? ' …' : ''}`,
  moreProblems: (n) => `… และอีก ${n} ปัญหา ดูทั้งหมดด้วย --json`,
  imported: ({ mails: n, cases: c, waiting, oldest, dryRun }) =>
    `${dry(dryRun)}${mails(n)} ${cases(c)} ${waiting === 0 ? 'ไม่มีลูกค้ารอคุณอยู่' : `มีลูกค้ารอคุณ ${waiting} ราย${oldest === null ? '' : waiting === 1 ? ` รอมา ${oldest}` : ` นานที่สุด ${oldest}`}`}`,
  importRest: ({ unchanged, skipped, unfiled, solved, templates }) =>
    [
      unchanged === 0 ? '' : `${mails(unchanged)} มีอยู่แล้ว`,
      solved === 0 ? '' : `${cases(solved)} ถือว่าเรียบร้อยแล้ว`,
      templates === 0 ? '' : `เพิ่มหรือแก้เทมเพลต ${templates} ชุด`,
      skipped === 0 ? '' : `อ่านไม่ได้ ${skipped} ฉบับ`,
      unfiled === 0 ? '' : `อ่านและเก็บ${mails(unfiled)}ไว้แล้ว แต่ยังไม่ได้จัดลงเคส`,
    ]
      .filter((one) => one !== '')
      .join(' · '),

  settings: {
    me: 'ที่อยู่อีเมลของคุณเอง คั่นด้วยจุลภาค',
    agent: 'ชื่อของคุณ ใช้ตอนตอบและในประวัติ',
    shop: 'ชื่อร้าน ใช้ในเทมเพลต',
    language: 'en, vi หรือ th ถ้าไม่ตั้งจะตามระบบ',
    'input-method': 'วิธีพิมพ์ภาษาเวียดนาม: telex, vni หรือ viqr',
    'last-seen': 'เปิดดูล่าสุดเมื่อใด',
  },
  reindexed: (entries, dryRun) => `${dry(dryRun)}ดัชนีค้นหามี ${entries} รายการแล้ว`,
  rejudged: (n) => `ตัดสินใหม่แล้ว ${mails(n)} ว่าเป็นเพียงคำขอบคุณหรือไม่ ย้อนกลับได้ด้วย: desk undo`,
  findings: {
    'node-current': {
      good: (f) => `Node ${f.version} ใหม่พอ`,
      bad: (f) => `Node ${f.version} เก่าเกินไป คลังข้อมูลอาจเสียหายได้ โปรดติดตั้ง Node 22.12 ขึ้นไป`,
    },
    'locale-utf8': {
      good: () => 'เทอร์มินัลใช้ UTF-8',
      bad: (f) =>
        `locale ${f.locale} ไม่ใช่ UTF-8 อักษรไทยและสระวรรณยุกต์อาจแสดงเป็นเครื่องหมายคำถาม ตั้งค่าเช่น: export LANG=C.UTF-8`,
    },
    'disk-local': {
      good: () => 'คลังข้อมูลอยู่บนดิสก์ของเครื่อง',
      bad: (f) => `${f.path} อยู่บนไดรฟ์เครือข่าย ซึ่งคลังข้อมูลจะเสียหายไม่ช้าก็เร็ว ย้ายทั้งสองไฟล์มาที่ดิสก์ของเครื่อง แล้วใช้: desk --db ไฟล์`,
    },
    'no-leftovers': {
      good: () => 'ไม่มีสำเนาที่ทำค้างไว้',
      bad: (f) =>
        `มีสำเนาที่ทำไม่เสร็จ ${f.files} ไฟล์จากการสำรอง กู้คืน หรืออัปเดตที่หยุดกลางคัน: ${f.path} เมื่อไม่มี desk ทำงานอยู่ ให้ลบไฟล์ที่ลงท้ายด้วย .part.db หรือ .part.raw.db`,
    },
    'store-sound': {
      good: () => 'คลังข้อมูลสมบูรณ์',
      bad: (f) => `คลังข้อมูลเสียหาย: ${f.problem} คัดลอกทั้งสองไฟล์ไว้ก่อนทำอย่างอื่น แล้วกู้คืนจากข้อมูลสำรอง: desk restore ไฟล์`,
    },
    'references-sound': {
      good: () => 'ข้อมูลเชื่อมโยงกันถูกต้อง',
      bad: (f) => `มี ${f.rows} แถวที่อ้างถึงสิ่งที่ไม่มีแล้ว คัดลอกทั้งสองไฟล์ไว้ แล้วกู้คืนจากข้อมูลสำรอง: desk restore ไฟล์`,
    },
    'raw-sound': {
      good: () => 'คลังอีเมลต้นฉบับสมบูรณ์',
      bad: (f) => `คลังอีเมลต้นฉบับเสียหาย: ${f.problem} คัดลอกทั้งสองไฟล์ไว้ก่อนทำอย่างอื่น แล้วกู้คืนจากข้อมูลสำรอง: desk restore ไฟล์`,
    },
    'raw-complete': {
      good: () => 'อีเมลต้นฉบับครบ',
      bad: (f) => `อีเมลต้นฉบับหายไป ${f.mails} ฉบับ desk.raw.db เป็นของคลังนี้หรือไม่ วางไฟล์ที่ถูกต้องกลับที่เดิม หรือนำเข้าอีเมลเดิมอีกครั้ง`,
    },
    'mail-filed': {
      good: () => 'อีเมลที่เข้ามาทุกฉบับอยู่ในเคสแล้ว',
      bad: (f) =>
        `มีอีเมล ${f.mails} ฉบับที่เข้ามาแล้วแต่ยังไม่อยู่ในเคสใด (${f.problem}) อีเมลต้นฉบับยังอยู่ ลองอีกครั้ง: desk mail fetch --again`,
    },
    'index-complete': {
      good: () => 'ดัชนีค้นหามีครบทุกรายการ',
      bad: (f) => `ดัชนีค้นหาขาดไป ${f.missing} รายการ และมีรายการที่ลบไปแล้ว ${f.stray} รายการ ให้สั่ง: desk reindex`,
    },
    'fold-current': {
      good: () => 'ดัชนีค้นหาเป็นปัจจุบัน',
      bad: (f) => `ดัชนีค้นหาสร้างโดย desk อีกรุ่น (${f.version}) ให้สั่ง: desk reindex`,
    },
    'clock-sound': {
      good: () => 'นาฬิกาถูกต้อง',
      bad: (f) => `การเปลี่ยนแปลงล่าสุดลงวันที่ในอนาคต (${f.newest}) โปรดตรวจนาฬิกาของเครื่อง`,
    },
    'mode-private': {
      good: (f) => `มีแต่คุณที่อ่าน ${f.path} ได้`,
      bad: (f) => `คนอื่นอ่าน ${f.path} ได้ (สิทธิ์ ${f.mode}) แก้ด้วย: chmod ${f.wanted} ${f.path}`,
    },
  },

  tagline: 'โปรแกรมดูแลลูกค้าในเทอร์มินัล',
  usage: 'วิธีใช้',
  command: 'คำสั่ง',
  bare: 'เปิดหน้าจอทำงาน ถ้าส่งผ่าน pipe จะพิมพ์กล่องเข้า',
  everywhere: 'ตัวเลือกของทุกคำสั่ง',
  ownOptions: 'ตัวเลือก',
  examples: 'ตัวอย่าง',
  moreHelp: 'ดูรายละเอียดของคำสั่ง: desk help คำสั่ง',
  configList: 'แสดงการตั้งค่าทั้งหมดและความหมาย',
  configUnset: 'คืนการตั้งค่าเป็นค่าเริ่มต้น',
  about: {
    import: [
      'อ่านได้ทั้ง mbox (รวม .gz), Maildir, ไฟล์ .eml และ JSONL ของ desk ส่วน - คือ stdin สิ่งที่มีอยู่แล้วจะไม่ถูกเพิ่มซ้ำ และย้อนกลับครั้งเดียวได้ทั้งหมด',
      'เคสที่ไม่มีความเคลื่อนไหวเกิน 30 วันจะถือว่าเรียบร้อยแล้ว เพื่อไม่ให้อีเมลเก่าท่วมกล่องเข้า',
    ],
    list: [
      'ถ้าไม่ใส่คำค้นจะแสดงกล่องเข้า "*" หรือ "" แสดงทุกเคส รวมที่พักไว้และที่ปิดแล้ว คำที่มีขีดนำหน้าหนึ่งขีดคือเงื่อนไขที่ต้องไม่ตรง',
      'ค้นคำได้แม้อยู่กลางประโยค "สองคำ" ในเครื่องหมายคำพูดคือวลี คีย์: status: kind: topic: mood: priority: tag: channel: from: customer: segment: product: department: created: updated: waiting: solved: snoozed: number: lang: sort:, is:open|waiting|snoozed|unread, has:attachment|note|draft ใช้ OR และวงเล็บได้ เช่น priority>=high waiting>4h (kind:care OR segment:loyal)',
      'เมื่อส่งผ่าน pipe คอลัมน์คือ เลขที่ ความสำคัญ สถานะ ประเภท เวลารอ ลูกค้า หัวเรื่อง แท็ก คั่นด้วยช่องว่างอย่างน้อยสองช่อง: awk -F "  +"',
    ],
    reply: [
      'ถ้ายังไม่มีบัญชีอีเมล คำตอบจะถูกเก็บไว้และไม่ส่งออก จากนั้นเคสจะรอลูกค้า เว้นแต่ --set หรือเทมเพลตกำหนดไว้อย่างอื่น N เป็น - ได้: เลขเคสจาก stdin',
    ],
    note: ['N เป็น - ได้: เลขเคสจาก stdin'],
    set: [
      'ช่อง: subject status priority kind topic mood channel product department snooze ส่วน N เป็น - ได้: เลขเคสจาก stdin',
      'snooze=until:2026-12-01 (หรือเมื่อลูกค้าตอบ), firm:2026-12-01 (แม้ลูกค้าจะตอบ), reply, until:3d, none',
      'บอกเวลาเป็นคำพูดได้ทั้งสามภาษา: snooze="พรุ่งนี้ 9 โมง", snooze="ศุกร์บ่าย", snooze="T6 17h", snooze="fri 5pm", snooze=20/11',
    ],
    split: ['ENTRY คือเลขหน้ารายการใน desk show ทั้งสองเคสจะเชื่อมโยงกัน'],
    call: ['การโทรถือว่าได้ตอบแล้ว จากนั้นเคสจะรอลูกค้า เว้นแต่เคสเรียบร้อยแล้ว'],
    spam: ['เคสจะติดแท็ก spam และถือว่าเรียบร้อย อีเมลต่อไปของผู้ส่งก็เช่นกัน ย้อนกลับครั้งเดียวได้ทั้งหมด N เป็น - ได้: เลขเคสจาก stdin'],
    source: ['ENTRY คือเลขหน้ารายการใน desk show บนเทอร์มินัลจะแสดงแบบกรองแล้ว'],
    'template-add': [
      'ไฟล์ที่ขึ้นต้นด้วยบรรทัด --- คือเทมเพลตทั้งชุด: name:, title:, tags: และ set: (เหมือน desk set) ตามด้วยบรรทัด --- แล้วเป็นข้อความ ภาษาอื่นอยู่ใต้บรรทัดแบบ --- th --- ดูตัวอย่างด้วย desk templates show',
    ],
    'config-set': ['การตั้งค่า: me (ที่อยู่อีเมลของคุณ คั่นด้วยจุลภาค), agent (ชื่อคุณ), shop (ชื่อร้าน), language (en, vi, th)'],
    attachments: [
      'แต่ละไฟล์ถูกแยกจากอีเมลต้นฉบับ บันทึกด้วยชื่อที่ปลอดภัยและอ่านได้เฉพาะคุณ ไฟล์ที่มีอยู่แล้วจะไม่ถูกเขียนทับ เมื่อส่งผ่าน pipe คอลัมน์คือ รายการ ขนาดเป็นไบต์ ชนิด และชื่อ',
    ],
    backup: [
      'สร้างสองไฟล์ คือ FILE และไฟล์อีเมลต้นฉบับข้างกัน (desk.db และ desk.raw.db) ณ เวลาเดียวกัน แม้มีคนกำลังเขียนอยู่ ไม่เขียนทับไฟล์ที่มีอยู่ ข้อมูลสำรองเป็นคลังข้อมูลในตัว เปิดได้ด้วย desk --db FILE',
    ],
    restore: [
      'ปิดหน้าต่าง desk ทั้งหมดก่อน บนเทอร์มินัลจะถามก่อน เมื่อส่งผ่าน pipe ต้องใส่ --yes อีเมลต้นฉบับมีแต่เพิ่ม ไม่หาย ฉบับที่มาหลังการสำรองยังอยู่ และนำเข้าอีกครั้งจะกลับมาเป็นเคสได้',
    ],
    export: [
      'ถ้าไม่ใส่คำค้นจะส่งออกทั้งหมด: เคสพร้อมโน้ตและอีเมลต้นฉบับ ลูกค้า เทมเพลต และการตั้งค่า แบบ jsonl นำกลับด้วย desk import ลงคลังว่างได้เหมือนเดิม แต่ไม่รวมประวัติและการย้อนกลับ (desk backup เก็บให้ด้วย)',
      "csv มีหนึ่งแถวต่อเคส สำหรับสเปรดชีต ช่องที่อาจถูกคำนวณเป็นสูตรจะขึ้นต้นด้วยเครื่องหมาย ' mbox มีเฉพาะอีเมลต้นฉบับ (mboxrd: เติม > หน้าบรรทัดที่ขึ้นต้นด้วย From) ไม่มีอะไรถูกส่งซ้ำ ข้อความที่รอส่งจะกลับมาเป็นสถานะเก็บไว้",
    ],
    'mail-send': [
      'สำหรับ cron: ส่งสิ่งที่ถึงเวลาแล้วจบ รหัส 69 หมายถึงติดต่อเซิร์ฟเวอร์ไม่ได้ อีเมลที่รอจะลองใหม่ห่างขึ้นเรื่อย ๆ และไม่มีฉบับใดออกสองครั้ง',
    ],
    'mail-release': ['อีเมลถูกพักไว้เมื่อเขียนก่อนมีบัญชี ถูกเรียกกลับ หรือรอเกินหนึ่งวัน'],
    'mail-settle': ['sent: ถึงแล้วหรือส่งต่อด้วยมือแล้ว again: ส่งอีกครั้งด้วย Message-ID เดิม ผู้ที่ได้รับแล้วจะเห็นเพียงฉบับเดียว'],
    undo: [
      'ถ้าไม่ใส่ ID จะย้อนการเปลี่ยนแปลงล่าสุดจากบรรทัดคำสั่ง อย่างอื่นใช้เลขจาก --list การนำเข้าหรือแก้หลายเคสจะย้อนทีละเคส เคสที่มีคนทำต่อแล้วจะคงไว้',
    ],
  },
  options: {
    db: 'คลังข้อมูลที่จะใช้',
    json: 'ผลลัพธ์เป็น JSON',
    readOnly: 'ไม่เปลี่ยนอะไร',
    lang: 'ภาษาที่แสดง',
    noColor: 'ไม่ใช้สี',
    help: 'ความช่วยเหลือนี้',
    version: 'รุ่น',
    dryRun: 'บอกว่าจะเกิดอะไรขึ้น โดยไม่เปลี่ยนอะไร',
    numbersOnly: 'เฉพาะเลขเคส',
    limit: 'ไม่เกินเท่านี้ (บนเทอร์มินัล 50 เมื่อส่งผ่าน pipe แสดงทั้งหมด)',
    view: 'inbox, waiting, theirs, snoozed, solved หรือ all',
    quotes: 'แสดงข้อความที่อ้างถึงด้วย',
    customer: 'อีเมล เบอร์โทร รหัส หรือชื่อลูกค้า',
    subject: 'เรื่องอะไร',
    kind: 'support, service (ค่าเริ่มต้น) หรือ care',
    channel: 'email, phone (ค่าเริ่มต้น), video, chat, social, sms, web หรือ visit',
    said: 'คำพูดของลูกค้า ส่วน - คือ stdin',
    message: 'ข้อความ ส่วน - คือ stdin',
    file: 'ข้อความจากไฟล์',
    template: 'ข้อความจากเทมเพลต เติมให้แต่ละเคส',
    language: 'ใช้เทมเพลตฉบับภาษานี้',
    setWith: 'แก้พร้อมการตอบ เหมือน desk set ใช้ซ้ำได้',
    minutes: 'คุยกี่นาที',
    callIn: 'ลูกค้าโทรเข้ามา',
    callText: 'คุยเรื่องอะไร ส่วน - คือ stdin',
    score: '1 (ไม่พอใจมาก) ถึง 5 (พอใจมาก)',
    comment: 'ลูกค้าว่าอย่างไร',
    notSpam: 'ไม่ใช่สแปม นำเคสและผู้ส่งกลับมา',
    undoList: 'สิ่งที่ทำไป ล่าสุดก่อน พร้อมเลข',
    releaseAll: 'ทุกฉบับที่พักไว้',
    now: 'ส่งเลย ไม่รอสิบวินาทีที่เรียกกลับได้',
    at: 'ออกเวลานี้: พรุ่งนี้เช้า, ศุกร์ 9 โมง, 2026-12-01T08:00',
    to: 'ส่งถึงที่อยู่นี้แทน ใส่ซ้ำได้',
    cc: 'สำเนาถึงที่อยู่นี้ ใส่ซ้ำได้',
    bcc: 'สำเนาลับถึงที่อยู่นี้ ใส่ซ้ำได้',
    replyFrom: 'ส่งจากที่อยู่นี้ของเรา',
    replySubject: 'ใช้หัวเรื่องนี้',
    attach: 'ไฟล์แนบ ใส่ซ้ำได้ รวมไม่เกิน 25 MB',
    quote: 'ยกข้อความที่ตอบมาไว้ใต้ข้อความ',
    deep: 'อ่านอีเมลต้นฉบับทุกฉบับอีกครั้งด้วย',
    title: 'ชื่อเรียก ไว้ค้นหา',
    textLanguage: 'ภาษาของข้อความ (ค่าเริ่มต้นตาม --lang)',
    templateText: 'ข้อความ มีช่องเติมเช่น {{customer.name}}',
    templateFile: 'ข้อความ หรือเทมเพลตทั้งชุด จากไฟล์',
    templateSet: 'แก้เคสเมื่อใช้เทมเพลต เหมือน desk set ใช้ซ้ำได้',
    templateTag: 'แท็กไว้ค้นหาเทมเพลต ใช้ซ้ำได้',
    format: 'mbox, maildir, eml, mmdf หรือ jsonl ถ้าไม่ใส่จะดูให้เอง',
    me: 'ที่อยู่อีเมลของคุณเอง คั่นด้วยจุลภาค',
    solvedBefore: 'ไม่มีความเคลื่อนไหวตั้งแต่ก่อนวันที่นี้ ถือว่าเรียบร้อย',
    keepOpen: 'ไม่ถือว่าเคสใดเรียบร้อย',
    saveTo: 'บันทึกลงโฟลเดอร์นี้',
    yes: 'ไม่ต้องถามยืนยัน',
    exportFormat: 'jsonl (ค่าเริ่มต้น), csv หรือ mbox',
    deliverAccount: 'บัญชีที่รับอีเมล ถ้าไม่ระบุจะดูจากที่อยู่ผู้รับ',
    watch: 'ทำงานต่อ รับทันทีที่มีอีเมล จนกว่าจะสั่งให้หยุด',
    sendToo: 'ใช้กับ --watch: ส่งข้อความที่ถึงกำหนดด้วย',
    fetchSince: 'รับครั้งแรกย้อนไปถึง: วันที่ หรือ all',
    againUnfiled: 'ลองจัดอีเมลที่เคยจัดลงเคสไม่ได้ก่อน',
    withParent: 'ใช้กับ --watch: หยุดพร้อมโปรแกรมที่เรียกใช้',
    mailAddress: 'ที่อยู่ที่ลูกค้าเขียนถึง',
    mailName: 'ชื่อผู้ส่ง',
    imap: 'เซิร์ฟเวอร์รับอีเมล หรือ none',
    smtp: 'เซิร์ฟเวอร์ส่งอีเมล หรือ none',
    tls: 'on, starttls หรือ off ถ้าไม่ระบุจะดูจากพอร์ต',
    mailUser: 'ชื่อผู้ใช้ (ค่าเริ่มต้น: ที่อยู่อีเมล)',
    passwordFile: 'ไฟล์ที่คุณอ่านได้คนเดียว (สิทธิ์ 0600)',
    passwordStdin: 'รับรหัสผ่านทาง stdin แล้วเก็บไว้ในไฟล์แบบนั้น',
    passwordCommand: 'คำสั่งที่พิมพ์รหัสผ่านหรือโทเค็น',
    oauth2: 'รหัสผ่านเป็นโทเค็น OAuth2 (XOAUTH2)',
    mailFolder: 'โฟลเดอร์บนเซิร์ฟเวอร์ (ค่าเริ่มต้น: INBOX)',
    afterFetch: 'leave (ค่าเริ่มต้น), seen หรือ move:โฟลเดอร์',
    mailSince: 'รับอีเมลตั้งแต่วันนี้เป็นต้นไป หรือ all',
    sentCopy: 'ใครเก็บอีเมลที่ส่งแล้ว: append (desk), server หรือ none',
    sentFolder: 'โฟลเดอร์ของอีเมลที่ส่งแล้ว (ค่าเริ่มต้น: ตามเซิร์ฟเวอร์)',
    authservId: 'ชื่อเซิร์ฟเวอร์ของเราใน Authentication-Results',
    subjectNumber: 'ใส่ [#42] ในหัวเรื่องของคำตอบ',
    htmlMail: 'เพิ่มส่วน HTML ที่สร้างจากข้อความแบบ Markdown',
    plusAddress: 'คำตอบกลับมาที่ user+เคส@domain',
    autoReply: 'เทมเพลตของคำตอบอัตโนมัติครั้งแรก หรือ none',
    signature: 'ลายเซ็นในภาษานั้น ใส่ซ้ำได้',
    unencrypted: 'ยอมให้ส่งรหัสผ่านไปเครื่องอื่นโดยไม่เข้ารหัส',
    unchecked: 'บันทึกโดยไม่ลองเข้าสู่ระบบ',
  },
};

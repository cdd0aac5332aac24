import type { Words } from '../index.ts';
import { grouped } from '../number.ts';

export const customers: Words['customers'] = {
  rules: {
    'late-first': 'trả lời lần đầu quá trễ',
    'late-next': 'trả lời tiếp theo quá trễ',
    'waited-long': 'phải chờ nhiều ngày',
    reopened: 'đã xử lý xong mà khách phải quay lại',
    'rating-low': 'chấm 1 hoặc 2',
    complaint: 'đã phàn nàn',
    angry: 'đã nổi giận',
    'promise-broken': 'thất hứa với khách',
    'first-contact': 'xử lý xong ngay lần liên hệ đầu',
    'rating-5': 'chấm 5',
    'rating-4': 'chấm 4',
    'promise-kept': 'giữ lời hứa với khách',
    'option-taken': 'nhận một lựa chọn được đưa ra',
    thanks: 'nói lời cảm ơn',
  },
  consents: { yes: 'đồng ý để mình chủ động liên hệ', no: 'không muốn mình chủ động liên hệ' },
  why: (rule, day) => {
    switch (rule.rule) {
      case 'first-purchase':
        return rule.at === null ? 'mua lần đầu' : `mua lần đầu ngày ${day(rule.at)}`;
      case 'bought-again':
        return `đã mua ${rule.purchases} lần`;
      case 'time-since-first':
        return `mua lần đầu cách đây ${rule.days} ngày`;
      case 'often-bought':
        return `mua ${rule.purchases} lần trong ${rule.withinDays} ngày`;
      case 'value':
        return `đã mua tổng cộng ${grouped(rule.value)}, hơn ${grouped(rule.over)}`;
      case 'silent':
        return `${rule.days} ngày không liên lạc, không mua gì`;
      case 'came-back':
        return `mua lại ngày ${day(rule.at)}`;
    }
  },
  since: (segment, day) => `${segment} từ ${day}`,
  internal: 'người của mình',
  tags: 'Thẻ',
  notes: 'Ghi chú',
  value: 'Giá trị',
  bySegment: 'theo nhóm',
  bought: 'Đã mua',
  serial: (serial) => `số máy ${serial}`,
  warranty: (day) => `bảo hành đến ${day}`,
  cases: 'Phiếu',
  suggested: (segment, reason) => `Theo quy tắc: ${segment} (${reason}).`,
  setItWith: (command) => `Đặt bằng: ${command}`,
  ledger: 'Sổ trải nghiệm',
  noMarks: 'Chưa có dấu nào.',
  poor: (marks, sum) => `${grouped(marks)} dấu xấu = ${sum}`,
  good: (marks, sum) => `${grouped(marks)} dấu tốt = ${sum}`,
  balance: (good, ratio, poor, balance) => `số dư ${good} - ${ratio} x ${poor} = ${balance}`,
  strikes: (strikes, of, days) => `${strikes}/${of} lần tệ trong ${days} ngày`,
  oneMore: 'Thêm một lần nữa là khách này bỏ đi.',
  enough: 'Đã đủ số lần tệ để khách bỏ đi.',
  claims: (strikes, ratio) =>
    `${strikes} lần tệ và ${ratio} bù 1 là điều các bài viết trong nghề nêu ra (92 % bỏ đi sau ba lần tệ; mười hai lần tốt bù một lần): lời nêu, không phải quy luật. Đổi bằng desk config set ledger.`,
  mark: (weight) => `trọng số ${weight}`,
  strike: 'lần tệ',
  overruled: (reason) => `không tính: ${reason}`,
  overruleWith: (command) => `Dấu nào sai: ${command}`,
  overrulesSaid: (what, dry) => (dry ? `Sẽ không tính: ${what}.` : `Không tính nữa: ${what}.`),
  countsSaid: (what, dry) => (dry ? `Sẽ tính lại: ${what}.` : `Tính lại: ${what}.`),
  cardLedger: (strikes, of, balance) => `${strikes} lần tệ (${of} là mất khách), số dư ${balance}`,
  none: 'Không tìm thấy khách nào.',
  changed: (name, what, dry) => (dry ? `Sẽ đổi ${name}: ${what}.` : `${name}: đã đổi ${what}.`),
  unchanged: (name) => `${name} vốn đã như vậy.`,
  purchaseRemoved: (product, dry) => (dry ? `Sẽ bỏ ${product}.` : `Đã bỏ: ${product}.`),
  wouldBuy: (product) => `Sẽ ghi ${product}.`,
  fields: {
    ...{ name: 'họ tên', givenName: 'tên gọi', honorific: 'xưng hô', language: 'ngôn ngữ', company: 'công ty' },
    ...{ segment: 'nhóm', internal: 'người của mình', consent: 'việc chủ động liên hệ', notes: 'ghi chú', tags: 'thẻ' },
    ...{ emails: 'địa chỉ', phones: 'điện thoại', handles: 'tài khoản', fields: 'trường riêng' },
  },
  noted: (product) => `Đã ghi: ${product}.`,
  noSuggestion: 'Theo quy tắc thì không cần đổi nhóm.',
  noPurchaseHere: 'Dòng này không phải món đã mua.',
  noMarkHere: 'Dòng này không có dấu nào trong sổ.',
  nobodyMerged: 'Chưa có ai được gộp vào khách này.',
  nobodyYet: 'Chưa rõ là khách nào.',
  buyAsk: 'Đã mua',
  buyHint: 'sản phẩm amount=12000000 warranty=24mo serial=… at=2026-03-01 delivered=…',
  overruleAsk: 'Không tính vì',
  mergeAsk: 'Ai là cùng một người',
  mergeHint: (name) => `được gộp vào ${name}: số khách, địa chỉ, điện thoại hoặc tên`,
  mergeSure: 'Gộp hai khách? y để gộp, phím khác để thôi.',
  unmergeAsk: 'Tách ra lại, theo số khách',
  emptyForgets: 'Để trống là bỏ đi.',
  listTitle: 'Khách hàng',
  count: (n) => `${grouped(n)} khách`,
  countMore: (n) => `${grouped(n)} khách đã đọc`,
  onlyAtRisk: 'chỉ khách sắp mất',
  searching: 'Đang tìm …',
  heads: { name: 'họ tên', segment: 'nhóm', strikes: 'lần tệ', last: 'liên lạc', open: 'mở' },
  merged: (one, other, dry) => (dry ? `${one} sẽ được gộp vào ${other}.` : `${one} đã gộp vào ${other}.`),
  unmerged: (one, other, dry) => (dry ? `${one} sẽ được tách khỏi ${other}.` : `${one} đã tách khỏi ${other}.`),
  moves: (moved) =>
    `Chuyển: ${moved.cases} phiếu, ${moved.points} địa chỉ hoặc số, ${moved.purchases} món đã mua, ${moved.commitments} việc theo dõi hoặc lời hẹn, ${moved.tags} thẻ.`,
  learns: (fields) => `Lấy thêm: ${fields}.`,
  pairsTitle: 'Có thể là một người',
  pairs: (n) => `${grouped(n)} cặp`,
  lookedThrough: (percent) => `đã xem ${percent} %`,
  noDuplicates: 'Không có hai khách nào giống cùng một người.',
  mergeWith: 'Gộp hai khách: desk customers merge TỪ VÀO --dry-run',
  names: {
    same: 'cùng tên',
    marks: 'cùng tên, khác dấu',
    order: 'tên cùng các chữ',
    part: 'tên này nằm trong tên kia',
    given: 'cùng tên gọi',
    other: 'khác tên',
    unknown: 'chưa biết tên',
  },
  alike: {
    phone: 'điện thoại',
    address: 'địa chỉ',
    spelling: 'hộp thư',
    handle: 'tài khoản',
    company: 'công ty',
    domain: 'tên miền',
    product: 'sản phẩm',
    'local-part': 'tên trong địa chỉ',
  },
  imported: (added, updated, unchanged, dry) =>
    `${dry ? 'Sẽ là: ' : ''}thêm ${added}, đổi ${updated}, giữ nguyên ${unchanged}.`,
  importing: (done, of) => `${done} trên ${of} dòng`,
  badRow: (row, why) => `Dòng ${row}: ${why}`,
};

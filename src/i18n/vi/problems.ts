import type { Expectation, ProblemCode } from '../../domain/problem.ts';
import { type Facts, sentence } from '../say.ts';

const expectations: Readonly<Record<Expectation, (facts: Facts) => string>> = {
  text: () => 'phải là văn bản',
  number: () => 'phải là số',
  'whole-number': () => 'phải là số nguyên',
  date: () => 'phải là ngày giờ như 2026-03-12T09:00:00Z',
  'yes-no': () => 'phải là true hoặc false',
  list: () => 'phải là danh sách',
  object: () => 'phải là một nhóm trường trong { }',
  address: () => 'phải là địa chỉ email, hoặc { } có name và address',
  'one-of': (f) => `phải là một trong: ${f.values}`,
  'at-least': (f) => `phải từ ${f.least} trở lên`,
  'not-empty': () => 'không được để trống',
  sha256: () => 'phải là mã sha256 (64 chữ số thập lục phân)',
  'own-bytes': () => 'không phải mã sha256 của dữ liệu đi kèm',
  'template-name': () => 'chỉ gồm chữ, số và dấu gạch nối',
  body: () => 'phải có ít nhất một nội dung',
  other: () => 'không đúng',
};
/** What a value must be. */
export const expectation = (f: Facts): string => sentence(expectations, f.expected, f);
const wrong = (f: Facts): string => `${f.field || 'bản ghi'} ${expectation(f)}`;

export const problems: Readonly<Record<ProblemCode, (facts: Facts) => string>> = {
  'empty-file': () => 'tệp trống',
  'not-mail': () => 'không phải thư, hộp thư hay tệp của desk',
  'before-first-mail': () => 'phần chữ trước thư đầu tiên không được đọc',
  'source-broken': (f) => `không đọc được đến hết (${f.cause})`,
  'line-too-long': (f) => `dòng ${f.line}: dài quá ${f.megabytes} MB`,
  'line-not-json': (f) => `dòng ${f.line}: không phải JSON`,
  'line-wrong': (f) => `dòng ${f.line}: ${wrong(f)}`,
  'template-wrong': wrong,
  'html-deep': () => 'HTML lồng nhau quá sâu nên chỉ hiện được một phần; thư gốc vẫn còn.',
  'html-long': (f) => `HTML dài quá ${f.megabytes} MB nên chỉ hiện một phần; thư gốc vẫn còn.`,
  'mail-long': (f) => `Thư lớn quá ${f.megabytes} MB nên chỉ đọc một phần; thư gốc vẫn còn.`,
  'mail-cut-short': (f) => `Không đọc được thư đến hết (${f.cause}); thư gốc vẫn còn.`,
  'text-unreadable': (f) => `Không đọc được nội dung thư (${f.cause}); thư gốc vẫn còn.`,
  'reader-slow': (f) => `Không đọc xong thư trong ${f.seconds} giây; thư gốc vẫn còn.`,
  'reader-memory': (f) => `Không đọc được thư với ${f.megabytes} MB bộ nhớ; thư gốc vẫn còn.`,
  'reader-ended': () => 'Không đọc được thư: trình đọc thư đã dừng; thư gốc vẫn còn.',
  'reader-failed': (f) => `Không đọc được thư: trình đọc thư gặp lỗi (${f.cause}); thư gốc vẫn còn.`,
  'reader-closed': () => 'Chưa đọc thư vì desk đang thoát; thư gốc vẫn còn.',
  'mail-too-large': (f) => `lớn hơn ${f.megabytes} MB: không nhập`,
  'not-filed': (f) => `không xếp được vào phiếu (${f.cause}); thư gốc vẫn còn`,
  told: (f) => String(f.text),
};

import type { Expectation, ProblemCode } from '../../domain/problem.ts';
import { grouped } from '../number.ts';
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
  'no-longer': (f) => `không được dài hơn ${grouped(Number(f.most))} chữ`,
  'not-empty': () => 'không được để trống',
  sha256: () => 'phải là mã sha256 (64 chữ số thập lục phân)',
  'own-bytes': () => 'không phải mã sha256 của dữ liệu đi kèm',
  'template-name': () => 'chỉ gồm chữ, số và dấu gạch nối',
  body: () => 'phải có ít nhất một nội dung',
  other: () => 'không đúng',
};
/** The status code a server gave, where it gave one. */
const code = (f: Facts): string => (f.code ? ` (${f.code})` : '');

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
  'server-unknown': (f) => `Không tìm thấy máy chủ ${f.host}: kiểm tra tên máy chủ và mạng.`,
  'server-unreachable': (f) => `Không kết nối được tới ${f.host}:${f.port} (${f.cause}).`,
  'server-silent': (f) => `${f.host} không trả lời kịp.`,
  'server-closed': (f) => `${f.host} ngắt kết nối giữa chừng.`,
  'server-busy': (f) => `${f.host} tạm thời không nhận (${f.reply}).`,
  'server-odd': (f) => `${f.host} trả lời không giống máy chủ thư (${f.reply}).`,
  'certificate-wrong': (f) => `Chứng chỉ của ${f.host} không đáng tin (${f.cause}); chưa gửi gì cho máy chủ này.`,
  'tls-missing': (f) => `${f.host} không hỗ trợ mã hoá (STARTTLS); chưa gửi gì cho máy chủ này.`,
  'tls-failed': (f) => `Không tạo được kết nối mã hoá tới ${f.host} (${f.cause}).`,
  'server-refused': (f) => `${f.host} từ chối: ${f.reply}`,
  'no-folder': (f) => `${f.host} không có thư mục “${f.folder}”, hoặc không cho vào.`,
  'login-refused': (f) =>
    `${f.host} không chấp nhận đăng nhập của ${f.user} (${f.code}): kiểm tra tên người dùng và mật khẩu.`,
  'secret-unread': (f) => `Không đọc được mật khẩu (${f.cause}).`,
  'message-refused': (f) => `Máy chủ không nhận thư: ${f.reply}`,
  'message-too-large': (f) => `Thư lớn hơn mức ${f.host} cho phép.`,
  'recipients-refused': (f) => `Đã gửi, nhưng không tới được ${f.addresses}: ${f.reply}`,
  'answer-missing': (f) => `Thư đã chuyển cho ${f.host} mà không có hồi đáp: có thể thư đã đi.`,
  'sender-gone': () => 'desk dừng trong lúc đang gửi: có thể thư đã đi.',
  'not-in-sent': () => 'Không có trong hộp Đã gửi nên thư chưa đi; đang gửi lại.',
  'not-composed': (f) => `Không soạn được thư để gửi (${f.cause}).`,
  'sent-copy-failed': (f) => `Đã gửi, nhưng không lưu được bản sao vào hộp Đã gửi (${f.cause}).`,
  'id-reused': () => 'Một thư khác có cùng Message-ID; cả hai đều được giữ.',
  bounced: (f) => `Thư không đến được ${f.address}: máy chủ thư bên đó đã trả lại${code(f)}.`,
  delayed: (f) => `Thư chưa đến ${f.address}; máy chủ thư vẫn đang thử gửi lại${code(f)}.`,
  told: (f) => String(f.text),
};

import type { Words } from '../index.ts';
import { dry } from './dry.ts';

/** Lời về tài khoản email, nhận thư và gửi thư. */
export const mail: Words['mail'] = {
  added: (address, dryRun) =>
    `${dry(dryRun)}Đã thêm tài khoản ${address}. Lấy thư bằng: desk mail fetch, hoặc thư tự về khi desk đang mở.`,
  changed: (address, dryRun) => `${dry(dryRun)}Đã sửa tài khoản ${address}.`,
  removed: (address, held, dryRun) =>
    `${dry(dryRun)}Đã gỡ tài khoản ${address}; các phiếu vẫn còn.${held === 0 ? '' : ` ${held} tin chưa gửi được giữ lại.`}`,
  passwordStays: (path) => `Tệp mật khẩu vẫn còn: ${path}`,
  loggingIn: 'Đang đăng nhập …',
  noAccounts: 'Chưa có tài khoản email nào. Kết nối bằng: desk mail add',
  outbox: 'Hộp thư đi',
  neverFetched: 'chưa lấy thư lần nào',
  fetchedAt: (when) => `lấy thư lần cuối: ${when}`,
  fetchFailed: (when, problem) => `không lấy được thư lúc ${when}: ${problem}`,
  sendFailed: (when, problem) => `không gửi được thư lúc ${when}: ${problem}`,
  askAddress: 'Địa chỉ thư',
  askImap: 'Máy chủ nhận thư (IMAP)',
  askSmtp: 'Máy chủ gửi thư (SMTP)',
  askUser: 'Tên đăng nhập',
  askName: 'Tên người gửi',
  askPassword: 'Mật khẩu (không hiện ra)',
  appPassword: (url) => `Nhà cung cấp này cần mật khẩu ứng dụng; tạo tại ${url}`,
  askDays: 'Lấy thư của bao nhiêu ngày gần đây (một số, hoặc all)',
  title: 'Thư',
  outboxEmpty: 'Không còn gì ở đây: mọi thư đã viết đều đã gửi.',
  byDelivery: 'thư vào qua desk mail deliver',
  holds: {
    'no-account': 'Viết khi chưa có tài khoản email: cho phép thì thư sẽ được gửi.',
    'before-account': 'Viết trước khi thêm tài khoản này: cho phép thì thư sẽ được gửi.',
    'called-back': 'Đã gọi lại.',
    stale: 'Đã chờ hơn một ngày mà chưa gửi lần nào: nếu vẫn cần gửi thì hãy cho phép.',
    'account-gone': 'Tài khoản của thư đã bị gỡ: cho phép thì tài khoản khác sẽ gửi.',
  },
  statusCode: (code) => `Mã trạng thái ${code}.`,
  attempts: (n) => `Đã thử ${n} lần.`,
  uncertainWhat: 'Thư đã giao cho máy chủ nhưng không có hồi đáp: có thể đã đến nơi. Desk không tự gửi lại.',
  manualWhat: 'Kênh này desk không gửi được: bạn tự chuyển lời, rồi đánh dấu đã chuyển.',
  failedNow: (n) => `${n} thư chưa gửi được!`,
  troubled: 'thư trục trặc (gm)',
  queuedNow: (n) => `${n} đang chờ gửi`,
  manualNow: (n) => `${n} cần tự chuyển`,
  fetchedAgo: (who, ago) => `${who} ${ago}`,
  accounts: (n) => `${n} tài khoản`,
  keptUnfiled: 'Thư đã được giữ lại nhưng chưa đưa được vào phiếu nào. Chạy desk doctor để biết lý do.',
};

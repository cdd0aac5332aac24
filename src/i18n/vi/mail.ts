import type { Words } from '../index.ts';
import { dry } from './dry.ts';

/** Lời về tài khoản thư, nhận thư và gửi thư. */
export const mail: Words['mail'] = {
  added: (address, dryRun) =>
    `${dry(dryRun)}Đã thêm tài khoản ${address}. Lấy thư bằng: desk mail fetch, hoặc thư tự về khi desk đang mở.`,
  changed: (address, dryRun) => `${dry(dryRun)}Đã sửa tài khoản ${address}.`,
  removed: (address, held, dryRun) =>
    `${dry(dryRun)}Đã gỡ tài khoản ${address}; các phiếu vẫn còn.${held === 0 ? '' : ` ${held} tin chưa gửi được giữ lại.`}`,
  passwordStays: (path) => `Tệp mật khẩu vẫn còn: ${path}`,
  loggingIn: 'Đang đăng nhập …',
  noAccounts: 'Chưa có tài khoản thư nào. Kết nối bằng: desk mail add',
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
};

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
  fetching: (address, done, of) => `${address}: ${done}/${of} …`,
  fetched: (mails, cases, dryRun) =>
    dryRun
      ? `${dry(true)}Trên máy chủ có ${mails} thư mới.`
      : mails === 0
        ? 'Không có thư mới.'
        : `${mails} thư mới trong ${cases} phiếu.`,
  fetchedRest: (unchanged, unfiled) =>
    [
      unchanged === 0 ? '' : `${unchanged} thư đã có sẵn`,
      unfiled === 0 ? '' : `${unfiled} thư đã giữ nhưng chưa vào phiếu nào: xem desk doctor`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  triedAgain: (filed, unfiled) =>
    `Đã thử lại: ${filed} thư đã vào phiếu${unfiled === 0 ? '' : `, ${unfiled} thư vẫn chưa`}.`,
  goesBack: (address, day) =>
    `Lần đầu lấy thư của ${address}, lùi về ${day}. Muốn ngày khác: desk mail fetch --since NGÀY`,
  askGoBack: (address) => `${address}: lấy thư của bao nhiêu ngày gần đây (một số, hoặc all)`,
  sinceOver: (address) => `Đã từng lấy thư của ${address}; --since chỉ có tác dụng ở lần đầu.`,
  title: 'Thư',
  outboxEmpty: 'Không còn gì ở đây: mọi thư đã viết đều đã gửi.',
  byDelivery: 'thư vào qua desk mail deliver',
  holds: {
    'no-account': 'Viết khi chưa có tài khoản email: cho phép thì thư sẽ được gửi.',
    'before-account': 'Viết trước khi thêm tài khoản này: cho phép thì thư sẽ được gửi.',
    'called-back': 'Đã gọi lại.',
    stale: 'Đã chờ hơn một ngày mà chưa gửi lần nào: nếu vẫn cần gửi thì hãy cho phép.',
    'account-gone': 'Tài khoản của thư đã bị gỡ: cho phép thì tài khoản khác sẽ gửi.',
    restored: 'Khôi phục từ bản sao lưu, có thể đã gửi sau lúc sao lưu: nếu chưa gửi thì hãy cho phép.',
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
  movedOn: (number, state) => `#${number}: ${state}.`,
  drafted: (number, dryRun) => `${dry(dryRun)}Đã đưa về bản nháp ở #${number}.`,
};

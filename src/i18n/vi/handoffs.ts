import type { handoffs as en, handoffErrors as enErrors } from '../en/handoffs.ts';
import { missingHint } from '../missing-hint.ts';
import type { Say } from '../say.ts';

const whys: typeof en.whys = {
  empty: 'cần điền',
  'not-a-date': 'một ngày, như 2026-03-14 hay 14/3/2026',
  'not-money': 'một số tiền',
  'no-evidence': 'chưa có tệp nào của khách: ghi rõ đang ở đâu, hoặc xin khách gửi',
};

export const handoffs: typeof en = {
  states: { waiting: 'chờ trả lời', answered: 'đã trả lời', withdrawn: 'đã rút lại' },
  whys,
  ask: 'Chuyển cho',
  askedFor: 'kịch bản cần',
  unknown: (typed) => `Không có bộ phận nào tên “${typed}”.`,
  stillMissing: (n, department) => `Còn thiếu ${n} mục cho ${department}`,
  mailed: (n, department, address) => `#${n} được gửi cho ${department} qua thư (${address}). z để hoàn tác.`,
  copied: (n, department) => `#${n} đã chuyển cho ${department}; phiếu chuyển đã được sao chép để dán.`,
  saved: (n, department, path) => `#${n} đã chuyển cho ${department}: ${path}`,
  made: (n, department) => `#${n} đã chuyển cho ${department}.`,
  withdrawAsk: 'Lý do',
  withdraws: (n, department) => `#${n} được rút lại từ ${department}.`,
  willCallBack: 'Thư chưa gửi đi, và sẽ không gửi nữa.',
  willTell: 'Thư đã gửi đi: bộ phận sẽ nhận một thư báo rút lại.',
  willNotTell: 'Không chuyển qua thư: bạn tự báo bộ phận nhé.',
  withdrawn: (n, department) => `#${n} đã rút lại từ ${department}.`,
  calledBack: 'Thư chưa gửi đi và không gửi nữa.',
  toldBy: (address) => `Một thư báo cho ${address}.`,
  notTold: 'desk không báo cho bộ phận.',
  receivedLate: (n, department) => `#${n}: ${department} trả lời phiếu đã rút lại.`,
  late: 'trả lời sau khi đã rút lại',
  feedbackAsk: 'Gửi cho',
  noFeedback: 'Không còn góp ý nào chưa gửi. Góp ý được gom từ các phiếu có chủ đề hoặc nhãn feedback.',
  feedbackCount: (lines, cases) => `${lines} lời góp ý trong ${cases} phiếu`,
  feedbackSent: (n, lines, department) => `#${n}: ${lines} lời góp ý gửi ${department}, không kèm tên.`,
  feedbackCopied: 'Phiếu chuyển đã được sao chép để dán.',
  noProduct: 'không rõ sản phẩm',
  withFiles: (n) => `Kèm ${n} tệp.`,
  lost: (name) => `Không tách được ${name} từ thư gốc: tệp không có trong thư mục.`,
  badFiles: (typed, files) => `“${typed}” không phải là số của tệp nào từ 1 đến ${files}.`,
  goesWith: 'Gửi kèm',
  due: (when) => `Cần trả lời ${when}.`,
  received: (n, department) => `#${n}: ${department} đã trả lời.`,

  title: 'Đang ở các bộ phận',
  nothing: 'Không có gì ở bộ phận nào. Phím A để chuyển một phiếu.',
  overdue: (span) => `quá hạn ${span}`,
  left: (span) => `còn ${span}`,
  lies: (span) => `đã ${span}`,
  count: (waiting, overdue) => `${waiting} đang chờ, ${overdue} quá hạn`,
};

export const handoffErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'no-such-department': (f) => [
    `Không có bộ phận “${f.name}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Tệp của bộ phận nằm trong thư mục departments cạnh kho dữ liệu.',
  ],
  'no-such-field': (f) => [`Bộ phận không hỏi mục “${f.name}”.`, `Các mục cần: ${f.names}`],
  'bad-field': (f) => [`“${f.text}” không phải là mục có giá trị.`, 'Hãy ghi như --field serial=AQ-4711'],
  'handoff-incomplete': (f) => [
    `Chưa chuyển được #${f.number} cho ${f.department}. Còn thiếu: ${f.names}.`,
    missingHint('Thêm từng mục bằng --field NAME=VALUE', whys, f),
  ],
  'no-such-evidence': (f) => [
    `#${f.number} không có tệp “${f.name}” của khách.`,
    f.names ? `Đang có: ${f.names}` : 'Hãy xin khách gửi trước.',
  ],
  'evidence-too-large': (f) => [
    `Các tệp kèm theo nặng tổng cộng ${f.megabytes} MB; mỗi thư chỉ gửi được tối đa ${f.limit} MB.`,
    'Chọn ít tệp hơn bằng --evidence TÊN, hoặc ghi tất cả vào thư mục bằng --save THƯ-MỤC.',
  ],
  'handoff-ended': (f) => [`Không ai còn chờ phiếu chuyển ${f.id} nữa.`, 'Xem: desk handoff list --all'],
  'nothing-to-withdraw': (f) => [`#${f.number} không có gì đang ở bộ phận đó.`, 'Xem: desk handoff list'],
  'which-withdrawn': (f) => [
    `#${f.number} có nhiều phiếu chuyển đang chờ trả lời.`,
    `Hãy nói rõ phiếu nào: ${f.names}`,
  ],
  'no-feedback': () => [
    'Không còn góp ý nào chưa gửi.',
    'Góp ý được gom từ các phiếu có chủ đề hoặc nhãn feedback. Xem: desk feedback list',
  ],
  'no-such-handoff': (f) => [`Không có phiếu chuyển ${f.id}.`, 'Xem: desk handoff list'],
  'handoff-unknown': () => [
    'Không có phiếu chuyển nào khớp với câu trả lời này.',
    'Xem những gì đang chờ: desk handoff list',
  ],
  'which-handoff': () => [
    'Có nhiều phiếu chuyển đang chờ, và câu trả lời không nói rõ là phiếu nào.',
    'Hãy giữ dòng desk-handoff, hoặc ghi số phiếu: desk handoff receive N',
  ],
  'packet-unsaved': (f) => [
    `Không ghi được phiếu chuyển vào ${f.path}.`,
    'Nó nằm trong phiếu: desk show N. desk undo rút phiếu chuyển lại.',
  ],
  'mail-to-department': (f) => [
    `Thư ${f.id} gửi cho bộ phận, không phải trả lời khách.`,
    'desk undo rút phiếu chuyển lại khi thư chưa gửi đi.',
  ],
};

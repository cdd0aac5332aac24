import type { en } from '../en/index.ts';

const names = {
  next: 'phiếu kế tiếp',
  previous: 'phiếu trước',
  'scroll-down': 'xuống một dòng',
  'scroll-up': 'lên một dòng',
  'page-down': 'xuống một trang',
  'page-up': 'lên một trang',
  first: 'về đầu',
  last: 'đến cuối',
  open: 'mở',
  'next-case': 'phiếu kế tiếp',
  'previous-case': 'phiếu trước',
  'preview-down': 'cuộn khung xem xuống',
  'preview-up': 'cuộn khung xem lên',
  unfold: 'hiện hoặc gấp phần trích dẫn',
  back: 'quay lại',
  reply: 'trả lời',
  note: 'ghi chú',
  template: 'mẫu trả lời',
  new: 'mở phiếu mới',
  'insert-template': 'chèn mẫu',
  review: 'xem lại rồi gửi',
  editor: 'soạn bằng $EDITOR',
  'keep-draft': 'để lại bản nháp',
  send: 'gửi',
  edit: 'sửa',
  'solve-next': 'xong, tiếp',
  'mood-none': 'tâm trạng: bỏ trống',
  tags: 'nhãn',
  'snooze-tomorrow': 'tạm ẩn đến 8:00 sáng mai',
  'snooze-3-days': 'tạm ẩn 3 ngày',
  'snooze-week': 'tạm ẩn một tuần',
  'snooze-date': 'tạm ẩn đến một ngày, hoặc đến khi khách trả lời …',
  'snooze-firm': 'tạm ẩn đến một ngày, dù khách có trả lời …',
  'snooze-reply': 'tạm ẩn đến khi khách trả lời',
  wake: 'thôi ẩn, đưa về ngay',
  mark: 'chọn',
  'mark-all': 'chọn tất cả, hoặc bỏ chọn',
  undo: 'hoàn tác',
  redo: 'làm lại',
  'undo-list': 'những việc đã làm',
  'undo-this': 'hoàn tác việc này',
  search: 'tìm',
  narrow: 'lọc hẹp danh sách',
  widen: 'bỏ tìm kiếm và phần đã chọn',
  'copy-number': 'chép số phiếu',
  palette: 'mọi lệnh',
  help: 'trợ giúp',
  suspend: 'tạm ra dòng lệnh',
  quit: 'thoát',
};

const groups = {
  move: 'Di chuyển',
  answer: 'Trả lời',
  work: 'Xử lý',
  find: 'Tìm kiếm',
  go: 'Chuyển đến',
  desk: 'Chung',
};

const menus = { s: 'Trạng thái', P: 'Ưu tiên', i: 'Loại và chủ đề', M: 'Tâm trạng', b: 'Tạm ẩn', g: 'Chuyển đến' };

const keycaps = { ' ': 'Space', Up: '↑', Down: '↓', PageUp: 'PgUp', PageDown: 'PgDn', Esc: 'Esc', Enter: 'Enter' };

export const keys: (typeof en)['keys'] = { names, groups, menus, keycaps };

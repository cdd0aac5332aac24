import type { forgetting as en, forgettingErrors as enErrors } from '../en/forgetting.ts';
import { grouped } from '../number.ts';
import type { Say } from '../say.ts';

export const forgetting: typeof en = {
  lead: (who) => `${who} sẽ bị xóa vĩnh viễn. Không gì khôi phục được, kể cả hoàn tác.`,
  leadRest: (id) => `Lần xóa khách #${id} trước đây bị dừng giữa chừng. Phần còn lại được xóa bây giờ.`,
  parts: (names) => `Đã gộp vào khách này, nên cũng bị xóa: ${names}.`,
  goes: (n) =>
    [
      'hồ sơ khách',
      n.cases === 0 ? '' : `${grouped(n.cases)} phiếu`,
      n.entries === 0 ? '' : `${grouped(n.entries)} mục`,
      n.raw === 0 ? '' : `${grouped(n.raw)} thư gốc và tệp`,
      n.drafts === 0 ? '' : `${grouped(n.drafts)} bản nháp`,
      n.purchases === 0 ? '' : `${grouped(n.purchases)} lần mua`,
      n.commitments === 0 ? '' : `${grouped(n.commitments)} việc hẹn và lời hứa`,
      n.handoffs === 0 ? '' : `${grouped(n.handoffs)} phiếu chuyển`,
    ]
      .filter((one) => one !== '')
      .join(', '),
  go: (what) => `Bị xóa: ${what}.`,
  neverLeave: (n) => `${grouped(n)} thư chưa gửi, và sẽ không bao giờ được gửi.`,
  stays: 'Còn lại: số liệu ẩn danh để thống kê, không có tiêu đề, nội dung, tên hay địa chỉ.',
  inCases: (numbers) => `Phiếu của khách khác vẫn nhắc đến người này: ${numbers}. Hãy tự xem lại.`,
  inCustomers: (numbers) => `Khách dùng chung địa chỉ, hoặc có ghi chú nhắc đến người này: ${numbers}.`,
  copies: 'Các bản sao vẫn còn người này:',
  made: {
    update: 'tạo trước khi cập nhật desk; --copies xóa luôn',
    replaced: 'bị thay khi khôi phục; --copies xóa luôn',
    unfinished: 'còn dang dở; --copies xóa luôn',
    backup: 'bản sao lưu: hãy tự xóa',
  },
  unreadable: 'không đọc được',
  outside: 'Không đụng đến: thư ở nhà cung cấp, tệp đã xuất, và những gì đã lưu hay sao chép ở nơi khác.',
  first: { question: 'Tiếp tục? [có/không]', yes: 'có' },
  second: (id) => `Để chắc chắn, hãy gõ số của khách (${id}):`,
  unchanged: 'Chưa có gì thay đổi.',
  steps: {
    cases: (done, of) => `Đang xóa phiếu: ${grouped(done)} trên ${grouped(of)}`,
    mails: (done, of) => `Đang xóa thư và tệp: ${grouped(done)} trên ${grouped(of)}`,
    wipe: () => 'Đang ghi lại kho dữ liệu …',
  },
  done: (id) => `Đã quên khách #${id}.`,
  kept: (n) => `${grouped(n)} thư hoặc tệp ở lại, vì phiếu khác cần đến.`,
  leftOut: (n) => `Bỏ qua ${grouped(n)} tin nhắn của khách đã được quên.`,
  rowsLeftOut: (n) => `Bỏ qua ${grouped(n)} dòng của khách đã được quên.`,
  rating: '(đã quên)',
  partGone: 'Một phần đã được quên cùng với khách, và không trở lại.',
  action: '(đã quên một phần)',
  ask: (name, id) => `Quên ${name} (#${id}) vĩnh viễn? Hãy gõ ${id}`,
  askAgain: (id) => `Không gì khôi phục được. Hãy gõ ${id} lần nữa`,
  noCustomer: 'Phiếu này không có khách.',
};

export const forgettingErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'case-forgotten': (f) => [`Phiếu #${f.number} đã được quên cùng với khách.`, 'Chỉ còn số liệu của nó.'],
  'customer-forgotten': (f) => [`Khách #${f.id} đã được quên.`, 'Chỉ còn số liệu.'],
  'forget-unsure': (f) => [
    `“${f.said}” không phải là khách #${f.id}${f.name === '' ? '' : ` (${f.name})`}. Chưa có gì thay đổi.`,
    'Hãy ghi số hoặc tên đầy đủ của khách.',
  ],
  'forget-needs-sure': (f) => [
    'Không có cửa sổ lệnh nên không hỏi được ai. Chưa có gì thay đổi.',
    `Xem trước bằng --dry-run, rồi: desk customers forget ${f.id} --sure ${f.id}`,
  ],
  'forget-sending': (f) => [
    `Một thư của phiếu #${f.number} đang được gửi ngay lúc này.`,
    'Hãy thử lại sau hai phút: phần còn lại sẽ được xóa.',
  ],
  'forget-unwiped': () => [
    'Mọi thứ đã xóa, nhưng một chương trình khác đang đọc kho dữ liệu nên trong tệp còn dấu vết.',
    'Hãy chạy lại đúng lệnh này sau giây lát.',
  ],
  'undo-forgotten': (f) => [
    `Những gì thao tác ${f.id} thay đổi đã được quên cùng với khách.`,
    'Không gì khôi phục được.',
  ],
  'forget-stays': () => ['Khách đã quên thì không lấy lại được.', 'Chưa có gì thay đổi.'],
};

import type { errors as en } from '../en/errors.ts';
import { named, type Say } from '../say.ts';
import { forgettingErrors } from './forgetting.ts';
import { handoffErrors } from './handoffs.ts';
import { planErrors } from './plans.ts';
import { playbookErrors } from './playbooks.ts';
import { expectation } from './problems.ts';
import { actionNames } from './verbs.ts';

const broken: (f: Parameters<Say>[0]) => string = (f) =>
  f.why === 'disk-full'
    ? 'Ổ đĩa đã đầy: hãy dọn bớt.'
    : f.why === 'busy'
      ? 'Một cửa sổ desk khác đang ghi: hãy đợi một chút.'
      : `Ổ đĩa báo lỗi (${f.detail}). Xem: desk doctor.`;

export const errors: Readonly<Record<keyof typeof en, Say>> = {
  'no-such-case': (f) => [`Không có phiếu #${f.number}.`, "Xem số phiếu bằng: desk list '*'"],
  'no-such-entry': (f) => [`Không có mục số ${f.id}.`, 'Xem các mục của một phiếu bằng: desk show N --json'],
  'no-such-customer': (f) => [`Không có khách hàng mã ${f.id}.`, 'Hãy ghi địa chỉ email, số điện thoại hoặc tên.'],
  'customer-not-found': (f) => [
    `Không có khách nào là “${f.typed}”.`,
    'Hãy ghi địa chỉ email, số điện thoại, mã khách hoặc tên đầy đủ.',
  ],
  'no-such-point': (f) => [`${f.name} không có “${f.value}”.`, 'Xem thông tin: desk customers show ID'],
  'no-such-purchase': (f) => [`Không có món đã mua số ${f.id}.`, 'Xem số bằng: desk customers show ID'],
  'unknown-customer-field': (f) => [
    `Khách hàng không có trường “${f.field}”.`,
    `Có phải ${f.nearest}? Trường riêng: fields.TÊN=GIÁ-TRỊ`,
  ],
  'no-such-mark': (f) => [
    `Sổ của khách #${f.id} không có dấu “${f.mark}”.`,
    `Xem các dấu bằng: desk customers show ${f.id}`,
  ],
  'mark-counts': (f) => [`Dấu “${f.mark}” vốn vẫn được tính.`, ''],
  'bad-amount': (f) => [`“${f.value}” không phải là số tiền.`, 'Ghi số nguyên, ví dụ 12000000.'],
  'mark-reason': () => ['Vì sao không tính?', 'Ghi --reason LÝ-DO, hoặc --again để tính lại.'],
  'merge-customer-itself': (f) => [`Cả hai đều là khách #${f.id}.`, 'Hãy ghi một khách khác để gộp vào.'],
  'customer-not-merged': (f) => [`Khách #${f.id} không gộp vào khách nào.`, ''],
  'no-name-column': (f) => [
    `Bảng không có cột name, emails hay phones: ${f.columns}.`,
    'Xem các cột bằng: desk customers list --csv',
  ],
  'no-name-in-row': () => ['Dòng này không có tên và địa chỉ.', ''],
  'which-customer': (f) => [
    `Có nhiều khách hàng ứng với “${f.typed}”: ${f.choices}.`,
    'Hãy ghi mã của một người, ví dụ #7.',
  ],
  'no-source': (f) => [`Mục ${f.id} không phải là thư gửi đến nên không có thư gốc để xem.`, ''],
  'raw-missing': (f) => [
    `Không tìm thấy thư gốc của mục ${f.id}.`,
    'Tệp desk.raw.db có nằm cạnh desk.db không? Xem: desk doctor',
  ],
  'raw-damaged': (f) => [
    `Không đọc được thư gốc ${f.sha256} nữa: dữ liệu bị hỏng.`,
    'Nhập lại đúng thư đó thì bản gốc trở lại nguyên vẹn. Xem còn thư nào khác bị hỏng: desk doctor --deep',
  ],
  'case-moved-on': (f) => [
    `Phiếu #${f.number} vừa có người khác sửa.`,
    'Chưa ghi gì cả. Hãy xem lại phiếu rồi làm lại.',
  ],
  'draft-moved-on': (f) => [
    `Bản nháp ở phiếu #${f.number} đã được viết thêm ở cửa sổ khác.`,
    'Chưa gửi gì. Nội dung ở cả hai cửa sổ giờ đều ở đây: hãy xem lại rồi gửi.',
  ],
  'merge-itself': (f) => [`Không gộp phiếu #${f.number} vào chính nó được.`, 'Hãy ghi số một phiếu khác.'],
  'case-merged': (f) => [
    `Phiếu #${f.number} đã gộp vào #${f.into} rồi.`,
    `Hãy làm với #${f.into}, hoặc tách ra trước: desk unmerge ${f.number}`,
  ],
  'not-merged': (f) => [`Phiếu #${f.number} chưa gộp vào phiếu nào.`, ''],
  'merge-unknown': (f) => [`Không còn rõ những mục nào đến từ #${f.number}.`, 'Hãy tách từng mục ra: desk split'],
  'link-itself': (f) => [`Không liên kết phiếu #${f.number} với chính nó được.`, 'Hãy ghi số một phiếu khác.'],
  'not-linked': (f) => [`#${f.number} và #${f.other} không liên kết với nhau.`, `Xem liên kết: desk show ${f.number}`],
  'not-in-case': (f) => [`Mục ${f.id} không nằm trong phiếu #${f.number}.`, `Xem các mục: desk show ${f.number}`],
  'split-all': (f) => [
    `Đó là tất cả các mục của #${f.number}; tách hết thì phiếu trống.`,
    'Hãy để lại ít nhất một mục.',
  ],
  'empty-message': () => ['Chưa có nội dung.', 'Hãy viết nội dung trước.'],
  unfilled: (f) => [`Phiếu #${f.number}: chưa điền ${f.names}.`, 'Hãy điền vào, hoặc xoá chỗ đó đi.'],
  'no-recipient': (f) => [
    `Phiếu #${f.number} không có địa chỉ email để trả lời.`,
    'Hãy liên hệ bằng cách khác, hoặc thêm ghi chú.',
  ],

  'bad-value': (f) => [`${f.field === '' ? 'Giá trị' : `“${f.field}”`} ${expectation(f)}.`, ''],
  'unknown-field': (f) => [`Phiếu không có trường “${f.field}”.`, `Có phải ý bạn là ${f.nearest}?`],
  'field-of-other-kind': (f) => [
    `#${f.number} là phiếu loại ${f.kind}, không có trường ${f.field}.`,
    `Các trường của loại này: ${f.names}. Hoặc đặt thêm kind=.`,
  ],
  'no-field-of-kind': (f) => [
    `#${f.number} là phiếu loại ${f.kind}, không có trường ${f.field}.`,
    'Hãy đặt thêm kind=support hoặc kind=care.',
  ],
  'bad-sum': (f) => [`“${f.value}” không phải là số tiền.`, 'Ghi số nguyên kèm loại tiền, ví dụ “500000 VND”.'],
  'bad-field-value': (f) => [`“${f.value}” không dùng được cho ${f.field}.`, `Có thể dùng: ${f.allowed}`],
  'bad-assignment': (f) => [`Không rõ “${f.text}” sửa gì.`, 'Hãy viết trường=giá_trị, tags+=nhãn hoặc tags-=nhãn.'],
  'bad-tag': (f) => [
    `“${f.tag}” không làm nhãn được.`,
    'Nhãn không có dấu cách, dấu phẩy, dấu nháy hay ngoặc, và dài nhất 64 ký tự.',
  ],
  'bad-minutes': (f) => [`“${f.value}” không phải là số phút.`, 'Hãy ghi số nguyên từ 1 đến 1440.'],
  'bad-snooze': (f) => [
    `Không rõ “${f.value}” là tạm ẩn đến bao giờ.`,
    'Hãy viết một lúc sắp tới, như until:2026-12-01, until:3d, "T6 17h" hay firm:mai; hoặc reply, none.',
  ],
  'nothing-to-set': () => ['Chưa ghi cần sửa gì.', 'Hãy viết trường=giá_trị, tags+=nhãn hoặc tags-=nhãn sau số phiếu.'],
  'bad-case-number': (f) => [`“${f.text}” không phải là số phiếu.`, 'Số phiếu có dạng 42 hoặc #42.'],
  'no-numbers': () => ['Không nhận được số phiếu nào từ stdin.', 'Ví dụ: desk list -q … | desk set - …'],
  'bad-limit': (f) => [`“${f.value}” không phải là số dòng.`, 'Ví dụ: -n 20.'],
  'bad-day': (f) => [`“${f.value}” không phải là ngày.`, 'Hãy viết theo dạng 2026-12-01.'],
  'bad-now': (f) => [
    `$DESK_NOW không phải là ngày giờ: “${f.value}”.`,
    'Hãy viết theo dạng 2026-03-12T09:00:00Z, hoặc bỏ biến này.',
  ],
  'bad-id': (f) => [`“${f.value}” không phải là số.`, ''],
  'unknown-view': (f) => [`Không có chế độ xem “${f.value}”.`, `Có phải ý bạn là ${f.nearest}? Hiện có: ${f.allowed}`],
  'unknown-format': (f) => [`desk không đọc được “${f.value}”.`, `desk đọc được: ${f.allowed}`],
  'unknown-language': (f) => [`desk không có tiếng “${f.value}”.`, 'Hãy chọn en, vi hoặc th.'],
  'unknown-setting': (f) => [
    `Không có thiết lập “${f.key}”.`,
    `Có phải ý bạn là ${f.nearest}? Xem tất cả: desk config list`,
  ],
  'bad-setting': (f) => [`“${f.value}” không dùng được cho ${f.key}.`, 'Xem mỗi thiết lập nhận gì: desk help config'],

  'two-texts': () => ['Có nhiều hơn một nội dung.', 'Chỉ dùng một trong --message, --file và --template.'],
  'no-text': () => ['Chưa có nội dung.', 'Ghi bằng --message NỘI_DUNG, --message - hoặc --file TỆP.'],
  'stdin-twice': () => [
    'stdin chỉ dùng cho một thứ: số phiếu, nội dung hoặc thư.',
    'Thứ còn lại hãy ghi trên dòng lệnh hoặc trong tệp.',
  ],
  'no-such-commitment': (f) => [
    `Không có việc theo dõi hay lời hẹn số ${f.id}.`,
    'Xem: desk follow-ups list, desk promises list',
  ],
  'other-commitment': (f) => [
    f.kind === 'promise' ? `${f.id} là một lời hẹn.` : `${f.id} là một việc theo dõi.`,
    f.kind === 'promise' ? `Dùng: desk promises … ${f.id}` : `Dùng: desk follow-ups … ${f.id}`,
  ],
  'commitment-over': (f) => [`${f.id} đã làm hoặc đã bỏ.`, 'Xem những gì đã làm: desk follow-ups list --all'],
  'commitment-past': (f) => [`${f.value} đã qua.`, 'Hãy ghi một lúc sắp tới, như --at "T6 17h" hay --at 3d.'],
  'commitment-for-nobody': () => [
    'Cho phiếu nào, khách nào?',
    'Ghi số phiếu, hoặc --customer với địa chỉ hay mã khách.',
  ],
  'no-time': (f) => [
    `“${f.value}” không phải là thời gian.`,
    'Viết như "thứ Sáu 17h", "mai 8h", 3d hay 2026-12-24T08:00.',
  ],
  'no-such-schedule': (f) => [
    `Không có giờ làm tên “${f.name}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Xem: desk schedules list',
  ],
  'no-such-targets': (f) => [
    `Không có chỉ tiêu tên “${f.name}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Xem: desk targets list',
  ],
  'schedule-in-use': (f) => [
    `Có chỉ tiêu đang tính theo giờ làm “${f.name}”.`,
    'Đổi giờ làm cho chỉ tiêu đó trước: desk targets set TÊN --schedule KHÁC',
  ],
  'no-calendar': (f) => [
    `${f.path} không phải là lịch (iCalendar, .ics).`,
    'Xuất ngày lễ thành tệp .ics từ một phần mềm lịch.',
  ],
  'bad-zone': (f) => [`“${f.value}” không phải là múi giờ.`, 'Dùng tên như Asia/Ho_Chi_Minh hay Asia/Bangkok.'],
  'hours-over-midnight': (f) => [
    `“${f.value}” kéo qua nửa đêm.`,
    'Ca đêm ghi làm hai: đến 24:00, và từ 00:00 hôm sau, ví dụ mon-fri=22:00-24:00 và tue-sat=00:00-06:00.',
  ],
  'bad-rule-name': (f) => [
    `“${f.name}” không làm tên được.`,
    'Chữ, số, dấu chấm, gạch nối và gạch dưới, bắt đầu bằng chữ hoặc số; không quá 40 ký tự.',
  ],
  'bad-hours': (f) => [
    `“${f.value}” không phải là giờ làm.`,
    'Viết như mon-fri=08:00-12:00,13:30-17:30 hay sun=closed.',
  ],
  'bad-holiday': (f) => [`“${f.value}” không phải là ngày lễ.`, 'Viết như 2026-12-31=Giao thừa.'],
  'bad-target': (f) => [
    `“${f.value}” không phải là chỉ tiêu.`,
    'Viết như high/first=4h, normal/resolution=40h hay low/next=none.',
  ],
  'targets-by-time': (f) => [
    `Không chọn chỉ tiêu theo ${f.key}:${f.value} được, vì điều đó đổi theo giờ.`,
    'Hãy chọn theo priority, tag, kind, segment, channel, từ ngữ …',
  ],
  'no-such-template': (f) => [
    `Không có mẫu “${f.name}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Xem: desk templates list',
  ],
  'template-exists': (f) => [`Đã có mẫu “${f.name}”.`, `Sửa mẫu bằng: desk templates set ${f.name} …`],
  'template-without-text': (f) => [
    `Mẫu “${f.name}” chưa có nội dung.`,
    'Thêm bằng: desk templates set TÊN --language vi --text …',
  ],
  'template-broken': (f) => [`Không điền được mẫu “${f.name}”: ${f.problem}`, 'Hãy sửa nội dung mẫu rồi làm lại.'],
  'template-file': (f) => [`${f.path} không phải là tệp mẫu: ${f.problem}`, 'Xem cách viết: desk help templates add'],

  'query-too-long': () => ['Câu tìm kiếm quá dài.', 'Hãy tìm ít từ hơn mỗi lần.'],
  'or-without-terms': () => [
    'OR phải đứng giữa hai điều kiện tìm.',
    'Ví dụ: kind:care OR tag:vip; muốn tìm chính chữ này thì viết "or".',
  ],
  'key-without-order': (f) => [`${f.key} không so sánh lớn hơn, nhỏ hơn được.`, `Hãy viết ${f.key}:GIÁ_TRỊ.`],
  'bad-number': (f) => [`${f.key}: “${f.value}” không phải là số.`, `Ví dụ: ${f.key}:42.`],
  'unknown-key': (f) => [`Câu tìm kiếm không có khoá “${f.key}”.`, `Có phải ý bạn là ${f.nearest}:?`],
  'key-without-value': (f) => [`Sau ${f.key}: còn thiếu giá trị.`, `Ví dụ: ${f.key}:none.`],
  'unknown-value': (f) => [`${f.key}: không có “${f.value}”.`, `Có phải ý bạn là ${f.key}:${f.nearest}?`],
  'bad-date': (f) => [
    `${f.key}: không hiểu ngày “${f.value}”.`,
    'Hãy viết 2026-11-01, 2026-11, hôm-nay, 2026-11-01..hôm-nay, hoặc khoảng như 4h, 2d, 1w.',
  ],

  'nothing-to-undo': () => ['Không có gì để hoàn tác.', 'Xem việc đã làm ở cửa sổ khác: desk undo --list'],
  'nothing-to-redo': () => ['Không có gì để làm lại.', ''],
  'already-undone': (f) => [`Việc ${f.id} đã được hoàn tác rồi.`, 'Xem: desk undo --list'],
  'changed-nothing': (f) => [`Việc ${f.id} không thay đổi gì nên không có gì để hoàn tác.`, ''],
  'no-such-action': (f) => [`Không có việc nào số ${f.id}.`, 'Xem: desk undo --list'],
  'undo-moved-on': (f) => [
    `Không hoàn tác được nữa: ${Number(f.case) > 0 ? `phiếu #${f.case}` : 'dữ liệu'} đã thay đổi sau đó.`,
    'Chưa có gì thay đổi. Xem: desk history',
  ],
  'secret-command': (f) => [
    `Lệnh lấy mật khẩu không cho ra gì: ${f.command} (mã thoát ${f.code})`,
    'Hãy chạy thử trong shell: dòng đầu tiên in ra phải là mật khẩu.',
  ],
  'no-such-account': (f) => [
    `Không có tài khoản email nào có địa chỉ ${f.address}.`,
    'Xem các tài khoản hiện có: desk mail status',
  ],

  'account-exists': (f) => [`Đã có tài khoản cho ${f.address}.`, `Sửa bằng: desk mail set ${f.address}`],
  unencrypted: (f) => [
    `Không có TLS thì mật khẩu gửi tới ${f.host} có thể bị đọc trên đường.`,
    `Dùng --tls on hoặc --tls starttls; nếu chắc chắn: --unencrypted`,
  ],
  'move-where': () => [`Chưa nói chuyển thư vào đâu.`, `Ghi tên thư mục: --after move:THƯMỤC`],
  'secret-missing': (f) => [
    `Không đọc được tệp mật khẩu ${f.path}.`,
    `Ghi mật khẩu vào tệp đó, rồi: chmod 600 ${f.path}`,
  ],
  'secret-open': (f) => [
    `Người khác trên máy này đọc được tệp mật khẩu ${f.path}.`,
    `Đóng lại bằng: chmod 600 ${f.path}`,
  ],
  'secret-empty': (f) => [
    `Không có mật khẩu trong ${f.path === '-' ? 'phần đưa qua stdin' : f.path}.`,
    `Dòng đầu tiên là mật khẩu.`,
  ],
  'secret-not-kept': (f) => [
    `Không giữ được mật khẩu trong ${f.path}.`,
    `Kiểm tra thư mục, hoặc dùng --password-file.`,
  ],
  'bad-server': (f) => [`“${f.value}” không phải là máy chủ.`, `Viết như mail.shop.example:993.`],
  'two-passwords': () => [
    `Mật khẩu được đưa bằng nhiều cách cùng lúc.`,
    `Chọn một: --password-file, --password-stdin, --password-command.`,
  ],
  'no-password': () => [`Tài khoản cần mật khẩu.`, `Chọn một: --password-file, --password-stdin, --password-command.`],
  'bad-signature': (f) => [
    `“${f.value}” không phải là chữ ký.`,
    `Viết như --signature vi=chu-ky.txt; tên tệp trống là bỏ chữ ký.`,
  ],
  'login-refused': (f) => [
    `${f.server} không cho đăng nhập: ${f.problem}`,
    `Chưa lưu gì. Kiểm tra máy chủ, tên đăng nhập và mật khẩu; --unchecked thì vẫn lưu.`,
  ],
  // thư gửi đi
  'bad-address': (f) => [
    `“${f.address}” không phải địa chỉ thư.`,
    'Mỗi lần ghi một địa chỉ: lan@example.vn hoặc Lan <lan@example.vn>.',
  ],
  'address-not-ascii': (f) => [
    `Phần lớn máy chủ không nhận thư cho ${f.address}: trước @ có chữ có dấu.`,
    'Hãy xin một địa chỉ khác.',
  ],
  'bad-message-id': (f) => [`“${f.id}” không phải Message-ID.`, ''],
  'attachments-too-large': (f) => [
    `Các tệp đính kèm nặng ${f.megabytes} MB; mỗi thư tối đa ${f.limit} MB.`,
    'Gửi bớt tệp, hoặc gửi đường dẫn.',
  ],
  'attachment-gone': (f) => [
    `Tệp đính kèm ${f.name} không có trong kho thư gốc.`,
    'desk.raw.db có nằm cạnh desk.db không? Xem: desk doctor',
  ],
  'bad-leave-at': (f) => [
    `“${f.value}” không phải thời điểm gửi.`,
    'Ghi như thứ Hai 8h, mai 8h hoặc 2026-12-01T08:00.',
  ],
  'leave-at-past': (f) => [`${f.value} đã qua.`, 'Chọn thời điểm muộn hơn, hoặc --now.'],
  'now-and-at': () => ['Không dùng --now cùng với --at.', 'Chỉ ghi một trong hai.'],
  'not-ours': (f) => [`${f.address} không phải địa chỉ của mình.`, 'Thêm tài khoản: desk mail add'],
  'not-outgoing': (f) => [`Mục ${f.id} không phải thư gửi đi.`, 'Xem các thư gửi đi: desk mail list'],
  'mail-not-held': (f) => [`Thư ${f.id} không bị giữ lại.`, 'Các thư đang giữ: desk mail release'],
  'mail-not-queued': (f) => [`Không gọi lại thư ${f.id} được nữa.`, 'Xem tình trạng: desk mail list'],
  'mail-not-open': (f) => [`Thư ${f.id} không có gì cần xác nhận.`, 'Các thư chưa rõ đã đi hay chưa: desk mail list'],
  'no-sending-account': (f) => [
    `Chưa có tài khoản thư nào gửi thay cho ${f.address}.`,
    'Thêm tài khoản: desk mail add',
  ],

  'mail-gone': (f) => [`Tin ${f.id} đã gửi đi, hoặc có thể đã gửi.`, 'Xem tình trạng: desk mail list'],
  'draft-there': (f) => [`Phiếu #${f.number} đã có bản nháp.`, 'Hãy gửi hoặc xoá trống bản nháp đó trước.'],
  'undo-left': (f) => [
    `Không hoàn tác được: tin trong phiếu #${f.case} đã gửi đi, hoặc có thể đã gửi.`,
    `Hãy viết lại cho khách: desk reply ${f.case}`,
  ],
  'undo-drafted': (f) => [
    `Phiếu #${f.case} có bản nháp, hoàn tác thì bản nháp sẽ mất.`,
    'Chưa có gì thay đổi. Hãy gửi bản nháp hoặc xoá hết nội dung rồi làm lại.',
  ],
  'undo-blocked': (f) => [
    `Không hoàn tác được nữa: sau đó đã có ${named(actionNames, f.verb)} (${f.id})${Number(f.case) > 0 ? ` ở phiếu #${f.case}` : ''}.`,
    `Hãy hoàn tác việc đó trước: desk undo ${f.id}`,
  ],

  'not-a-file': (f) => [`${f.path} không phải là một tệp.`, 'Hãy ghi tên chính tệp đó.'],
  'path-missing': (f) => [`Không có tệp hay thư mục ${f.path}.`, 'Hãy kiểm tra lại tên.'],
  'no-mail': () => [
    'Dữ liệu từ stdin không phải là thư.',
    'Cần trọn một thư, bắt đầu từ phần đầu thư; hộp thư và kho lưu trữ thì dùng: desk import',
  ],
  'mail-larger': (f) => [`Thư lớn hơn ${f.megabytes} MB.`, 'Thư này không được nhận.'],
  'not-mail': (f) => [
    `${f.path} không phải là thư.`,
    `Đọc được: ${f.formats} (nếu desk không nhận ra, hãy nói rõ bằng --from ĐỊNH_DẠNG).`,
  ],
  'file-unreadable': (f) => [`Không đọc được ${f.path}: ${f.problem}`, ''],
  'store-missing': (f) => [`Không có kho ${f.path}.`, 'Bỏ --read-only thì desk sẽ tạo kho mới.'],
  'folder-not-made': (f) => [`Không tạo được thư mục ${f.path}.`, 'Hãy chọn chỗ khác bằng --db TỆP.'],
  'store-not-opened': (f) => [
    `Không mở được kho ${f.path}.`,
    'Bạn có quyền ghi tệp này không? Chọn kho khác bằng --db TỆP.',
  ],
  'network-store': (f) => [
    `${f.path} nằm trên ổ mạng, sớm muộn gì kho cũng hỏng.`,
    'Hãy để kho trên ổ đĩa của máy: --db TỆP.',
  ],
  'foreign-store': (f) => [
    `${f.path} không phải là kho của desk; desk không đụng vào.`,
    'Chọn kho khác bằng --db TỆP.',
  ],
  'newer-store': (f) => [
    `${f.path} do một bản desk mới hơn ghi (phiên bản ${f.version}; bản này chỉ biết đến ${f.known}).`,
    'Hãy cập nhật desk rồi mở lại.',
  ],
  'store-needs-writing': (f) => [
    `${f.path} là của bản desk cũ, cần nâng cấp trước.`,
    'Hãy mở một lần không có --read-only.',
  ],
  'store-needs-folder': (f) => [
    `Không đọc được ${f.path} ở chỗ này: phần ghi sau cùng còn trong tệp -wal, mà ở đây không ghi được gì.`,
    'Hãy sao chép mọi tệp cùng tên sang một thư mục của bạn, rồi dùng: desk --db BẢN_SAO',
  ],
  'read-only': () => [
    'Kho này chỉ mở để xem; chưa có gì thay đổi.',
    'Bỏ --read-only rồi làm lại, hoặc hỏi chủ của tệp.',
  ],
  'store-busy': () => ['Một cửa sổ desk khác đang ghi.', 'Chưa có gì thay đổi. Hãy thử lại.'],
  'store-damaged': () => [
    'Kho bị hỏng.',
    'Đừng ghi thêm: hãy sao chép cả hai tệp ra chỗ khác, rồi xem desk doctor; lấy lại bản sao lưu bằng: desk restore TỆP',
  ],
  'disk-full': () => ['Ổ đĩa đã đầy; chưa có gì thay đổi.', 'Hãy dọn bớt rồi làm lại.'],
  'io-failed': (f) => [`Ổ đĩa báo lỗi (${f.detail}); chưa có gì thay đổi.`, 'Xem: desk doctor'],
  'import-broken-off': (f) => [
    `${broken(f)} Việc nhập dừng lại sau ${f.messages} tin; các tin đó đã nằm trong phiếu.`,
    'Sau đó nhập lại y như vậy: tin đã có sẽ không bị thêm lần nữa.',
  ],
  'forget-broken-off': (f) => [
    `${broken(f)} Một phần của khách #${f.id} đã bị xóa.`,
    `Sau đó, để xóa phần còn lại: desk customers forget ${f.id}`,
  ],
  'customers-broken-off': (f) => [
    `${broken(f)} Việc nhập dừng lại sau ${f.done} trên ${f.of} dòng; các dòng đó đã được nhập.`,
    'Sau đó nhập lại y như vậy, hoặc hoàn tác: desk undo',
  ],
  'undo-broken-off': (f) => [`${broken(f)} Một phần đã được hoàn tác.`, 'Sau đó gõ: desk undo'],
  'copy-broken': (f) => [
    `Bản sao ${f.path} trước khi nâng cấp không nguyên vẹn nên chưa nâng cấp.`,
    'Ổ đĩa còn chỗ không? Xem: desk doctor',
  ],
  'output-full': () => ['Không ghi được hết kết quả: nơi ghi đã đầy.', 'Hãy dọn bớt rồi làm lại.'],

  'save-folder': (f) => [`Không lưu tệp vào ${f.path} được.`, 'Đó có phải là thư mục bạn có quyền ghi không?'],
  'save-full': (f) => [
    `Ổ đĩa đã đầy, không lưu được ${f.path}; các tệp đã lưu trước đó vẫn còn.`,
    'Hãy dọn bớt rồi làm lại.',
  ],
  'not-saved': (f) => [`Không ghi được ${f.path} (${f.problem}).`, 'Hãy chọn thư mục khác.'],
  'file-exists': (f) => [`Đã có sẵn ${f.path}; desk không ghi đè.`, 'Hãy chọn tên khác.'],
  'no-folder': (f) => [`Không có thư mục ${f.path}.`, 'Hãy tạo trước, hoặc chọn thư mục khác.'],
  'no-file-name': () => ['Bản sao lưu cần có tên tệp.', 'Ví dụ: desk backup desk-thu-hai.db'],
  'copy-damaged': (f) => [
    `${f.path} không nguyên vẹn (${f.problem}); chưa có gì thay đổi.`,
    'Hãy dùng bản sao lưu khác, hoặc xem: desk doctor',
  ],
  'store-in-use': (f) => [
    `Một cửa sổ desk khác đang mở ${f.path}; chưa có gì thay đổi.`,
    'Hãy đóng các cửa sổ đó rồi làm lại.',
  ],
  'restore-unsure': (f) => [
    `${f.path} đã trở lại như bản sao lưu, nhưng ổ đĩa chưa xác nhận.`,
    'Hãy kiểm tra lại: desk doctor',
  ],
  'restore-itself': (f) => [`${f.path} chính là kho đang dùng.`, 'Hãy chỉ ra một bản sao lưu.'],
  'restore-needs-yes': (f) => [
    `Việc này sẽ thay kho ${f.path}.`,
    'Nếu đúng ý bạn, hãy chạy lại với --yes; kho hiện tại vẫn được giữ lại.',
  ],
  'unknown-option': (f) => [
    `Không có tuỳ chọn ${f.option}.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Xem: desk help',
  ],
  'unknown-command': (f) => [
    `Không có lệnh “${f.command}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}? Xem tất cả: desk help` : 'Xem: desk help',
  ],
  'missing-argument': (f) => [`Còn thiếu ${f.name}.`, `Xem: desk help ${f.command}`],
  'option-without-value': (f) => [`Tuỳ chọn ${f.option} cần có giá trị.`, `Xem: desk help ${f.command}`],
  'option-takes-none': (f) => [`Tuỳ chọn ${f.option} không nhận giá trị.`, `Chỉ viết ${f.option}.`],
  'empty-path': () => [
    'Tên tệp hoặc thư mục đang để trống.',
    'Hãy ghi tên; nếu chạy từ script, xem biến đã có giá trị chưa.',
  ],
  'save-to-stdout': () => ['Không lưu tệp ra stdout được.', 'Hãy ghi tên thư mục; thư mục tên là - thì viết ./-'],
  'missing-option': (f) => [`Còn thiếu tuỳ chọn ${f.option}.`, `Xem: desk help ${f.command}`],
  'too-many-arguments': (f) => [`Lệnh ${f.command} có quá nhiều từ đi sau.`, `Xem: desk help ${f.command}`],
  ...planErrors,
  ...playbookErrors,
  ...handoffErrors,
  ...forgettingErrors,
  'bad-usage': (f) => [`Không hiểu: ${f.problem}`, 'Xem: desk help'],
};

import type { Kind } from '../../domain/case.ts';
import { CASE_FIELD_NAMES, fieldsOfKind } from '../../domain/case-fields.ts';
import type { cli as en } from '../en/cli.ts';
import { dry } from './dry.ts';
import { tui } from './tui.ts';
import { words } from './words.ts';

const { cases, mails } = words.counts;
const numbers = (list: readonly number[]): string =>
  list.length <= 12
    ? list.map((n) => `#${n}`).join(' ')
    : `${list
        .slice(0, 12)
        .map((n) => `#${n}`)
        .join(' ')} …`;

const of = (kind: Kind): string => fieldsOfKind(kind).join(' ');
const keys = CASE_FIELD_NAMES.map((name) => `${name}:`).join(' ');

export const cli: typeof en = {
  bug: 'Đây là lỗi của desk. Xin báo cho người phụ trách kèm những dòng ở trên.',
  nothingFound: 'Không tìm thấy gì.',
  moreFound: (shown, all) => `${shown} trong số ${all}. Xem thêm: -n ${all}`,
  inboxEmpty: 'Hộp đến trống: không có khách nào đang chờ bạn.',
  dumbTerminal: (term: string) =>
    `Cửa sổ dòng lệnh này (TERM=${term}) không hiện được màn hình làm việc; đây là hộp đến dạng chữ.`,
  waysOn: [
    'Chưa có phiếu nào. Có ba cách bắt đầu:',
    '  desk import TỆP    nhập thư của bạn: mbox, Maildir hoặc .eml',
    '  desk demo          xem thử với phiếu mẫu; không lưu gì cả',
    '  desk help          tất cả những gì desk làm được',
  ],
  draftWaits: 'Phiếu này có bản nháp đang viết dở.',
  quotedLines: (n) => `[${n} dòng trích dẫn; xem bằng --quotes]`,
  sourceCleaned:
    'Đã làm sạch để hiển thị, vì thư gốc có thể điều khiển màn hình của bạn. Lấy nguyên bản: desk source MỤC > TỆP',

  dry,
  changed: (changed, unchanged, dryRun) =>
    `${dry(dryRun)}Đã sửa ${cases(changed.length)}${changed.length === 0 ? '' : `: ${numbers(changed)}`}.${unchanged.length === 0 ? '' : ` ${cases(unchanged.length)} vốn đã như vậy.`}`,
  replied: (number, to, state, dryRun) => `${dry(dryRun)}#${number}${to === '' ? '' : ` đến ${to}`}: ${state}.`,
  mind: (n, what) => `Lưu ý: #${n}: ${what}`,
  mailSent: (n: number) => (n === 0 ? 'Không có thư nào đến hạn.' : `Đã gửi ${n} thư.`),
  mailWould: (n: number) => `Chạy thử, không ghi gì: ${n} thư sẽ được gửi lúc này.`,
  mailAgain: (n: number) => `${n} thư tạm thời bị từ chối, sẽ gửi lại sau.`,
  mailFailed: (n: number) => `${n} thư gửi không được. Xem: desk mail list`,
  mailUncertain: (n: number) => `${n} thư chưa rõ đã đi hay chưa. Xem: desk mail list`,
  mailNext: (when: string) => `Thư tiếp theo đi lúc ${when}.`,
  mailMoved: (entry: number, number: number, to: string, state: string, dryRun: boolean) =>
    `${dry(dryRun)}${entry} (#${number})${to === '' ? '' : ` tới ${to}`}: ${state}.`,
  mailRelease: (n: number) => `Đang giữ ${n} thư. desk mail release MỤC cho gửi một thư, --all cho gửi tất cả.`,
  noted: (number, dryRun) => `${dry(dryRun)}#${number}: đã thêm ghi chú.`,
  merged: (from, into, dryRun) => `${dry(dryRun)}Đã gộp ${numbers(from)} vào #${into}.`,
  otherCustomers: (list) => `Lưu ý: đây là phiếu của khách khác: ${numbers(list)}. Hoàn tác bằng: desk undo`,
  unmerged: (number, from, dryRun) => `${dry(dryRun)}Đã tách #${number} khỏi #${from}.`,
  linked: (number, other, changed, dryRun) =>
    `${dry(dryRun)}${changed ? `Đã liên kết #${number} với #${other}.` : `#${number} và #${other} vốn đã liên kết.`}`,
  unlinked: (number, other, dryRun) => `${dry(dryRun)}Đã bỏ liên kết #${number} với #${other}.`,
  called: (number, minutes, dryRun) => `${dry(dryRun)}#${number}: đã ghi cuộc gọi ${minutes} phút.`,
  rated: (number, score, name, dryRun) => `${dry(dryRun)}#${number}: khách đánh giá ${score}/5, ${name}.`,
  spamSenders: (list, not) =>
    not ? `Thư từ ${list} lại vào hộp đến như bình thường.` : `Thư sau này từ ${list} sẽ được xếp vào thư rác.`,
  tookBack: (what, dryRun) => `${dry(dryRun)}Đã hoàn tác: ${what}`,
  broughtBack: (what, dryRun) => `${dry(dryRun)}Đã làm lại: ${what}`,
  kept: (list) => tui.keptCases(numbers(list)),
  tied: (list) => tui.tiedCases(numbers(list)),
  messageIn: 'có tin nhắn đến',
  messageOut: 'có tin nhắn gửi đi',
  undone: 'đã hoàn tác',
  templateKept: (name, isNew, changed, dryRun) =>
    `${dry(dryRun)}${isNew ? `Đã thêm mẫu ${name}.` : changed ? `Đã sửa mẫu ${name}.` : `Mẫu ${name} vốn đã như vậy.`}`,
  templateRemoved: (name, dryRun) => `${dry(dryRun)}Đã xoá mẫu ${name}.`,
  configured: (key, value, turned, dryRun) =>
    `${dry(dryRun)}${value === null ? `${key} đã trở về mặc định.` : `${key} = ${value}`}${turned === 0 ? '' : ` (${mails(turned)} đã đổi giữa thư đến và thư đi)`}`,

  reading: (n) => `đã đọc ${mails(n)} …`,
  filing: (done, of) => `đang xếp vào phiếu: ${Math.floor((100 * done) / Math.max(1, of))} %`,
  askMe: (addresses) =>
    `Có vẻ đây là địa chỉ email của bạn: ${addresses}. Đúng thì nhấn Enter, không thì gõ địa chỉ đúng:`,
  guessedMe: (addresses) => `Coi đây là địa chỉ email của bạn: ${addresses}. Sửa bằng: desk config set me ĐỊA_CHỈ,…`,
  interrupted: 'Đã dừng giữa chừng; phần đã nhập vẫn còn. Nhập lại y như vậy thì desk làm tiếp từ đó.',
  notMail: (n, some) => `${n} tệp không phải là thư: ${some.join(', ')}${n > some.length ? ' …' : ''}`,
  moreProblems: (n) => `… và ${n} vấn đề khác; xem tất cả bằng --json.`,
  imported: ({ mails: n, cases: c, waiting, oldest, dryRun }) =>
    `${dry(dryRun)}${mails(n)}, ${cases(c)}, ${waiting === 0 ? 'không có khách nào đang chờ bạn' : `${waiting} khách đang chờ bạn${oldest === null ? '' : waiting === 1 ? `, đã chờ ${oldest}` : `, lâu nhất là ${oldest}`}`}.`,
  importRest: ({ unchanged, skipped, unfiled, solved, templates }) =>
    [
      unchanged === 0 ? '' : `${mails(unchanged)} đã có từ trước.`,
      solved === 0 ? '' : `${cases(solved)} được coi là đã xong.`,
      templates === 0 ? '' : `Đã thêm hoặc sửa ${templates} mẫu.`,
      skipped === 0 ? '' : `Không đọc được ${mails(skipped)}.`,
      unfiled === 0 ? '' : `Đã đọc và giữ lại ${mails(unfiled)}, nhưng chưa xếp vào phiếu nào.`,
    ]
      .filter((one) => one !== '')
      .join(' '),

  settings: {
    me: 'địa chỉ email của chính bạn, cách nhau bằng dấu phẩy',
    agent: 'tên của bạn, dùng khi trả lời và trong nhật ký',
    shop: 'tên cửa hàng, dùng trong mẫu trả lời',
    language: 'en, vi hoặc th; không đặt thì theo hệ thống',
    'input-method': 'kiểu gõ tiếng Việt: telex, vni hoặc viqr',
    ledger: 'trọng số của sổ khách hàng: late-first=1 ratio=12',
    'segment-values': 'giá trị của mỗi nhóm khách: loyal=30000000 current=8000000',
    'plans-off': 'kế hoạch không chạy, theo tên: win-back-former',
    'last-seen': 'lần mở xem gần nhất',
  },
  reindexed: (entries, dryRun) => `${dry(dryRun)}Chỉ mục tìm kiếm giờ có ${entries} mục.`,
  rejudged: (n) => `Đã xét lại ${mails(n)}: chỉ là lời cảm ơn hay không. Hoàn tác bằng: desk undo`,
  findings: {
    'node-current': {
      good: (f) => `Node ${f.version} đủ mới.`,
      bad: (f) => `Node ${f.version} quá cũ, kho có thể hỏng. Hãy cài Node 22.12 trở lên.`,
    },
    'locale-utf8': {
      good: () => 'Cửa sổ dòng lệnh dùng UTF-8.',
      bad: (f) =>
        `Ngôn ngữ hệ thống ${f.locale} không phải UTF-8 nên chữ có dấu và chữ Thái có thể hiện thành dấu hỏi. Hãy đặt, ví dụ: export LANG=C.UTF-8`,
    },
    'disk-local': {
      good: () => 'Kho nằm trên ổ đĩa của máy.',
      bad: (f) =>
        `${f.path} nằm trên ổ mạng, sớm muộn gì kho cũng hỏng. Hãy chuyển cả hai tệp về ổ đĩa của máy, rồi dùng: desk --db TỆP`,
    },
    'no-leftovers': {
      good: () => 'Không có bản sao dở dang nào.',
      bad: (f) =>
        `Còn ${f.files} bản sao dở dang của lần sao lưu, khôi phục hoặc cập nhật bị ngắt: ${f.path}. Khi không có desk nào đang chạy, hãy xoá các tệp kết thúc bằng .part.db hoặc .part.raw.db.`,
    },
    'store-sound': {
      good: () => 'Kho dữ liệu nguyên vẹn.',
      bad: (f) =>
        `Kho dữ liệu bị hỏng: ${f.problem}. Trước hết hãy sao chép cả hai tệp ra chỗ khác, rồi lấy lại bản sao lưu: desk restore TỆP`,
    },
    'references-sound': {
      good: () => 'Dữ liệu khớp với nhau.',
      bad: (f) =>
        `${f.rows} dòng trỏ đến dữ liệu không còn nữa. Hãy sao chép cả hai tệp ra chỗ khác, rồi lấy lại bản sao lưu: desk restore TỆP`,
    },
    'raw-sound': {
      good: () => 'Kho thư gốc nguyên vẹn.',
      bad: (f) =>
        `Kho thư gốc bị hỏng: ${f.problem}. Trước hết hãy sao chép cả hai tệp ra chỗ khác, rồi lấy lại bản sao lưu: desk restore TỆP`,
    },
    'raw-complete': {
      good: () => 'Không thiếu thư gốc nào.',
      bad: (f) =>
        `Thiếu ${f.mails} thư gốc. Tệp desk.raw.db có đúng là của kho này không? Hãy đặt lại đúng tệp, hoặc nhập lại các thư đó.`,
    },
    'forgetting-done': {
      good: () => 'Không có khách nào bị quên dở dang.',
      bad: (f) => `Việc xóa khách #${f.id} bị dừng giữa chừng. Làm tiếp: desk customers forget ${f.id}`,
    },
    'mail-filed': {
      good: () => 'Mọi thư đến đều đã nằm trong phiếu.',
      bad: (f) =>
        `${f.mails} thư đã đến nhưng chưa xếp được vào phiếu nào (${f.problem}); thư gốc vẫn còn. Thử lại: desk mail fetch --again`,
    },
    'index-complete': {
      good: () => 'Chỉ mục tìm kiếm có đủ mọi mục.',
      bad: (f) =>
        `Chỉ mục tìm kiếm thiếu ${f.missing} mục và thừa ${f.stray} mục không còn nữa. Hãy chạy: desk reindex`,
    },
    'fold-current': {
      good: () => 'Chỉ mục tìm kiếm là bản mới nhất.',
      bad: (f) => `Chỉ mục tìm kiếm do bản desk khác lập (${f.version}). Hãy chạy: desk reindex`,
    },
    'clock-sound': {
      good: () => 'Đồng hồ đúng.',
      bad: (f) => `Thay đổi mới nhất ghi ngày trong tương lai (${f.newest}). Hãy xem lại đồng hồ của máy.`,
    },
    'mode-private': {
      good: (f) => `Chỉ mình bạn đọc được ${f.path}.`,
      bad: (f) => `Người khác cũng đọc được ${f.path} (quyền ${f.mode}). Sửa bằng: chmod ${f.wanted} ${f.path}`,
    },
  },

  tagline: 'công cụ hỗ trợ khách hàng trong cửa sổ dòng lệnh',
  usage: 'Cách dùng',
  command: 'LỆNH',
  bare: 'mở màn hình làm việc; qua pipe thì in hộp đến',
  everywhere: 'Tuỳ chọn của mọi lệnh',
  ownOptions: 'Tuỳ chọn',
  examples: 'Ví dụ',
  moreHelp: 'Xem kỹ một lệnh: desk help LỆNH',
  configList: 'liệt kê mọi thiết lập và công dụng',
  configUnset: 'trả một thiết lập về mặc định',
  about: {
    import: [
      'Đọc được mbox (cả .gz), Maildir, tệp .eml và JSONL của desk; - là stdin. Thư đã có thì không nhập lại, và chỉ cần hoàn tác một lần là trở lại như trước.',
      'Phiếu đã hơn 30 ngày không có gì mới được coi là đã xong, để thư cũ không tràn ngập hộp đến.',
    ],
    list: [
      'Không có câu tìm kiếm thì liệt kê hộp đến; "*" hoặc "" liệt kê tất cả, kể cả phiếu tạm ẩn và đã đóng. Từ có một dấu gạch ở đầu là điều kiện phủ định.',
      `Gõ có dấu hay không dấu đều tìm được; "hai từ" trong ngoặc kép là một cụm. Khoá: status: kind: topic: mood: priority: tag: channel: from: customer: segment: product: department: created: updated: waiting: solved: snoozed: number: lang: sort: và theo loại phiếu: ${keys}, is:open|waiting|overdue|snoozed|unread|atrisk, has:attachment|note|draft, dùng được OR và dấu ngoặc. Ví dụ: priority>=high waiting>4h (kind:care OR segment:loyal)`,
      'Khi đưa qua pipe, các cột là số, ưu tiên, trạng thái, loại, thời gian chờ, khách, tiêu đề, nhãn; giữa hai cột có ít nhất hai dấu cách, trong cột thì không: awk -F "  +".',
    ],
    reply: [
      'Chưa có tài khoản email thì tin trả lời được giữ lại, không gửi đi. Sau đó phiếu chờ khách, trừ khi --set hoặc mẫu đặt khác. N có thể là -: số phiếu từ stdin.',
    ],
    note: ['N có thể là -: số phiếu từ stdin.'],
    set: [
      'Các mục: subject status priority kind topic mood channel product department snooze. N có thể là -: số phiếu từ stdin.',
      `Theo loại phiếu: support: ${of('support')}; care: ${of('care')}. symptom= để trống là xoá; steps+="chữ" thêm một bước kèm giờ, stage= ghi cả lúc đạt tới, amount="500000 VND".`,
      'snooze=until:2026-12-01 (hoặc khi khách trả lời), firm:2026-12-01 (dù khách có trả lời), reply, until:3d, none.',
      'Có thể nói lúc nào bằng lời, bằng cả ba thứ tiếng: snooze="T6 17h", snooze="sáng mai", snooze="fri 5pm", snooze=20/11.',
    ],
    split: ['ENTRY là số đứng đầu mỗi mục trong desk show. Hai phiếu được liên kết với nhau.'],
    spawn: [
      'Phiếu mới của cùng khách, liên kết với N: sản phẩm, số sê-ri và lý do (là triệu chứng, nếu không có --reason) được đưa theo.',
    ],
    call: ['Cuộc gọi được tính là đã trả lời: sau đó phiếu chờ khách, trừ khi phiếu đã xong.'],
    spam: [
      'Phiếu được gắn nhãn spam và coi là đã xong; thư sau này của người gửi cũng vậy. Chỉ cần hoàn tác một lần là trở lại như trước. N có thể là -: số phiếu từ stdin.',
    ],
    source: ['ENTRY là số đứng đầu mỗi mục trong desk show. Trên màn hình, thư được làm sạch trước khi hiện.'],
    'template-add': [
      'Tệp bắt đầu bằng dòng --- là cả một mẫu: name:, title:, tags: và set: (như desk set), một dòng --- nữa, rồi đến nội dung. Các ngôn ngữ khác nằm sau dòng dạng --- vi ---. Xem một mẫu như thế bằng desk templates show.',
    ],
    'config-set': [
      'Thiết lập: me (địa chỉ email của bạn, cách nhau bằng dấu phẩy), agent (tên bạn), shop (tên cửa hàng), language (en, vi, th).',
    ],
    attachments: [
      'Mỗi tệp được tách ra từ thư gốc, lưu dưới một tên an toàn và chỉ bạn đọc được; tệp đã có sẵn không bị ghi đè. Khi đưa qua pipe, các cột là mục, cỡ (byte), loại và tên.',
    ],
    backup: [
      'Tạo hai tệp, FILE và tệp thư gốc bên cạnh (desk.db và desk.raw.db), của cùng một thời điểm, kể cả khi đang có người ghi. Không bao giờ ghi đè tệp có sẵn. Bản sao lưu cũng là một kho: mở bằng desk --db FILE.',
    ],
    restore: [
      'Hãy đóng mọi cửa sổ desk trước. Trên màn hình thì desk hỏi lại; khi đưa qua pipe cần có --yes. Thư gốc chỉ được thêm vào, không mất đi: thư đến sau bản sao lưu vẫn còn, nhập lại là có phiếu như cũ.',
    ],
    export: [
      'Không có câu tìm kiếm thì xuất tất cả: phiếu kèm ghi chú và thư gốc, khách, mẫu, thiết lập. Dạng jsonl thì desk import đưa lại y như cũ vào một kho trống; nhật ký và hoàn tác không đi theo (desk backup thì có).',
      'csv mỗi phiếu một dòng, dùng cho bảng tính; ô nào bảng tính có thể chạy như công thức được thêm dấu nháy đơn ở đầu. mbox chỉ có thư gốc (mboxrd: thêm một dấu > trước dòng bắt đầu bằng From). Không thư nào bị gửi hai lần: thư đang chờ gửi khi nhập lại sẽ được giữ lại.',
    ],
    'mail-send': [
      'Dùng cho cron: gửi những thư đến hạn rồi kết thúc. Mã thoát 69 nghĩa là không tới được máy chủ; thư chờ sẽ được thử lại thưa dần, và không thư nào đi hai lần.',
    ],
    'mail-release': ['Thư bị giữ khi được viết trước lúc có tài khoản, đã gọi lại, hoặc chờ quá một ngày.'],
    'mail-settle': [
      'sent: thư đã tới, hoặc đã chuyển tay. again: gửi lại với cùng Message-ID, nên ai đã có thư vẫn chỉ thấy một thư.',
    ],
    undo: [
      'Không ghi ID thì hoàn tác thay đổi gần nhất từ dòng lệnh; thay đổi khác thì theo số trong --list. Nhập thư hay sửa hàng loạt được hoàn tác từng phiếu; phiếu đã có người xử lý sau đó thì giữ nguyên.',
    ],
  },
  options: {
    db: 'kho dữ liệu để làm việc',
    json: 'kết quả dạng JSON',
    readOnly: 'không thay đổi gì',
    lang: 'ngôn ngữ hiển thị',
    noColor: 'không dùng màu',
    help: 'phần trợ giúp này',
    version: 'phiên bản',
    dryRun: 'chỉ nói sẽ làm gì, không thay đổi gì',
    numbersOnly: 'chỉ in số phiếu',
    limit: 'nhiều nhất bấy nhiêu (trên màn hình 50, qua pipe: tất cả)',
    view: 'inbox, waiting, theirs, snoozed, solved hoặc all',
    quotes: 'mở phần trích dẫn',
    customer: 'email, số điện thoại, mã hoặc tên khách',
    subject: 'về việc gì',
    kind: 'support, service (mặc định) hoặc care',
    spawnKind: 'support, service hoặc care (mặc định)',
    spawnReason: 'vì sao mở phiếu mới',
    channel: 'email, phone (mặc định), video, chat, social, sms, web hoặc visit',
    said: 'lời khách nói; - là stdin',
    message: 'nội dung; - là stdin',
    file: 'nội dung lấy từ tệp',
    template: 'nội dung từ mẫu, điền riêng cho từng phiếu',
    language: 'dùng bản ngôn ngữ này của mẫu',
    setWith: 'sửa kèm khi trả lời, như desk set; dùng được nhiều lần',
    minutes: 'gọi trong bao nhiêu phút',
    callIn: 'khách gọi đến',
    callText: 'đã nói gì; - là stdin',
    score: 'từ 1 (rất không hài lòng) đến 5 (rất hài lòng)',
    comment: 'khách nói gì khi đánh giá',
    notSpam: 'không phải thư rác: đưa phiếu và người gửi trở lại',
    releaseAll: 'tất cả thư đang giữ',
    now: 'đi ngay, không chờ mười giây để gọi lại',
    at: 'gửi vào lúc này: thứ Hai 8h, mai, 2026-12-01T08:00',
    to: 'gửi tới địa chỉ này thay vào; lặp lại được',
    cc: 'gửi thêm một bản tới địa chỉ này; lặp lại được',
    bcc: 'gửi bản ẩn tới địa chỉ này; lặp lại được',
    replyFrom: 'gửi từ địa chỉ này của mình',
    replySubject: 'với tiêu đề này',
    attach: 'tệp gửi kèm; lặp lại được, tối đa 25 MB',
    quote: 'trích thư được trả lời dưới nội dung',
    followAt: 'lúc nào: T6 17h, mai, 3d, 2026-12-01T08:00',
    followText: 'việc cần làm',
    promiseText: 'đã hẹn điều gì',
    followTemplate: 'mẫu dùng khi bắt đầu làm',
    followCustomer: 'cho khách này, không cần phiếu',
    allToo: 'cả những gì đã làm và đã bỏ',
    promiseWith: 'ghi rằng thư này hẹn lúc đó',
    zone: 'múi giờ, như Asia/Ho_Chi_Minh',
    hours: 'giờ của các ngày: mon-fri=08:00-12:00,13:30-17:30; lặp lại được',
    holidayLists: 'ngày lễ mà desk biết: tet, songkran hay none',
    holiday: 'thêm một ngày lễ, như 2026-12-31=Tên; lặp lại được',
    ical: 'thêm ngày lễ từ tệp iCalendar',
    noHolidays: 'bỏ mọi ngày lễ đã thêm',
    targetSchedule: 'tính theo giờ làm này',
    targetKinds: 'cho các loại: support, service, care, hay all',
    targetSegments: 'cho khách thuộc các nhóm này, hay all',
    targetQuery: 'cho những gì câu tìm này tìm thấy, hay all',
    targetPause: 'điều làm dừng đồng hồ: pending, hold, snooze, hay none',
    product: 'đã mua gì',
    boughtAt: 'ngày mua: 2026-03-01 (mặc định: hôm nay)',
    delivered: 'ngày giao hàng',
    serial: 'số máy',
    warranty: 'bảo hành đến: 2028-03-01, hoặc số tháng như 24mo',
    amount: 'giá, tính bằng đồng',
    currency: 'VND (mặc định), THB, USD …',
    markReason: 'vì sao không tính',
    markAgain: 'tính lại dấu này',
    familiesToo: 'cả dấu hiệu yếu, như người cùng nhà',
    asCsv: 'dạng bảng tính CSV',
    targetTime: 'ƯU TIÊN/ĐỒNG HỒ=THỜI GIAN, như high/first=4h; lặp lại được',
    playbook: 'kịch bản; nếu không thì kịch bản hợp có bước ấy',
    playbookCase: 'kịch bản ra sao với phiếu này',
    playbookStep: 'bước nào; nếu không thì bước đang chờ trả lời',
    intoDraft: 'đưa cả vào bản nháp trả lời',
    anyway: 'cả khi điều kiện không đúng',
    handoffField: 'giá trị của mục, như serial=AQ-4711; dùng nhiều lần được',
    handoffSummary: 'chuyện gì; nếu không thì lời của khách',
    handoffEvidence:
      'kèm các tệp này của khách: tên tệp, all hoặc none; có thể lặp lại (mặc định: theo yêu cầu của bộ phận)',
    handoffSave: 'ghi phiếu chuyển và tệp kèm vào một thư mục con trong thư mục này, thay vì gửi thư',
    handoffAnswer: 'câu trả lời từ tệp; nếu không thì stdin',
    feedbackProduct: 'chỉ của sản phẩm này',
    feedbackSince: 'những gì được nói từ ngày này',
    withdrawReason: 'lý do; ghi trong phiếu, và trong thư gửi bộ phận',
    withdrawId: 'phiếu chuyển nào, khi có nhiều: số trong desk handoff list',
    withdrawSilent: 'không gửi thư báo bộ phận',
    handoffAll: 'cả những phiếu đã trả lời',
    undoList: 'những việc đã làm, mới nhất trước, kèm số',
    deep: 'đọc lại cả từng thư gốc',
    title: 'tiêu đề, để dễ tìm',
    textLanguage: 'ngôn ngữ của nội dung (mặc định: theo --lang)',
    templateText: 'nội dung, có chỗ điền như {{customer.name}}',
    templateFile: 'nội dung, hoặc cả mẫu, lấy từ tệp',
    templateSet: 'sửa phiếu khi dùng mẫu, như desk set; dùng được nhiều lần',
    templateTag: 'nhãn để tìm mẫu; dùng được nhiều lần',
    format: 'mbox, maildir, eml, mmdf hoặc jsonl; không ghi thì tự nhận biết',
    me: 'địa chỉ email của chính bạn, cách nhau bằng dấu phẩy',
    solvedBefore: 'không có gì mới từ trước ngày này thì coi là đã xong',
    keepOpen: 'không coi phiếu nào là đã xong',
    saveTo: 'lưu vào thư mục này',
    yes: 'không hỏi lại',
    sure: 'số hoặc tên đầy đủ của khách, thay cho các câu hỏi',
    copies: 'xóa cả các bản sao cạnh kho dữ liệu có khách này',
    exportFormat: 'jsonl (mặc định), csv hoặc mbox',
    deliverAccount: 'tài khoản nhận thư; bỏ trống thì tìm theo địa chỉ người nhận',
    watch: 'chạy tiếp, thư đến là nhận, cho đến khi được bảo dừng',
    sendToo: 'cùng --watch: gửi luôn thư đã đến lượt',
    fetchSince: 'lần lấy thư đầu tiên lùi về: một ngày, hoặc all',
    againUnfiled: 'trước hết thử lại thư chưa xếp được vào phiếu',
    withParent: 'cùng --watch: dừng khi chương trình đã gọi nó dừng',
    mailAddress: 'địa chỉ mà khách viết tới',
    mailName: 'tên người gửi',
    imap: 'máy chủ nhận thư, hoặc none',
    smtp: 'máy chủ gửi thư, hoặc none',
    tls: 'on, starttls hoặc off; không ghi thì theo cổng',
    mailUser: 'tên đăng nhập (mặc định: địa chỉ thư)',
    passwordFile: 'tệp chỉ mình bạn đọc được (quyền 0600)',
    passwordStdin: 'mật khẩu đưa qua stdin và được giữ trong một tệp như vậy',
    passwordCommand: 'lệnh in ra mật khẩu hoặc token',
    oauth2: 'mật khẩu là token OAuth2 (XOAUTH2)',
    mailFolder: 'thư mục trên máy chủ (mặc định: INBOX)',
    afterFetch: 'leave (mặc định), seen, hoặc move:THƯMỤC',
    mailSince: 'lấy thư từ ngày này, hoặc all',
    sentCopy: 'ai lưu thư đã gửi: append (desk), server hoặc none',
    sentFolder: 'thư mục cho thư đã gửi (mặc định: theo máy chủ)',
    authservId: 'tên máy chủ của mình trong Authentication-Results',
    subjectNumber: '[#42] trong tiêu đề thư trả lời',
    htmlMail: 'kèm phần HTML, tạo từ văn bản theo Markdown',
    plusAddress: 'thư trả lời về user+phiếu@domain',
    autoReply: 'mẫu trả lời tự động đầu tiên, hoặc none',
    signature: 'chữ ký theo ngôn ngữ; lặp lại được',
    unencrypted: 'cho phép gửi mật khẩu tới máy khác mà không mã hoá',
    unchecked: 'lưu mà không đăng nhập thử',
  },
};

import type { PromiseWords } from './words.ts';

/** Vietnamese; each word is also found without its marks in a sentence that has none. */
export const VIETNAMESE_PROMISES: PromiseWords = {
  lists: {
    // ourselves, and who acts for us
    US: '(bên (?!(anh|chị|bạn|kia|đó|này|nào|cạnh|trong|ngoài|trên|dưới)( |$))_|chúng (em|tôi|mình|ta)|(tụi|bọn|team|nhóm|các) (em|mình|tui)|em|e|cháu|con|shop|sốp|tiệm|tôi|tui|mình|ad|admin|page|cửa hàng|công ty|cty|nhà trường|trường|thầy|giáo vụ|giảng viên|giáo viên)',
    STAFF:
      '(kho|xưởng|kỹ thuật|kỹ thuật viên|kĩ thuật|ktv|kt|kỹ sư|thợ|thợ máy|kế toán|nhân viên|nv|bưu tá|shipper|ship|tài xế|lái xe|bác tài|người giao|giao hàng|vận chuyển|bưu điện|bưu cục|đơn vị _|đối tác|hãng|nhà (máy|mạng|cung cấp|sản xuất|xe)|ngân hàng|bank|tổng đài|tổng đài viên|chăm sóc khách hàng|cskh|bộ phận|phòng _|ban _|đội|đội ngũ|tổ|nhóm|team|ê kíp|trung tâm|chi nhánh|quản lý|giám sát|giám đốc|trưởng _|sếp|chuyên viên|tư vấn viên|bạn (ấy|ý|đó|trực|phụ trách|kỹ thuật|kho|giao|tư vấn|ship|shipper|nhân viên)|anh (ấy|kỹ thuật|thợ|shipper|ship|giao)|chị (ấy|kế toán)|người (của|bên)|họ|hệ thống|lập trình|dev|xe)',
    WE: '({US}|{STAFF})',
    YOU: '(anh chị|quý khách|khách hàng|anh|chị|mình|bạn|khách|cô|chú|bác|ông|bà|a|c|b|ac|mng|cả nhà|quý anh chị|em học viên)',
    THING:
      '(hàng|đơn|đơn hàng|tiền|máy|kiện|bưu kiện|bưu phẩm|gói hàng|linh kiện|phụ kiện|đồ|sản phẩm|lô|mẫu|mã|thẻ|sim|vé|hóa đơn|hoá đơn|hợp đồng|hồ sơ|giấy tờ|kết quả|điểm|thông báo|câu trả lời|phản hồi|quà|voucher hoàn|tài khoản|dịch vụ|mạng|internet|wifi|đường truyền|web|website|app|ứng dụng|server|máy chủ|hệ thống|link|đường link|lỗi|sự cố|điện|nước|thiết bị|xe|lịch|phòng|lớp|bản cập nhật|file|báo cáo|báo giá|tin|khoản)',
    COME: '(về|đến|tới|được|xong|ra|vào|có|nằm|cập|lên|chạy|hoạt động|mở|trở lại|đi|hoàn tất|hoàn thành|sẵn sàng|sẵn|khôi phục|ổn định|bình thường|bảo trì xong|cấp|rời|xuất|phát)',
    DO: '(gửi|gởi|giao|gọi|phản hồi|báo|liên hệ|liên lạc|xử lý|chuyển khoản|chuyển|hoàn|hoàn tiền|kiểm tra|check|kt|cập nhật|trả lời|trả|nhắn|bảo hành|sửa|lắp|qua|ghé|ship|đổi|xuất|lên đơn|đóng gói|đóng hàng|thông báo|hẹn|bù|cấp|kích hoạt|mở lại|hỗ trợ|lấy hàng|lấy máy|đến|tới|hoàn tất|hoàn thành|xong|inbox|ib|alo|call|rep|khắc phục|giải quyết|xác nhận|đặt lịch|cử|mang|up|update|nạp|thu hồi|bàn giao|thay|lên|ra|chốt|chụp|làm|đăng|đưa|chở|gặp|điện|cài|test|soạn|in|gia hạn|nâng cấp|tới nơi|phát|cho (người|thợ|kỹ thuật|nhân viên|xe)|có (hàng|kết quả|người|thợ|mặt|phản hồi|thông tin|câu trả lời|lại))',
    // what the customer is to do
    THEIRS:
      '(cần|muốn|nhớ|phải|tiện|rảnh|thanh toán|trả tiền|chuyển|ck|đặt|mua|ghé|qua|ra|bận|nộp|mang|đem|đưa|gọi|nhắn|gửi|tới|đến|lên|chờ|đợi|uống|ăn|dùng|bôi|khởi động|tắt|bật|điền|ký|đăng ký|đăng nhập|xác nhận|trả lời|phản hồi|kiểm tra|check|báo|để|về|đi|có (hẹn|gọi|báo|nhà)|xem|thử|chọn|giữ|liên hệ|hẹn|nói|bảo|dặn|kể|viết|yêu cầu|đề nghị|hỏi)',
    // verbs after which a word for us or the customer is no subject
    TO: '(giúp|hộ|cho|với|báo|nhắn|gọi|của|gửi|gởi|nhờ|hỏi|gặp|hẹn|giao|đến|tới|nhà|trả|để|lại|phía|bên|các|mời|hỗ trợ|liên hệ|thay mặt|và|bù|tay|như)',
  },
  undertakes: [
    '(?<!{TO} ){WE} (?!(không|chưa|chẳng|xin lỗi|cảm ơn|cám ơn|biết|nghĩ|hiểu|thấy|ghi nhận|nghỉ|là|của|mong|rất|cũng rất|tiếc|thành thật)( |$))_',
    '{WE}( _){0,4}? {DO}',
    '(để|nhờ|báo|cho|hẹn|bảo|có|cử|nhắc) {WE}( _){0,4}? {DO}',
    'sẽ( _){0,3}? {DO}',
    '(?<!{YOU} )sẽ (?!(không|bị|tự|hết|mất|chưa))_',
    '{THING}( _){0,6}? {COME}',
    'được( _){0,2}? {DO}',
    '{YOU}( _){0,2}? nhận( được)?( hàng| tiền| máy| lại| kết quả)?',
    '{DO}( _){0,4}? (cho|lại|tới|đến|với) ({YOU}|nhà|địa chỉ)',
    '(xin )?hẹn( (gặp|lại|giao|qua|lắp|sửa|gọi|làm việc))?',
    '(đặt|xếp|lên|chốt|sắp|hẹn|book) (lịch|hẹn|chỗ|xe)',
    'cho {WE} (xin )?',
    'nữa (là |mới |sẽ |thì )?(tới|đến|có|xong|về|qua|giao|ra|được|lên)',
    '(có|về|nhập|lên) (hàng|kệ|mẫu)',
    '(dự kiến|chậm nhất|muộn nhất|trễ nhất|lâu nhất|hạn chót)',
    '{YOU} (sẽ )?(có|được|lấy được|dùng được)( _){0,4} (mới|lại|hàng|máy|thẻ|tiền|kết quả|đơn|xe|đồ|rồi)',
    '(hứa|cam kết|đảm bảo|bảo đảm|chắc chắn)',
    '^\\W*(dạ |vâng |ok |oke |để )*{DO} (lại |ngay |luôn |gấp |liền |bù )?(cho |với |tới )?({YOU}|nhé|nha|liền|ngay|luôn)',
    'có (người|thợ|kỹ thuật|nhân viên|bạn|xe|mặt|lại|kết quả|thông tin|phản hồi|hàng|câu trả lời|quyết định)',
    '{DO}( _){0,2} (nhà|chỗ|công ty|cty|quán|tận) ',
    '({WE}|{THING})( _){1,4}? (được|xong|có|về|là|đi)',
    '(đăng nhập|dùng|sử dụng|truy cập|vào|xem)( _){0,2} (lại )?được',
  ],
  sentenceIsNone: [
    '(mở cửa|đóng cửa|giờ làm việc|làm việc (từ|đến|tới)|hoạt động từ (?!0)|giờ hành chính|giờ mở|(mở|phục vụ|tiếp khách) (tới|đến|từ))',
    '((?<!báo )giá|giảm|khuyến mãi|khuyến mại|ưu đãi|áp dụng|hạn sử dụng|hsd|hết hạn|hiệu lực|bảo hành \\d+|(hóa|hoá) đơn( xuất| lập| ghi)? (ngày|số)|lần thứ|mỗi (ngày|tuần|tháng|thứ|lần|khi|sáng|tối|năm|buổi|\\d)|thời gian( _){1,6} là|tiêu chuẩn|(hằng|hàng) (ngày|tuần|tháng|năm)|chính sách|quy định|theo hợp đồng|thông thường|thường thì|voucher|mã giảm|kể từ|tính từ|quý khách có thể đổi|tặng thêm|tích điểm|kéo dài (tới|đến)|diễn ra|chạy (tới|đến) (?!nhà)|sự kiện|khai trương|livestream|học phí|lệ phí)',
    '(được|có thể|hỗ trợ|cho) (đổi|trả|hoàn|đổi trả)( _)? (trong|trước)',
    'đặt( hàng)? (trước|sau)',
    '(lần|hôm|bữa|đợt|kỳ|tuần|tháng) trước( _){1,6} hẹn',
    'đã (hứa|hẹn)( _){0,6} (mà|nhưng)',
    '(hẹn|hứa|báo)( _){0,6} mà( _){0,4} (không|chưa|mới|chẳng|vẫn)',
  ],
  conditions: [
    '(nếu|trường hợp|giả sử|miễn là|với điều kiện|trừ khi|trong trường hợp|lỡ như|nhỡ)',
    '(sau khi|khi|ngay khi|khi nào|lúc nào) ({YOU}|nhận|có|đặt|thanh toán|đủ)',
    '(?<!{TO} ){YOU}( _){1,8} thì',
    'sau \\d+ (ngày|giờ|tiếng|phút|tháng) (không|mà|chưa)',
    '(đặt|chốt|chuyển khoản|ck|thanh toán|đăng ký|lên đơn|cọc) (trước|sau|trong)( _){1,5} (thì|là|sẽ|được)',
  ],
  conditionsFirst: [],
  asksAnywhere: [
    '(khi nào|bao giờ|mấy giờ|hôm nào|ngày nào|lúc nào|ngày giờ|giờ nào|buổi nào|thứ mấy|ngày mấy|có được không|đúng không|phải không)',
    '{YOU}( _){0,6} (hay|hoặc)( _){0,4} (ạ|vậy|nhỉ)',
    '(không biết)( _){1,6} (có|không)',
  ],
  asks: ['(hay|hoặc là)', '(không|chưa)( _)?$', '{YOU}( _){0,2} (có|muốn|tiện|rảnh|thấy)'],
  asksAtEnd: [
    '(không (ạ|anh|chị|bạn|vậy|nhỉ|em|a|c)|chưa (ạ|anh|chị|bạn|vậy)|nhỉ|hả|được không|đúng không|phải không)',
  ],
  proposes: ['(được|đúng|phải|ổn|ok|oke|tiện|hợp lý)( _)? (không|ko|k|hông|hem|chưa)'],
  clauseIsNone: [
    '((?<!^)(?<!^\\W)đã (?!(đặt|xếp|lên|chốt|sắp|hẹn|book|giữ|điều|phân|bố trí)( |$))|vừa( mới)? {DO}|hôm qua|tối qua|đêm qua|chiều qua|sáng qua|hôm trước|hôm kia|bữa trước|tuần trước|tháng trước|năm ngoái|lúc nãy|hồi nãy|ban nãy|khi nãy)(?! ngày)',
    '(?<!(lịch|hẹn)( _){0,8} )(?!đặt lịch|hẹn){DO}( _){0,4}? rồi( ạ| nha| nhé|,|\\.|$)',
    '(thành công|ghi nhận) (lúc|vào|giao dịch|hồi)',
    '(có ghi nhận|xảy ra|phát sinh)',
    '(kẹt|kín|full|quá tải|hết (hàng|chỗ|mẫu|vé)|trục trặc|bị lỗi|gặp sự cố|mất (điện|mạng|kết nối))',
    '(chưa|không (kịp|thể|có|biết|chắc|dám|nhận|giao|gửi|làm|hứa|được|thấy|tới|đến)|chẳng|chả)(?! _ mà)',
    '(giao|gửi|làm|lắp|sửa|kịp|qua|đến)( _)? không (được|kịp|nổi)',
    '(vui lòng|phiền|giúp em|giúp shop|giúp mình|giúp bên|hộ em|nhớ|nhờ) ?({YOU})?(?! thông cảm)',
    '(?<!{TO} )(?<!(thông báo|yêu cầu|sự cố|lỗi|đơn|chỗ|bên|máy) ){YOU} (nhớ )?(?!(mình) )({THEIRS})( |$)',
    '(chờ|đợi) \\d',
    'nghỉ(?! lễ xong| lễ| tết| trưa)',
    '(nghỉ (lễ|tết)|nghỉ) (từ|đến|hết|tới)',
    '(chỉ (khám|nhận|làm|bán|mở|giao)|cách nhau|mỗi lần|dùng được|sạc|uống|bôi|ra mắt|sinh nhật|hạn (nộp|gần nhất|cuối|đóng)|hạn là|dùng (kem|thuốc)|kết thúc|bắt đầu (lúc|từ|vào|ngày|\\d+(h|g|:)?\\d*))',
  ],
  timeIsNoneAfter: [
    '(chào|chúc|một|hai|đèn|ánh)',
    '(?<!(đặt|giao|hàng|máy|đơn) )(hôm|từ hôm|từ ngày|suốt|hơn|cách đây|mấy|vài|dăm|nhiều|các|lần|mã|số|đơn số|phòng|tầng|bảo hành|mất|dài|kéo dài|gần|đủ|đến tận|quá|ca|trực|ca trực|tuổi|năm|cách|trễ|muộn|chậm|từ sáng|đến hết|tới hết|trước khi|trước khi (tới|đến|qua|giao))',
  ],
  timeIsNoneBefore: [
    '(đa|thiểu|ưu|dài|rộng|cao|sâu|màu) ?',
    '(trước|qua|rồi|kể từ|sau khi|một lần|\\/|kinh nghiệm|đầu tiên|mua|sử dụng|một buổi|mỗi|liên tục|\\/ ?lần)',
  ],
  isName: [
    'thu',
    '(khoản|lần|lượt|đợt|người|cái|chiếc|bản) thứ (hai|ba|tư|năm|sáu|bảy)',
    '(chị|anh|cô|chú|bạn|tên|ms|bé|dì|ban|em|tuyết|thanh|phương|ngọc|hoàng|xuân) mai',
    '(đến|lâu|hiện|xưa|trước|ngày|cho đến|cho tới) nay',
    'hôm sau',
    '(cái|bên|người|đằng|hôm|chỗ) kia',
  ],
  countsFromNow: [
    '(cho|đợi|chờ) {WE}( xin)?',
    '(trong|nữa|tới|sau|tối đa|chậm nhất|khoảng|ít|tầm|vòng|nội trong|cần thêm|thêm|chừng|lâu nhất|muộn nhất|không quá)',
  ],
  parts: ['(nhưng|còn|nên|tuy nhiên|vì|do|mà|chứ|để|thế nên|cho nên|xong là)'],
};

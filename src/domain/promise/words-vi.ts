import type { PromiseWords } from './words.ts';

/** Vietnamese; each word is also found without its marks in a sentence that has none. */
export const VIETNAMESE_PROMISES: PromiseWords = {
  lists: {
    WE: '(bên (em|mình|shop|tôi|kho|vận chuyển|giao hàng|kỹ thuật|kế toán)|chúng (em|tôi|mình)|(tụi|bọn|team) (em|mình)|em|e|cháu|con|shop|tôi|mình|kho|kỹ thuật|kỹ thuật viên|thợ|kế toán|nhân viên|bưu tá|shipper|ad|admin|team|cửa hàng|công ty|hệ thống|hãng)',
    YOU: '(anh chị|quý khách|khách hàng|anh|chị|mình|bạn|khách|cô|chú|bác|ông|bà|a|c|ac|mng|quý anh chị)',
    DO: '(gửi|gởi|giao|gọi|phản hồi|báo|liên hệ|liên lạc|xử lý|chuyển khoản|chuyển|hoàn|hoàn tiền|kiểm tra|check|cập nhật|trả lời|trả|nhắn|bảo hành|sửa|lắp|qua|ghé|ship|đổi|xuất|lên đơn|đóng gói|đóng hàng|thông báo|hẹn|bù|cấp|kích hoạt|mở lại|hỗ trợ|lấy hàng|lấy máy|đến|tới|hoàn tất|hoàn thành|xong|inbox|ib|alo|call|rep|khắc phục|giải quyết|xác nhận|đặt lịch|cử|mang|up|nạp|thu hồi|bàn giao|cho (người|thợ|kỹ thuật|nhân viên|xe)|có (hàng|kết quả|người|thợ|mặt|phản hồi|thông tin|câu trả lời))',
  },
  undertakes: [
    '{WE}( _){0,4}? {DO}',
    'sẽ( _){0,3}? {DO}',
    'sẽ (được|có|về|nhận|xong|ra)',
    '(hàng|đơn|tiền|máy|kiện|bưu kiện|linh kiện)( _){0,4}? (về|đến|tới|được|xong|ra)',
    'được( _){0,2}? {DO}',
    '{YOU}( _){0,2}? nhận( được)?( hàng| tiền| máy| lại| kết quả)?',
    '{DO}( _){0,4}? (cho|lại|tới|đến|với) {YOU}',
    'hẹn {YOU}',
    'cho {WE} (xin )?',
    '(có|về) hàng',
    '(dự kiến|chậm nhất|muộn nhất|trễ nhất)',
  ],
  sentenceIsNone: [
    '(nếu|trường hợp|giả sử|khi nào|bao giờ|mấy giờ|hôm nào|ngày nào|lúc nào|ngày giờ|nếu như|miễn là)',
    '(sau khi|khi|ngay khi) ({YOU}|nhận|có|đặt|thanh toán)',
    '(không ạ|chưa ạ|nhỉ|hả)[. ]*$',
    '(mở cửa|đóng cửa|giờ làm việc|làm việc từ|hoạt động từ|giờ hành chính)',
    '((?<!báo )giá|giảm|khuyến mãi|ưu đãi|áp dụng|hạn sử dụng|hết hạn|bảo hành \\d+|(hóa|hoá) đơn( xuất| lập| ghi)? (ngày|số)|lần thứ|mỗi|(hằng|hàng) (ngày|tuần|tháng|năm)|chính sách|quy định|thông thường|thường thì|voucher|mã giảm|kể từ|tính từ|quý khách có thể đổi)',
    '(được|có thể|hỗ trợ|cho) (đổi|trả|hoàn|đổi trả)( _)? (trong|trước)',
    'đặt( hàng)? (trước|sau)',
    '{YOU} (có )?(báo|nói|bảo|nhắn|dặn|kể|viết|yêu cầu|đề nghị) (là|rằng|hôm|từ|với|cho em|em)',
  ],
  clauseIsNone: [
    '((?<!^)đã|vừa( mới)? {DO}|hôm qua|hôm trước|hôm kia|bữa trước|tuần trước|tháng trước|năm ngoái|lúc nãy|hồi nãy|ban nãy)(?! ngày)',
    '(chưa|không (kịp|thể|có|biết|chắc|dám|nhận|giao|gửi|làm|hứa)|chẳng)',
    '(vui lòng|phiền|giúp em|giúp shop|hộ em|nhớ|nhờ) ?({YOU})?',
    '(chờ|đợi) \\d',
    'nghỉ(?! lễ)',
    '{YOU} (cần|muốn|nhớ|phải|tiện|rảnh|thanh toán|đặt|mua|ghé|qua|bận)',
  ],
  timeIsNoneAfter: [
    '(chào|chúc|một|hai|đèn|ánh)',
    '(hôm|từ hôm|từ ngày|suốt|hơn|cách đây|mấy|vài|dăm|nhiều|các|lần|mã|số|đơn số|phòng|tầng|bảo hành|mất)',
  ],
  timeIsNoneBefore: [
    '(đa|thiểu|ưu|dài|rộng|cao|sâu|màu) ?',
    '(trước|qua|rồi|kể từ|sau khi|một lần|\\/|kinh nghiệm|đầu tiên|mua|sử dụng)',
  ],
  isName: [
    'thu',
    '(khoản|lần|lượt|đợt|người|cái|chiếc|bản) thứ (hai|ba|tư|năm|sáu|bảy)',
    '(chị|anh|cô|chú|bạn|tên|ms|bé|dì|ban) mai',
    '(đến|lâu|hiện|xưa|trước|ngày|cho đến|cho tới) nay',
    '(cái|bên|người|đằng|hôm|chỗ) kia',
  ],
  countsFromNow: ['(cho|đợi|chờ) {WE}( xin)?', '(trong|nữa|tới|sau|tối đa|chậm nhất|khoảng|ít|tầm|vòng)'],
  parts: ['(nhưng|còn|nên|tuy nhiên|vì|do|mà)'],
};

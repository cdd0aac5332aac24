/** A query, a text, and whether a person would say that the text holds the word. Written before the code. */
export interface Gold {
  readonly query: string;
  readonly text: string;
  readonly found: boolean;
}

export const GOLD: readonly Gold[] = [
  // Vietnamese: typed without marks, every spelling is found
  { query: 'dien thoai', text: 'Điện thoại của tôi không lên nguồn', found: true },
  { query: 'man hinh', text: 'Màn hình bị sọc từ hôm qua', found: true },
  { query: 'hoan tien', text: 'Tôi muốn hoàn tiền đơn hàng này', found: true },
  { query: 'doi tra', text: 'Chính sách đổi trả của cửa hàng', found: true },
  { query: 'truong', text: 'Tôi mua cho nhà trường', found: true },
  { query: 'DON HANG', text: 'đơn hàng số 12 chưa tới', found: true },
  { query: 'bao hanh', text: 'Bảo Hành còn hai tháng', found: true },
  { query: 'nguyen', text: 'Nguyễn Thị Lan gọi lại', found: true },
  { query: 'ship', text: 'Phí ship bao nhiêu ạ?', found: true },
  { query: 'tien', text: 'điện thoại', found: false },
  { query: 'man hinh', text: 'hình màn', found: false },
  { query: 'hoan', text: 'hoàng hôn', found: false },
  // Vietnamese: typed with marks, the marks must match
  { query: 'đơn', text: 'Cho tôi hỏi về đơn hàng', found: true },
  { query: 'đơn', text: 'Hóa đơn đã gửi', found: true },
  { query: 'đơn', text: 'đón khách ở cổng', found: false },
  { query: 'trường', text: 'thị trưởng', found: false },
  { query: 'bán', text: 'Anh có bán lẻ không?', found: true },
  { query: 'bán', text: 'Chào bạn', found: false },
  { query: 'bạn', text: 'CHÀO BẠN!', found: true },
  { query: 'màn hinh', text: 'màn hình cong', found: true },
  { query: 'màn hinh', text: 'mạn hình', found: false },
  { query: 'ma', text: 'mã giảm giá', found: true },
  { query: 'mã', text: 'ma trận', found: false },
  { query: 'ba\u0309o ha\u0300nh', text: 'bảo hành', found: true },
  { query: 'bảo hành', text: 'ba\u0309o ha\u0300nh', found: true },
  { query: 'hoà', text: 'máy điều hòa', found: true },
  { query: 'khỏe', text: 'Chúc chị khoẻ', found: true },
  { query: 'đ', text: 'd', found: false },
  { query: 'ORD-1234', text: 'đơn ord-1234 của tôi', found: true },
  // Thai: found inside a sentence, tone marks free when not typed
  { query: 'สินค้า', text: 'ได้รับสินค้าชำรุดค่ะ', found: true },
  { query: 'ชำรุด', text: 'ได้รับสินค้าชำรุดค่ะ', found: true },
  { query: 'ช\u0E4Dารุด', text: 'สินค้าชำรุด', found: true },
  { query: 'ที่อยู่', text: 'ขอเปลี่ยนที่อยู่จัดส่งครับ', found: true },
  { query: 'ทีอยู', text: 'ขอเปลี่ยนที่อยู่จัดส่งครับ', found: true },
  { query: 'คืนเงิน', text: 'อยากขอคืนเงินได้ไหมคะ', found: true },
  { query: 'น้ำ', text: 'เครื่องกรองน้ำรั่ว', found: true },
  { query: 'นำ', text: 'เครื่องกรองน้ำรั่ว', found: true },
  { query: 'น้ำ', text: 'ช่วยแนะนำหน่อย', found: false },
  { query: 'ใหม่', text: 'เครื่องใหม่เสียแล้ว', found: true },
  { query: 'ใหม่', text: 'ผ้าไหม', found: false },
  { query: 'ไหม', text: 'ไหม้หมดแล้ว', found: true }, // typed without a tone mark: any tone
  { query: 'ไหม้', text: 'ได้ไหมครับ', found: false },
  { query: 'สี', text: 'เสีย', found: false }, // vowels are no marks to leave out
  { query: 'สิ', text: 'สีแดง', found: false },
  { query: 'iphone', text: 'ซื้อiPhoneสีดำมา', found: true },
  { query: 'สีดำ', text: 'ซื้อiPhoneสีดำมา', found: true },
  { query: 'การ์ด', text: 'ใส่การดไม่ได้', found: false },
  { query: 'การด', text: 'การ์ดหาย', found: true },
  { query: '500', text: 'ราคา500บาท', found: true },
];

/** The same over real texts: the line of a file of the corpora, one-based. */
export interface CorpusGold {
  readonly file: string;
  readonly line: number;
  readonly query: string;
  readonly found: boolean;
}

const vi = (line: number, query: string, found: boolean): CorpusGold => ({
  file: 'text-vi-vsfc/sents.txt',
  line,
  query,
  found,
});
const th = (line: number, query: string, found: boolean): CorpusGold => ({
  file: 'text-th-wisesight/q.txt',
  line,
  query,
  found,
});

export const CORPUS_GOLD: readonly CorpusGold[] = [
  vi(1, 'kien thuc', true),
  vi(1, 'đạo đức', true),
  vi(1, 'dao duc nghe nghiep', true),
  vi(1, 'đào', false),
  vi(2, 'truong', true),
  vi(2, 'trường', true),
  vi(2, 'trưởng', false),
  vi(3, 'bai tap', true),
  vi(3, 'tap bai', false),
  vi(6, 'may tinh', true),
  vi(6, 'máy tính', true),
  vi(6, 'máy tỉnh', false),
  vi(20, 'hoà nhã', true),
  vi(21, 'MÁY CHIẾU', true),
  vi(21, 'phong hoc', true),
  vi(48, 'day', true),
  vi(57, 'wifi yeu', true),
  vi(60, 'dạy', true),
  vi(60, 'đạy', false),
  vi(72, 'java co ban', true),
  th(2, 'รีวิว', true),
  th(2, 'ความแตกต่าง', true),
  th(2, 'ความแตกตาง', true),
  th(2, 'estee', true),
  th(3, 'สาขา', true),
  th(4, 'ไหม', true),
  th(4, 'ไม่แพง', true),
  th(4, 'แพ้ง', false),
  th(7, 'คะ', true),
  th(10, 'ผ่อน', true),
  th(11, 'ราคา', true),
  th(13, 'สายพาน', true),
  th(13, 'เครื่อง', true),
  th(13, 'Nissan March', true),
  th(16, 'กันแดด', true),
  th(17, 'บุหรี่', true),
  th(17, 'บุหรี', true),
  th(17, 'บุหรี้', false),
  th(22, 'น้ำมัน', true),
  th(22, 'นำมัน', true),
];

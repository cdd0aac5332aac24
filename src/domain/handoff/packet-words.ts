import type { Mood } from '../case.ts';
import type { PageLanguage } from '../playbook/page.ts';

/** The words of a packet beside those of the department's own file; they stand next to the reader of its answer. */
export interface PacketWords {
  readonly handoff: string;
  readonly case: string;
  readonly due: string;
  readonly summary: string;
  readonly details: string;
  readonly evidence: string;
  readonly none: string;
  /** of a file that is only named */
  readonly notKept: string;
  readonly answer: string;
  /** of a hand-off that nobody waits for any more */
  readonly withdrawn: string;
  readonly reason: string;
  readonly nothingToDo: string;
  /** what customers said of products, collected over their cases */
  readonly feedback: string;
  readonly noProduct: string;
  readonly moods: Readonly<Record<Mood, string>>;
  /** how the form is filled in */
  readonly how: string;
}

export const PACKET_WORDS: Readonly<Record<PageLanguage, PacketWords>> = {
  vi: {
    handoff: 'Phiếu chuyển',
    case: 'Phiếu khách',
    due: 'Cần trả lời trước',
    summary: 'Tóm tắt',
    details: 'Thông tin',
    evidence: 'Hình ảnh, tài liệu kèm theo',
    none: 'không có',
    notKept: 'chưa có ở đây, xin hỏi lại khi cần',
    answer: 'Trả lời',
    withdrawn: 'đã rút lại',
    reason: 'Lý do',
    nothingToDo: 'Nhờ anh chị không xử lý phiếu này nữa. Nếu đã làm gì rồi, xin trả lời thư này cho biết.',
    feedback: 'Góp ý của khách',
    noProduct: 'Không rõ sản phẩm',
    moods: { calm: 'bình thường', upset: 'khó chịu', angry: 'bức xúc' },
    how: 'Nhờ anh chị điền sau mỗi dấu hai chấm rồi gửi lại thư này. Xin giữ nguyên các dòng desk-handoff và chữ trong ngoặc vuông.',
  },
  th: {
    handoff: 'ใบส่งต่องาน',
    case: 'เรื่องหมายเลข',
    due: 'กรุณาตอบก่อน',
    summary: 'สรุป',
    details: 'รายละเอียด',
    evidence: 'หลักฐานที่แนบมา',
    none: 'ไม่มี',
    notKept: 'ไม่มีไฟล์อยู่ที่นี่ ขอได้เมื่อต้องใช้',
    answer: 'คำตอบ',
    withdrawn: 'ถอนแล้ว',
    reason: 'เหตุผล',
    nothingToDo: 'ไม่ต้องดำเนินการใบนี้แล้ว หากทำอะไรไปแล้ว กรุณาตอบอีเมลนี้ให้ทราบ',
    feedback: 'คำติชมจากลูกค้า',
    noProduct: 'ไม่ระบุสินค้า',
    moods: { calm: 'ปกติ', upset: 'ไม่พอใจ', angry: 'โกรธ' },
    how: 'กรุณากรอกหลังเครื่องหมายทวิภาคแล้วตอบกลับอีเมลนี้ โดยคงบรรทัด desk-handoff และคำในวงเล็บเหลี่ยมไว้',
  },
  en: {
    handoff: 'Hand-off',
    case: 'Case',
    due: 'Answer due by',
    summary: 'Summary',
    details: 'Details',
    evidence: 'Evidence',
    none: 'none',
    notKept: 'not kept here; ask when it is needed',
    answer: 'Your answer',
    withdrawn: 'withdrawn',
    reason: 'Reason',
    nothingToDo: 'Please do nothing more for this. If something is done already, answer this mail and say so.',
    feedback: 'Feedback from customers',
    noProduct: 'No product named',
    moods: { calm: 'calm', upset: 'upset', angry: 'angry' },
    how: 'Please fill in behind each colon and send this mail back. Leave the desk-handoff lines and the words in square brackets as they are.',
  },
};

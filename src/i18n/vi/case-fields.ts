import type { ofKinds as en } from '../en/case-fields.ts';

export const ofKinds: typeof en = {
  caseFields: {
    serial: 'số sê-ri',
    symptom: 'triệu chứng',
    steps: 'các bước đã thử',
    cause: 'nguyên nhân',
    fix: 'cách khắc phục',
    stage: 'tiến độ sửa',
    reason: 'lý do',
    wish: 'mong muốn',
    outcome: 'kết quả',
    amount: 'số tiền',
  },
  stages: {
    received: 'đã nhận máy',
    diagnosed: 'đã chẩn đoán',
    'waiting-for-part': 'chờ linh kiện',
    repaired: 'đã sửa xong',
    returned: 'đã trả khách',
  },
  outcomes: {
    kept: 'khách giữ lại',
    exchanged: 'đã đổi hàng',
    refunded: 'đã hoàn tiền',
    'sold-more': 'khách mua thêm',
  },
  own: {
    title: (n) => `Thông tin của #${n}`,
    none: (kind) => `Loại ${kind}: không có thêm thông tin nào; phím i để đổi loại.`,
    empty: 'chưa ghi',
    offered: 'đã đề nghị',
    taken: 'khách nhận',
    ask: (field, n) => `#${n} ${field}`,
    askStep: (n) => `#${n} đã thử (thêm một dòng kèm giờ)`,
    fromPlaybooks: 'Đã đề nghị, khách nhận và bước đã thử theo kịch bản lấy từ kịch bản: p.',
    more: (n) => `và ${n} mục nữa: I`,
    steps: (n, last) => (n === 1 ? last : `${n}: ${last}`),
    spawned: (number, subject) => `Từ #${number}: ${subject}`,
    spawnAsk: (n) => `Lý do mở phiếu chăm sóc từ #${n}`,
    spawnedNow: (number, from) => `Đã mở #${number} từ #${from}. Phím z để hoàn tác.`,
  },
};

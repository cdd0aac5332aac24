import type { keeping as en } from '../en/keeping.ts';

export const keeping: typeof en = {
  noAttachments: 'Phiếu này không có tệp đính kèm.',
  notCut: (name, entry) => `Không tách được ${name} (mục ${entry}) ra khỏi thư. Xem cả thư: desk source ${entry}`,

  backedUp: ({ cases, entries, mails, bytes }, path, rawPath) =>
    `Đã sao lưu và kiểm tra: ${cases} phiếu, ${entries} mục, ${mails} thư gốc (${bytes}), trong ${path} và ${rawPath}. Hai tệp này phải đi cùng nhau.`,
  backedUpWithout: (mails) => `Kho đang thiếu ${mails} thư gốc nên bản sao lưu cũng thiếu. Xem: desk doctor`,
  holds: (cases, entries, last) => `${cases} phiếu, ${entries} mục, thay đổi cuối ${last}`,
  damagedStore: 'không đọc được',
  mayRestore: ({ path, old, from, fresh, kept }) => ({
    question: `Việc này thay ${path} (${old}) bằng ${from} (${fresh}). Kho hiện tại được giữ lại thành ${kept}. Làm tiếp? [có/không]`,
    yes: 'có',
  }),
  notRestored: 'Chưa có gì thay đổi.',
  restored: (path, holds, kept, dryRun) =>
    `${dryRun ? 'Chạy thử, chưa ghi gì: ' : ''}${path} đã trở lại như bản sao lưu: ${holds}.${kept === null ? '' : ` Kho trước đó được giữ thành ${kept}.`}`,
};

import type { keeping as en } from '../en/keeping.ts';

export const keeping: typeof en = {
  noAttachments: 'Phiếu này không có tệp đính kèm.',
  notCut: (name, entry) => `Không tách được ${name} (mục ${entry}) ra khỏi thư. Xem cả thư: desk source ${entry}`,
};

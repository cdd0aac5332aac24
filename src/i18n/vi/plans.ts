import type { plans as en, planErrors as enErrors } from '../en/plans.ts';
import type { Say } from '../say.ts';

export const plans: typeof en = {
  after: {
    solved: (n) => `${n} ngày sau khi phiếu xong`,
    purchase: (n) => `${n} ngày sau mỗi lần mua`,
    'first-purchase': (n) => `${n} ngày sau lần mua đầu tiên`,
    silence: (n) => `sau ${n} ngày không có tin`,
    segment: (n, segment) => `${n} ngày sau khi thành khách: ${segment}`,
  },
  about: (kinds) => `cho phiếu: ${kinds}`,
  forSegments: (segments) => `cho khách: ${segments}`,
  consent: { yes: 'chỉ khi khách đã đồng ý', no: 'không cần khách đồng ý trước' },
  template: (name) => `bắt đầu bằng mẫu ${name}`,
  noTemplate: (name) => `không có mẫu “${name}”`,
  off: 'đã tắt',
  isOff: 'Kế hoạch này đã tắt: desk config get plans-off',
  made: (n) => `đã ghi ${n}`,

  nothing: 'Chưa có việc nào đến hạn theo kế hoạch.',
  ran: (n, dry) => (dry ? `Sẽ ghi ${n} việc theo dõi theo kế hoạch.` : `Đã ghi ${n} việc theo dõi theo kế hoạch.`),
  told: (n) => `${n} việc theo dõi mới theo kế hoạch: g f.`,
  running: 'Đang xem việc nào đến hạn theo kế hoạch …',
  lintFine: (n) => `${n} kế hoạch, không có gì sai.`,
};

export const planErrors: Readonly<Record<keyof typeof enErrors, Say>> = {
  'no-such-plan': (f) => [
    `Không có kế hoạch “${f.name}”.`,
    f.nearest ? `Có phải ý bạn là ${f.nearest}?` : 'Xem: desk plans list',
  ],
};

import { mail, type Step, type Written } from './gold.ts';

/** The desk of all written stories. */
export const OWN = ['hotro@shop.example', 'banhang@shop.example'] as const;

const LAN_ADDRESS = 'Nguyễn Thị Lan <lan.nguyen@thuxanh.example>';
const SOMCHAI_ADDRESS = '=?UTF-8?B?4Liq4Lih4LiK4Liy4Lii?= <somchai@baan.example>';
const ANNA_ADDRESS = 'Anna Weber <anna.weber@acme.example>';

const header = (from: string, day: string, lines: readonly string[]): Written =>
  mail(`From: ${from}`, 'To: hotro@shop.example', `Date: ${day} Mar 2026 09:30:00 +0700`, ...lines);

/** A mail of Lan's to us, two days after hers that opened the case; the lines follow From, To and Date. */
export const fromLan = (...lines: string[]): Written => header(LAN_ADDRESS, 'Wed, 4', lines);
export const fromSomchai = (...lines: string[]): Written => header(SOMCHAI_ADDRESS, 'Wed, 4', lines);
export const fromAnna = (...lines: string[]): Written => header(ANNA_ADDRESS, 'Wed, 4', lines);

/** Lan wrote about her blender: case A, #42, not answered yet. */
export const LAN_WROTE: readonly Step[] = [
  {
    did: 'opened',
    key: 'A',
    number: 42,
    by: header(LAN_ADDRESS, 'Mon, 2', [
      'Subject: Máy xay sinh tố bị rò nước',
      'Message-ID: <CAL1x0+rO@mail.thuxanh.example>',
      '',
      'Chào shop, máy em mua tuần trước bị rò nước ở đáy cối.',
    ]),
  },
];

/** … and an agent answered. */
export const LAN: readonly Step[] = [
  ...LAN_WROTE,
  { did: 'replied', key: 'A', message: 1, to: 'lan.nguyen@thuxanh.example' },
];

/** Somchai asked where his parcel is: case A, #42, answered. */
export const SOMCHAI: readonly Step[] = [
  {
    did: 'opened',
    key: 'A',
    number: 42,
    by: header(SOMCHAI_ADDRESS, 'Mon, 2', [
      'Subject: สินค้ายังไม่มาส่งเลยค่ะ',
      'Message-ID: <1772418600.5521.th@baan.example>',
      '',
      'สั่งไว้ตั้งแต่วันที่ 20 ยังไม่ได้รับของเลย',
    ]),
  },
  { did: 'replied', key: 'A', message: 1, to: 'somchai@baan.example' },
];

/** Anna complained of an invoice with Bob in Cc: case A, #42, answered to her alone. */
export const ANNA: readonly Step[] = [
  {
    did: 'opened',
    key: 'A',
    number: 42,
    by: header(ANNA_ADDRESS, 'Mon, 2', [
      'Cc: Bob Fox <bob.fox@acme.example>',
      'Subject: Invoice 2026-118 is wrong',
      'Message-ID: <4C1E9D52-77AA-4B0B-8E4C-2B1F@acme.example>',
      '',
      'The VAT on invoice 2026-118 is 10 %, it should be 8 %.',
    ]),
  },
  { did: 'replied', key: 'A', message: 1, to: 'anna.weber@acme.example' },
];

/** A second case of Anna's, B, #57, answered. */
export const ANNA_SECOND: readonly Step[] = [
  {
    did: 'opened',
    key: 'B',
    number: 57,
    by: header(ANNA_ADDRESS, 'Tue, 3', [
      'Subject: Delivery address for April',
      'Message-ID: <9F00AB11-0D2C-4E5B-A1D3-77C0@acme.example>',
      '',
      'Please deliver the April order to our new warehouse.',
    ]),
  },
  { did: 'replied', key: 'B', message: 1, to: 'anna.weber@acme.example' },
];

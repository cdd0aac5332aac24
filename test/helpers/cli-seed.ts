/** One line of desk's JSONL: a case with one message of the customer. */
export const caseLine = (
  more: Readonly<Record<string, unknown>> & { readonly customer?: object; readonly text?: string },
): string => {
  const { text, customer, ...fields } = more;
  return `${JSON.stringify({
    type: 'case',
    subject: 'Màn hình không sáng',
    kind: 'support',
    priority: 'normal',
    channel: 'email',
    tags: [],
    customer: {
      name: 'Nguyễn Thị Lan',
      language: 'vi',
      emails: ['lan@example.vn'],
      phones: [],
      handles: [],
      ...customer,
    },
    entries: [
      {
        type: 'message',
        party: 'customer',
        direction: 'in',
        channel: 'email',
        at: '2026-03-10T09:00:00Z',
        from: { name: 'Lan', address: 'lan@example.vn' },
        to: [{ name: '', address: 'cskh@maymoi.example' }],
        cc: [],
        text: text ?? 'Chào shop, máy của chị không lên hình.',
        quoted: '',
      },
    ],
    ...fields,
  })}\n`;
};

/** Three cases and a template: #1 Lan (screen, high), #2 สมชาย (Thai), #3 Anna (English, solved). */
export const SEED = [
  caseLine({ uid: 's1', priority: 'high', tags: ['màn-hình'] }),
  caseLine({
    uid: 's2',
    subject: 'หน้าจอกดไม่ติด',
    text: 'สวัสดีค่ะ หน้าจอเครื่องซักผ้ากดไม่ติดเลยค่ะ',
    kind: 'service',
    customer: { name: 'สมชาย ใจดี', language: 'th', emails: ['somchai@example.co.th'], phones: ['+66 81 555 0123'] },
  }),
  caseLine({
    uid: 's3',
    subject: 'Refund arrived',
    text: 'Thank you, the refund arrived.',
    kind: 'care',
    status: 'solved',
    tags: ['refund'],
    customer: { name: 'Anna Smith', language: 'en', emails: ['anna@example.com'] },
  }),
  `${JSON.stringify({
    type: 'template',
    name: 'screen-reset',
    title: 'Screen: first steps',
    tags: ['screen'],
    bodies: {
      vi: 'Chào {{customer.salutation}}, mời thử lại ạ.',
      en: 'Hello {{customer.given_name}}, please try again.',
    },
    set: { status: 'pending' },
    addTags: ['tried-reset'],
  })}\n`,
].join('');

/** One mail, with LF line ends. */
export const mail = (fields: Readonly<Record<string, string>>, body: string): string =>
  `${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n\n${body}\n`;

/** An mbox of these mails. */
export const mbox = (mails: readonly string[]): string =>
  mails.map((one) => `From shop@example.org Tue Mar 10 09:00:00 2026\n${one}\n`).join('');

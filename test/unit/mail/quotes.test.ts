import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../src/mail/quotes/pieces.ts';
import { foldQuotes } from '../../../src/mail/quotes.ts';

const ANSWER = 'Dạ em cảm ơn shop.\nMai em qua lấy ạ.\n\n';

describe('quoted history', () => {
  it.each([
    'On Mon, 3 Feb 2025 at 10:00, Shop <shop@example.vn> wrote:\n> Chào chị,\n>\n> Máy đã về.\n',
    'Vào Th 2, 3 thg 2, 2025 vào lúc 10:00 Shop <shop@example.vn> đã viết:\n\n> Chào chị,\n> Máy đã về.\n',
    'เมื่อ จ. 3 ก.พ. 2025 เวลา 10:00 Shop <shop@example.com> เขียนว่า:\n\n> สวัสดีค่ะ\n',
    'On Mon, 3 Feb 2025 at 10:00, A Shop With A Very Long Name\n<shop@example.vn> wrote:\n\n> Chào chị\n',
    'Am 03.02.2025 um 10:00 schrieb Shop:\n> Guten Tag\n',
    '-----Original Message-----\nFrom: Shop\nSent: Monday\nTo: Lan\nSubject: Máy giặt\n\nChào chị\n',
    '________________________________\nFrom: Shop <shop@example.vn>\nSent: Monday, February 3, 2025\nTo: Lan\nSubject: Máy\n\nChào chị\n',
    'Từ: Shop <shop@example.vn>\nĐã gửi: Thứ Hai, 3 tháng 2\nĐến: Lan\nChủ đề: Máy giặt\n\nChào chị\n',
    'จาก: Shop\nส่ง: วันจันทร์\nถึง: Lan\nเรื่อง: เครื่อง\n\nสวัสดีค่ะ\n',
    '> only marked lines\n> and more\n',
  ])('below an answer is folded (%#)', (history) => {
    expect(foldQuotes(ANSWER + history)).toEqual({ text: ANSWER, quoted: history });
  });

  it('stays when nothing else is there', () => {
    const all = 'On Monday, Shop wrote:\n> Chào chị\n';
    expect(foldQuotes(all)).toEqual({ text: all, quoted: '' });
  });

  it.each([
    'Em trả lời bên dưới:\n> Máy về chưa?\nRồi ạ.\n',
    'She wrote:\nnothing is quoted here\n',
    'Xem giúp em:\n\n---------- Forwarded message ---------\nFrom: Shop\nDate: Monday\nTo: Lan\nSubject: x\n\nChào\n',
    'From: here to there\nis a long way\n',
  ])('is not seen where the writer goes on (%#)', (text) => {
    expect(foldQuotes(text).quoted).toBe('');
  });

  it.each([
    ['below a quote at the top', 'On 3 Feb 2025, at 10:00, Shop wrote:\n> Size?\n\n', '38\n'],
    ['below a quote whose head is quoted too', '> On 3 Feb 2025, at 10:00, Shop wrote:\n> Size?\n', '38\n'],
  ])('folds from the top where the answer stands %s', (_, quote, answer) => {
    expect(foldQuotes(quote + answer)).toEqual({ text: answer, quoted: quote });
  });

  it('folds from the middle where a signature stands above what is passed on', () => {
    const forward = '---------- Forwarded message ---------\nFrom: Shop\n\nChào\n';
    const { text, quoted } = foldQuotes(`Xem giúp em\n\nSent from my iPhone\n\n${forward}`);
    expect(text).toBe(`Xem giúp em\n\n${forward}`);
    expect(quoted).toBe('Sent from my iPhone\n\n');
  });

  it('stays in sight where a few words point to it, and where somebody pasted a mail as it travelled', () => {
    const block =
      'From: Kho <kho@example.vn>\nSent: Monday, 3 February 2025 10:00\nTo: Lan\nSubject: Giao hàng\n\nKhông giao được.\n';
    for (const words of ['Shop xem mail bên dưới giúp em', 'FYI', 'ดูอีเมลด้านล่างหน่อยค่ะ'])
      expect(foldQuotes(`${words}\n\n${block}`).quoted).toBe('');
    expect(foldQuotes(`Em nhận được rồi ạ.\n\n${block}`).quoted).toBe(block);
    const pasted =
      'Em bị báo lỗi này:\n\nReceived: by mx.example.vn\nFrom: a@example.vn\nDate: 3/2/2025 10:00\nTo: b@example.vn\n\nx\n';
    expect(foldQuotes(pasted).quoted).toBe('');
  });

  it('below a title between dashes that nobody knows is folded', () => {
    const history =
      '----- Original Nachricht ----\nVon: a@example.de\nAn: b@example.de\nDatum: 30.05.2017 16:17\n\nHallo\n';
    expect(foldQuotes(`Danke!\n\n${history}`).quoted).toBe(history);
  });

  it('joins a quoted line that a mailer broke, and never takes an answer for its end', () => {
    const head = 'Dạ vâng ạ.\n\nOn 3 Feb 2025, at 10:00, Shop wrote:\n';
    const broken = '> Em gửi chị thông tin bảo hành của máy giặt, chị giữ lại phiếu này, nó\ncần cho lần sau\n> ạ.\n';
    expect(foldQuotes(head + broken)).toEqual({ text: 'Dạ vâng ạ.\n\n', quoted: head.slice(12) + broken });
    const answered = '> Máy của chị là loại nào?\nloại 8 kg\n> Mua lâu chưa?\n2 năm\n';
    expect(foldQuotes(head + answered).text).toContain('loại 8 kg');
    expect(foldQuotes(head + answered).text).toContain('2 năm');
  });

  it('in a language nobody told us about is known by its rule, address and time', () => {
    const history =
      '________________________________\nMula kay: Shop <shop@example.ph>\nPetsa: 2025-02-03 10:00\nPara kay: Lan\n\nKumusta\n';
    expect(foldQuotes(`Salamat po.\n\n${history}`)).toEqual({ text: 'Salamat po.\n\n', quoted: history });
    const head = 'lunes 3/2/2025 10:00 Shop <shop@example.ph>:\n\nKumusta\n';
    expect(foldQuotes(`Salamat po.\n\n${head}`).quoted).toBe(head);
  });

  describe('a signature', () => {
    it.each([
      '-- \nLan\n0903 111 222\n',
      '--\nLan Nguyễn\nKế toán\n',
      '—\nLan\n',
      'Sent from my iPhone\n',
      'Gửi từ iPhone của tôi\n',
      'ส่งจาก iPhone ของฉัน\n',
      '-- \nLan\n\nSent from my Wiko RIDGE FAB 4G\n',
      '_______________________________________________\nshop-talk mailing list\nhttps://lists.example/shop\n',
    ])('is folded (%#)', (signature) => {
      expect(foldQuotes(ANSWER + signature)).toEqual({ text: ANSWER, quoted: signature });
    });

    it.each([
      '--\nĐơn 2: 1 quần size 29\n',
      '--\nKhi nào giao ạ?\n',
      'Sent from my desk, is much easier then my mobile phone.\n',
      'Gửi từ Hà Nội vào Sài Gòn bao nhiêu tiền shop\n',
      'ส่งจากกรุงเทพวันไหนคะ\n',
      'I sent you the photo from my phone\n',
      'Get the phone back to me please\n',
      '- một\n- hai\n',
      '_____\nTên: Lan\n',
      '________________________________\nĐặt hàng tại https://shop.example\n',
    ])('is not what only looks like one (%#)', (words) => {
      expect(foldQuotes(ANSWER + words).text).toBe(ANSWER + words);
    });
  });

  const LINES = [
    ...[
      '> x',
      '>',
      '',
      ' ',
      'On 3/2/2025, b wrote:',
      'On a, b <c@d.e>',
      '-----Original Message-----',
      'From: a@b',
      'Sent: 10:00',
    ],
    ...[
      'To: c',
      '____________',
      '\r',
      '-- ',
      '--',
      'Lan',
      'Sent from my iPhone',
      '---------- Forwarded message ----------',
    ],
    ...[
      '> ---- Forwarded message ----',
      'Khi nào giao?',
      '2025-02-03 10:00 GMT+7 Shop',
      '<c@d.e> đã viết:',
      '***',
      '\u0000',
    ],
  ];
  const mail = fc.array(fc.oneof(fc.string(), fc.constantFrom(...LINES))).map((lines) => lines.join('\n'));

  it('and text are pieces that give the input back, whatever it is', () => {
    fc.assert(
      fc.property(mail, (input) => {
        const pieces = piecesOf(input);
        expect(pieces.map(({ text }) => text).join('')).toBe(input);
        const { text, quoted } = foldQuotes(input);
        const side = (shown: boolean) => pieces.flatMap((piece) => (piece.shown === shown ? [piece.text] : []));
        expect([text, quoted]).toEqual([side(true).join(''), side(false).join('')]);
        expect(text.length + quoted.length).toBe(input.length);
        expect(quoted === '' || text.trim() !== '').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts at line ends only: no line is torn', () => {
    fc.assert(
      fc.property(mail, (input) => {
        const { text, quoted } = foldQuotes(input);
        const lines = (of: string) => (of === '' ? [] : of.replace(/\n$/, '').split('\n'));
        expect([...lines(text), ...lines(quoted)].sort()).toEqual(lines(input).sort());
      }),
    );
  });

  it.each([
    ...[
      '> > > >\n',
      'On \n',
      'From: a\nSent: b\n',
      'On '.repeat(100),
      '\n',
      'wrote:\n',
      '-- \n',
      '--\nx\n',
      'a\n> b\n',
    ],
    ...[
      '<a@b>:\n',
      '________\nX: y\n',
      'On 3/2/2025 10:00\n\n',
      'Sent from my iPhone\n',
      '>'.repeat(300),
      'เมื่อ 3/2/2025 a@b\n',
    ],
  ])('of many %j is folded in time that grows with their number', (piece) => {
    const took = (size: number): number => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      // the processor's time of this process: another program on the machine does not count
      const started = process.cpuUsage();
      foldQuotes(text);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    took(20_000);
    const once = Math.min(took(40_000), took(40_000));
    const four = Math.min(took(160_000), took(160_000));
    // four times the size: quadratic would take sixteen times as long; under 600 ms it is noise
    expect(four).toBeLessThan(Math.max(600, 10 * once));
  });
});

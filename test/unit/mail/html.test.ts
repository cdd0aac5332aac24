import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkNote } from '../../../src/mail/html/links.ts';
import { inColumns } from '../../../src/mail/html/tables.ts';
import { htmlText } from '../../../src/mail/html.ts';
import { parseMail } from '../../../src/mail/parse.ts';
import { foldQuotes } from '../../../src/mail/quotes.ts';
import { NO_HINTS } from '../../helpers/mails.ts';

const text = (html: string): string => htmlText(html).text;
const LONG = `https://t.example/${'x'.repeat(200)}`;

describe('a link in HTML mail', () => {
  it.each([
    ['words', 'https://shop.vn/a', 'đây', 'https://shop.vn/a'],
    ['words and a long address', LONG, 'đây', 't.example/…'],
    ['its own address', 'https://shop.vn/a?utm=1', 'shop.vn/a', ''],
    ['its own host with www', 'https://www.shop.vn/', 'https://shop.vn', ''],
    ['its address cut short', 'https://shop.vn/abc', 'https://shop.vn/…', 'https://shop.vn/abc'],
    ['the address of somebody else', 'https://evil.example/', 'https://bank.vn', 'https://evil.example/'],
    ['a name before the host that looks like one', 'https://bank.vn@evil.example/', 'bank.vn', 'evil.example/…'],
    ['a mail address', 'mailto:Lan@shop.vn?subject=x', 'lan@shop.vn', ''],
    ['a name for a mail address', 'mailto:lan@shop.vn', 'Lan', 'lan@shop.vn'],
    ['a telephone number', 'tel:+84903111222', '0903 111 222', ''],
    ['a name for a telephone number', 'tel:+84903111222', 'Gọi', '+84903111222'],
    ['a script', 'javascript:alert(1)', 'đây', ''],
    ['a script with a line end in its name', 'java\nscript:alert(1)', 'đây', ''],
    ['a place in the mail', '#top', 'lên', ''],
    ['an address nobody can read', 'http://[', 'đây', 'http://['],
  ])('with %s says where it leads', (_, href, words, note) => {
    expect(linkNote(href, words)).toBe(note);
  });

  it('without text is not seen, with an image that has a name it is', () => {
    expect(text('a <a href="https://x.vn"><img src="https://x.vn/i.png"></a> b')).toBe('a b');
    expect(text('a <a href="https://x.vn"></a> b')).toBe('a b');
    expect(text('<a href="https://x.vn"><img src="https://x.vn/i.png" alt="Mua ngay"></a>')).toBe(
      '[image: Mua ngay] (https://x.vn)',
    );
  });
});

describe('what the sender hides in HTML mail', () => {
  it.each([
    '<p hidden>x</p>',
    '<div style="display:none">x</div>',
    '<div style="DISPLAY : none !important">x<p>y</p></div>',
    '<span style="visibility:hidden">x</span>',
    '<span style="font-size:0">x</span>',
    '<span style="font-size:0px"><b>x</b></span>',
    '<span style="font:0/0 a">x</span>',
    '<span style="mso-hide:all">x</span>',
    '<div style="max-height:0;overflow:hidden">x</div>',
    '<div style="opacity:0">x</div>',
    '<table style="display:none"><tr><td>x</td></tr></table>',
    '<ul><li style="display:none">x</li></ul>',
    '<img src="https://t.example/1.gif" width="1" height="1" alt="x">',
    '<img src="https://t.example/1.gif">',
    '<script>x</script><style>x</style><title>x</title>',
    '<!--[if mso]><p>x</p><![endif]-->',
  ])('is left out: %s', (html) => {
    expect(text(`<body>Chào${html}</body>`)).toBe('Chào');
  });

  it('does not take along what is seen inside it', () => {
    expect(text('<td style="font-size:0px">x<div style="font-size:13px">thấy</div></td>')).toBe('thấy');
    expect(text('<div style="visibility:hidden">x<p style="visibility:visible">thấy</p></div>')).toBe('thấy');
    expect(text('<div style="font-size:0"><span style="font-size:100%">x</span></div>')).toBe('');
  });
});

describe('HTML mail as text', () => {
  it('keeps Thai words together and the letters of all scripts', () => {
    expect(text('<p>สวัสดี<wbr>ค่ะ</p><p>Vi&#7879;t Nam &amp; ไทย</p>')).toBe('สวัสดีค่ะ\n\nViệt Nam & ไทย');
  });

  it('shows what stands outside of the body', () => {
    expect(text('<html><body><p>a</p></body></html>\n<p>footer</p>')).toBe('a\n\nfooter');
  });

  it('has one line end where the sender saw one', () => {
    expect(text('<div>a</div><div>b<br></div><div><br></div><div>c</div>')).toBe('a\nb\n\nc');
    expect(text('<p class="MsoNormal">a</p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">b</p>')).toBe(
      'a\n\nb',
    );
  });

  it('puts data in columns, and rows too wide for a terminal behind each other', () => {
    const table = (cell: string) =>
      `<table><tr><th>Tên</th><th>Giá</th></tr><tr><td>${cell}</td><td>5</td></tr></table>`;
    expect(text(table('ช้อน'))).toBe('Tên   Giá\nช้อน  5'.replace('Tên   ', 'Tên  '));
    expect(text(table('x'.repeat(90)))).toBe(`Tên | Giá\n${'x'.repeat(90)} | 5`);
    expect(
      text('<table><caption>Bảng</caption><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>'),
    ).toContain('Bảng');
    expect(
      inColumns([
        ['日本', '1'],
        ['ab', '2'],
      ]),
    ).toBe('日本  1\nab    2');
  });

  it('numbers lists from where they start, whatever is written there', () => {
    expect(text('<ol start="3"><li>a</li><li>b</li></ol>')).toBe('3. a\n4. b');
    expect(text('<ol start="9e99"><li>a</li></ol>')).toBe('9. a');
    expect(text('<ol start="x"><li>a</li></ol>')).toBe('1. a');
  });

  it('marks quotes and signatures so that they fold, and an indent of the writer as none', () => {
    expect(
      foldQuotes(text('<p>Dạ</p><blockquote type="cite"><p>a</p><blockquote>b</blockquote></blockquote>')),
    ).toEqual({
      text: 'Dạ\n\n',
      quoted: '> a\n>\n> > b',
    });
    expect(text('<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>em</div></blockquote>')).toBe(
      '  em',
    );
    expect(
      foldQuotes(
        text(
          '<div>Dạ</div><br><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Lan<br>0903</div>',
        ),
      ),
    ).toEqual({ text: 'Dạ\n\n', quoted: '-- \n\nLan\n0903' });
    expect(foldQuotes(text('<div>Dạ</div><div id="Signature"><p>Lan, kế toán</p></div>')).quoted).toBe(
      '-- \nLan, kế toán',
    );
  });

  it('names images by their part, else by what the sender calls them', () => {
    const images = [{ cid: 'a@b', name: 'máy.jpg', size: 1_240_000 }];
    const read = (html: string) => htmlText(html, images).text;
    expect(read('<img src="cid:a@b" alt="x">')).toBe('[image: máy.jpg, 1.2 MB]');
    expect(read('<img src="cid:a%40b">')).toBe('[image: máy.jpg, 1.2 MB]');
    expect(read('<img src="cid:c" alt="Ảnh">')).toBe('[image: Ảnh]');
    expect(read('<img src="cid:c">')).toBe('[image]');
    expect(read('<img src="data:image/png;base64,AAAA" alt="Logo">')).toBe('[image: Logo]');
  });
});

describe('the better of two alternatives', () => {
  const mail = (plain: string, html: string): Promise<{ text: string }> =>
    parseMail(
      Buffer.from(
        `From: a@b.vn\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n${plain}\n--x\nContent-Type: text/html; charset=utf-8\n\n${html}\n--x--\n`,
      ),
      NO_HINTS,
    );
  const LETTER = 'Chào shop, máy giặt em mua hôm 2/1 không vắt được nữa, báo lỗi E18. Nhờ shop xem giúp em với ạ.';

  it('is the plain one', async () => {
    expect((await mail(LETTER, `<p>${LETTER}</p>`)).text.trim()).toBe(LETTER);
    expect((await mail('Dạ em cảm ơn', '<p>Dạ em <b>cảm ơn</b></p>')).text.trim()).toBe('Dạ em cảm ơn');
  });

  it('is the HTML where the plain one is blank or only says that there is HTML', async () => {
    expect((await mail(' ', `<p>${LETTER}</p>`)).text).toBe(LETTER);
    expect((await mail('Xem HTML', `<style>${'x'.repeat(500)}</style><p>${LETTER}</p>`)).text).toBe(LETTER);
  });

  it('is not the HTML because of what it hides or of its long addresses', async () => {
    const much = `<div style="display:none">${LETTER}</div><a href="${LONG}">${LONG}</a><style>${LETTER}</style>`;
    expect((await mail('Dạ vâng ạ.', `<p>Dạ vâng ạ.</p>${much}`)).text.trim()).toBe('Dạ vâng ạ.');
  });
});

describe('hostile HTML', () => {
  const TAGS = [
    '<div>',
    '</div>',
    '<p>',
    '<table>',
    '<tr>',
    '<td>',
    '</table>',
    '<blockquote>',
    '<ul>',
    '<li>',
    '<a href="//x.y">',
  ];
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(...TAGS, '<img src=cid:a>', '<br>', '<span style="font-size:0">', '<ol start=-1>', '<pre>'),
  );

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { text: read, problem } = htmlText(pieces.join(''));
        expect(typeof read).toBe('string');
        expect(problem).toBeNull();
      }),
    );
  });

  it.each([
    ...[
      '<blockquote>',
      '<table><tr><td>',
      '<ul><li>',
      '<a href="https://x.vn">x',
      '<br>',
      '<div>x</div>',
      '<td style="a:b;">',
      '<pre>\n',
      '<b>',
    ],
    ...[
      '<table><tr><td colspan=99999999>x<td>y<tr><td rowspan=99999999>x<td>y</table>',
      '<',
      '<!--',
      '&amp',
      '<p hidden>',
      '<img alt=x>',
    ],
    ...['<tr><td>x</td><td>y</td></tr>', '<hr>', '<ol start=1>', '<div class="gmail_signature">x'],
  ])('of many %j is read in time that grows with its number', (tag) => {
    const took = (size: number): number => {
      const html = tag.repeat(Math.ceil(size / tag.length));
      // the processor's time of this process: another program on the machine does not count
      const started = process.cpuUsage();
      htmlText(html);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    took(10_000);
    const once = Math.min(took(50_000), took(50_000));
    const four = Math.min(took(200_000), took(200_000));
    expect(four).toBeLessThan(Math.max(600, 10 * once));
  });

  it('of 1 MB in 200 levels of quotes stays a text of a few MB', () => {
    const { text: read, problem } = htmlText(`${'<blockquote>'.repeat(190)}${'x<br>'.repeat(200_000)}`);
    expect(read.length).toBeLessThan(20_000_000);
    expect(problem).toBeNull();
  });
});

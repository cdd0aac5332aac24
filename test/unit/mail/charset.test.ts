import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../../src/mail/charset.ts';
import { decodeWords } from '../../../src/mail/words.ts';

const VI = 'Chào shop, em mua máy giặt hôm thứ bảy mà đến giờ chưa thấy giao, shop kiểm tra giúp em với ạ.';
const TH = 'สวัสดีค่ะ เครื่องซักผ้าที่สั่งไปเมื่อวันเสาร์ยังไม่ได้รับเลยค่ะ ช่วยตรวจสอบให้หน่อยนะคะ';
const TONES = /\u0300|\u0301|\u0303|\u0309|\u0323/g;

/** Windows-1258 writes a letter with its hat or horn, then its tone. */
const toneApart = (letter: string): string => {
  const loose = letter.normalize('NFD');
  return loose.replace(TONES, '').normalize('NFC') + (loose.match(TONES) ?? []).join('');
};
const in1258 = (text: string) => iconv.encode(Array.from(text.normalize('NFC'), toneApart).join(''), 'windows-1258');

describe('the bytes of a text', () => {
  it.each([
    ['utf-8', VI, 'utf-8'],
    ['tis-620', TH, 'windows-874'],
    ['windows-874', TH, 'windows-874'],
    ['gb2312', '您好，请问洗衣机什么时候送到？', 'gb18030'],
    ['big5', '您好，請問洗衣機什麼時候送到？', 'big5'],
    ['Shift_JIS', 'こんにちは、洗濯機はいつ届きますか', 'shift_jis'],
    ['ks_c_5601-1987', '안녕하세요, 세탁기는 언제 도착하나요', 'cp949'],
    ['utf-7', 'Chào', 'utf-7'],
    ['"ISO-8859-1"', 'Größe', 'windows-1252'],
  ])('are read as their label %s says', (label, text, encoding) => {
    expect(decodeBytes(iconv.encode(text, encoding), label)).toBe(text);
  });

  it('in windows-1258 keep their tone marks apart, as written', () => {
    expect(decodeBytes(in1258(VI), 'windows-1258').normalize('NFC')).toBe(VI);
  });

  it.each([
    ['Vietnamese', in1258(VI), VI],
    ['Thai', iconv.encode(TH, 'windows-874'), TH],
    ['Chinese', iconv.encode('转发：整体提升企业服务水平', 'gb18030'), '转发：整体提升企业服务水平'],
    ['Japanese', iconv.encode('ツールのご案内です', 'shift_jis'), 'ツールのご案内です'],
    ['Korean', iconv.encode('안녕하세요 고객님 주문하신', 'euc-kr'), '안녕하세요 고객님 주문하신'],
    ['Russian', iconv.encode('Здравствуйте, где моя посылка', 'windows-1251'), 'Здравствуйте, где моя посылка'],
    ['Russian in KOI8', iconv.encode('Здравствуйте, где моя посылка', 'koi8-r'), 'Здравствуйте, где моя посылка'],
    ['German', iconv.encode('Grüße, für die größte Maß', 'latin1'), 'Grüße, für die größte Maß'],
    [
      'French',
      iconv.encode('été à la réception, l’hôtel “Élysée”', 'windows-1252'),
      'été à la réception, l’hôtel “Élysée”',
    ],
    ['Italian', iconv.encode('più così perciò è già lunedì', 'latin1'), 'più così perciò è già lunedì'],
    ['UTF-8', Buffer.from(VI), VI],
  ])('without a label are recognised: %s', (_, bytes, text) => {
    expect(decodeBytes(bytes, null).normalize('NFC')).toBe(text);
    expect(decodeBytes(bytes, 'us-ascii').normalize('NFC')).toBe(text);
  });

  it('that are UTF-8 under another name are UTF-8', () => {
    expect(decodeBytes(Buffer.from(VI), 'iso-8859-1')).toBe(VI);
    expect(decodeBytes(Buffer.from('您好！ 你今天好吗？'), 'big5')).toBe('您好！ 你今天好吗？');
  });

  it('with some that are not UTF-8 lose none', () => {
    expect(decodeBytes(Buffer.concat([Buffer.from('chào bạn '), Buffer.from([0xe4])]), 'utf-8')).toBe('chào bạn ä');
  });
});

describe('encoded words', () => {
  it('are joined before they are decoded, when a letter is cut in two', () => {
    const bytes = Buffer.from('điện thoại');
    const [one, two] = [bytes.subarray(0, 1), bytes.subarray(1)].map(
      (piece) => `=?utf-8?B?${piece.toString('base64')}?=`,
    );
    expect(decodeWords(`${one} ${two}`)).toBe('điện thoại');
  });

  it('stand among plain text and raw bytes', () => {
    expect(decodeWords(Buffer.from('Re: đơn =?utf-8?Q?h=C3=A0ng?= 12').toString('latin1'))).toBe('Re: đơn hàng 12');
    expect(decodeWords('=?ISO-8859-1*de?Q?Gr=FC=DFe?=')).toBe('Grüße');
  });

  it('that are broken stay as they are', () => {
    expect(decodeWords('=?utf-8?X?abc?= =?utf-8?B?')).toBe('=?utf-8?X?abc?= =?utf-8?B?');
  });
});

/** Words that open quoted history, by language. A word table: may be long. */

const either = (words: readonly string[]): string =>
  words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** The end of "On Monday, Lan wrote:". */
const WROTE = [
  ...['wrote', 'writes', 'đã viết', 'viết', 'đã ghi', 'เขียนว่า', 'เขียน', 'ได้เขียน', 'schrieb', 'a écrit', 'écrit'],
  ...[
    'escribió',
    'escribio',
    'ha scritto',
    'scrisse',
    'escreveu',
    'schreef',
    'skrev',
    'kirjoitti',
    'napisał',
    'napisał(a)',
  ],
  ...[
    'napsal',
    'napsal(a)',
    'пишет',
    'написал',
    'написал(а)',
    'написала',
    'написав',
    'yazdı',
    'írta',
    '写道',
    '寫道',
    'のメッセージ',
  ],
];

/** Its beginning, where mailers fold it over two or three lines. */
const ON = [
  'On',
  'Vào',
  'Lúc',
  'Ngày',
  'เมื่อ',
  'ในวันที่',
  'วันที่',
  'Am',
  'Le',
  'El',
  'Il',
  'Em',
  'Op',
  'Den',
  'W dniu',
  'Dne',
  'Em',
  'A',
];

const ORIGINAL = [
  ...['Original Message', 'Original message', 'Thư gốc', 'Tin nhắn gốc', 'Thông điệp gốc', 'Thư ban đầu'],
  ...['ข้อความต้นฉบับ', 'ข้อความเดิม', 'จดหมายต้นฉบับ', 'Ursprüngliche Nachricht', 'Originalnachricht', 'Message d’origine'],
  ...["Message d'origine", 'Message original', 'Mensaje original', 'Messaggio originale', 'Mensagem original'],
  ...[
    'Oorspronkelijk bericht',
    'Ursprungligt meddelande',
    'Oprindelig meddelelse',
    'Opprinnelig melding',
    'Alkuperäinen viesti',
  ],
  ...[
    'Wiadomość oryginalna',
    'Původní zpráva',
    'Исходное сообщение',
    '原始邮件',
    '原始郵件',
    '元のメッセージ',
    '원본 메시지',
  ],
];

const FROM = [
  ...[
    'From',
    'Từ',
    'Người gửi',
    'จาก',
    'Von',
    'De',
    'Da',
    'Van',
    'Från',
    'Fra',
    'Lähettäjä',
    'Od',
    'От',
    '发件人',
    '寄件者',
    '差出人',
    '보낸 사람',
  ],
];
const SENT = [
  ...[
    'Sent',
    'Date',
    'Đã gửi',
    'Gửi',
    'Ngày',
    'Đã Gửi',
    'ส่ง',
    'ส่งเมื่อ',
    'วันที่',
    'Gesendet',
    'Datum',
    'Envoyé',
    'Enviado',
    'Enviado el',
  ],
  ...[
    'Fecha',
    'Data',
    'Inviato',
    'Verzonden',
    'Skickat',
    'Sendt',
    'Lähetetty',
    'Wysłano',
    'Odesláno',
    'Отправлено',
    'Дата',
  ],
  ...['发送时间', '日期', '寄件日期', '送信日時', '日付', '보낸 날짜'],
];
const TO = [
  ...[
    'To',
    'Subject',
    'Đến',
    'Tới',
    'Người nhận',
    'Chủ đề',
    'Tiêu đề',
    'ถึง',
    'เรื่อง',
    'หัวเรื่อง',
    'An',
    'Betreff',
    'À',
    'Objet',
    'Para',
    'Asunto',
  ],
  ...[
    'A',
    'Oggetto',
    'Assunto',
    'Aan',
    'Onderwerp',
    'Till',
    'Ämne',
    'Til',
    'Emne',
    'Do',
    'Temat',
    'Кому',
    'Тема',
    '收件人',
    '主题',
    '主旨',
    '宛先',
    '件名',
  ],
];

const field = (words: readonly string[]): RegExp => new RegExp(`^[\\s*]{0,4}(?:${either(words)})\\s?\\*?[:：]`, 'i');

export const QUOTE_HEAD_END = new RegExp(`(?:^|[\\s>)"”’,])(?:${either(WROTE)})(?:\\s.{0,200})?\\s?[:：]$`, 'i');
export const QUOTE_HEAD_START = new RegExp(`^(?:${either(ON)})(?:\\s|,|\\d)`);
export const ORIGINAL_LINE = new RegExp(`^\\s*-{2,}\\s*(?:${either(ORIGINAL)})\\s*-{2,}\\s*$`, 'i');
export const FROM_FIELD = field(FROM);
export const SENT_FIELD = field(SENT);
export const TO_FIELD = field(TO);

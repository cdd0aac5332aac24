import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_SOURCES,
  type Department,
  FIELD_TYPES,
  type FormField,
  type Need,
} from '../../../src/domain/handoff/department.ts';
import { type HandoffFacts, missingFields, unknownGiven } from '../../../src/domain/handoff/filled.ts';
import { foldAnswer } from '../../../src/domain/handoff/fold-answer.ts';
import { type PacketOf, packetOf } from '../../../src/domain/handoff/packet.ts';
import { parseDepartment, writeDepartment } from '../../../src/domain/handoff/parse-department.ts';
import { readAnswer } from '../../../src/domain/handoff/read-answer.ts';

const folder = join(import.meta.dirname, '../../../fixtures/departments');
const textOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');
const department = (name: string): Department => {
  const read = parseDepartment(textOf(name));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.flaws)}`);
  return read.value;
};

const NAMES = ['finance', 'rnd', 'sales', 'technical', 'warehouse'];
const facts: HandoffFacts = {
  product: 'Máy tính bảng Vela Tab 11',
  serial: 'VT11-260214-077',
  bought: '2026-02-14',
  customer: 'Nguyễn Thị Lan',
  phone: '+84 90 555 0131',
  attachments: [{ name: 'clip.mp4', type: 'video/mp4', size: 2_400_000, kept: true }],
};
const of: PacketOf = {
  id: 'H7K2',
  caseNumber: 42,
  subject: 'Màn hình cảm ứng không nhận',
  summary: 'Nửa trái không nhận cảm ứng.\nĐã thử ba bước tại nhà.',
  due: '2026-03-14 17:00',
  language: 'vi',
};
const given = { symptom: 'Nửa trái không nhận', tried: 'Lau khô, khởi động lại, chế độ dán kính' };

describe('departments', () => {
  it('five are shipped, each with an address nobody owns', () => {
    expect(readdirSync(folder).sort()).toEqual(NAMES.map((name) => `${name}.md`));
    for (const name of NAMES) {
      expect(department(name).name).toBe(name);
      expect(department(name).address).toMatch(/@example\.com$/);
    }
  });

  it('are written as they stand in their files', () => {
    for (const name of NAMES) expect(writeDepartment(department(name))).toBe(textOf(name));
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(anyDepartment, (one) => {
        expect(parseDepartment(writeDepartment(one))).toEqual({ ok: true, value: one });
      }),
    );
  });

  it('that are wrong say every line', () => {
    const read = parseDepartment(
      '---\nname: x\ntitle vi: Kho\ntitle th: คลัง\naddress: nowhere\ndue: soon\n---\n## needs a\ntype: colour\ntitle vi: a\ntitle th: a\ntitle en: a\nfrom: moon\n## wants b\n',
    );
    expect(read.ok ? [] : read.flaws.map(({ line, code, text }) => `${line} ${code} ${text}`)).toEqual([
      '1 missing-field title en',
      '1 no-sections answers',
      '5 bad-value nowhere',
      '6 bad-value soon',
      '9 bad-value colour',
      '13 bad-value moon',
      '14 bad-name wants b',
      '14 missing-field title vi',
      '14 missing-field title th',
      '14 missing-field title en',
    ]);
  });
});

describe('what is missing', () => {
  const missing = (name: string, typed: Record<string, string>, known: HandoffFacts = facts): string[] =>
    missingFields(department(name), typed, known).map(({ field, why }) => `${field.name} ${why}`);

  it('is named, and what the case knows is not asked for', () => {
    expect(missing('technical', {})).toEqual(['symptom empty', 'tried empty']);
    expect(missing('technical', given)).toEqual([]);
    expect(missing('technical', { ...given, serial: ' ' })).toEqual([]);
    expect(missing('technical', given, { attachments: [] })).toEqual([
      'product empty',
      'serial empty',
      'bought empty',
      'customer empty',
      'phone empty',
      'evidence no-evidence',
    ]);
  });

  it('is evidence, unless the agent says in words where it is', () => {
    const shown = { ...facts, attachments: [] };
    expect(missing('technical', given, shown)).toEqual(['evidence no-evidence']);
    expect(missing('technical', { ...given, evidence: 'Khách gửi clip qua Zalo' }, shown)).toEqual([]);
  });

  it('is also a date that is none and an amount without a number; what is optional may be empty', () => {
    const paid = { order: 'MM-1', reason: 'Trừ hai lần', account: '4471' };
    expect(
      missing('finance', { ...paid, amount: '4.290.000đ', 'paid-on': '7/3/2026' }, { ...facts, attachments: [] }),
    ).toEqual([]);
    expect(missing('finance', { ...paid, amount: 'nhiều', 'paid-on': 'hôm qua' })).toEqual([
      'amount not-money',
      'paid-on not-a-date',
    ]);
    expect(missing('finance', { ...paid, amount: '1', 'paid-on': '2026-02-30' })).toEqual(['paid-on not-a-date']);
    expect(missing('finance', { ...paid, amount: '1', 'paid-on': '7/3/2569' })).toEqual([]);
  });

  it('knows a field that the department has not', () => {
    expect(unknownGiven(department('technical'), { ...given, simptom: 'x' })).toEqual(['simptom']);
  });
});

describe('the packet', () => {
  it('says what the department needs, in its language, and ends with the form', () => {
    expect(packetOf(department('technical'), of, given, facts)).toBe(`# Phiếu chuyển: Kỹ thuật – bảo hành

- Phiếu khách: #42 · Màn hình cảm ứng không nhận
- Cần trả lời trước: 2026-03-14 17:00

## Tóm tắt

Nửa trái không nhận cảm ứng.
Đã thử ba bước tại nhà.

## Thông tin

- **Sản phẩm:** Máy tính bảng Vela Tab 11
- **Số sê-ri:** VT11-260214-077
- **Ngày mua:** 2026-02-14
- **Hiện tượng:** Nửa trái không nhận
- **Đã thử:** Lau khô, khởi động lại, chế độ dán kính
- **Khách hàng:** Nguyễn Thị Lan
- **Điện thoại:** +84 90 555 0131

## Hình ảnh, tài liệu kèm theo

1. clip.mp4 (video/mp4, 2344 KB)

## Trả lời

Nhờ anh chị điền sau mỗi dấu hai chấm rồi gửi lại thư này. Xin giữ nguyên các dòng desk-handoff và chữ trong ngoặc vuông.

desk-handoff: h7k2

[cause] Nguyên nhân:
[action] Cách xử lý:
[ready-on] Ngày xong:
[price] Chi phí khách trả:

desk-handoff-end: h7k2
`);
  });

  it('has nothing in it that a terminal would obey', () => {
    const packet = packetOf(
      department('technical'),
      { ...of, summary: 'dark\u001b[2J\u009b31m' },
      { ...given, symptom: '\u0007a\tb\nc' },
      facts,
    );
    expect(packet).toContain('dark[2J31m');
    expect(packet).toContain('a\tb\n  c');
  });

  it('that nobody filled in answers nothing, whatever the customer wrote', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(
          fc.constantFrom(
            'desk-handoff: h9',
            '[cause] x: hacked',
            '> [cause]: y',
            '\n',
            '\r',
            '\u2028',
            'Desk–Handoff-end',
            ' ',
            'a',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (subject, summary, symptom) => {
        const packet = packetOf(
          department('technical'),
          { ...of, subject, summary },
          { ...given, symptom },
          { ...facts, attachments: [{ name: symptom, type: summary, size: 1, kept: true }] },
        );
        expect(readAnswer(packet)).toEqual({ id: 'h7k2', fields: {}, words: '' });
      }),
    );
  });
});

describe('the answer', () => {
  it('gives back what was filled in, through quotes, changed case, other dashes and added blanks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.constantFrom('vi', 'th', 'en'),
        fc.array(anyAnswer),
        anyMail,
        (name, language, said, mail) => {
          const asked = department(name);
          const fields = Object.fromEntries(
            asked.answers.flatMap((field, n) => (said[n] === undefined ? [] : [[field.name, said[n]]])),
          );
          const packet = packetOf(asked, { ...of, language }, given, facts);
          expect(readAnswer(mail(filledIn(packet, fields)))).toMatchObject({ id: 'h7k2', fields });
        },
      ),
    );
  });

  it('is found where a person filled in a quote, beneath the lines too, and has its own words', () => {
    const reply = `Em gửi chị kết quả nhé, chiều nay xong.
Sơn

Vào Th 5, 12 thg 3, 2026 lúc 09:00 CSKH <care@example.com> đã viết:
> ## Trả lời
>
> Desk-Handoff:  H7K2
>
> [ Cause ]  Nguyên nhân :  đứt cáp cảm ứng
> [action] Cách xử lý:
thay màn hình,
bảo hành 6 tháng
> [READY-ON] Ngày xong： 13/3/2026
> [price] Chi phí khách trả:
>
> desk-handoff-end: h7k2
> --
> Máy Mới`;
    expect(readAnswer(reply)).toEqual({
      id: 'h7k2',
      fields: { cause: 'đứt cáp cảm ứng', action: 'thay màn hình,\nbảo hành 6 tháng', 'ready-on': '13/3/2026' },
      words: 'Em gửi chị kết quả nhé, chiều nay xong.\nSơn',
    });
  });

  it('is what was filled in above, not the empty form in the quote, and never that of another hand-off', () => {
    const form = (id: string, cause: string): string =>
      `desk-handoff: ${id}\n[cause] Cause: ${cause}\ndesk-handoff-end: ${id}\n`;
    const below = `${form('h1', '')}`.replace(/^/gm, '> ');
    expect(readAnswer(`${form('h1', 'fuse')}${below}`)?.fields).toEqual({ cause: 'fuse' });
    expect(readAnswer(`${form('h1', '')}${form('h2', 'other')}`)).toMatchObject({ id: 'h1', fields: {} });
  });

  it('is read in its case by its own words and what was filled in, with the packet behind', () => {
    const packet = packetOf(department('warehouse'), of, { phone: '0905550131' }, facts);
    const reply = packet.replace(/^(\[tracking\].*:)$/m, '$1 VN123').replace(/^/gm, '> ');
    expect(foldAnswer(`Mai gửi nhé.\n\n${reply}`, '')).toEqual({
      text: 'Mai gửi nhé.\n\nMã vận đơn: VN123',
      quoted: reply,
    });
    expect(foldAnswer('Mai gửi nhé.', reply)?.text).toBe('Mai gửi nhé.\n\nMã vận đơn: VN123');
    expect(foldAnswer(reply, '')?.text).toBe('Mã vận đơn: VN123');
    expect(foldAnswer('Mai gửi nhé.', packet.replace(/^/gm, '> '))).toBeNull();
    expect(foldAnswer('Mai gửi nhé.', '')).toBeNull();
  });

  it('is none where no marker stands', () => {
    expect(readAnswer('We talked about desk-handoff: it is nice.\n[cause] Cause: x')).toBeNull();
    expect(readAnswer('')).toBeNull();
  });
});

/** The packet with the form filled in, as a department does it. */
const filledIn = (packet: string, fields: Readonly<Record<string, string>>): string =>
  packet.replace(/^\[([a-z0-9-]+)\].*:$/gm, (line, name: string) =>
    fields[name] === undefined ? line : `${line} ${fields[name]}`,
  );

const plainLine = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.replace(/[\r\n]/g, ' ').trim())
  .filter((text) => text !== '' && !/^[[>|]|^desk\p{Pd}/iu.test(text));
const anyAnswer = fc.array(plainLine, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** What mail programs do to a text. */
const anyMail = fc
  .record({
    quote: fc.constantFrom('', '> ', '>', '>> ', '> > ', '| '),
    loud: fc.boolean(),
    dash: fc.constantFrom('-', '‑', '–'),
    blanks: fc.constantFrom('', '  ', '\u00A0'),
    end: fc.constantFrom('\n', '\r\n'),
    above: fc.constantFrom('', 'Done, see below.\n\n'),
  })
  .map(({ quote, loud, dash, blanks, end, above }) => (text: string): string => {
    const spoken = text
      .replace(/^desk-handoff(-end)?: (.*)$/gm, (whole) =>
        (loud ? whole.toUpperCase() : whole)
          .replace('-', dash)
          .replace('-END', `${dash}END`)
          .replace('-end', `${dash}end`),
      )
      .replace(
        /^\[([a-z0-9-]+)\]/gm,
        (_whole, name: string) => `[${blanks}${loud ? name.toUpperCase() : name}${blanks}]`,
      );
    return (
      above +
      spoken
        .split('\n')
        .map((line) => `${quote}${line}${blanks}`)
        .join(end)
    );
  });

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?$/);
const title = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
const field = fc.record({
  name: id,
  titles: fc.record({ vi: title, th: title, en: title }),
  optional: fc.boolean(),
});
const answerField: fc.Arbitrary<FormField> = fc
  .tuple(field, fc.constantFrom('text', 'date', 'money', 'serial', 'address'))
  .map(([one, type]) => ({ ...one, type }));
const need: fc.Arbitrary<Need> = fc
  .tuple(field, fc.constantFrom(...FIELD_TYPES), fc.option(fc.constantFrom(...CASE_SOURCES)))
  .map(([one, type, from]) => ({ ...one, type, from }));
const anyDepartment: fc.Arbitrary<Department> = fc.record({
  name: id,
  titles: fc.record({ vi: title, th: title, en: title }),
  address: id.map((name) => `${name}@example.com`),
  dueHours: fc.integer({ min: 1, max: 9999 }),
  needs: fc.uniqueArray(need, { maxLength: 5, selector: ({ name }) => name }),
  answers: fc.uniqueArray(answerField, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
});

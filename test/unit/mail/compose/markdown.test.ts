import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlOfMarkdown } from '../../../../src/mail/compose/markdown.ts';

const html = (text: string): string => /<body>\r\n(.*)\r\n<\/body>/s.exec(htmlOfMarkdown(text, 'vi'))?.[1] ?? '';

test.each([
  ['a\nb\n\nc', '<p>a<br>\r\nb</p>\r\n<p>c</p>'],
  ['- a\n- b', '<ul><li>a</li>\r\n<li>b</li></ul>'],
  ['3. a\n4. b', '<ol start="3"><li>a</li>\r\n<li>b</li></ol>'],
  ['> a\n> > b', '<blockquote><p>a</p>\r\n<blockquote><p>b</p></blockquote></blockquote>'],
  ['**đã** *giao* `x*y*`', '<p><strong>đã</strong> <em>giao</em> <code>x*y*</code></p>'],
  ['2*3*4 and * a *', '<p>2*3*4 and * a *</p>'],
  ['[đơn](https://shop.example/?a=1&b=2)', '<p><a href="https://shop.example/?a=1&amp;b=2">đơn</a></p>'],
  ['"https://shop.example/x".', '<p>&quot;<a href="https://shop.example/x">https://shop.example/x</a>&quot;.</p>'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  ['<img src=x onerror=1>', '<p>&lt;img src=x onerror=1&gt;</p>'],
])('%j', (text, expected) => {
  expect(html(text)).toBe(expected);
});

test('whatever is written, nothing in it becomes an element of its own', () => {
  const bit = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '*',
    '**',
    '`',
    '[',
    '](',
    ')',
    'https://a.b/',
    'mailto:',
    'javascript:',
    '\n',
    ' ',
    'x',
    '> ',
    '- ',
    '\0' + '0\0',
  );
  const allowed =
    /<\/?(?:p|br|ul|ol|li|blockquote|code|strong|em|a)(?: start="\d+"| href="(?:https?:\/\/|mailto:)[^"<>]*")?>/g;
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
      expect(html(bits.join('')).replace(allowed, '')).not.toMatch(/[<>"]/);
    }),
    { numRuns: 3000 },
  );
});

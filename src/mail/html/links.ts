import type { FormatCallback } from 'html-to-text';
import { attribute, pageOf } from './page.ts';

/** A longer address is for machines (tracking, tokens): its host is shown, the original mail holds the rest. */
const LONGEST_SHOWN = 120;

/** A link: its text, then in brackets where it leads, unless the text says so itself. */
export const link: FormatCallback = (elem, walk, builder) => {
  const words: string[] = [];
  const page = pageOf(builder);
  const before = page.named;
  builder.pushWordTransform((word) => {
    if (word !== '') words.push(word);
    return word;
  });
  walk(elem.children, builder);
  builder.popWordTransform();
  const note = linkNote(attribute(elem, 'href'), words.join(' '));
  const seen = words.length > 0 || page.named > before;
  if (note !== '' && seen) builder.addInline(` (${note})`, { noWordTransform: true });
};

/**
 * Where a link leads, to be read by a person: the whole address as far as it is short, else the host; '' when the text
 * is that address already, or the link leads nowhere outside the mail. A text that names another host than the link
 * does always gets the true one.
 */
export function linkNote(href: string, text: string): string {
  const target = href.replace(/[\s\p{Cc}]+/gu, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target)?.[1]?.toLowerCase() ?? (target.startsWith('//') ? 'https' : '');
  if (scheme === 'mailto') return unlessSaid(unescaped(target.slice(7).split('?')[0] ?? ''), text);
  if (scheme === 'tel' || scheme === 'sms') {
    const number = unescaped(target.slice(4));
    return digits(number).endsWith(digits(text).slice(-8)) && digits(text) !== '' ? '' : cut(number);
  }
  if (scheme !== 'http' && scheme !== 'https') return '';
  const url = urlOf(target.startsWith('//') ? `https:${target}` : target);
  if (url === null) return cut(target);
  const named = hostIn(text);
  if (named !== null && named === bareHost(url.host) && !/(?:…|\.\.\.)$/.test(text)) return '';
  return url.username === '' && target.length <= LONGEST_SHOWN ? target : `${url.host}/…`;
}

/** The host that a link's text names when it is itself an address: `https://shop.vn/a`, `www.shop.vn`, `shop.vn`. */
function hostIn(text: string): string | null {
  if (text.length > 2000 || !/^(?:https?:\/\/)?[^\s/@]+\.[^\s/@]{2,}(?:[/?#:]\S*)?$/i.test(text)) return null;
  const url = urlOf(/^https?:/i.test(text) ? text : `https://${text}`);
  return url && bareHost(url.host);
}

const bareHost = (host: string): string => host.replace(/^www\./, '').replace(/\.$/, '');
const digits = (text: string): string => text.replace(/\D/g, '');
const cut = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
const unlessSaid = (address: string, text: string): string =>
  text.toLowerCase().includes(address.toLowerCase()) ? '' : cut(address);

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A sum, in the smallest unit that is used every day (đồng, satang, cents), and its currency (ISO 4217). */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

const SIGNS: Readonly<Record<string, string>> = {
  đ: 'VND',
  '₫': 'VND',
  đồng: 'VND',
  '฿': 'THB',
  บาท: 'THB',
  $: 'USD',
  '€': 'EUR',
};

/** A sum as it is typed: `500000`, `500.000đ`, `12 000 000 VND`, `THB 1,200`; without a currency it is đồng. Null for anything else. */
export function readMoney(typed: string): Money | null {
  const text = typed.normalize('NFC').trim();
  const [, before = '', sum = '', after = ''] = /^([^\d\s]*)\s*(\d[\d.,\s_]*?)\s*([^\d\s.,_]*)$/u.exec(text) ?? [];
  const amount = readSum(sum);
  if (amount === null || (before !== '' && after !== '')) return null;
  const named = before + after;
  if (named === '') return { amount, currency: 'VND' };
  const currency = SIGNS[named.toLowerCase()] ?? (/^[a-z]{3}$/i.test(named) ? named.toUpperCase() : null);
  return currency === null ? null : { amount, currency };
}

/** `12000000`, `12.000.000`, `12 000 000`; null for anything else. */
export function readSum(typed: string): number | null {
  const digits = /^\d{1,3}(?:[.,\s_]\d{3})*$|^\d+$/.test(typed.trim()) ? typed.replace(/\D/g, '') : '';
  return digits === '' || digits.length > 15 ? null : Number(digits);
}

/** As it is kept, and read again. */
export const writeMoney = ({ amount, currency }: Money): string => `${amount} ${currency}`;

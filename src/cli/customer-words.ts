import { grouped } from '../i18n/number.ts';
import { dayIn } from '../i18n/time.ts';
import type { Session } from './command.ts';

/** The day of a moment, with its year. */
export const dayOf = ({ context }: Session, at: number): string => dayIn(context.locale, at, context.zone(), true);

export const money = (amount: number, currency: string): string => `${grouped(amount)} ${currency}`;

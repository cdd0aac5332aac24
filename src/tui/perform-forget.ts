import { type Forgotten, forgetCustomer, planForgetting, planRest } from '../actions/forget-customer.ts';
import type { Context } from '../context.ts';
import { DeskError } from '../domain/errors.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Message } from './messages.ts';
import type { Terminal } from './perform.ts';
import { RETRY_MS } from './timing.ts';

type Send = (message: Message) => void;
type Work = ReturnType<typeof forgetCustomer>;

/** So often another program that is writing is waited for. */
const RETRIES = 100;

/** Removes customers for good, in steps between the keys; where another program is writing, it begins again where it was. */
export function createForgetter(context: Context, after: Terminal['after']): (customer: number, send: Send) => void {
  const { forgetting } = wordsFor(context.locale);
  let tries = 0;

  function begin(customer: number, send: Send): void {
    tries = 0;
    attempt(customer, send);
  }

  function attempt(customer: number, send: Send): void {
    goOn(
      forgetCustomer(context, planRest(context, `${customer}`) ?? planForgetting(context, customer)),
      customer,
      send,
    );
  }

  function goOn(work: Work, customer: number, send: Send): void {
    try {
      const next = work.next();
      if (next.done === true) {
        ended(next.value, customer, send);
        return;
      }
      const { step, done, of } = next.value;
      send({ type: 'working', text: forgetting.steps[step](done, of) });
      after(0, () => goOn(work, customer, send));
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      if (error.code === 'busy' && error.what !== 'forget-sending' && tries < RETRIES) {
        tries += 1;
        after(RETRY_MS, () => attempt(customer, send));
        return;
      }
      send({ type: 'working', text: null });
      send({ type: 'failed', error });
    }
  }

  function ended({ mails }: Forgotten, customer: number, send: Send): void {
    const text = [forgetting.done(customer), ...(mails.kept > 0 ? [forgetting.kept(mails.kept)] : [])].join(' ');
    send({ type: 'working', text: null });
    send({ type: 'done', notice: { text, tone: 'info' }, next: 'reload' });
  }

  return begin;
}

import { perform as act } from '../actions/action.ts';
import { holdMail } from '../actions/mailing/hold.ts';
import type { Moved } from '../actions/mailing/meant-messages.ts';
import { releaseMail } from '../actions/mailing/release.ts';
import { settleMail } from '../actions/mailing/settle.ts';
import { takeBackMail } from '../actions/mailing/take-back.ts';
import type { Context } from '../context.ts';
import { wordsFor } from '../i18n/index.ts';
import type { MailWork } from './case-work.ts';

/** Moves a message of the outbox on and says how it stands now; throws DeskError. */
export function performMail(context: Context, work: MailWork): string {
  const [moved] = movedBy(context, work);
  const words = wordsFor(context.locale);
  return moved === undefined ? '' : words.mail.movedOn(moved.case, words.deliveries[moved.state]);
}

function movedBy(context: Context, { how, entry }: MailWork): readonly Moved[] {
  switch (how) {
    case 'hold':
      return act(context, holdMail, { entries: [entry] }).output;
    case 'release':
      return act(context, releaseMail, { entries: [entry] }).output;
    case 'sent':
    case 'again':
      return act(context, settleMail, { entry, fate: how }).output;
  }
}

/** Makes a draft of a message again and names its case; throws DeskError. */
export const takeBack = (context: Context, entry: number): number => act(context, takeBackMail, { entry }).output.case;

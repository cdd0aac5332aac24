import { ofKinds } from './case-fields.ts';
import { cli } from './cli.ts';
import { customers } from './customers.ts';
import { due } from './due.ts';
import { errors } from './errors.ts';
import { forgetting } from './forgetting.ts';
import { handoffs } from './handoffs.ts';
import { journey } from './journey.ts';
import { keeping } from './keeping.ts';
import { keys } from './keys.ts';
import { mail } from './mail.ts';
import { plans } from './plans.ts';
import { playbooks } from './playbooks.ts';
import { problems } from './problems.ts';
import { review } from './review.ts';
import { tui } from './tui.ts';
import { actionNames, verbs } from './verbs.ts';
import { words } from './words.ts';

export const en = {
  ...words,
  ...ofKinds,
  errors,
  cli,
  keeping,
  verbs,
  actionNames,
  tui,
  keys,
  mail,
  problems,
  review,
  due,
  plans,
  playbooks,
  customers,
  handoffs,
  journey,
  forgetting,
};

import { readAttachments } from '../actions/attachments.ts';
import { readWhy } from '../actions/clocks.ts';
import { readPairsAgain } from '../actions/duplicates.ts';
import { readFeedback } from '../actions/feedback.ts';
import { fillTemplate } from '../actions/fill-template.ts';
import { planForgetting } from '../actions/forget-customer.ts';
import { readMailStatus } from '../actions/mailing/mail-status.ts';
import { readOutbox } from '../actions/mailing/read-outbox.ts';
import { readCase, readHistory, readRows, readTags } from '../actions/read-cases.ts';
import { readAgenda } from '../actions/read-commitments.ts';
import { readCustomerList, readCustomerRows } from '../actions/read-customer-list.ts';
import { readHandoffs } from '../actions/read-handoffs.ts';
import { customerOf, openJourney, readFurther, readJourney } from '../actions/read-journey.ts';
import { readOptions } from '../actions/read-options.ts';
import { readCasePlaybooks } from '../actions/read-playbooks.ts';
import { whomReached } from '../actions/recipients.ts';
import { getTemplate, readTemplates, templateOfDraft } from '../actions/templates.ts';
import type { Context } from '../context.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Effect, ReadEffect } from './effects.ts';
import type { Message } from './messages.ts';
import { readHandoff } from './perform-care.ts';
import { namedSoFar, rehearseMerge } from './perform-customer.ts';
import { readList } from './perform-list.ts';

const HISTORY_LIMIT = 500;

const READS: Readonly<Record<ReadEffect['do'], true>> = {
  'load-list': true,
  'move-window': true,
  'load-rows': true,
  'load-case': true,
  'load-templates': true,
  'load-tags': true,
  'load-history': true,
  'load-mail': true,
  'load-agenda': true,
  'load-forget': true,
  'load-why': true,
  'load-playbooks': true,
  'load-handoffs': true,
  'load-feedback': true,
  'open-journey': true,
  'load-journey': true,
  'load-rest': true,
  'load-customers': true,
  'load-customer-rows': true,
  'load-pairs': true,
  'load-named': true,
  'rehearse-merge': true,
  'load-handoff': true,
  'load-fields': true,
  'load-target': true,
  'load-about': true,
  'load-files': true,
  'open-compose': true,
  'fill-template': true,
  'check-bulk': true,
};

/** Does the effect only read? */
export const isRead = (effect: Effect): effect is ReadEffect => Object.hasOwn(READS, effect.do);

/** What is read, as the message that brings it to the screens; throws DeskError. */
export function readFor(context: Context, effect: ReadEffect): Message {
  switch (effect.do) {
    case 'load-list':
    case 'move-window':
    case 'load-rows':
    case 'load-case':
      return readList(context, effect);
    case 'load-templates':
      return { type: 'templates-read', templates: readTemplates(context), use: effect.use };
    case 'load-tags':
      return {
        type: 'tags-read',
        tags: readTags(context),
        had: effect.of === null ? [] : readCase(context, effect.of).tags,
      };
    case 'load-history':
      return { type: 'history-read', actions: readHistory(context, HISTORY_LIMIT) };
    case 'load-mail':
      return { type: 'mail-read', status: readMailStatus(context), outbox: readOutbox(context) };
    case 'load-agenda':
      return { type: 'agenda-read', agenda: readAgenda(context) };
    case 'load-playbooks':
      return { type: 'playbooks-read', book: readCasePlaybooks(context, effect.number) };
    case 'load-feedback':
      return { type: 'feedback-read', groups: readFeedback(context, { product: null, since: null }) };
    case 'load-handoffs':
      return { type: 'handoffs-read', rows: readHandoffs(context, false) };
    case 'open-journey': {
      const customer = customerOf(context, effect.of);
      if (customer !== null) return { type: 'journey-read', view: openJourney(context, customer) };
      return { type: 'told', notice: { text: wordsFor(context.locale).journey.nobody, tone: 'info' } };
    }
    case 'load-journey':
      return { type: 'journey-read', view: readJourney(context, effect.of.customer) };
    case 'load-rest': {
      const read = readFurther(context, effect.rest);
      return 'left' in read ? { type: 'rest-read', rest: read } : { type: 'journey-read', view: read };
    }
    case 'load-fields':
      return {
        ...{ type: 'fields-read', view: readCase(context, effect.number) },
        options: readOptions(context, effect.number),
      };
    case 'load-customers': {
      const { ask, below: from } = effect;
      return { type: 'customers-read', ask, from, ...readCustomerList(context, ask, from) };
    }
    case 'load-customer-rows':
      return { type: 'customer-rows', rows: readCustomerRows(context, effect.ids) };
    case 'load-pairs':
      return { type: 'pairs-read', pairs: readPairsAgain(context, effect.pairs) };
    case 'load-named':
      return { type: 'named-read', typed: effect.typed, found: namedSoFar(context, effect.typed) };
    case 'rehearse-merge':
      return { type: 'merge-rehearsed', merged: rehearseMerge(context, effect.from, effect.into) };
    case 'load-handoff':
      return readHandoff(context, effect);
    case 'load-forget': {
      const customer = customerOf(context, effect.of);
      return { type: 'forget-read', plan: customer === null ? null : planForgetting(context, customer) };
    }
    case 'load-why': {
      const why = readWhy(context, effect.number);
      return { type: 'why-read', why, priority: readCase(context, why.number).case.priority };
    }
    case 'load-target': {
      const [row] = readRows(context, [effect.number]);
      const target =
        row === undefined ? null : { number: row.number, subject: row.subject, customer: row.customerName };
      return { type: 'target-read', target };
    }
    case 'load-files':
      return { type: 'files-read', number: effect.number, files: readAttachments(context, effect.number) };
    case 'load-about':
      return { type: 'about-read', about: effect.about, view: readCase(context, effect.number) };
    case 'open-compose': {
      const view = readCase(context, effect.number);
      const draft = view.drafts[effect.type];
      const template = templateOfDraft(context, draft?.template ?? null);
      return {
        type: 'compose-opened',
        view,
        kind: effect.type,
        draft,
        template,
        pick: effect.pick,
        fill: effect.fill ?? null,
      };
    }
    case 'check-bulk':
      return { type: 'bulk-checked', template: effect.template, reached: whomReached(context, effect.cases) };
    case 'fill-template': {
      const template = getTemplate(context, effect.template);
      const { text, cursor } = fillTemplate(context, effect.number, template);
      return { type: 'filled', text, cursor, template };
    }
  }
}

import { VERBS, type VerbId } from '../../actions/registry.ts';
import type { Command, Spelled } from '../command.ts';
import { attachments } from './attachments.ts';
import { backup } from './backup.ts';
import { callCommand } from './call.ts';
import {
  followUpAdd,
  followUpDone,
  followUpDrop,
  followUpList,
  followUpMove,
  promiseAdd,
  promiseDone,
  promiseDrop,
  promiseList,
  promiseMove,
} from './commitments.ts';
import { completion } from './completion.ts';
import { configGet, configList, configSet, configUnset } from './config.ts';
import { customerList, customerSet, customerShow } from './customers.ts';
import { markOverrule, purchaseAdd, purchaseRemove } from './customers-care.ts';
import { customerForget } from './customers-forget.ts';
import { customerImport } from './customers-import.ts';
import { customerJourney } from './customers-journey.ts';
import { customerDuplicates, customerMerge, customerUnmerge } from './customers-merge.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { feedbackList, feedbackSend } from './feedback.ts';
import { followUpRun } from './follow-ups-run.ts';
import { handoffCommand, handoffList, handoffReceiveCommand, handoffWithdraw } from './handoff.ts';
import { history } from './history.ts';
import { importCommand } from './import.ts';
import { linkCommand, splitCommand, unlinkCommand } from './link.ts';
import { list } from './list.ts';
import { mailAdd, mailRemove, mailSet } from './mail-accounts.ts';
import { mailDeliver } from './mail-deliver.ts';
import { mailFetch } from './mail-fetch.ts';
import { mailEdit, mailHold, mailOutbox, mailRelease, mailSettle } from './mail-outbox.ts';
import { mailSend } from './mail-send.ts';
import { mailStatusCommand } from './mail-status.ts';
import { mergeCommand, unmergeCommand } from './merge.ts';
import { newCommand } from './new.ts';
import { noteCommand } from './note.ts';
import { planLint, planList, planShow } from './plans.ts';
import { playbookLint, playbookList, playbookShow } from './playbooks.ts';
import { playbookAnswerCommand, playbookOfferCommand } from './playbooks-offer.ts';
import { ratingAdd, ratingList } from './ratings.ts';
import { reindexCommand } from './reindex.ts';
import { replyCommand } from './reply.ts';
import { restoreCommand } from './restore.ts';
import { scheduleList, scheduleRemove, scheduleSet } from './schedules.ts';
import { set } from './set.ts';
import { show } from './show.ts';
import { source } from './source.ts';
import { spamCommand } from './spam.ts';
import { spawnCommand } from './spawn.ts';
import { targetList, targetRemove, targetSet } from './targets.ts';
import { templateList, templateRender, templateShow } from './templates.ts';
import { templateAdd, templateRemove, templateSetCommand } from './templates-change.ts';
import { redo, undo } from './undo.ts';
import { whyCommand } from './why.ts';

/** The command of every verb: a verb of the registry that has none does not compile. */
const COMMANDS: Readonly<Record<VerbId, Command>> = {
  import: importCommand,
  list,
  show,
  source,
  history,
  attachments,
  new: newCommand,
  reply: replyCommand,
  note: noteCommand,
  call: callCommand,
  set,
  merge: mergeCommand,
  unmerge: unmergeCommand,
  split: splitCommand,
  spawn: spawnCommand,
  link: linkCommand,
  unlink: unlinkCommand,
  'template-list': templateList,
  'template-show': templateShow,
  'template-add': templateAdd,
  'template-set': templateSetCommand,
  'template-remove': templateRemove,
  'template-render': templateRender,
  spam: spamCommand,
  'rating-add': ratingAdd,
  'rating-list': ratingList,
  'follow-up-list': followUpList,
  'follow-up-add': followUpAdd,
  'follow-up-done': followUpDone,
  'follow-up-move': followUpMove,
  'follow-up-drop': followUpDrop,
  'follow-up-run': followUpRun,
  'promise-list': promiseList,
  'promise-add': promiseAdd,
  'promise-done': promiseDone,
  'promise-move': promiseMove,
  'promise-drop': promiseDrop,
  handoff: handoffCommand,
  'handoff-receive': handoffReceiveCommand,
  'handoff-withdraw': handoffWithdraw,
  'feedback-list': feedbackList,
  'feedback-send': feedbackSend,
  'handoff-list': handoffList,
  'plan-list': planList,
  'plan-show': planShow,
  'plan-lint': planLint,
  'playbook-list': playbookList,
  'playbook-show': playbookShow,
  'playbook-offer': playbookOfferCommand,
  'playbook-answer': playbookAnswerCommand,
  'playbook-lint': playbookLint,
  'customer-list': customerList,
  'customer-show': customerShow,
  'customer-journey': customerJourney,
  'customer-set': customerSet,
  'customer-merge': customerMerge,
  'customer-unmerge': customerUnmerge,
  'customer-forget': customerForget,
  'customer-import': customerImport,
  'customer-duplicates': customerDuplicates,
  'purchase-add': purchaseAdd,
  'purchase-remove': purchaseRemove,
  'mark-overrule': markOverrule,
  why: whyCommand,
  'schedule-list': scheduleList,
  'schedule-set': scheduleSet,
  'schedule-remove': scheduleRemove,
  'target-list': targetList,
  'target-set': targetSet,
  'target-remove': targetRemove,
  'mail-add': mailAdd,
  'mail-set': mailSet,
  'mail-remove': mailRemove,
  'mail-fetch': mailFetch,
  'mail-status': mailStatusCommand,
  'mail-send': mailSend,
  'mail-outbox': mailOutbox,
  'mail-release': mailRelease,
  'mail-hold': mailHold,
  'mail-settle': mailSettle,
  'mail-edit': mailEdit,
  deliver: mailDeliver,
  undo,
  redo,
  'config-get': configGet,
  'config-set': configSet,
  doctor,
  reindex: reindexCommand,
  completion,
  export: exportCommand,
  backup,
  restore: restoreCommand,
  demo,
};

const VERB_IDS = Object.keys(VERBS).filter((id): id is VerbId => id in VERBS);

/** Second spellings of a verb. */
const MORE: readonly Spelled[] = [
  { path: 'config list', verb: 'config-get', command: configList, changes: false },
  { path: 'config unset', verb: 'config-set', command: configUnset, changes: true },
];

/** Every command there is, in the order of the registry. */
export const SPELLED: readonly Spelled[] = VERB_IDS.flatMap((verb) => {
  const first = { path: VERBS[verb].command, verb, command: COMMANDS[verb], changes: VERBS[verb].changes };
  return [first, ...MORE.filter((one) => one.verb === verb)];
});

/** What a bare `desk templates` or `desk config` does. */
export const GROUP_DEFAULTS: Readonly<Record<string, string>> = {
  templates: 'templates list',
  ratings: 'ratings list',
  customers: 'customers list',
  'follow-ups': 'follow-ups list',
  promises: 'promises list',
  plans: 'plans list',
  playbooks: 'playbooks list',
  handoff: 'handoff list',
  feedback: 'feedback list',
  schedules: 'schedules list',
  targets: 'targets list',
  config: 'config list',
  mail: 'mail status',
};

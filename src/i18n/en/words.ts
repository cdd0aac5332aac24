import type { Channel, Kind, Mood, Priority, SnoozeMode, Status, Topic } from '../../domain/case.ts';
import type { Segment } from '../../domain/customer.ts';
import type { Delivery, EntryType, Party } from '../../domain/entry.ts';
import type { Hold } from '../../domain/outbox.ts';
import type { Score } from '../../domain/rating.ts';
import type { ViewId } from '../../domain/views.ts';

const statuses: Readonly<Record<Status, string>> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'on hold',
  solved: 'solved',
  closed: 'closed',
};

const kinds: Readonly<Record<Kind, string>> = { support: 'support', service: 'service', care: 'care' };

const topics: Readonly<Record<Topic, string>> = {
  question: 'question',
  request: 'request',
  complaint: 'complaint',
  dispute: 'dispute',
  return: 'return',
  exchange: 'exchange',
  advice: 'advice',
  feedback: 'feedback',
  fault: 'fault',
  installation: 'installation',
  thanks: 'thanks',
};

const moods: Readonly<Record<Mood, string>> = { calm: 'calm', upset: 'upset', angry: 'angry' };

const ratings: Readonly<Record<Score, string>> = {
  1: 'very unhappy',
  2: 'unhappy',
  3: 'so-so',
  4: 'happy',
  5: 'very happy',
};

const priorities: Readonly<Record<Priority, string>> = { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' };

const channels: Readonly<Record<Channel, string>> = {
  email: 'email',
  phone: 'phone',
  video: 'video call',
  chat: 'chat',
  social: 'social media',
  sms: 'SMS',
  web: 'web form',
  visit: 'visit',
};

const segments: Readonly<Record<Segment, string>> = {
  prospect: 'prospect',
  new: 'new customer',
  current: 'current customer',
  loyal: 'loyal customer',
  former: 'former customer',
};

const parties: Readonly<Record<Party, string>> = {
  customer: 'customer',
  agent: 'agent',
  department: 'department',
  system: 'system',
};

const entryTypes: Readonly<Record<EntryType, string>> = {
  message: 'message',
  note: 'note',
  call: 'call',
  event: 'event',
};

const views: Readonly<Record<ViewId, string>> = {
  inbox: 'Inbox',
  waiting: 'Waiting for us',
  theirs: 'Their turn',
  snoozed: 'Snoozed',
  solved: 'Solved',
  all: 'All',
  overdue: 'Overdue',
};

/** Where the row of views is narrow: six names and their counts in 80 columns. */
const shortViews: Readonly<Record<ViewId, string>> = {
  inbox: 'Inbox',
  waiting: 'Waiting',
  theirs: 'Theirs',
  snoozed: 'Later',
  solved: 'Solved',
  all: 'All',
  overdue: 'Overdue',
};

const snoozeModes: Readonly<Record<SnoozeMode, string>> = {
  until: 'until a date or a reply',
  reply: 'until they reply',
  firm: 'until a date, even if they reply',
};

const deliveries: Readonly<Record<Delivery, string>> = {
  held: 'held, not sent',
  queued: 'in the outbox',
  sending: 'being sent',
  sent: 'sent',
  failed: 'not sent: failed',
  uncertain: 'perhaps sent',
  bounced: 'came back',
  manual: 'to be passed on by hand',
};

/** Why a message is held. */
const holds: Readonly<Record<Hold, string>> = {
  'no-account': 'no account when it was written',
  'before-account': 'from before its account',
  'called-back': 'called back',
  stale: 'waited too long',
  'account-gone': 'its account is gone',
  restored: 'from a backup',
};

/** Names of what a case, an entry or an event has. */
const fields = {
  subject: 'subject',
  kind: 'kind',
  topic: 'topic',
  mood: 'mood',
  status: 'status',
  priority: 'priority',
  channel: 'channel',
  customer: 'customer',
  product: 'product',
  department: 'department',
  snooze: 'snooze',
  'follow-up': 'follow-up',
  promise: 'promise',
  due: 'due',
  merged: 'merged in',
  link: 'linked with',
  rating: 'rating',
  option: 'option',
  handoff: 'hand-off',
  blocked: 'spam sender',
  segment: 'segment',
  mergedInto: 'merged into',
  tag: 'tag',
  tags: 'tags',
  number: 'no.',
  created: 'created',
  updated: 'updated',
  waiting: 'waiting',
  solved: 'solved',
  from: 'from',
  to: 'to',
  cc: 'cc',
  attachments: 'attachments',
  language: 'language',
  phone: 'phone',
  email: 'email',
  company: 'company',
};

/** Short forms for list columns, at most 5 columns wide, and long ones for sentences. */
const time = {
  now: 'now',
  minutes: (n: number) => `${n}m`,
  hours: (n: number) => `${n}h`,
  days: (n: number) => `${n}d`,
  months: (n: number) => `${n}mo`,
  years: (n: number) => `${n}y`,
  longNow: 'less than a minute',
  longMinutes: (n: number) => (n === 1 ? '1 minute' : `${n} minutes`),
  longHours: (n: number) => (n === 1 ? '1 hour' : `${n} hours`),
  longDays: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  longMonths: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  longYears: (n: number) => (n === 1 ? '1 year' : `${n} years`),
  /** from Monday; read back by `parseWhen` */
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  /** from today on, as far as the language has a word */
  nearDays: ['today', 'tomorrow'],
  unknown: 'date unknown',
};

/** So many of something. */
const counts = {
  cases: (n: number) => `${n} ${n === 1 ? 'case' : 'cases'}`,
  mails: (n: number) => `${n} ${n === 1 ? 'mail' : 'mails'}`,
  templates: (n: number) => `${n} ${n === 1 ? 'template' : 'templates'}`,
  customers: (n: number) => `${n} ${n === 1 ? 'customer' : 'customers'}`,
  settings: (n: number) => `${n} ${n === 1 ? 'setting' : 'settings'}`,
};

/** The names of the things an agent works with. Values in queries and scripts stay English in every language. */
export const words = {
  statuses,
  kinds,
  topics,
  moods,
  priorities,
  ratings,
  channels,
  segments,
  parties,
  entryTypes,
  views,
  shortViews,
  snoozeModes,
  deliveries,
  holds,
  fields,
  time,
  counts,
  none: 'none',
  /** marks beside an entry */
  automatic: 'automatic',
  thanks: 'thank-you',
  /** why a mail changed nothing; what is automatic says so already */
  filedOnly: { automatic: '', thanks: 'only filed', flood: 'only filed: too many at once', spam: 'only filed: spam' },
  senderNotConfirmed: 'sender not confirmed',
  mayBelong: (n: number) => `may belong to #${n}`,
  noSubject: '(no subject)',
  unknownCustomer: '(unknown)',
  caseNumber: (n: number) => `#${n}`,
};

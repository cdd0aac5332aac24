import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const person = z.object({ id: z.number(), name: z.string(), email: z.string().nullable(), role: z.string() });
const ticket = z.object({
  id: z.number(),
  subject: z.string().nullable(),
  status: z.string(),
  requester_id: z.number(),
  created_at: z.string(),
  description: z.string(),
  via: z.object({ channel: z.string() }),
});
const comment = z.object({
  id: z.number(),
  author_id: z.number(),
  plain_body: z.string(),
  public: z.boolean(),
  created_at: z.string(),
});
type Person = z.infer<typeof person>;
type Ticket = z.infer<typeof ticket>;
type Comment = z.infer<typeof comment>;

const CHANNELS: Readonly<Record<string, string>> = {
  email: 'email',
  web: 'web',
  twitter: 'social',
  facebook: 'social',
};

/** The recorded answers of a real account (pages repeat what they hold) as records in desk's own JSONL. */
export function zendeskRecords(folder: string): string {
  const people = new Map<number, Person>();
  const tickets = new Map<number, Ticket>();
  const comments = new Map<number, readonly Comment[]>();
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const answer: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const one of z.object({ users: z.array(person) }).safeParse(answer).data?.users ?? []) people.set(one.id, one);
    for (const one of z.object({ tickets: z.array(ticket) }).safeParse(answer).data?.tickets ?? [])
      tickets.set(one.id, one);
    const [, of] = /tickets-(\d+)-comments/.exec(name) ?? [];
    const found = z.object({ comments: z.array(comment) }).safeParse(answer).data?.comments;
    if (of !== undefined && found !== undefined) comments.set(Number(of), found);
  }
  return [...tickets.values()]
    .map((one) => JSON.stringify(recordOf(one, people, comments.get(one.id) ?? [])))
    .join('\n');
}

/** An address of its own for who has none: a handle elsewhere is one person here. */
const addressOf = (id: number, people: ReadonlyMap<number, Person>): string =>
  people.get(id)?.email ?? `${id}@zendesk.example`;

function recordOf(of: Ticket, people: ReadonlyMap<number, Person>, said: readonly Comment[]): object {
  const channel = CHANNELS[of.via.channel] ?? 'web';
  const first = {
    id: 0,
    author_id: of.requester_id,
    plain_body: of.description,
    public: true,
    created_at: of.created_at,
  };
  const from = (id: number) => ({ name: people.get(id)?.name ?? '', address: addressOf(id, people) });
  return {
    ...{ type: 'case', uid: `zendesk-${of.id}`, subject: of.subject ?? of.description.slice(0, 80), kind: 'service' },
    ...{
      status: of.status,
      channel,
      customer: { name: from(of.requester_id).name, emails: [addressOf(of.requester_id, people)] },
    },
    entries: (said.length === 0 ? [first] : said).map((one) => {
      const isTheirs = one.author_id === of.requester_id;
      return {
        ...{ type: one.public ? 'message' : 'note', party: isTheirs ? 'customer' : 'agent', channel },
        ...(one.public ? { direction: isTheirs ? 'in' : 'out' } : {}),
        ...{ at: one.created_at, from: from(one.author_id), text: one.plain_body },
      };
    }),
  };
}

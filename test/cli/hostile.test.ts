import { beforeAll, describe, expect, test } from 'vitest';
import { attacks, FORBIDDEN } from '../helpers/attacks.ts';
import { type Desk, tempDesk } from '../helpers/cli.ts';
import { caseLine } from '../helpers/cli-seed.ts';

const OWN = [
  'Lan\u001b[2J\u001b]0;owned\u0007',
  'a\nb\r\nc\u2028d',
  'invoice\u202egpj.exe',
  'x\u0000\u009b31mred',
  'zero\u200bwidth\u2066\u2069',
  '\ue0001\u{e0041}tag',
].map((string, index) => ({
  id: `own-${index}`,
  string,
  mustNotReach: ['\u001b', '\u009b', '\u202e', '\u0007'],
  mustShow: [] as string[],
}));

const ALL = [...OWN, ...attacks()];

let desk: Desk;
let terminalJson: string;
beforeAll(async () => {
  desk = tempDesk();
  const lines = ALL.map(({ string }, index) =>
    caseLine({
      uid: `a${index}`,
      subject: string,
      text: string,
      product: string === '' ? 'x' : string,
      customer: { name: string, emails: [`${index}@example.com`], handles: [string] },
      entries: [
        {
          type: 'message',
          party: 'customer',
          direction: 'in',
          channel: 'email',
          at: '2026-03-10T09:00:00Z',
          from: { name: string, address: string },
          to: [{ name: string, address: string }],
          cc: [],
          text: string,
          quoted: string,
          subject: string,
        },
      ],
    }),
  );
  const ran = await desk.run(['import', desk.file('hostile.jsonl', lines.join('')), '--me', 'me@example.org']);
  expect(ran.err).toBe('');
  terminalJson = (await desk.run(['list', '*', '-n', '9999', '--json'], { terminal: 80 })).out;
}, 60_000);

/** Nothing that could act on a terminal; line feeds are the printer's own. */
function harmless(printed: string, mustNotReach: readonly string[], what: string): void {
  expect(FORBIDDEN.exec(printed)?.[0], what).toBeUndefined();
  for (const bad of mustNotReach)
    if (!/^[ -~\n]*$/.test(bad)) expect(printed.includes(bad), `${what}: ${JSON.stringify(bad)}`).toBe(false);
}

describe(`hostile text (${ALL.length} strings)`, () => {
  test('never reaches a terminal or a pipe from the list, and no case takes two lines', async () => {
    for (const setting of [{}, { terminal: 60 }, { terminal: 140 }]) {
      const { out } = await desk.run(['list', '*', 'sort:number', '-n', '9999'], setting);
      harmless(out, [], JSON.stringify(setting));
      expect(out.trimEnd().split('\n')).toHaveLength(ALL.length);
    }
  });

  test('never reaches it from a case, and all of it stays readable', async () => {
    for (const [index, { id, mustNotReach, mustShow }] of ALL.entries())
      for (const setting of [{}, { terminal: 100 }]) {
        const { out, code } = await desk.run(['show', String(index + 1), '--quotes'], setting);
        expect(code, id).toBe(0);
        harmless(out, mustNotReach, id);
        for (const shown of mustShow)
          expect(out.replace(/\s+/g, ''), `${id} shows ${shown}`).toContain(shown.replace(/\s+/g, ''));
      }
  }, 60_000);

  test('is escaped in JSON on a terminal, and says the same', async () => {
    const piped = (await desk.run(['list', '*', '--json'])).out;

    expect(FORBIDDEN.exec(terminalJson)?.[0]).toBeUndefined();
    expect(JSON.parse(terminalJson)).toEqual(JSON.parse(piped));
    const all = ALL.map((_, index) => String(index + 1));
    const shown = (await desk.run(['show', ...all, '--json'], { terminal: 80 })).out;
    expect(FORBIDDEN.exec(shown)?.[0]).toBeUndefined();
    expect(JSON.parse(shown)).toEqual(await desk.json(['show', ...all]));
    for (const { id, mustNotReach } of ALL)
      for (const bad of mustNotReach)
        if (!/^[ -~\n]*$/.test(bad)) expect(terminalJson.includes(bad), `${id}: ${JSON.stringify(bad)}`).toBe(false);
  });

  test('is harmless in errors that repeat what was typed', async () => {
    for (const { id, string, mustNotReach } of ALL) {
      const typed = string.replaceAll('\0', '');
      for (const argv of [
        ['show', typed],
        ['list', `status:${typed}`],
        ['set', '1', `status=${typed}`],
        ['config', 'set', typed, 'x'],
        ['templates', 'show', typed],
        ['note', '1', '--file', typed || 'x'],
      ]) {
        const { err } = await desk.run(argv);
        harmless(err, mustNotReach, `${id}: ${argv[0]}`);
        const json = await desk.run([...argv, '--json'], { terminal: 80 });
        harmless(json.err, mustNotReach, `${id}: ${argv[0]} --json`);
      }
    }
  }, 60_000);

  test('is harmless where it has become a name, a note, a template or history', async () => {
    for (const { id, string, mustNotReach } of ALL.slice(0, 60)) {
      await desk.run(['config', 'set', 'agent', string.trim() === '' ? 'x' : string]);
      await desk.run(['note', '1', '--message', string === '' ? 'x' : string]);
      await desk.run(['templates', 'set', 't', '--title', string, '--text', string || 'x']);
      await desk.run(['templates', 'add', 't', '--title', string, '--text', string || 'x']);
      for (const argv of [
        ['history'],
        ['history', '1'],
        ['undo', '--list'],
        ['config'],
        ['templates'],
        ['templates', 'show', 't'],
        ['templates', 'render', 't', '1'],
      ]) {
        const { out, err } = await desk.run(argv, { terminal: 80 });
        harmless(out + err, mustNotReach, `${id}: ${argv.join(' ')}`);
      }
      await desk.run(['templates', 'remove', 't']);
    }
  }, 60_000);
});

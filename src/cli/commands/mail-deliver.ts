import { deliverMail } from '../../actions/live/deliver.ts';
import type { Command } from '../command.ts';

/** `desk mail deliver`: one mail on stdin, from procmail, fetchmail or an MTA. Says nothing when all went well. */
export const mailDeliver: Command = {
  arguments: '',
  options: [{ flags: '--account <address>', say: 'deliverAccount' }],
  examples: ['cat mail.eml | desk mail deliver', 'cat mail.eml | desk mail deliver --account care@shop.example --json'],
  handedOver: true,
  run: async ({ context, io, printer, globals, words }, _args, given) => {
    const dryRun = given.flag('dryRun');
    const delivered = await deliverMail(context, pieces(io.stdin), { account: given.text('account'), dryRun });
    if (globals.json) printer.json({ dryRun, ...delivered });
    else if (delivered.how === 'unfiled') printer.remark(words.mail.keptUnfiled);
    return 0;
  },
};

async function* pieces(stdin: NodeJS.ReadableStream): AsyncGenerator<Buffer> {
  for await (const piece of stdin) yield Buffer.from(piece);
}

import fc from 'fast-check';
import { wireAddress } from '../../src/mail/compose/address-check.ts';
import { composeMessage, type Message, recipientsOf } from '../../src/mail/compose/compose.ts';
import { createSmtp } from '../../src/mail/net/smtp.ts';
import { faultsIn, hostileMessage } from './hostile-message.ts';
import { openSink } from './smtp-sink.ts';

/** Makes so many hostile messages: what is wrong with the bytes of one of them, or null. */
export async function faultOfBytes(runs: number): Promise<string | null> {
  const checked = await fc.check(
    fc.asyncProperty(hostileMessage, async (message) => {
      const faults = faultsIn(await composeMessage(message), message);
      if (faults.length > 0) throw new Error(faults.join('; '));
    }),
    { numRuns: runs },
  );
  return checked.failed ? (fc.defaultReportMessage(checked) ?? 'failed') : null;
}

/** Sends so many hostile messages to a server: what it heard otherwise than was chosen. */
export async function faultsAtSink(runs: number): Promise<string[]> {
  const sink = await openSink();
  const login = { user: 'cskh', auth: 'password', secret: 'x' } as const;
  const transport = createSmtp({ host: 'localhost', port: sink.port, tls: 'off' }, login);
  const faults: string[] = [];
  try {
    for (const message of fc.sample(hostileMessage, runs)) {
      const raw = await composeMessage(message);
      const from = wireAddress(message.envelope.from.address);
      const to = recipientsOf(message.envelope);
      const { kind } = await transport.send(raw, { from, to });
      const heard = sink.taken.at(-1);
      // smtp-server tells punycode as the letters it stands for
      const heardFrom = wireAddress(heard?.from ?? 'nobody@heard');
      const heardTo = heard?.to.map(wireAddress).join(' ');
      const same = kind === 'sent' && heardFrom === from && heardTo === to.join(' ') && heard?.raw.equals(raw) === true;
      if (!same) faults.push(`${kind}: ${JSON.stringify([from, to, heard?.from, heard?.to])} ${described(message)}`);
    }
    if (sink.taken.length !== runs) faults.push(`${sink.taken.length} messages came of ${runs}`);
  } finally {
    transport.close();
    await sink.close();
  }
  return faults;
}

const described = ({ envelope }: Message): string => JSON.stringify(envelope).slice(0, 500);

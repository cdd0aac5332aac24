import { connect } from 'node:net';

/** Hands mails over by LMTP (RFC 2033), one after the other on one connection; rejects where one is not taken. */
export async function deliverByLmtp(port: number, to: string, mails: readonly (string | Buffer)[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  let wake = (): void => undefined;
  let failed: Error | null = null;
  socket.on('data', (data) => {
    text += data.toString('latin1');
    wake();
  });
  socket.on('error', (error) => {
    failed = error;
    wake();
  });
  /** The last line of an answer has a blank after its code. */
  const answer = async (wanted: string): Promise<void> => {
    for (;;) {
      const line = /^(\d{3}) .*\r\n/m.exec(text);
      if (line !== null) {
        text = text.slice(line.index + line[0].length);
        if (line[1] !== wanted) throw new Error(`LMTP: ${line[0]}`);
        return;
      }
      if (failed !== null) throw failed;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const say = (line: string, wanted: string): Promise<void> => {
    socket.write(`${line}\r\n`);
    return answer(wanted);
  };
  await answer('220');
  await say('LHLO tests.example', '250');
  for (const mail of mails) {
    await say('MAIL FROM:<sender@buyer.example>', '250');
    await say(`RCPT TO:<${to}>`, '250');
    await say('DATA', '354');
    const lines = Buffer.from(mail).toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    socket.write(lines.endsWith('\r\n') ? lines : `${lines}\r\n`, 'latin1');
    await say('.', '250');
  }
  await say('QUIT', '221');
  socket.destroy();
}

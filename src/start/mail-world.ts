import { execFile } from 'node:child_process';
import { hostname } from 'node:os';
import { DeskError } from '../domain/errors.ts';
import { connectImap } from '../mail/net/imap.ts';
import { createSmtp } from '../mail/net/smtp.ts';
import type { MailWorld } from '../mail/net/transport.ts';

/** ms that a password-command may take: it may ask its own user something. */
const COMMAND_MS = 60_000;

/** The real network, and this process among others. */
export function createMailWorld(pid: number, startedAt: number): MailWorld {
  const host = hostname();
  return {
    smtp: createSmtp,
    imap: connectImap,
    runSecretCommand,
    claimant: `${host}:${pid}:${startedAt}`,
    isGone: (claimant) => {
      const [claimantHost, claimantPid] = claimant.split(':');
      return claimantHost === host && Number(claimantPid) !== pid && !lives(Number(claimantPid));
    },
  };
}

/** Signal 0 asks whether a process is there; EPERM: it is, and somebody else's. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What the command says on its error output is not repeated: nobody knows what stands in it. */
const runSecretCommand = (command: string): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile('/bin/sh', ['-c', command], { timeout: COMMAND_MS, maxBuffer: 64 * 1024 }, (error, stdout) => {
      const secret = stdout.split(/\r?\n/, 1)[0] ?? '';
      if (error !== null || secret === '')
        reject(new DeskError('bad-config', 'secret-command', { command, code: String(error?.code ?? 0) }));
      else resolve(secret);
    });
  });

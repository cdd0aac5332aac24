import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Piped = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/**
 * Runs the agent's command line with the text as its input and the terminal as its output, then waits for Enter, so
 * that what it wrote can be read. A command that reads only a part of the text is no failure.
 */
export async function pipeInto(command: string, text: string, goOn: string): Promise<Piped> {
  // Ctrl-C ends the command, not desk
  const stay = (): void => undefined;
  process.on('SIGINT', stay);
  try {
    const child = spawn('/bin/sh', ['-c', command], { stdio: ['pipe', 'inherit', 'inherit'] });
    child.stdin.on('error', () => undefined);
    child.stdin.end(text);
    const [code, signal]: unknown[] = await once(child, 'exit');
    process.stdout.write(`\n${goOn}`);
    await once(spawn('/bin/sh', ['-c', 'read -r _'], { stdio: 'inherit' }), 'exit');
    return code === 0
      ? { ok: true }
      : { ok: false, problem: signal === null ? `exit ${String(code)}` : String(signal) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    process.off('SIGINT', stay);
  }
}

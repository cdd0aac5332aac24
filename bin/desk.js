#!/usr/bin/env node
// The launcher. It loads nothing before it has checked the Node version: better-sqlite3 crashes old ones.
import module from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 12)) {
  enableCompileCache();
  await import('../dist/main.js');
} else await startWithOwnNode();

function enableCompileCache() {
  const base = process.env.XDG_CACHE_HOME ?? '';
  // Node 24 spins for ever on a cache folder under /proc, so only a plain absolute folder is taken over
  const folder = isAbsolute(base) && !base.startsWith('/proc') ? base : join(homedir(), '.cache');
  if (isAbsolute(folder) && !folder.startsWith('/proc')) module.enableCompileCache?.(join(folder, 'desk', 'compile'));
}

async function startWithOwnNode() {
  const { fileURLToPath } = await import('node:url');
  const { existsSync } = await import('node:fs');
  const { spawn } = await import('node:child_process');
  const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(own)) {
    process.stderr.write(`desk needs Node 22.12 or newer, and this is ${process.version}. In a checkout: npm ci\n`);
    process.exitCode = 78;
    return;
  }
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit' });
  // a terminal signals both of us; kill(1) and a closed pipe reach only this process
  const terminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  for (const name of ['SIGINT', 'SIGQUIT']) process.on(name, () => terminal || child.kill(name));
  for (const name of ['SIGTERM', 'SIGHUP', 'SIGUSR1', 'SIGUSR2']) process.on(name, () => child.kill(name));
  child.on('error', (error) => {
    process.stderr.write(`desk cannot start its own Node: ${error.message}\n`);
    process.exitCode = 78;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) {
      process.exitCode = code ?? 1;
      return;
    }
    process.removeAllListeners(signal);
    process.kill(process.pid, signal); // die of the same signal, as the shell expects
  });
}

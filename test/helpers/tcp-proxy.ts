import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A line to a server that can fail in the ways lines do. */
export interface Proxy {
  readonly port: number;
  /** cuts a connection after so many bytes of the server's, counted for each connection by itself; null: never */
  cutAfter: number | null;
  /** takes what comes and passes nothing on, to either side, without closing: a dead line */
  swallow: boolean;
  /** connections made so far */
  readonly connections: () => number;
  readonly cutAll: () => void;
}

/** Stands between a client and the server at `port`. */
export async function startProxy(port: number): Promise<Proxy> {
  let made = 0;
  const open = new Set<Socket>();
  const cutAll = (): void => {
    for (const socket of open) socket.destroy();
  };
  const server = createServer((client) => {
    made += 1;
    const upstream = connect(port, '127.0.0.1');
    let passed = 0;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
      open.delete(client);
      open.delete(upstream);
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (data) => {
      if (!proxy.swallow) upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (proxy.swallow) return;
      const left = proxy.cutAfter === null ? data.length : proxy.cutAfter - passed;
      passed += data.length;
      client.write(data.subarray(0, Math.max(0, left)));
      if (left < data.length) client.end(end);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: Proxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cutAfter: null,
    swallow: false,
    connections: () => made,
    cutAll,
  };
  onTestFinished(async () => {
    cutAll();
    await new Promise((resolve) => server.close(resolve));
  });
  return proxy;
}

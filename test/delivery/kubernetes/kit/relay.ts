import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Passes bytes between a client and a server, and can fall silent in the middle as a broken path does. */
export interface Relay {
  readonly port: number;
  /** How many connections it has passed. */
  readonly connections: () => number;
  /** No byte passes any more on the connections that stand; nobody is told. */
  freeze(): void;
  close(): Promise<void>;
}

/** Starts a relay to a port of 127.0.0.1. */
export async function startRelay(target: number): Promise<Relay> {
  const pairs: (readonly [Socket, Socket])[] = [];
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      from.on('error', () => to.destroy());
      from.pipe(to);
    }
    pairs.push([client, upstream]);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => pairs.length,
    freeze: () => {
      for (const [client, upstream] of pairs) {
        client.unpipe().pause();
        upstream.unpipe().pause();
      }
    },
    close: async () => {
      for (const socket of pairs.flat()) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

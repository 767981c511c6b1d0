import { createHash } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { userInfo } from 'node:os';

/** What holding a lock needs to know. */
export interface ExclusiveOptions {
  /** Told once when somebody else holds the lock.
   * @default - nobody is told
   */
  readonly onWait?: () => void;
}

/**
 * Runs one piece of work at a time for a subject on this machine, such as a path; others wait. The lock is a socket
 * without a file (Linux abstract socket, unix(7)): the kernel frees it when its holder dies, however it dies.
 */
export async function exclusively<T>(
  subject: string,
  work: () => Promise<T>,
  options: ExclusiveOptions = {},
): Promise<T> {
  const name = socketName(subject);
  let isTold = false;
  for (;;) {
    const lock = await tryLock(name);
    if (lock !== undefined) {
      try {
        return await work();
      } finally {
        lock.free();
      }
    }
    if (!isTold) options.onWait?.();
    isTold = true;
    await untilFreed(name);
  }
}

interface Lock {
  free(): void;
}

function socketName(subject: string): string {
  const digest = createHash('sha256').update(`${userInfo().uid}\0${subject}`).digest('hex');
  return `\0ndc-${digest}`;
}

function tryLock(name: string): Promise<Lock | undefined> {
  const waiting = new Set<Socket>();
  const server: Server = createServer((socket) => {
    waiting.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => waiting.delete(socket));
  });
  const free = (): void => {
    server.close();
    for (const socket of waiting) socket.destroy();
  };
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve({ free }));
  });
}

/** Settles when the holder lets go, or is gone already. */
function untilFreed(name: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.resume();
    socket.on('error', () => socket.destroy()).on('close', () => resolve());
  });
}

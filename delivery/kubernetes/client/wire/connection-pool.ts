import type { Connection } from './connection';
import { FlowLimit } from './flow-limit';
import { wireFault, type WireFault, type WireOutcome, type WireRequest } from './wire';

/** How much a pool may use. */
export interface PoolLimits {
  /** Connections to one API server. */
  readonly connections: number;
  /** Requests under way on one connection; the server's own limit goes before. */
  readonly streams: number;
}

/** Opens one more connection; is told whom to tell when it closes. */
export type OpenConnection = (onClosing: (connection: Connection) => void) => Promise<Connection | WireFault>;

interface Slot {
  readonly connection: Connection;
  underWay: number;
}

interface Waiting {
  readonly request: WireRequest;
  readonly settle: (outcome: WireOutcome) => void;
}

/**
 * Keeps connections alive, spreads requests over them and holds back what would be too much: requests wait in the order
 * of their coming. A further connection is opened when those that stand are full.
 */
export class ConnectionPool {
  readonly #slots: Slot[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #flow: FlowLimit;
  #connecting = 0;
  /** The server takes no further connection; asking again for each request would only annoy it. */
  #isEnough = false;
  #isClosed = false;

  public constructor(
    private readonly open: OpenConnection,
    private readonly limits: PoolLimits,
  ) {
    this.#flow = new FlowLimit(limits.connections * limits.streams);
  }

  /** Sends a request as soon as there is room; never rejects. */
  public send(request: WireRequest): Promise<WireOutcome> {
    if (this.#isClosed) return Promise.resolve(wireFault('cancelled', 'the client is closed', false));
    return new Promise((resolve) => {
      const waiting: Waiting = {
        request,
        settle: (outcome) => {
          request.signal?.removeEventListener('abort', leave);
          resolve(outcome);
        },
      };
      const leave = (): void => {
        const place = this.#waiting.indexOf(waiting);
        if (place === -1) return;
        this.#waiting.splice(place, 1);
        resolve(wireFault('cancelled', 'cancelled by the caller', false));
      };
      if (request.signal?.aborted === true) return resolve(wireFault('cancelled', 'cancelled by the caller', false));
      request.signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(waiting);
      return this.#dispatch();
    });
  }

  /** Ends all connections; whoever waits is told that it was cancelled. */
  public close(): void {
    this.#isClosed = true;
    this.#turnAway(wireFault('cancelled', 'the client is closed', false));
    for (const { connection } of this.#slots.splice(0)) connection.destroy();
  }

  #dispatch(): void {
    while (this.#waiting.length > 0) {
      const slot = this.#roomiest();
      if (slot === undefined) {
        this.#grow();
        return;
      }
      const waiting = this.#waiting.shift();
      if (waiting !== undefined) this.#run(slot, waiting);
    }
  }

  #run(slot: Slot, { request, settle }: Waiting): void {
    slot.underWay += 1;
    void slot.connection.send(request).then((outcome) => {
      slot.underWay -= 1;
      this.#learn(slot, outcome);
      settle(outcome);
      this.#dispatch();
    });
  }

  #learn({ connection }: Slot, outcome: WireOutcome): void {
    if (!outcome.ok) {
      if (outcome.kind === 'timeout') connection.probe();
      return;
    }
    const TOO_MANY_REQUESTS = 429;
    if (outcome.status === TOO_MANY_REQUESTS) this.#flow.fall();
    else this.#flow.rise();
  }

  /** The connection with the most room; undefined when none has any, or the server asked for less. */
  #roomiest(): Slot | undefined {
    const underWay = this.#slots.reduce((sum, slot) => sum + slot.underWay, 0);
    if (underWay >= this.#flow.current) return undefined;
    const usable = this.#slots.filter(
      ({ connection, underWay: own }) =>
        connection.isOpen && own < Math.min(this.limits.streams, connection.streamsMax),
    );
    return usable.reduce<Slot | undefined>(
      (best, slot) => (best === undefined || slot.underWay < best.underWay ? slot : best),
      undefined,
    );
  }

  #grow(): void {
    const isHeldBack = this.#slots.reduce((sum, slot) => sum + slot.underWay, 0) >= this.#flow.current;
    const count = this.#slots.length + this.#connecting;
    const isFull = this.#connecting > 0 || count >= this.limits.connections;
    if (this.#isClosed || isHeldBack || isFull || (this.#isEnough && this.#slots.length > 0)) return;
    this.#connecting += 1;
    void this.open((closing) => this.#forget(closing)).then((opened) => {
      this.#connecting -= 1;
      this.#isEnough = 'ok' in opened;
      if ('ok' in opened) {
        if (this.#slots.length === 0) this.#turnAway(opened);
        return;
      }
      if (this.#isClosed) return opened.destroy();
      this.#slots.push({ connection: opened, underWay: 0 });
      return this.#dispatch();
    });
  }

  /** A closing connection takes no new requests; those under way on it end by themselves. */
  #forget(connection: Connection): void {
    const place = this.#slots.findIndex((slot) => slot.connection === connection);
    if (place !== -1) this.#slots.splice(place, 1);
    this.#dispatch();
  }

  #turnAway(fault: WireFault): void {
    for (const { settle } of this.#waiting.splice(0)) settle(fault);
  }
}

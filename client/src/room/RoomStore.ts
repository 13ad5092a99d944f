import { type Command, foldRoom, type RoomView } from '#shared/contract.ts';
import type { ServerSignal, Signal } from '#shared/signals.ts';
import type { ConnectProblem, EndReason, Names, Reply, SocketAuth } from '#shared/socket.ts';
import { ServerClock } from './ServerClock.ts';
import { connectWire, type RoomSocket } from './wire.ts';

/** Where this device stands with the Room. */
export type Connection =
  | { at: 'connecting' }
  | { at: 'live'; view: RoomView }
  | { at: 'reconnecting'; view: RoomView; since: number }
  /** The server was replaced by one that speaks otherwise: this page must be loaded anew. */
  | { at: 'outdated'; view: RoomView }
  | { at: 'ended'; reason: EndReason }
  | { at: 'refused'; problem: ConnectProblem };

export type HeardSignal = (Signal | ServerSignal) & { from: string };

/** An answer that takes longer than this counts as none, in milliseconds. */
const longestRoundTrip = 3_500;

type Pending = { readonly command: Command; readonly resolve: (reply: Reply) => void };

/**
 * The client's only copy of the Room: replaced by snapshots, advanced by Events. A Command is sent
 * again after a lost connection, under the same id, until its reply has come.
 */
export class RoomStore {
  readonly clock = new ServerClock();
  readonly socket: RoomSocket;
  readonly #disconnect: () => void;
  #connection: Connection = { at: 'connecting' };
  #names: Names = {};
  readonly #pending = new Map<string, Pending>();
  readonly #listeners = new Set<() => void>();
  readonly #signalListeners = new Set<(signal: HeardSignal) => void>();

  constructor(auth: SocketAuth) {
    const { socket, close } = connectWire(auth, {
      snapshot: ({ view, names }) => {
        this.#names = { ...this.#names, ...names };
        this.#become({ at: 'live', view });
        this.clock.synchronise((reply) => this.socket.emit('clock', reply));
        for (const id of this.#pending.keys()) this.#emit(id);
      },
      events: ({ events, names }) => {
        const { view } = this;
        if (Object.keys(names).length > 0) this.#names = { ...this.#names, ...names };
        if (view) this.#become({ at: 'live', view: events.reduce(foldRoom, view) });
      },
      lost: () => {
        const { view } = this;
        if (this.#connection.at === 'live' && view)
          this.#become({ at: 'reconnecting', view, since: Date.now() });
      },
      ended: (reason) => this.#become({ at: 'ended', reason }),
      refused: (problem) => {
        const { view } = this;
        this.#become(problem === 'outdated' && view ? { at: 'outdated', view } : { at: 'refused', problem });
      },
    });
    this.socket = socket;
    this.#disconnect = close;
    socket.on('signal', (signal) => {
      for (const listener of this.#signalListeners) listener(signal);
    });
    document.addEventListener('visibilitychange', this.#awake);
  }

  get connection(): Connection {
    return this.#connection;
  }

  /** The newest View, also while reconnecting; null before the first and after the end. */
  get view(): RoomView | null {
    return 'view' in this.#connection ? this.#connection.view : null;
  }

  get names(): Names {
    return this.#names;
  }

  /** Resolves with the Room's reply, however long the network takes. */
  send(command: Command): Promise<Reply> {
    const id = newCommandId();
    return new Promise((resolve) => {
      this.#pending.set(id, { command, resolve });
      if (this.#connection.at === 'live') this.#emit(id);
    });
  }

  /** Lossy: nothing is kept for later. */
  signal(signal: Signal): void {
    if (this.socket.connected) this.socket.volatile.emit('signal', signal);
  }

  /** How long a message takes there and back now, in milliseconds; null when no answer comes in time. */
  async roundTrip(): Promise<number | null> {
    if (!this.socket.connected) return null;
    const sent = performance.now();
    try {
      await this.socket.timeout(longestRoundTrip).emitWithAck('clock');
      return performance.now() - sent;
    } catch {
      return null;
    }
  }

  onSignal(listener: (signal: HeardSignal) => void): () => void {
    this.#signalListeners.add(listener);
    return () => this.#signalListeners.delete(listener);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  close(): void {
    document.removeEventListener('visibilitychange', this.#awake);
    this.#disconnect();
  }

  #emit(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending || !this.socket.connected) return;
    this.socket.emit('command', { id, command: pending.command }, (reply) => {
      if (this.#pending.delete(id)) pending.resolve(reply);
    });
  }

  #awake = (): void => {
    if (document.visibilityState === 'visible' && this.socket.connected)
      this.clock.synchronise((reply) => this.socket.emit('clock', reply));
  };

  #become(connection: Connection): void {
    this.#connection = connection;
    for (const listener of this.#listeners) listener();
  }
}

function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

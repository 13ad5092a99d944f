import type { Consumer, PipeTransport, Producer, Router } from 'mediasoup/types';

/** Both ends are in this machine. */
const listenInfo = { protocol: 'udp', ip: '127.0.0.1' } as const;

/**
 * The way from one Router to another, on another worker: a transport at each end, and what is piped
 * over them. mediasoup's own `pipeToRouter` does the same, but leaves an end behind when the other's
 * worker dies while both are being made, and never closes a way that carries nothing any more.
 */
export class Pipe {
  readonly #from: PipeTransport;
  readonly #to: PipeTransport;
  readonly #piped = new Map<string, Promise<Consumer>>();

  private constructor(from: PipeTransport, to: PipeTransport) {
    this.#from = from;
    this.#to = to;
    from.observer.once('close', () => to.close());
    to.observer.once('close', () => from.close());
  }

  static async open(from: Router, to: Router): Promise<Pipe> {
    const made = await Promise.allSettled([
      from.createPipeTransport({ listenInfo }),
      to.createPipeTransport({ listenInfo }),
    ]);
    const [a, b] = made.map((result) => (result.status === 'fulfilled' ? result.value : null));
    if (!a || !b || a.closed || b.closed) {
      a?.close();
      b?.close();
      throw new Error('a worker went away while a pipe was being made');
    }
    const pipe = new Pipe(a, b);
    try {
      await Promise.all([
        a.connect({ ip: b.tuple.localAddress, port: b.tuple.localPort }),
        b.connect({ ip: a.tuple.localAddress, port: a.tuple.localPort }),
      ]);
    } catch (error) {
      pipe.close();
      throw error;
    }
    return pipe;
  }

  get closed(): boolean {
    return this.#from.closed;
  }

  /** What is piped, by the Producers' ids. */
  get producerIds(): readonly string[] {
    return [...this.#piped.keys()];
  }

  /** Resolves once the Producer has its double, of the same id, at the other end. */
  async bring(producer: Producer): Promise<void> {
    let piping = this.#piped.get(producer.id);
    if (!piping) {
      piping = this.#double(producer);
      this.#piped.set(producer.id, piping);
      piping.catch(() => this.#piped.delete(producer.id));
    }
    await piping;
  }

  /** Closes what is no longer needed; and the pipe itself, when that is everything. */
  async keepOnly(isNeeded: (producerId: string) => boolean): Promise<void> {
    for (const [producerId, piping] of [...this.#piped]) {
      if (isNeeded(producerId)) continue;
      this.#piped.delete(producerId);
      (await piping.catch(() => null))?.close();
    }
    if (this.#piped.size === 0) this.close();
  }

  /** Closes both ends and what they carry. Safe to call twice. */
  close(): void {
    this.#from.close();
  }

  async #double(producer: Producer): Promise<Consumer> {
    const consumer = await this.#from.consume({ producerId: producer.id });
    try {
      const double = await this.#to.produce({
        id: producer.id,
        kind: consumer.kind,
        rtpParameters: consumer.rtpParameters,
        paused: consumer.producerPaused,
        appData: producer.appData,
      });
      consumer.observer.once('close', () => double.close());
      double.observer.once('close', () => {
        consumer.close();
        this.#piped.delete(producer.id);
      });
      consumer.observer.on('pause', () => void double.pause().catch(() => undefined));
      consumer.observer.on('resume', () => void double.resume().catch(() => undefined));
      if (consumer.closed) double.close();
      else if (producer.paused !== double.paused) await (producer.paused ? double.pause() : double.resume());
      if (double.closed) throw new Error('the Producer was closed while it was piped');
      return consumer;
    } catch (error) {
      consumer.close();
      throw error;
    }
  }
}

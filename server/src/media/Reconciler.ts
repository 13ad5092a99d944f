import { setTimeout as pause } from 'node:timers/promises';
import type { Producer } from 'mediasoup/types';
import type { Logger } from 'pino';
import type { ConsumerOffer, Source } from '#shared/media.ts';
import { Slices } from '../room/Slices.ts';
import { type Plan, type Wanted, wantedKey } from './plan.ts';
import type { RoomRouter, RoomRouters } from './RoomRouters.ts';
import type { SeatMedia } from './SeatMedia.ts';

/**
 * After a pass the next one waits as long as that one took, but no longer than this, in milliseconds: each
 * looks at all Seats, and while a thousand come in there would be one for every few of them.
 */
const longestRest = 50;

/**
 * Brings mediasoup to the plan. Each pass compares what is with what shall be and changes only what
 * differs, so it can run at any time, any number of times; passes of one Room never overlap.
 */
export class Reconciler {
  readonly #seats: ReadonlyMap<string, SeatMedia>;
  readonly #routers: RoomRouters;
  readonly #log: Logger;
  readonly #plan: () => Plan;
  #isDue = false;
  /** When the next pass may begin, on the clock of `performance.now()`. */
  #notBefore = 0;
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(parts: {
    seats: ReadonlyMap<string, SeatMedia>;
    routers: RoomRouters;
    log: Logger;
    /** The plan as it is now. */
    plan: () => Plan;
  }) {
    this.#seats = parts.seats;
    this.#routers = parts.routers;
    this.#log = parts.log;
    this.#plan = parts.plan;
  }

  /** Something changed: a pass will begin that has seen it. */
  wake(): void {
    this.#isDue = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Resolves when mediasoup is as the plan says. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  close(): void {
    this.#closed = true;
  }

  async #run(): Promise<void> {
    const slices = new Slices();
    while (this.#isDue) {
      const rest = this.#notBefore - performance.now();
      if (rest > 0) await pause(rest);
      // Changes that come in one turn of the loop, such as a whole group's move, are one pass.
      await slices.next();
      if (this.#closed) return;
      this.#isDue = false;
      const began = performance.now();
      try {
        await this.#pass(slices);
      } catch (error) {
        this.#log.error({ err: error }, 'a media pass failed; the next change tries again');
      }
      const ended = performance.now();
      this.#notBefore = ended + Math.min(longestRest, ended - began);
    }
  }

  async #pass(slices: Slices): Promise<void> {
    const plan = this.#plan();
    await this.#forEachSeat(slices, (seat) => this.#reconcileSending(seat, plan.send.get(seat.seatId) ?? []));
    await this.#forEachSeat(slices, (seat) =>
      this.#reconcileReceiving(seat, plan.receive.get(seat.seatId) ?? []),
    );
    await this.#sweep();
  }

  /** Begins with all of them and waits for none until the end; a thousand take several turns to begin. */
  async #forEachSeat(slices: Slices, reconcile: (seat: SeatMedia) => Promise<void>): Promise<void> {
    const underWay: Promise<void>[] = [];
    const failures: unknown[] = [];
    for (const seat of [...this.#seats.values()]) {
      // What follows at once from the Seats before this one is done first, and counts.
      await null;
      if (slices.isOver) await slices.next();
      if (!seat.closed) underWay.push(reconcile(seat).catch((error) => void failures.push(error)));
    }
    await Promise.all(underWay);
    if (failures.length > 0) throw failures[0];
  }

  /** A microphone that may not be heard is paused, since it will be wanted again; pictures end. */
  async #reconcileSending(seat: SeatMedia, allowed: readonly Source[]): Promise<void> {
    for (const [source, producer] of [...seat.producers]) {
      const flows = allowed.includes(source) && !seat.pausedByClient.has(source);
      if (source !== 'microphone' && !allowed.includes(source)) seat.closeProducer(source, 'notAllowed');
      else if (flows === producer.paused)
        await this.#attempt(() => (flows ? producer.resume() : producer.pause()));
    }
  }

  async #reconcileReceiving(seat: SeatMedia, wantedList: readonly Wanted[]): Promise<void> {
    const wanted = new Map<string, { wanted: Wanted; producer: Producer; home: RoomRouter }>();
    for (const item of seat.canReceive ? wantedList : []) {
      const sender = this.#seats.get(item.seatId);
      const producer = sender?.producers.get(item.source);
      if (sender?.router && producer && !producer.closed)
        wanted.set(wantedKey(item), { wanted: item, producer, home: sender.router });
    }
    const consumerIds = seat.keepOnly(
      (key, consumer) => wanted.get(key)?.producer.id === consumer.producerId,
    );
    if (consumerIds.length > 0) seat.notify({ type: 'consumersClosed', consumerIds });

    const made = await Promise.all(
      [...wanted].map(async ([key, item]) => {
        if (!seat.received.has(key)) return this.#consume(seat, item.producer, item.home, item.wanted);
        await this.#attempt(() => seat.adjust(key, item.wanted));
        return null;
      }),
    );
    // Not those of before the Seat began anew, since others of them took longer: its client would wait for them.
    const consumers = made.filter(
      (offer): offer is ConsumerOffer => offer !== null && seat.receives(offer.consumerId),
    );
    if (consumers.length > 0) seat.notify({ type: 'consumersAdded', consumers });
  }

  async #consume(
    seat: SeatMedia,
    producer: Producer,
    home: RoomRouter,
    wanted: Wanted,
  ): Promise<ConsumerOffer | null> {
    return this.#attempt(async () => {
      const to = seat.router;
      if (!to) return null;
      await this.#routers.bring(producer, home, to);
      return seat.consume(producer, wanted);
    });
  }

  async #sweep(): Promise<void> {
    const used = new Map<RoomRouter, Set<string>>();
    for (const { router, received } of this.#seats.values()) {
      if (!router) continue;
      const ids = used.get(router) ?? new Set();
      for (const { consumer } of received.values()) ids.add(consumer.producerId);
      used.set(router, ids);
    }
    await this.#routers.sweep(used, (worker) =>
      [...this.#seats.values()].some((seat) => seat.worker === worker),
    );
  }

  /**
   * One step, which may fail because a worker, a transport or a Producer went away meanwhile. What made
   * it go away asks for a pass of its own, so it's enough to go on.
   */
  async #attempt<T>(step: () => Promise<T>): Promise<T | null> {
    try {
      return await step();
    } catch (error) {
      this.#log.debug({ error }, 'a media step was overtaken');
      return null;
    }
  }
}

import type { Logger } from 'pino';
import { isStaff } from '#shared/basics.ts';
import type { IceServer, MediaAnswer, MediaQuality, MediaRequest, Source } from '#shared/media.ts';
import type { RoomState } from '../room/features.ts';
import { answer } from './answer.ts';
import { Holders } from './Holders.ts';
import type { MediaWorker, MediaWorkers } from './MediaWorkers.ts';
import { isOver, sendableBy } from './placement.ts';
import { type Plan, plan } from './plan.ts';
import { Qualities } from './Qualities.ts';
import { Reconciler } from './Reconciler.ts';
import { RoomRouters } from './RoomRouters.ts';
import { type OwnEnd, type SeatIdentity, SeatMedia } from './SeatMedia.ts';
import { Speaking } from './Speaking.ts';
import { SpeakingNotices } from './SpeakingNotices.ts';
import { Turns } from './Turns.ts';
import { iceServer, type Turn } from './turn.ts';

/** What media must know of the Room, each time that it changes. */
export type MediaFacts = {
  readonly state: RoomState;
  /** Participants whose voice neither comes nor goes, since they sit where another device sounds. */
  readonly silenced?: ReadonlySet<string>;
};

export type RoomMediaParts = {
  readonly workers: MediaWorkers;
  /** Null: there is no relay. */
  readonly turn: Turn | null;
  readonly log: Logger;
  /** How often staff are told how the class arrives, at most, in milliseconds. */
  readonly qualitiesEvery: number;
  /** Told when it has been closed. */
  readonly closed: () => void;
};

const nobody: ReadonlySet<string> = new Set();

/** A Seat asks for less than ten things to begin with; this many waiting is a client gone wrong. */
const maxWaiting = 60;

/** A Room's media: it owns its Seats' media, its Routers, and the Reconciler that keeps both to the plan. */
export class RoomMedia {
  readonly #workers: MediaWorkers;
  readonly #turn: Turn | null;
  readonly #log: Logger;
  readonly #closed: () => void;
  readonly #seats = new Map<string, SeatMedia>();
  readonly #turns = new Map<string, Turns>();
  readonly #holders = new Holders();
  readonly #routers: RoomRouters;
  readonly #reconciler: Reconciler;
  readonly #speaking: Speaking;
  readonly #qualities: Qualities;
  #facts: MediaFacts | null = null;

  constructor({ workers, turn, log, qualitiesEvery, closed }: RoomMediaParts) {
    this.#workers = workers;
    this.#turn = turn;
    this.#log = log;
    this.#closed = closed;
    this.#qualities = new Qualities(qualitiesEvery, (people) => {
      for (const seat of this.#seats.values())
        if (this.#isStaff(seat)) seat.notify({ type: 'qualities', people });
    });
    const notices = new SpeakingNotices(this.#seats, () => this.#facts?.state ?? null);
    this.#speaking = new Speaking(() => {
      // Whoever speaks may now belong among the few voices that a group receives.
      this.#reconciler.wake();
      notices.tell(this.#speaking.now);
    });
    this.#routers = new RoomRouters((router, volumes) => this.#speaking.heard(router, volumes));
    this.#reconciler = new Reconciler({
      seats: this.#seats,
      routers: this.#routers,
      log,
      plan: () => this.plan(),
    });
  }

  /** To be called after every durable change, before its Events leave: what clients ask next is then allowed. */
  update(facts: MediaFacts): void {
    const before = this.#facts;
    this.#facts = facts;
    const isSame =
      before?.state.people === facts.state.people &&
      before.state.stage === facts.state.stage &&
      before.state.session === facts.state.session &&
      [...(before.silenced ?? nobody)].join() === [...(facts.silenced ?? nobody)].join();
    if (isSame) return;
    // Its transports too, though people stay on the page and read: a tab left open must cost nothing.
    if (this.isOver) for (const seat of this.#seats.values()) seat.reset();
    this.#reconciler.wake();
  }

  seatOpened(identity: SeatIdentity): void {
    this.#seats.get(identity.seatId)?.close();
    this.#seats.set(identity.seatId, new SeatMedia(identity));
    this.#turns.set(identity.seatId, new Turns(maxWaiting));
  }

  seatClosed(seatId: string): void {
    const seat = this.#seats.get(seatId);
    if (!seat) return;
    this.#seats.delete(seatId);
    this.#turns.delete(seatId);
    if (![...this.#seats.values()].some((other) => other.participantId === seat.participantId))
      this.#qualities.forget(seat.participantId);
    this.#holders.release(seat);
    seat.close();
    this.#reconciler.wake();
  }

  /** Never throws: what mediasoup doesn't take is an answer. Requests of one Seat are answered in their order. */
  async request(seatId: string, request: MediaRequest): Promise<MediaAnswer> {
    const seat = this.#seats.get(seatId);
    const turns = this.#turns.get(seatId);
    if (!seat || !turns) return { ok: false, refusal: 'notNow' };
    const answered = turns.take(async (): Promise<MediaAnswer> => {
      // It has left while this waited for its turn.
      if (seat.closed) return { ok: false, refusal: 'notNow' };
      try {
        return await answer(this, seat, request);
      } catch (error) {
        this.#log.info({ err: error, seatId, request: request.type }, 'a media request failed');
        return { ok: false, refusal: seat.worker?.alive === false ? 'notNow' : 'failed' };
      }
    });
    return answered ?? { ok: false, refusal: 'tooFast' };
  }

  /** Closes all of this Room's media. Safe to call twice. */
  close(): void {
    this.#reconciler.close();
    for (const seat of this.#seats.values()) seat.close();
    this.#seats.clear();
    this.#turns.clear();
    this.#speaking.close();
    this.#qualities.close();
    this.#routers.close();
    this.#closed();
  }

  /** The plan as it is now. */
  plan(): Plan {
    const facts = this.#facts;
    if (!facts) return { send: new Map(), receive: new Map() };
    return plan(facts.state, {
      seats: [...this.#seats.values()].map(({ seatId, participantId, mode }) => ({
        seatId,
        participantId,
        mode,
      })),
      deviceSeats: this.#holders.devices,
      screenSeats: this.#holders.screens,
      silenced: facts.silenced ?? nobody,
      voices: this.#speaking.lastHeard,
    });
  }

  get seats(): ReadonlyMap<string, SeatMedia> {
    return this.#seats;
  }

  /** For those who check that nothing is left over. */
  get routers(): RoomRouters {
    return this.#routers;
  }

  /** Resolves when mediasoup is as the plan says. */
  settled(): Promise<void> {
    return this.#reconciler.settled();
  }

  wake(): void {
    this.#reconciler.wake();
  }

  /** The relays that this Seat may use, with credentials that begin to run now. */
  iceServersFor({ seatId }: SeatMedia): IceServer[] {
    return this.#turn ? [iceServer(this.#turn, seatId, Date.now())] : [];
  }

  /** Gives a Seat its transports, on the worker where it belongs. Null when there is no worker. */
  async begin(seat: SeatMedia): Promise<OwnEnd | null> {
    await this.#workers.someAlive();
    // From here to the Seat's place on a worker nothing waits, so that a crowd is spread as it comes.
    const worker = this.#workerFor(seat);
    if (!worker || seat.closed || this.isOver) return null;
    try {
      const receiving = await seat.start(worker, this.#routers);
      if (!this.isOver) return receiving;
      seat.reset();
      return null;
    } finally {
      // Also when it failed: what the Seat had before is gone, and others must not wait for it.
      this.wake();
    }
  }

  /** An Enterprise together, since its group will talk among itself. */
  #workerFor(seat: SeatMedia): MediaWorker | null {
    const enterprise = this.#enterpriseOf(seat.participantId);
    const companion = [...this.#seats.values()].find(
      (other) =>
        enterprise !== null &&
        other !== seat &&
        other.worker?.alive &&
        this.#enterpriseOf(other.participantId) === enterprise,
    );
    return companion?.worker ?? this.#workers.leastLoaded();
  }

  maySend(participantId: string, source: Source): boolean {
    const facts = this.#facts;
    return (
      facts !== null && sendableBy(facts.state, participantId, facts.silenced ?? nobody).includes(source)
    );
  }

  /** Whether another device of the same Participant sends this source. */
  isElsewhere(seat: SeatMedia, source: Source): boolean {
    const holder = this.#seats.get(this.#holders.get(seat.participantId, source) ?? '');
    return holder !== undefined && holder.origin !== seat.origin;
  }

  /** This Seat sends from now on what any other Seat of its Participant sent. */
  take(seat: SeatMedia, source: Source): void {
    this.#holders.take(seat, source);
    const taken: Source[] = source === 'screen' ? ['screen'] : ['microphone', 'camera'];
    for (const other of this.#seats.values()) {
      if (other === seat || other.participantId !== seat.participantId) continue;
      for (const old of taken) other.closeProducer(old, 'takenElsewhere');
    }
  }

  /** A device has measured how the class arrives at it. */
  reported(seat: SeatMedia, measured: Pick<MediaQuality, 'roundTrip' | 'loss' | 'kbit'>): void {
    this.#qualities.set(seat.participantId, { ...measured, mode: seat.mode, layer: seat.largestLayer });
  }

  /** How the class arrives at people's devices, by Participant. */
  get qualities(): ReadonlyMap<string, MediaQuality> {
    return this.#qualities.all;
  }

  /** Nobody is given transports once the class is closed. */
  get isOver(): boolean {
    return this.#facts !== null && isOver(this.#facts.state);
  }

  /** All of it, to one who has just come; to staff only. */
  tellQualities(seat: SeatMedia): void {
    const { all } = this.#qualities;
    if (this.#isStaff(seat) && all.size > 0)
      seat.notify({ type: 'qualities', people: Object.fromEntries(all) });
  }

  /** The worker is gone: its Seats begin anew as soon as they have heard of it. */
  workerDied(worker: MediaWorker): void {
    this.#routers.forget(worker);
    for (const seat of this.#seats.values()) {
      if (seat.worker !== worker) continue;
      seat.reset();
      seat.notify({ type: 'transportsLost' });
    }
    this.#reconciler.wake();
  }

  #isStaff({ participantId }: SeatMedia): boolean {
    const role = this.#facts?.state.people.participants[participantId]?.role;
    return role !== undefined && isStaff(role);
  }

  #enterpriseOf(participantId: string): string | null {
    return this.#facts?.state.people.participants[participantId]?.enterpriseId ?? null;
  }
}

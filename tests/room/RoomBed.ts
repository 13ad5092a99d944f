import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Role } from '#shared/basics.ts';
import { type Command, foldRoom, type RoomView } from '#shared/contract.ts';
import type { EndReason, EventBatch, Names, Reply, Snapshot } from '#shared/socket.ts';
import type { Channel } from '../../server/src/kernel/audience.ts';
import { AliasKeysTable } from '../../server/src/persistence/aliasKeys.ts';
import { openDatabase } from '../../server/src/persistence/database.ts';
import { Erasures } from '../../server/src/persistence/erasures.ts';
import type { Journal } from '../../server/src/persistence/Journal.ts';
import { PostgresJournal } from '../../server/src/persistence/PostgresJournal.ts';
import type { Erasure } from '../../server/src/room/erasure.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { Rooms } from '../../server/src/room/Rooms.ts';
import type { Parts, RoomWire, SeatWire } from '../../server/src/room/wires.ts';
import { SteeredJournal } from './SteeredJournal.ts';

/** What left a Room, and what became durable in between, in order. */
export type Left =
  | { what: 'durable'; seqs: readonly number[] }
  | { what: 'events'; channels: readonly Channel[]; batch: EventBatch }
  | { what: 'signal'; channels: readonly Channel[] }
  | { what: 'snapshot'; seat: string }
  | { what: 'reply'; command: string; reply: Reply }
  | { what: 'ended'; seat: string; reason: EndReason }
  | { what: 'dropped'; seat: string };

type Logged = { level: number; msg: string; err?: { message: string } };

/** A connection that folds what it hears, as a browser does. */
export class FakeSeat implements SeatWire {
  readonly id: string;
  readonly participantId: string;
  view: RoomView | null = null;
  names: Names = {};
  ending: EndReason | 'dropped' | null = null;
  readonly #room: Room;
  readonly #left: Left[];
  #channels: readonly Channel[] = [];

  constructor(room: Room, left: Left[], participantId: string, id: string) {
    this.#room = room;
    this.#left = left;
    this.participantId = participantId;
    this.id = id;
  }

  listen(channels: readonly Channel[]): void {
    this.#channels = channels;
  }

  hears(channels: readonly Channel[]): boolean {
    return channels.some((channel) => this.#channels.includes(channel));
  }

  snapshot(snapshot: Snapshot): void {
    this.#left.push({ what: 'snapshot', seat: this.id });
    // Encoded by the Room's own process, as a socket does it, and so part of what sending costs.
    const { view, names } = JSON.parse(JSON.stringify(snapshot)) as Snapshot;
    this.view = view;
    this.names = names;
  }

  moreNames(names: Names): void {
    this.events({ events: [], names });
  }

  events({ events, names }: EventBatch): void {
    if (this.view) this.view = events.reduce(foldRoom, this.view);
    this.names = { ...this.names, ...names };
  }

  ended(reason: EndReason): void {
    this.#left.push({ what: 'ended', seat: this.id, reason });
    this.ending = reason;
  }

  dropped(): void {
    this.#left.push({ what: 'dropped', seat: this.id });
    this.ending = 'dropped';
  }

  /** Resolves with the Room's reply, when it has one. */
  ask(command: Command, id = randomBytes(9).toString('base64url')): Promise<Reply> {
    return new Promise((resolve) =>
      this.#room.receive(this.id, { id, command }, (reply) => {
        this.#left.push({ what: 'reply', command: id, reply });
        resolve(reply);
      }),
    );
  }
}

/** One process with its Rooms, on the storage of the current test. */
export class Process {
  readonly journal: SteeredJournal;
  /** Names of people by id, as the directory has them. */
  readonly names = new Map<string, string>();
  readonly rooms: Rooms;
  readonly #bed: RoomBed;

  constructor(bed: RoomBed, journal: Journal) {
    this.#bed = bed;
    this.journal = new SteeredJournal(journal, (rows) =>
      bed.left.push({ what: 'durable', seqs: rows.map((row) => row.seq) }),
    );
    this.rooms = new Rooms(
      {
        journal: this.journal,
        aliasKeys: bed.aliasKeys,
        erasure: { erase: (...erasing) => bed.erasure.erase(...erasing) },
        names: async () => [...this.names],
        wire: () => bed.wire,
        world: { now: () => bed.time },
        log: bed.log,
      },
      () => () => {},
    );
  }

  room(id = 'room-1'): Promise<Room> {
    return this.rooms.get(id);
  }

  /** Somebody's connection. It is in once its snapshot has come. */
  enter(room: Room, participantId: string, role: Role, enterpriseId: string | null = null): FakeSeat {
    const seat = new FakeSeat(room, this.#bed.left, participantId, `seat-${randomBytes(6).toString('hex')}`);
    this.#bed.seats.add(seat);
    const refusal = room.enter({ seatId: seat.id, participantId, role, enterpriseId }, seat);
    if (refusal) throw new Error(`${participantId} is not let in: ${refusal}`);
    return seat;
  }

  /** A stop that leaves nothing undone. */
  stop(): Promise<void> {
    return this.rooms.close();
  }

  /** An end without a word. */
  async kill(): Promise<void> {
    this.journal.kill();
    await this.rooms.close();
  }
}

/** A place for Rooms on real storage: what leaves them is recorded, and the clock stands until it is set. */
export class RoomBed {
  readonly left: Left[] = [];
  readonly logged: Logged[] = [];
  readonly log = pino({ level: 'info' }, { write: (line: string) => this.logged.push(JSON.parse(line)) });
  readonly seats = new Set<FakeSeat>();
  time = Date.UTC(2020, 2, 18, 2);
  readonly database;
  readonly aliasKeys: AliasKeysTable;
  /** A test may put one in its place that fails. */
  erasure: Erasure;
  readonly postgres: PostgresJournal;
  readonly #processes: Process[] = [];

  constructor(url: string) {
    const fail = (error: Error) => this.log.error({ err: error }, 'a connection broke');
    this.database = openDatabase(url, fail);
    this.aliasKeys = new AliasKeysTable(this.database);
    this.erasure = new Erasures(this.database);
    this.postgres = new PostgresJournal(url, fail);
  }

  /** A process that begins now. `journal` stands for the storage, where it isn't PostgreSQL as it is. */
  start(journal: Journal = this.postgres): Process {
    const process = new Process(this, journal);
    this.#processes.push(process);
    return process;
  }

  readonly wire: RoomWire = {
    events: (channels, batch) => this.#tell(channels, batch),
    signal: (channels) => this.left.push({ what: 'signal', channels }),
  };

  *#tell(channels: readonly Channel[], batch: EventBatch): Parts {
    this.left.push({ what: 'events', channels, batch });
    for (const seat of this.seats) {
      if (!seat.hears(channels)) continue;
      seat.events(batch);
      yield;
    }
  }

  async close(): Promise<void> {
    for (const process of this.#processes) await process.stop();
    await this.postgres.close();
    await this.database.destroy();
  }
}

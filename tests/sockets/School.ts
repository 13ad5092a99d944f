import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Role } from '#shared/basics.ts';
import type { Joined } from '#shared/http/join.ts';
import { type Config, readConfig } from '../../server/src/config.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { type RunningServer, startServer } from '../../server/src/startServer.ts';
import { createDatabase, type TestDatabase } from '../helpers/database.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';

export const enterprises = ['enterprise-pine', 'enterprise-oak'] as const;

/** As the environment gives them. */
type Settings = Readonly<Record<string, string>>;

/** The product without the demo, on a port and a database of its own, in which tests hold many small classes. */
export class School {
  readonly #database: TestDatabase;
  readonly #dataDir: string;
  readonly #settings: Settings;
  #server: RunningServer;

  private constructor(database: TestDatabase, dataDir: string, settings: Settings, server: RunningServer) {
    this.#database = database;
    this.#dataDir = dataDir;
    this.#settings = settings;
    this.#server = server;
  }

  /** @param settings beside those that every School has. */
  static async open(settings: Settings = {}): Promise<School> {
    const database = await createDatabase();
    const dataDir = await mkdtemp(join(tmpdir(), 'score-school-'));
    const server = await startServer(config(database.url, dataDir, 0, settings), log);
    return new School(database, dataDir, settings, server);
  }

  get url(): string {
    return `http://localhost:${this.#server.port}`;
  }

  get dataDir(): string {
    return this.#dataDir;
  }

  get databaseUrl(): string {
    return this.#database.url;
  }

  get parts(): RunningServer['parts'] {
    return this.#server.parts;
  }

  /** A Session of its own, which nobody has entered yet. */
  async newClass(): Promise<SchoolClass> {
    const sessionId = `session-${randomBytes(8).toString('hex')}`;
    await this.parts.sessions.create(
      {
        id: sessionId,
        title: { zh: '课', en: 'A class' },
        startsAt: Date.now(),
        minutes: 90,
        timeZone: 'Asia/Shanghai',
        enterprises: enterprises.map((id) => ({ id, name: { zh: id, en: id } })),
      },
      [],
    );
    return new SchoolClass(this, sessionId);
  }

  /** Stops the server and starts it again, on the same port and database. @param between is done while none runs. */
  async restart(between: () => Promise<void> = async () => {}): Promise<void> {
    const { port } = this.#server;
    await this.#server.close();
    await between();
    this.#server = await startServer(config(this.#database.url, this.#dataDir, port, this.#settings), log);
  }

  /** Stops the server alone; what is stopped already is not stopped again. */
  stop(): Promise<void> {
    return this.#server.close();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#database.drop();
    await rm(this.#dataDir, { recursive: true, force: true });
  }
}

/** One Session of a School. */
export class SchoolClass {
  readonly sessionId: string;
  readonly #school: School;
  readonly #people: SocketPerson[] = [];

  constructor(school: School, sessionId: string) {
    this.#school = school;
    this.sessionId = sessionId;
  }

  room(): Promise<Room> {
    return this.#school.parts.rooms.get(this.sessionId);
  }

  /** Somebody new with the key of a first device, as joining gives it. Members are of the first Enterprise unless said. */
  async seat(role: Role, name: string = role, enterpriseId: string = enterprises[0]): Promise<Joined> {
    const { identity } = this.#school.parts;
    const { sessionId } = this;
    const person = await identity.addPerson({
      sessionId,
      enterpriseId: role === 'member' ? enterpriseId : null,
      rosterId: null,
      name,
      role,
    });
    if (!person) throw new Error('A person without a roster is always new.');
    const { id: participantId } = person;
    return { sessionId, participantId, secret: await identity.issueSecret(participantId), name, role };
  }

  async enter(role: Role, name?: string, enterpriseId?: string): Promise<SocketPerson> {
    return this.come(await this.seat(role, name, enterpriseId));
  }

  /** One more connection with this key. */
  async come(seat: Joined): Promise<SocketPerson> {
    const person = await SocketPerson.enter(this.#school.url, seat);
    this.#people.push(person);
    return person;
  }

  close(): void {
    for (const person of this.#people) person.close();
  }
}

const log = pino({ level: process.env.LOG_LEVEL ?? 'fatal' });

const config = (databaseUrl: string, dataDir: string, port: number, settings: Settings): Config =>
  readConfig({
    PORT: String(port),
    HOST: '127.0.0.1',
    SCORE_DATA: dataDir,
    DATABASE_URL: databaseUrl,
    MEDIA_PORT: '0',
    MEDIA_WORKERS: '1',
    ANNOUNCED_ADDRESS: '127.0.0.1',
    ...(process.env.MEDIASOUP_WORKER_BIN ? { MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN } : {}),
    ...settings,
  });

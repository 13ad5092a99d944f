import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { Closers } from './Closers.ts';
import type { Config } from './config.ts';
import { makeDataFolder } from './dataFolder.ts';
import { documentRules } from './documentRules.ts';
import { Documents } from './documents/Documents.ts';
import { silenced } from './features/sharedRoom/sharedRoom.ts';
import { buildApp } from './http/app.ts';
import { serveClient } from './http/client.ts';
import { ClipImport } from './http/clips/ClipImport.ts';
import { clipRoutes } from './http/clips/clipRoutes.ts';
import { DeckImport } from './http/decks/DeckImport.ts';
import { deckRoutes } from './http/decks/deckRoutes.ts';
import { healthRoutes } from './http/health.ts';
import { Joining } from './http/join/Joining.ts';
import { joinRoutes } from './http/join/joinRoutes.ts';
import { type Measured, type MetricsServer, serveMetrics } from './http/metrics.ts';
import { SeatCheck } from './http/seats.ts';
import { chatRoutes } from './http/sessions/chatRoutes.ts';
import { materialRoutes } from './http/sessions/materialRoutes.ts';
import { pictureRoutes } from './http/sessions/pictureRoutes.ts';
import { sessionRoutes } from './http/sessions/sessionRoutes.ts';
import { JobQueue } from './jobs/JobQueue.ts';
import { removeLeftovers } from './jobs/jobFolder.ts';
import { MediaServer } from './media/MediaServer.ts';
import { AliasKeysTable } from './persistence/aliasKeys.ts';
import type { Blobs } from './persistence/blobs.ts';
import { Clips } from './persistence/clips.ts';
import { Decks } from './persistence/decks.ts';
import { Erasures } from './persistence/erasures.ts';
import { Identity } from './persistence/identity.ts';
import { openBlobs } from './persistence/openBlobs.ts';
import { openStorage } from './persistence/openStorage.ts';
import { type RemovalCommand, roomsWithRecent } from './persistence/removals.ts';
import { Sessions } from './persistence/sessions.ts';
import { WorksheetUpdates } from './persistence/worksheetUpdates.ts';
import { Rooms } from './room/Rooms.ts';
import { cantListen, startStep } from './startProblem.ts';
import { documentsOnSockets, documentWire } from './transport/documentSocket.ts';
import { mediaOnSockets } from './transport/mediaSocket.ts';
import { attachSockets, createIo, type LetIn, roomWire } from './transport/socket.ts';

/** Everything that runs, from the outside. */
export type RunningServer = {
  readonly port: number;
  /** Null without METRICS_PORT. */
  readonly metricsPort: number | null;
  readonly parts: {
    readonly identity: Identity;
    readonly sessions: Sessions;
    readonly rooms: Rooms;
    readonly deckImport: DeckImport;
    readonly blobs: Blobs;
  };
  /** Stops taking people in, settles what is under way, and closes all in the opposite order of opening. */
  close(): Promise<void>;
};

/** In milliseconds. */
const lookForIdleEvery = 60_000;

/** Builds all parts, gives each what it needs, and begins to listen. Nothing else knows them all. */
export async function startServer(config: Config, log: Logger): Promise<RunningServer> {
  const closers = new Closers();
  try {
    return await startParts(config, log, closers);
  } catch (error) {
    await closers.close().catch((err: unknown) => log.error({ err }, 'what had started was not closed'));
    throw error;
  }
}

/** @param closers is given what is to be closed, as soon as it's open. */
async function startParts(config: Config, log: Logger, closers: Closers): Promise<RunningServer> {
  await startStep(
    () => makeDataFolder(config.dataDir),
    ({ words }) =>
      `The data folder ${config.dataDir} can’t be made or written in (${words}). Name another with SCORE_DATA.`,
  );
  const { db, journal, close: closeStorage } = await openStorage(config, log);
  closers.add(closeStorage);

  const media = await MediaServer.start(config.media, log);
  closers.add(() => media.close());

  const identity = new Identity(db);
  const sessions = new Sessions(db);
  const app = await buildApp(config, log);
  const io = createIo(app.server);
  const documents = new Documents({
    updates: new WorksheetUpdates(db),
    rules: documentRules,
    wire: documentWire(io),
    now: Date.now,
    log,
  });
  const erasures = new Erasures(db);
  const rooms = new Rooms(
    {
      journal,
      aliasKeys: new AliasKeysTable(db),
      erasure: {
        // What somebody typed last may still be on its way to disk, under their id.
        erase: async (room, ...erasing) => {
          await documents.room(room)?.written();
          return erasures.erase(room, ...erasing);
        },
      },
      names: (room) => identity.names(room),
      wire: roomWire(io),
      world: { now: Date.now },
      log,
    },
    (room) => {
      const roomMedia = media.room(room.id);
      const unwatch = room.watch((state) =>
        roomMedia.update({ state, silenced: silenced(state.sharedRoom) }),
      );
      const closeDocuments = documents.open(room);
      const unfollow = [deckImport.follow(room), clipImport.follow(room)];
      return () => {
        unwatch();
        roomMedia.close();
        closeDocuments();
        for (const end of unfollow) end();
      };
    },
  );
  const joining = new Joining(identity, sessions, rooms);
  const seats = new SeatCheck(identity, rooms);
  app.addHook('preValidation', async (request) => {
    request.person = await seats.check(request, request.routeOptions.config.permission ?? 'anyone');
  });

  const decks = new Decks(db);
  const blobs = await openBlobs(config);
  await removeLeftovers();
  const queue = new JobQueue();
  const clipQueue = new JobQueue();
  const removals = (command: RemovalCommand) => roomsWithRecent(db, command);
  const imports = { blobs, rooms, removals, log };
  const clipImport = new ClipImport({ ...imports, clips: new Clips(db), queue: clipQueue });
  const deckImport = new DeckImport({ ...imports, decks, queue, soffice: config.soffice });

  healthRoutes(app, {
    database: async () => (await sql`SELECT 1`.execute(db)).rows.length === 1,
    mediaWorkers: () => media.workersAlive(),
    blobs: () => blobs.isThere(),
  });
  joinRoutes(app, joining, isSecure(config));
  sessionRoutes(app, { sessions, identity, rooms, joining });
  chatRoutes(app, rooms);
  materialRoutes(app, rooms);
  pictureRoutes(app, blobs);
  deckRoutes(app, { decks, blobs, rooms, deckImport });
  clipRoutes(app, { blobs, rooms, clipImport });
  await serveClient(app, config.clientDist ?? join(import.meta.dirname, '../../client/dist'));
  const onSockets = [
    mediaOnSockets((roomId) => media.room(roomId)),
    documentsOnSockets((roomId) => documents.room(roomId)),
  ];
  attachSockets(io, admission(identity, rooms), onSockets, log);

  await startStep(
    () => app.listen({ port: config.port, host: config.host }),
    cantListen({ host: 'HOST', port: 'PORT' }, config),
  );
  closers.add(() => app.close());
  // The connections break rather than end: clients come back to the next start by themselves.
  closers.add(() => io.engine.close());
  closers.add(() => documents.settled());
  closers.add(() => rooms.close());
  const sweep = setInterval(() => void rooms.closeIdle(), lookForIdleEvery);
  closers.add(() => clearInterval(sweep));
  closers.add(() => Promise.all([queue.close(), clipQueue.close()]));
  await deckImport.resume();
  await clipImport.resume();
  const metrics = await startMetrics(config, {
    rooms: () => rooms.open(),
    mediaWorkers: () => media.workerLoads(),
    qualities: () => media.qualities(),
  });
  if (metrics) closers.add(() => metrics.close());
  return {
    port: (app.server.address() as AddressInfo).port,
    metricsPort: metrics?.port ?? null,
    parts: { identity, sessions, rooms, deckImport, blobs },
    close: () => closers.close(),
  };
}

/** Whether browsers come over HTTPS, to this process or to a proxy before it. */
const isSecure = ({ tls, publicUrl }: Config): boolean =>
  tls !== null || (publicUrl?.startsWith('https:') ?? false);

/** Who may come in over a socket, into which Room. */
const admission =
  (identity: Identity, rooms: Rooms): LetIn =>
  async ({ sessionId, participantId, secret }) => {
    const person = await identity.personWithSecret(participantId, secret);
    if (person?.sessionId !== sessionId) return 'linkRevoked';
    const room = await rooms.get(sessionId);
    if (room.state.people.participants[participantId]?.removed) return 'removed';
    room.directory.set(person.id, person.name);
    const { role, enterpriseId, heads } = person;
    return { room, person: { participantId, role, enterpriseId, heads } };
  };

/** Null where nobody asked for figures. */
async function startMetrics({ metrics: at }: Config, measured: Measured): Promise<MetricsServer | null> {
  if (!at) return null;
  return startStep(
    () => serveMetrics(at, measured),
    cantListen({ host: 'METRICS_HOST', port: 'METRICS_PORT' }, at),
  );
}

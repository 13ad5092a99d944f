import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../server/src/config.ts';
import {
  type DemoLinks,
  demoLinks,
  seedDemoClass,
  seedDemoProgramme,
} from '../../server/src/demo/seedDemo.ts';
import { type RunningServer, startServer } from '../../server/src/startServer.ts';
import { createDatabase } from './database.ts';
import { giveDrawnDeck, keepDrawnDeck } from './drawnDeck.ts';

/** The whole product, running in this process on a port and a database of its own, with the demo's class. */
export interface Classroom {
  readonly url: string;
  readonly links: DemoLinks;
  readonly server: RunningServer;
  readonly dataDir: string;
  /** A connection string for `pg`: for what only an administrator does. */
  readonly databaseUrl: string;
  close(): Promise<void>;
}

/** Starts the product as `npm start` does, but quietly and where it is in nobody's way. */
export async function startClassroom(environment: Record<string, string> = {}): Promise<Classroom> {
  const dataDir = await mkdtemp(join(tmpdir(), 'score-class-'));
  const database = await createDatabase();
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    SCORE_DATA: dataDir,
    DATABASE_URL: database.url,
    MEDIA_PORT: '0',
    ...(process.env.MEDIASOUP_WORKER_BIN ? { MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN } : {}),
    ...environment,
  });
  const server = await startServer(config, pino({ level: process.env.LOG_LEVEL ?? 'error' }));
  await seedDemoClass(server.parts);
  if (!(await giveDrawnDeck(server, database.url))) await seedDemoProgramme(server.parts);
  const url = `http://localhost:${server.port}`;
  const links = await demoLinks(dataDir, url, server.parts);
  if (!links) throw new Error('The demo was not made.');
  return {
    url,
    links,
    server,
    dataDir,
    databaseUrl: database.url,
    close: async () => {
      await keepDrawnDeck(server, database.url);
      await server.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1);

import { pino } from 'pino';
import type { Role } from '#shared/basics.ts';
import type { Joined } from '#shared/http/join.ts';
import { readConfig } from '../../server/src/config.ts';
import { demoMaterial } from '../../server/src/demo/demoMaterial.ts';
import { type RunningServer, startServer } from '../../server/src/startServer.ts';
import { answerLoad } from '../helpers/LoadProcess.ts';
import { TurnLengths } from '../room/TurnLengths.ts';

export type ServerRequest =
  | { ask: 'start'; databaseUrl: string; dataDir: string }
  /** People who may come to a Session of their own, in which something is prepared already. */
  | { ask: 'prepare'; sessionId: string; members: number; enterprises: number }
  /** From now on each turn of this process's loop counts. */
  | { ask: 'measure' }
  | { ask: 'result' }
  | { ask: 'stop' };
/** `longest`: the turn of the loop that took the most processor time, in milliseconds. */
export type ServerAnswer = { url?: string; seats?: Joined[]; longest?: number };

/** The product in a process of its own, which measures the turns of its own loop. */
let server: RunningServer | null = null;
let turns: TurnLengths | null = null;

answerLoad(async (request: ServerRequest): Promise<ServerAnswer> => {
  switch (request.ask) {
    case 'start': {
      const config = readConfig({
        PORT: '0',
        HOST: '127.0.0.1',
        SCORE_DATA: request.dataDir,
        DATABASE_URL: request.databaseUrl,
        MEDIA_PORT: '0',
        MEDIA_WORKERS: '1',
        ANNOUNCED_ADDRESS: '127.0.0.1',
        MEDIASOUP_WORKER_BIN: process.env.MEDIASOUP_WORKER_BIN,
      });
      server = await startServer(config, pino({ level: process.env.LOG_LEVEL ?? 'error' }));
      return { url: `http://127.0.0.1:${server.port}` };
    }
    case 'prepare':
      return { seats: await prepare(running(), request) };
    case 'measure':
      turns = new TurnLengths();
      return {};
    case 'result':
      return { longest: (await turns?.end()) ?? Infinity };
    case 'stop':
      await server?.close();
      server = null;
      return {};
  }
});

function running(): RunningServer {
  if (!server) throw new Error('The server was not started.');
  return server;
}

/** @returns their Seats, the trainer's first. */
async function prepare(
  { parts }: RunningServer,
  { sessionId, members, enterprises }: Extract<ServerRequest, { ask: 'prepare' }>,
): Promise<Joined[]> {
  const ids = Array.from({ length: enterprises }, (_, n) => `enterprise-${n}`);
  await parts.sessions.create(
    {
      id: sessionId,
      title: { zh: '一千人', en: 'A thousand' },
      startsAt: Date.now(),
      minutes: 90,
      timeZone: 'Asia/Shanghai',
      enterprises: ids.map((id) => ({ id, name: { zh: id, en: id } })),
    },
    [],
  );
  const room = await parts.rooms.get(sessionId);
  for (const command of demoMaterial()) room.system(command);
  const pages = Array.from({ length: 60 }, () => ({ width: 1600, height: 900 }));
  const title = 'Better meetings in sixty pages';
  room.system({ feature: 'slides', type: 'deckReady', deck: { id: 'deck-of-sixty', title, pages } });

  const seat = async (role: Role, name: string, enterpriseId: string | null): Promise<Joined> => {
    const person = await parts.identity.addPerson({ sessionId, enterpriseId, rosterId: null, name, role });
    if (!person) throw new Error('A person without a roster is always new.');
    const secret = await parts.identity.issueSecret(person.id);
    return { sessionId, participantId: person.id, secret, name, role };
  };
  const member = (n: number) => seat('member', `Member number ${n}`, ids[n % ids.length] ?? null);
  return Promise.all([
    seat('trainer', 'Trainer', null),
    ...Array.from({ length: members }, (_, n) => member(n)),
  ]);
}

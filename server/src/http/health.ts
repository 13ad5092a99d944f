import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** What hasn't answered for as long isn't ready, in milliseconds: who asks would give up soon too. */
const patience = 2000;

/** What must answer before people are sent here. */
export type Readiness = {
  database(): Promise<boolean>;
  mediaWorkers(): number;
  blobs(): Promise<boolean>;
};

/** `/healthz`: the process is alive. `/readyz`: it can carry a class, said within 2 s. Neither asks who wants to know. */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  // Never too often: who watches it would take a flood of others' requests for its end, and make it so.
  app.get('/healthz', { config: { permission: 'anyone', rateLimit: false } }, async () => ({ ok: true }));
  app.get('/readyz', { config: { permission: 'anyone' } }, async (_request, reply) => {
    const [database, blobs] = await Promise.all([inTime(readiness.database()), inTime(readiness.blobs())]);
    const mediaWorkers = readiness.mediaWorkers();
    const ok = database && blobs && mediaWorkers > 0;
    return reply.code(ok ? 200 : 503).send({ ok, database, blobs, mediaWorkers });
  });
}

function inTime(answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer.catch(() => false), wait(patience, false, { ref: false })]);
}

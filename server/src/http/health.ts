import type { FastifyInstance } from 'fastify';

/** What must answer before people are sent here. */
export type Readiness = {
  database(): Promise<boolean>;
  mediaWorkers(): number;
  blobs(): Promise<boolean>;
};

/** `/healthz`: the process is alive. `/readyz`: it can carry a class. Neither asks who wants to know. */
export function healthRoutes(app: FastifyInstance, readiness: Readiness): void {
  app.get('/healthz', { config: { permission: 'anyone' } }, async () => ({ ok: true }));
  app.get('/readyz', { config: { permission: 'anyone' } }, async (_request, reply) => {
    const [database, blobs] = await Promise.all([
      readiness.database().catch(() => false),
      readiness.blobs().catch(() => false),
    ]);
    const mediaWorkers = readiness.mediaWorkers();
    const ok = database && blobs && mediaWorkers > 0;
    return reply.code(ok ? 200 : 503).send({ ok, database, blobs, mediaWorkers });
  });
}

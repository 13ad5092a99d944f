import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * What the worker that blurs a background may do: run WebAssembly, load its own files, and nothing else. A worker has
 * the policy that its script came with, so that no page may run any.
 */
const workerPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Serves the built client: hashed files for good, its one page for every address that is the client's own. */
export async function serveClient(app: FastifyInstance, dist: string): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) {
    app.log.warn({ dist }, 'the client is not built; only the API is served');
    return;
  }
  await app.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      const hashed = relative(dist, path).startsWith('assets/');
      reply.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (/\/assets\/blurWorker-[\w-]+\.js(\.br)?$/.test(path))
        reply.header('Content-Security-Policy', workerPolicy);
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/^\/(api|socket\.io|assets)\//.test(request.url);
    if (isPage) return reply.sendFile('index.html');
    return reply.code(404).send({ error: 'notFound' });
  });
}

import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import type { Config } from '../config.ts';
import { HttpProblem } from './problem.ts';
import { readTls } from './tls.ts';

/**
 * A whole factory, and a whole class behind one proxy, come from one address; this only stops a
 * script, which asks much more often than 120 phones that all enter at once.
 */
const requestsPerMinute = 6_000;

/**
 * A request that has not come whole by then is given up, in milliseconds: the largest video over 1 Mbit/s takes half of
 * it. Without a limit, whoever sends half a request keeps its connection for good.
 */
const longestRequest = 60 * 60_000;

/** Fastify with what every route shares: security headers, limits, schemas, and one form of error. */
export async function buildApp(config: Config, log: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    requestTimeout: longestRequest,
    trustProxy: 'loopback',
    ...(config.tls ? { https: await readTls(config.tls) } : {}),
  }) as unknown as FastifyInstance;

  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof HttpProblem) return reply.code(error.status).send({ error: error.code });
    if (hasZodFastifySchemaValidationErrors(error)) return reply.code(400).send({ error: 'badRequest' });
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a request failed');
    return reply
      .code(status)
      .send({ error: status === 429 ? 'tooFast' : status < 500 ? 'badRequest' : 'failed' });
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // React Aria sets inline styles; scripts stay strict.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    hsts: config.tls !== null,
  });
  await app.register(cookie);
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: 60_000 });
  app.addHook('onRoute', (route) => {
    const ours = route.url.startsWith('/api/') || route.url.endsWith('z');
    if (ours && !route.config?.permission)
      throw new Error(`${route.method} ${route.url} says not who may ask it.`);
  });
  app.decorateRequest('person', null);
  await app.register(multipart, { limits: { files: 1, fields: 4 } });
  return app;
}

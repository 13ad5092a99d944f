import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { AskForDevice, DeviceAsked, Join, Joined, LinkInfo, OpenLink } from '#shared/http/join.ts';
import { cookieName } from '../seats.ts';
import type { Joining } from './Joining.ts';

/** A device stays who it is for as long as a programme lasts, in seconds. */
const cookieLifetime = 180 * 24 * 3600;

/** Links and joining: all that somebody without a seat may ask. */
export function joinRoutes(app: FastifyInstance, joining: Joining, secure: boolean): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.post(
    '/api/links/open',
    { config: { permission: 'anyone' }, schema: { body: OpenLink, response: { 200: LinkInfo } } },
    (request) => joining.open(request.body.token),
  );

  routes.post(
    '/api/join',
    { config: { permission: 'anyone' }, schema: { body: Join, response: { 200: Joined } } },
    async (request, reply) => {
      const joined = await joining.join(request.body);
      reply.setCookie(cookieName(joined.participantId), joined.secret, {
        path: `/api/sessions/${joined.sessionId}`,
        httpOnly: true,
        sameSite: 'strict',
        secure,
        maxAge: cookieLifetime,
      });
      return joined;
    },
  );

  routes.post(
    '/api/join/ask',
    { config: { permission: 'anyone' }, schema: { body: AskForDevice, response: { 200: DeviceAsked } } },
    (request) => joining.ask(request.body.token, request.body.rosterId),
  );
}

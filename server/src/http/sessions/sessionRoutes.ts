import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DeviceCode, ScreenNames } from '#shared/http/join.ts';
import { Rename, SessionInfo } from '#shared/http/session.ts';
import { Id } from '#shared/schemas/basics.ts';
import type { Identity } from '../../persistence/identity.ts';
import type { Sessions } from '../../persistence/sessions.ts';
import type { Rooms } from '../../room/Rooms.ts';
import type { Joining } from '../join/Joining.ts';
import { HttpProblem } from '../problem.ts';

type Parts = { sessions: Sessions; identity: Identity; rooms: Rooms; joining: Joining };

/** A Session and its people, beside what the socket carries. */
export function sessionRoutes(app: FastifyInstance, { sessions, identity, rooms, joining }: Parts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const Params = z.object({ sessionId: Id });

  routes.get(
    '/api/sessions/:sessionId',
    { config: { permission: 'seat' }, schema: { params: Params, response: { 200: SessionInfo } } },
    async (request) => {
      const session = await sessions.get(request.params.sessionId);
      if (!session) throw new HttpProblem(404, 'notFound');
      return { ...session, enterprises: [...session.enterprises] };
    },
  );

  routes.post(
    '/api/sessions/:sessionId/device-code',
    { config: { permission: 'seat' }, schema: { params: Params, response: { 200: DeviceCode } } },
    async (request) => {
      if (!request.person) throw new HttpProblem(401, 'notJoined');
      return joining.makeCode(request.person.id);
    },
  );

  routes.get(
    '/api/sessions/:sessionId/people/:participantId/names',
    {
      config: { permission: 'staff' },
      schema: { params: Params.extend({ participantId: Id }), response: { 200: ScreenNames } },
    },
    async (request) => {
      const { sessionId, participantId } = request.params;
      const person = await identity.person(participantId);
      if (person?.sessionId !== sessionId) throw new HttpProblem(404, 'notFound');
      return { names: await identity.screenNames(participantId) };
    },
  );

  routes.patch(
    '/api/sessions/:sessionId/people/:participantId',
    {
      config: { permission: 'staff' },
      schema: { params: Params.extend({ participantId: Id }), body: Rename, response: { 200: Rename } },
    },
    async (request) => {
      const { sessionId, participantId } = request.params;
      const person = await identity.person(participantId);
      if (person?.sessionId !== sessionId) throw new HttpProblem(404, 'notFound');
      const { name } = request.body;
      await identity.rename(participantId, name);
      (await rooms.get(sessionId)).rename(participantId, name);
      return { name };
    },
  );
}

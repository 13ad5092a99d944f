import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ChatPage, EarlierMessages } from '#shared/http/chat.ts';
import { Id } from '#shared/schemas/basics.ts';
import { earlierMessages } from '../../room/chatHistory.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { HttpProblem } from '../problem.ts';

/** Chat messages older than those that a View holds. */
export function chatRoutes(app: FastifyInstance, rooms: Rooms): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/sessions/:sessionId/chat',
    {
      config: { permission: 'seat' },
      schema: {
        params: z.object({ sessionId: Id }),
        querystring: EarlierMessages,
        response: { 200: ChatPage },
      },
    },
    async (request) => {
      const room = await rooms.get(request.params.sessionId);
      const page = request.person && earlierMessages(room, request.person.id, request.query.before);
      if (!page) throw new HttpProblem(404, 'notFound');
      return page;
    },
  );
}

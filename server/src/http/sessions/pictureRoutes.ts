import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id } from '#shared/schemas/basics.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import { HttpProblem } from '../problem.ts';

export const pictureKey = (sessionId: string, name: string): string => `pictures/${sessionId}/${name}`;

/** Pictures of a Session, such as a case study's photos, for its Participants. */
export function pictureRoutes(app: FastifyInstance, blobs: Blobs): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/sessions/:sessionId/pictures/:name',
    {
      config: { permission: 'seat' },
      schema: { params: z.object({ sessionId: Id, name: z.string().regex(/^[A-Za-z0-9_-]{1,60}\.webp$/) }) },
    },
    async (request, reply) => {
      const picture = await blobs.get(pictureKey(request.params.sessionId, request.params.name));
      if (!picture) throw new HttpProblem(404, 'notFound');
      return reply
        .header('cache-control', 'private, max-age=3600')
        .header('content-length', picture.size)
        .type('image/webp')
        .send(picture.stream());
    },
  );
}

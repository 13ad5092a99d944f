import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isStaff } from '#shared/basics.ts';
import { type Rendition, renditions } from '#shared/clips.ts';
import { Id } from '#shared/schemas/basics.ts';
import { defaultClipLimits } from '../../jobs/clips/clipLimits.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { HttpProblem } from '../problem.ts';
import { keepForever } from '../uploads/keepForever.ts';
import { uploadRoute } from '../uploads/uploadRoute.ts';
import { byteRangeOf } from './byteRange.ts';
import { type ClipImport, renditionKey } from './ClipImport.ts';

type Parts = { blobs: Blobs; rooms: Rooms; clipImport: ClipImport };

const types: Record<Rendition, string> = {
  'standard.mp4': 'video/mp4',
  'light.mp4': 'video/mp4',
  'sound.m4a': 'audio/mp4',
  'still.webp': 'image/webp',
};

/** Videos: uploading them, and any part of what was made of them. */
export function clipRoutes(app: FastifyInstance, { blobs, rooms, clipImport }: Parts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  uploadRoute(app, {
    path: 'clips',
    fileBytes: defaultClipLimits.fileBytes,
    ending: /\.[a-z0-9]{2,4}$/i,
    nameless: 'video',
    receive: (sessionId, upload) => clipImport.receive(sessionId, upload),
  });

  routes.get(
    '/api/sessions/:sessionId/clips/:clipId/:rendition',
    {
      config: { permission: 'seat' },
      schema: { params: z.object({ sessionId: Id, clipId: Id, rendition: z.enum(renditions) }) },
    },
    async (request, reply) => {
      const { sessionId, clipId, rendition } = request.params;
      const { state } = await rooms.get(sessionId);
      const mayRead = state.clips.shown?.clipId === clipId || isStaff(request.person?.role ?? 'observer');
      const known = state.clips.clips.some(({ id }) => id === clipId);
      const file = mayRead && known ? await blobs.get(renditionKey(clipId, rendition)) : null;
      if (!file) throw new HttpProblem(404, 'notFound');
      const etag = `"${clipId}-${rendition}"`;
      reply
        .header('cache-control', keepForever)
        .header('accept-ranges', 'bytes')
        .header('etag', etag)
        .type(types[rendition]);
      const { range: asked, 'if-range': condition } = request.headers;
      // Whoever has another edition in part needs this one whole.
      const stillTheSame = condition === undefined || condition === etag;
      const range = byteRangeOf(stillTheSame ? asked : undefined, file.size);
      if (range === 'unsatisfiable')
        return reply
          .code(416)
          .header('cache-control', 'no-store')
          .header('content-range', `bytes */${file.size}`)
          .type('application/json')
          .send({ error: 'badRequest' });
      if (range === null) return reply.header('content-length', file.size).send(file.stream());
      return reply
        .code(206)
        .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
        .header('content-length', range.end - range.start + 1)
        .send(file.stream(range));
    },
  );
}

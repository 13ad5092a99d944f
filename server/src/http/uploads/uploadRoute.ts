import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Id, tidyLine } from '#shared/schemas/basics.ts';
import { HttpProblem } from '../problem.ts';
import type { Upload } from './receiveUpload.ts';

type UploadRoute = {
  /** Under the Session's address. */
  readonly path: string;
  /** The largest file, in bytes. */
  readonly fileBytes: number;
  /** What a file's name ends with, and its title does not. */
  readonly ending: RegExp;
  /** The title of a file without a name. */
  readonly nameless: string;
  readonly receive: (sessionId: string, upload: Upload) => Promise<object | { problem: string }>;
};

/** The route by which staff bring a file into a Session. It answers 202 once the file is kept, 422 when it can't be. */
export function uploadRoute(app: FastifyInstance, route: UploadRoute): void {
  const { path, fileBytes, ending, nameless, receive } = route;
  app
    .withTypeProvider<ZodTypeProvider>()
    .post(
      `/api/sessions/:sessionId/${path}`,
      { config: { permission: 'staff' }, schema: { params: z.object({ sessionId: Id }) } },
      async (request, reply) => {
        const part = await request.file({ limits: { fileSize: fileBytes } });
        if (!part) throw new HttpProblem(400, 'badRequest');
        const title =
          tidyLine(
            tidyLine(part.filename ?? '')
              .replace(ending, '')
              .slice(0, 120),
          ) || nameless;
        const isCutOff = () => part.file.truncated;
        const received = await receive(request.params.sessionId, { title, content: part.file, isCutOff });
        if ('problem' in received) throw new HttpProblem(422, received.problem);
        return reply.code(202).send(received);
      },
    );
}

import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { CaseStudy } from '#shared/commands/cases.ts';
import { WorksheetTemplate } from '#shared/commands/worksheets.ts';
import { Id } from '#shared/schemas/basics.ts';
import { caseFor, formFor } from '../../room/materials.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { HttpProblem } from '../problem.ts';

/** What a View only names, since it is too large for a snapshot: case studies, and the forms of Worksheets. */
export function materialRoutes(app: FastifyInstance, rooms: Rooms): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();

  routes.get(
    '/api/sessions/:sessionId/cases/:caseId',
    {
      config: { permission: 'seat' },
      schema: { params: z.object({ sessionId: Id, caseId: Id }), response: { 200: CaseStudy } },
    },
    async (request) => {
      const { sessionId, caseId } = request.params;
      const study = request.person && caseFor(await rooms.get(sessionId), request.person.id, caseId);
      if (!study) throw new HttpProblem(404, 'notFound');
      return study;
    },
  );

  routes.get(
    '/api/sessions/:sessionId/worksheets/:docId/form',
    {
      config: { permission: 'seat' },
      schema: { params: z.object({ sessionId: Id, docId: Id }), response: { 200: WorksheetTemplate } },
    },
    async (request) => {
      const { sessionId, docId } = request.params;
      const form = request.person && formFor(await rooms.get(sessionId), request.person.id, docId);
      if (!form) throw new HttpProblem(404, 'notFound');
      return form;
    },
  );
}

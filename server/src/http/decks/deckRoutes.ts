import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { isStaff } from '#shared/basics.ts';
import { maxPages } from '#shared/features/slides.ts';
import { Id } from '#shared/schemas/basics.ts';
import { defaultDeckLimits } from '../../jobs/deckLimits.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Decks } from '../../persistence/decks.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { HttpProblem } from '../problem.ts';
import { keepForever } from '../uploads/keepForever.ts';
import { uploadRoute } from '../uploads/uploadRoute.ts';
import { type DeckImport, pageKey } from './DeckImport.ts';

type Parts = { decks: Decks; blobs: Blobs; rooms: Rooms; deckImport: DeckImport };

const Page = z.coerce
  .number()
  .int()
  .min(0)
  .max(maxPages - 1);

/** Decks: uploading them, their pictures, and the notes that only staff read. */
export function deckRoutes(app: FastifyInstance, { decks, blobs, rooms, deckImport }: Parts): void {
  const routes = app.withTypeProvider<ZodTypeProvider>();
  const OfDeck = z.object({ sessionId: Id, deckId: Id });

  uploadRoute(app, {
    path: 'decks',
    fileBytes: defaultDeckLimits.fileBytes,
    ending: /\.(pptx|pdf)$/i,
    nameless: 'deck',
    receive: (sessionId, upload) => deckImport.receive(sessionId, upload),
  });

  routes.get(
    '/api/sessions/:sessionId/decks/:deckId/:page/:width.webp',
    {
      config: { permission: 'seat' },
      schema: { params: OfDeck.extend({ page: Page, width: z.enum(['1600', '800']) }) },
    },
    async (request, reply) => {
      const { sessionId, deckId, page, width } = request.params;
      const { state } = await rooms.get(sessionId);
      // Members see the deck that is shown, and may fetch its next page before it is.
      const mayRead = state.slides.shown?.deckId === deckId || isStaff(request.person?.role ?? 'observer');
      const known = state.slides.decks.some((deck) => deck.id === deckId);
      const name = `${String(page + 1).padStart(3, '0')}-${width}.webp`;
      const picture = mayRead && known ? await blobs.get(pageKey(deckId, name)) : null;
      if (!picture) throw new HttpProblem(404, 'notFound');
      return reply
        .header('cache-control', keepForever)
        .header('content-length', picture.size)
        .type('image/webp')
        .send(picture.stream());
    },
  );

  routes.get(
    '/api/sessions/:sessionId/decks/:deckId/notes',
    {
      config: { permission: 'staff' },
      schema: {
        params: OfDeck,
        response: { 200: z.object({ notes: z.array(z.string().nullable()) }) },
      },
    },
    async (request) => {
      const deck = await decks.get(request.params.deckId);
      if (deck?.sessionId !== request.params.sessionId || deck.status.at === 'removed')
        throw new HttpProblem(404, 'notFound');
      return { notes: deck.pages.map((page) => page.notes ?? null) };
    },
  );
}

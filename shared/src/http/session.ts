import { z } from 'zod';
import { Bilingual, Id } from '../schemas/basics.ts';
import { PersonName } from './join.ts';

/** What does not change while a Session runs: asked for once by every client. */
export const SessionInfo = z.object({
  id: Id,
  title: Bilingual,
  startsAt: z.number(),
  minutes: z.number(),
  timeZone: z.string(),
  enterprises: z.array(z.object({ id: Id, name: Bilingual })),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

export const Rename = z.strictObject({ name: PersonName });

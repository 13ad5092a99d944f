import { z } from 'zod';
import { maxName, roles } from '../basics.ts';
import { maxHeads } from '../features/people.ts';
import { Bilingual, Id, tidyLine } from '../schemas/basics.ts';

/** The secret part of a link: `/j/<token>`. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** A person's name as they or the roster write it: something in it can be seen. */
export const PersonName = z
  .string()
  .overwrite(tidyLine)
  .max(maxName)
  .regex(/[\p{L}\p{N}\p{P}\p{S}]/u);

export const OpenLink = z.strictObject({ token: LinkToken });

/** What a link opens, before anybody has said who they are. */
export const LinkInfo = z.object({
  kind: z.enum(['enterprise', 'trainer', 'moderator', 'observer']),
  session: z.object({ id: Id, title: Bilingual, startsAt: z.number(), timeZone: z.string() }),
  enterprise: z.object({ id: Id, name: Bilingual }).nullable(),
  /** Whose personal link it is. */
  person: z.string().nullable(),
  roster: z.array(z.object({ id: Id, name: z.string(), duty: z.string(), taken: z.boolean() })),
});
export type LinkInfo = z.infer<typeof LinkInfo>;

/** A screen that several share; its name, how many sit before it, and who, as far as they say. */
const SharedScreen = z
  .strictObject({
    by: z.literal('screen'),
    name: PersonName,
    heads: z.int().min(1).max(maxHeads),
    rosterIds: z.array(Id).max(maxHeads),
    names: z.array(PersonName).max(maxHeads),
  })
  .refine(
    ({ heads, rosterIds, names }) => rosterIds.length + names.length <= heads,
    'More names than heads.',
  );

/** Who are you? A name from the roster, a typed one, or nobody else than the link says. */
export const Join = z.strictObject({
  token: LinkToken,
  who: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('roster'), rosterId: Id }),
    z.strictObject({ by: z.literal('name'), name: PersonName }),
    SharedScreen,
    z.strictObject({ by: z.literal('link') }),
    /** A name that is taken: the code that its first device shows. */
    z.strictObject({ by: z.literal('code'), rosterId: Id, code: z.string().regex(/^\d{6}$/) }),
    /** A name that is taken: what a member of the staff was asked and has allowed. */
    z.strictObject({ by: z.literal('ask'), askId: Id }),
  ]),
});
export type Join = z.infer<typeof Join>;

/** A device's key to its Participant. Whoever has it is that person. */
export const Joined = z.object({
  sessionId: Id,
  participantId: Id,
  secret: z.string(),
  name: z.string(),
  role: z.enum(roles),
});
export type Joined = z.infer<typeof Joined>;

/** Ask the staff to let this device be the person whose name is taken. */
export const AskForDevice = z.strictObject({ token: LinkToken, rosterId: Id });
export const DeviceAsked = z.object({ askId: Id });

/** Who sits before a shared screen, as far as it was said when it joined. */
export const ScreenNames = z.object({ names: z.array(z.string()) });
export type ScreenNames = z.infer<typeof ScreenNames>;

/** A code that lets one more device be the person who asks for it. */
export const DeviceCode = z.object({ code: z.string(), expiresAt: z.number() });

/** Every expected no of joining; a page says each in its own sentence. */
export const joinProblems = [
  'linkUnknown',
  'linkExpired',
  'linkRevoked',
  'badRequest',
  'nameTaken',
  'codeWrong',
  'waiting',
  'denied',
  'removed',
  'classOver',
  'tooMany',
] as const;
export type JoinProblem = (typeof joinProblems)[number];

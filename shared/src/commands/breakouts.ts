import { z } from 'zod';
import { maxBrief, maxMessage, mixedGroups } from '../features/breakouts.ts';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('breakouts');

/** How the class is divided: by Enterprise, mixed, or as in the round before. */
const Preparation = z.discriminatedUnion('by', [
  z.strictObject({ feature, type: z.literal('prepare'), by: z.literal('enterprise') }),
  z.strictObject({
    feature,
    type: z.literal('prepare'),
    by: z.literal('mixed'),
    groupCount: z.int().min(mixedGroups.min).max(mixedGroups.max),
  }),
  z.strictObject({ feature, type: z.literal('prepare'), by: z.literal('last') }),
]);

/** Group work: one round at a time, prepared, then opened. */
export const BreakoutsCommand = z.discriminatedUnion('type', [
  Preparation,
  /** Null leaves a member out of all groups, in the plenary. */
  z.strictObject({ feature, type: z.literal('move'), participantId: Id, groupId: Id.nullable() }),
  /** Everybody goes to their group; staff stay. */
  z.strictObject({
    feature,
    type: z.literal('open'),
    /** Null: until staff close it. */
    minutes: z.int().min(1).max(120).nullable(),
    worksheetId: Id.nullable(),
    brief: z.string().trim().max(maxBrief),
  }),
  z.strictObject({ feature, type: z.literal('extend'), minutes: z.int().min(-30).max(60) }),
  /** To all groups. */
  z.strictObject({ feature, type: z.literal('message'), text: z.string().trim().min(1).max(maxMessage) }),
  /** Staff enter a group, or go back to the plenary. */
  z.strictObject({ feature, type: z.literal('hop'), groupId: Id.nullable() }),
  /** Brings everybody back; a round that is only prepared is dropped. */
  z.strictObject({ feature, type: z.literal('close') }),
  /** For one's group. */
  z.strictObject({ feature, type: z.literal('callHelp') }),
  z.strictObject({ feature, type: z.literal('answerHelp'), groupId: Id }),
]);
export type BreakoutsCommand = z.infer<typeof BreakoutsCommand>;

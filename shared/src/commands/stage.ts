import { z } from 'zod';
import { Id } from '../schemas/basics.ts';

const feature = z.literal('stage');

/** Whose microphone, camera and screen are on, and who is invited up beside staff. */
export const StageCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('setMicrophone'), on: z.boolean() }),
  z.strictObject({ feature, type: z.literal('setCamera'), on: z.boolean() }),
  /** One screen at a time: staff take it over from whoever shares; a member waits. */
  z.strictObject({ feature, type: z.literal('shareScreen'), on: z.boolean() }),
  z.strictObject({ feature, type: z.literal('invite'), participantId: Id }),
  z.strictObject({ feature, type: z.literal('answerInvite'), accept: z.boolean() }),
  /** Ends somebody's time on the stage, or takes an unanswered invitation back. */
  z.strictObject({ feature, type: z.literal('takeDown'), participantId: Id }),
  z.strictObject({ feature, type: z.literal('stepDown') }),
  z.strictObject({ feature, type: z.literal('mute'), participantId: Id }),
  /** Every microphone in the Space of whoever asks, but those of staff. */
  z.strictObject({ feature, type: z.literal('muteAll') }),
]);
export type StageCommand = z.infer<typeof StageCommand>;

import { z } from 'zod';

const feature = z.literal('sharedRoom');

/** "We sit in one room": of an Enterprise's devices in one room only one sounds, so that nothing howls. */
export const SharedRoomCommand = z.discriminatedUnion('type', [
  /** I sit with my Enterprise; `sounding` takes the sound to my device. */
  z.strictObject({ feature, type: z.literal('sit'), sounding: z.boolean() }),
  z.strictObject({ feature, type: z.literal('sitAlone') }),
]);
export type SharedRoomCommand = z.infer<typeof SharedRoomCommand>;

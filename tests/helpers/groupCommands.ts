import type { Command } from '#shared/contract.ts';

/** A group for each Enterprise, in the three steps of a trainer. */
export const prepare: Command = { feature: 'breakouts', type: 'prepare', by: 'enterprise' };
export const open: Command = {
  feature: 'breakouts',
  type: 'open',
  minutes: null,
  worksheetId: null,
  brief: 'Plan it.',
};
export const close: Command = { feature: 'breakouts', type: 'close' };

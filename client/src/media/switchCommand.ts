import type { Command } from '#shared/contract.ts';
import type { Source } from '#shared/media.ts';

/** The Command that switches one's own source on or off. */
export function switchCommand(source: Source, on: boolean): Command {
  const types = { microphone: 'setMicrophone', camera: 'setCamera', screen: 'shareScreen' } as const;
  return { feature: 'stage', type: types[source], on };
}

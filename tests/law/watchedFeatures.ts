import type { Command, FeatureName, SystemCommand } from '#shared/contract.ts';
import type { Audience } from '../../server/src/kernel/audience.ts';
import type { Told } from '../../server/src/kernel/feature.ts';
import type * as Features from '../../server/src/room/features.ts';

/** A Command that a feature accepted, those that followed from another one included. */
export type Handled = { readonly type: string; readonly tells: readonly string[] };

/** What the features did last, and which `tell` they are to forget. */
export const watch: { handled: Handled[]; forgotten: string | null } = { handled: [], forgotten: null };

export const typeOf = (command: Command | SystemCommand): string => `${command.feature}.${command.type}`;

/** The Room's features, watched; a test file puts them in place of the real ones with `vi.mock`. */
export function watched(real: typeof Features): typeof Features {
  return {
    ...real,
    handle(state, command, ctx) {
      const outcome = real.handle(state, command, ctx);
      if ('refuse' in outcome) return outcome;
      const type = typeOf(command);
      const tells = outcome.tell.map((told) => nameOf(type, told));
      watch.handled.push({ type, tells });
      if (watch.forgotten === null || !tells.includes(watch.forgotten)) return outcome;
      return { ...outcome, tell: outcome.tell.filter((_, i) => tells[i] !== watch.forgotten) };
    },
  };
}

/** Such as `people.step tells staff personChanged`: the place in the code, whoever and whatever it is about. */
function nameOf(type: string, told: Told<FeatureName>): string {
  const what = 'latest' in told ? `the latest ${/^[A-Za-z]*/.exec(told.latest)?.[0]}` : told.event.type;
  return `${type} tells ${audienceName(told.to)} ${what}`;
}

function audienceName(to: Audience): string {
  if (typeof to === 'string') return to;
  if ('space' in to) return 'a Space';
  if ('people' in to) return 'several people';
  return 'enterprise' in to ? 'an Enterprise' : 'one person';
}

import { Command } from '#shared/commands/command.ts';
import type { FeatureName, SystemCommand } from '#shared/contract.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';
import type { Draw } from './Draw.ts';
import type { FakeClass, Step } from './FakeClass.ts';
import { generators } from './generators/index.ts';

type AnyGenerator = (draw: Draw, room: FakeClass, actor: Actor | null) => Record<string, unknown> | null;
export type Deal = Pick<Step, 'by' | 'command'>;

/** One Command type, and how it's drawn; `generate` is null where only the Room itself asks for it. */
export type Card = {
  readonly feature: FeatureName;
  readonly type: string;
  readonly name: string;
  readonly isSystem: boolean;
  readonly generate: AnyGenerator | null;
};

/** Every Command type there is. */
export const cards: readonly Card[] = Object.entries(generators).flatMap(
  ([feature, { commands, system }]) => {
    const card = (isSystem: boolean, [type, generate]: [string, unknown]): Card => ({
      feature: feature as FeatureName,
      type,
      name: `${feature}.${type}`,
      isSystem,
      generate: generate === 'byItself' ? null : (generate as AnyGenerator),
    });
    return [
      ...Object.entries(commands).map((entry) => card(false, entry)),
      ...Object.entries(system).map((entry) => card(true, entry)),
    ];
  },
);

/** Ids that a hostile or a late client may send: of nothing, and of what every object has. */
const strangeIds = ['nobody-here', '__proto__', 'constructor', 'toString'];

/** This Command as the actor could send it now, or as the system could where that is null; null when there is none. */
export function deal(card: Card, actor: Actor | null, draw: Draw, room: FakeClass): Deal | null {
  const rest = card.generate?.(draw, room, actor);
  if (!rest) return null;
  const said = { feature: card.feature, type: card.type, ...rest };
  return actor ? asked(actor, said, draw) : { by: 'system', command: said as unknown as SystemCommand };
}

/** What a client says, as the Room understands it; sometimes with an id that makes no sense. */
function asked(actor: Actor, said: Record<string, unknown>, draw: Draw): Deal | null {
  const idKey = draw.chance(3) ? draw.one(Object.keys(said).filter((key) => key.endsWith('Id'))) : undefined;
  const parsed = Command.safeParse(idKey ? { ...said, [idKey]: draw.one(strangeIds) } : said);
  if (parsed.success) return { by: actor.id, command: parsed.data };
  if (idKey) return null;
  throw new Error(`A generator made a malformed Command: ${JSON.stringify(said)} ${parsed.error.message}`);
}

import { Command, type FeatureName, type SystemCommand } from '#shared/contract.ts';
import { permissionOf } from '#shared/permissions.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';
import type { Draw } from './Draw.ts';
import type { FakeClass } from './FakeClass.ts';
import { generators } from './generators/index.ts';

type AnyGenerator = (draw: Draw, room: FakeClass, actor?: Actor) => Record<string, unknown> | null;
type Deal = { readonly by: string; readonly command: Command | SystemCommand };

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

/** A Command of this type that someone present, or the system, could send now; null when there is none. */
export function deal(card: Card, draw: Draw, room: FakeClass): Deal | null {
  const { feature, type, generate } = card;
  if (!generate) return null;
  if (card.isSystem) {
    const rest = generate(draw, room);
    return rest && { by: 'system', command: { feature, type, ...rest } as unknown as SystemCommand };
  }
  const actor = drawActor(card, draw, room);
  const rest = actor && generate(draw, room, actor);
  if (!actor || !rest) return null;
  const isStrange = draw.chance(4);
  const parsed = Command.safeParse({ feature, type, ...(isStrange ? withStrangeId(rest, draw) : rest) });
  if (parsed.success) return { by: actor.id, command: parsed.data };
  if (isStrange) return null;
  throw new Error(`The generator of ${card.name} made a malformed Command: ${parsed.error.message}`);
}

/** Mostly someone who may, sometimes someone who may not. */
function drawActor(card: Card, draw: Draw, room: FakeClass): Actor | null {
  const actors = room.present().flatMap((id) => room.actorFor(id) ?? []);
  const command = { feature: card.feature, type: card.type } as Command;
  const allowed = actors.filter((a) => a.role !== 'system' && permissionOf(command, a.role) !== false);
  return draw.one(draw.chance(95) ? allowed : actors) ?? null;
}

function withStrangeId(rest: Record<string, unknown>, draw: Draw): Record<string, unknown> {
  const key = draw.one(Object.keys(rest).filter((k) => k.endsWith('Id')));
  return key ? { ...rest, [key]: draw.one(strangeIds) } : rest;
}

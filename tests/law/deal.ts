import { Command, type FeatureName, type SystemCommand } from '#shared/contract.ts';
import { permissionOf } from '#shared/permissions.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';
import type { Draw } from './Draw.ts';
import type { FakeClass, Step } from './FakeClass.ts';
import { generators } from './generators/index.ts';

type AnyGenerator = (draw: Draw, room: FakeClass, actor?: Actor) => Record<string, unknown> | null;
type Deal = Pick<Step, 'by' | 'command'>;

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

/** Mostly Commands that will be accepted; of the others a few, since Refusals are tested too. */
const refusedAnyway = 5;

/** A Command of this type that someone present, or the system, could send now; null when there is none. */
export function deal(card: Card, draw: Draw, room: FakeClass): Deal | null {
  const { feature, type, generate } = card;
  if (!generate) return null;
  for (const actor of card.isSystem ? [null] : drawActors(card, draw, room)) {
    const rest = actor ? generate(draw, room, actor) : generate(draw, room);
    if (!rest) continue;
    const said = { feature, type, ...rest };
    const dealt = actor
      ? asked(actor, said, draw)
      : { by: 'system', command: said as unknown as SystemCommand };
    if (dealt && (draw.chance(refusedAnyway) || room.wouldAccept(dealt))) return dealt;
  }
  return null;
}

/**
 * Everybody who may, in any order; sometimes somebody who may not. Half of the time members come
 * first: where they may as well, it's in fewer situations, and staff would always be faster.
 */
function drawActors(card: Card, draw: Draw, room: FakeClass): Actor[] {
  const actors = room.present().flatMap((id) => room.actorFor(id) ?? []);
  const command = { feature: card.feature, type: card.type } as Command;
  const allowed = actors.filter((a) => a.role !== 'system' && permissionOf(command, a.role) !== false);
  const order = draw.shuffled(draw.chance(95) ? allowed : actors);
  const isMember = (a: Actor) => a.role === 'member';
  return draw.bool() ? order : [...order.filter(isMember), ...order.filter((a) => !isMember(a))];
}

/** What a client says, as the Room understands it; sometimes with an id that makes no sense. */
function asked(actor: Actor, said: Record<string, unknown>, draw: Draw): Deal | null {
  const idKey = draw.chance(4) ? draw.one(Object.keys(said).filter((key) => key.endsWith('Id'))) : undefined;
  const parsed = Command.safeParse(idKey ? { ...said, [idKey]: draw.one(strangeIds) } : said);
  if (parsed.success) return { by: actor.id, command: parsed.data };
  if (idKey) return null;
  throw new Error(`A generator made a malformed Command: ${JSON.stringify(said)} ${parsed.error.message}`);
}

import { type Group, maxGroups, type StaffGroup } from '#shared/features/breakouts.ts';
import type { Context } from '../../kernel/feature.ts';
import type { Participant } from '../../kernel/participant.ts';
import { type BreakoutsState, groupWith, type Round } from './state.ts';

type Preparation = { by: 'enterprise' } | { by: 'mixed'; groupCount: number } | { by: 'last' };

/** A round in which every member of the class is in a group; null when there is nothing to make it of. */
export function preparedRound(state: BreakoutsState, how: Preparation, ctx: Context): Round | null {
  const by = how.by === 'last' ? state.last?.by : how.by;
  if (!by) return null;
  const round: Round = {
    by,
    groups: firstGroups(state, how, ctx),
    leftOut: [],
    open: false,
    endsAt: null,
    warned: false,
    brief: null,
    worksheetId: null,
    announcement: null,
  };
  const groups = deal(round, ctx);
  return groups.length > 0 ? { ...round, groups } : null;
}

/** Puts everyone into a group who is in none yet, the first ones first. */
function deal(round: Round, ctx: Context): readonly StaffGroup[] {
  const groups = round.groups.map((group) => ({ ...group, members: [...group.members] }));
  for (const [id, person] of membersToDeal(ctx)) {
    if (groupWith(round.groups, id)) continue;
    const given = groupFor({ ...round, groups }, person, ctx);
    const known = groups.find((group) => group.id === given?.id);
    if (known) known.members.push(id);
    else if (given) groups.push({ ...given, members: [id] });
  }
  return groups;
}

function firstGroups(state: BreakoutsState, how: Preparation, ctx: Context): readonly StaffGroup[] {
  if (how.by === 'last') return (state.last?.groups ?? []).map((group) => ({ ...group, helpSince: null }));
  const names: readonly Group['name'][] =
    how.by === 'mixed'
      ? Array.from({ length: how.groupCount }, (_, n) => n + 1)
      : enterprisesHere(ctx).slice(0, maxGroups);
  return names.map((name) => newGroup(name, ctx));
}

/**
 * Where someone belongs who is in no group: with their Enterprise, if the round goes by it, in a new
 * group where it has none yet; else where the fewest are. Undefined when there is no group at all.
 */
export function groupFor(
  { by, groups }: Round,
  { enterpriseId }: Participant,
  ctx: Context,
): StaffGroup | undefined {
  const own = by === 'enterprise' && enterpriseId ? groups.find((g) => g.name === enterpriseId) : undefined;
  if (own) return own;
  if (by === 'enterprise' && enterpriseId && groups.length < maxGroups) return newGroup(enterpriseId, ctx);
  const [first, ...others] = groups;
  return others.reduce((a, b) => (a && b.members.length < a.members.length ? b : a), first);
}

const newGroup = (name: Group['name'], ctx: Context): StaffGroup => ({
  id: ctx.newId(),
  name,
  members: [],
  helpSince: null,
});

/** Those present go first and each Enterprise in a row, so that dealing in turn spreads both evenly. */
function membersToDeal(ctx: Context): [string, Participant][] {
  const order = new Map(enterprisesHere(ctx).map((id, n) => [id, n]));
  const place = ({ enterpriseId, seats }: Participant) =>
    (seats.length > 0 ? 0 : 10_000) + (order.get(enterpriseId ?? '') ?? order.size);
  return members(ctx).sort(([, a], [, b]) => place(a) - place(b));
}

const enterprisesHere = (ctx: Context): string[] => [
  ...new Set(members(ctx).flatMap(([, { enterpriseId }]) => enterpriseId ?? [])),
];

const members = (ctx: Context): [string, Participant][] =>
  Object.entries(ctx.people).filter(([, p]) => p.role === 'member' && !p.removed);

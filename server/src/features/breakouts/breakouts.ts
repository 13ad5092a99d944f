import { groupOf, groupSpace, isStaff, putById, type Space } from '#shared/basics.ts';
import type { SystemCommand } from '#shared/contract.ts';
import { type StaffGroup, warnBefore } from '#shared/features/breakouts.ts';
import { type Context, type Feature, type Outcome, refuse, type Told } from '../../kernel/feature.ts';
import { recordOf } from '../../kernel/records.ts';
import { preparedRound } from './grouping.ts';
import { arrived, gone, move } from './membership.ts';
import { type BreakoutsState, countsOf, groupSeen, groupWith, publicGroup, type Round } from './state.ts';
import { tellHelp, tellMembers, tellRound } from './told.ts';

const minute = 60_000;

/** Group work: who is in which group, from when to when. Where people then are, the people feature says. */
export const breakouts: Feature<'breakouts', BreakoutsState> = {
  initial: { phase: 'scheduled', round: null, last: null },

  handle(state, command, ctx) {
    const { round } = state;
    switch (command.type) {
      case 'prepare': {
        if (state.phase === 'closed') return refuse('alreadyClosed');
        if (round?.open) return refuse('notNow');
        const prepared = preparedRound(state, command, ctx);
        if (!prepared) return refuse('notFound');
        const { groups } = prepared;
        return {
          state: { ...state, round: prepared },
          tell: [
            { to: 'everyone', event: { feature: 'breakouts', type: 'prepared', groupCount: groups.length } },
            { to: 'staff', event: { feature: 'breakouts', type: 'groupsChanged', groups } },
            ...groups.map(tellMembers),
          ],
        };
      }
      case 'move':
        return move(state, command, ctx);
      case 'open':
        return open(state, command, ctx);
      case 'extend': {
        if (!round?.open) return refuse('notNow');
        const endsAt = (round.endsAt ?? ctx.at) + command.minutes * minute;
        if (command.minutes === 0 || endsAt <= ctx.at) return refuse('notNow');
        const after = { ...round, endsAt, warned: isNear(endsAt, ctx) };
        return { state: { ...state, round: after }, tell: [tellRound(after)] };
      }
      case 'message': {
        if (!round?.open) return refuse('notNow');
        const announcement = { text: command.text, at: ctx.at };
        return {
          state: { ...state, round: { ...round, announcement } },
          tell: [{ to: 'class', event: { feature: 'breakouts', type: 'announced', announcement } }],
        };
      }
      case 'hop':
        return hop(state, command.groupId, ctx);
      case 'close':
        return round ? end(state, round, ctx) : refuse('alreadyDone');
      case 'callHelp': {
        const group = round?.open ? groupWith(round.groups, ctx.actor.id) : undefined;
        if (!round || !group) return refuse('notNow');
        return group.helpSince === null
          ? withHelp(state, round, { ...group, helpSince: ctx.at })
          : refuse('alreadyDone');
      }
      case 'answerHelp': {
        const group = round?.groups.find((g) => g.id === command.groupId);
        if (!round || !group) return refuse('notFound');
        return group.helpSince === null
          ? refuse('alreadyDone')
          : withHelp(state, round, { ...group, helpSince: null });
      }
      case 'deadlineReached': {
        if (!round?.open || round.endsAt === null) return refuse('notNow');
        if (ctx.at >= round.endsAt) return end(state, round, ctx);
        if (round.warned || !isNear(round.endsAt, ctx)) return refuse('notNow');
        const warned = { ...round, warned: true };
        return { state: { ...state, round: warned }, tell: [tellRound(warned)] };
      }
      case 'arrived':
        return arrived(state, command.participantId, ctx);
      case 'gone':
        return gone(state, command.participantId);
      case 'phaseChanged': {
        const after = { ...state, phase: command.phase };
        return command.phase === 'closed' && round ? end(after, round, ctx) : { state: after, tell: [] };
      }
    }
  },

  viewFor({ round, last }, viewer) {
    const canRepeat = last !== null;
    if (!round) return { round, canRepeat };
    const isObserver = viewer.role === 'observer';
    const group = groupWith(round.groups, viewer.id);
    return {
      round: {
        ...countsOf(round),
        brief: isObserver ? null : round.brief,
        worksheetId: isObserver ? null : round.worksheetId,
        announcement: isObserver ? null : round.announcement,
        myGroup: group ? groupSeen(group) : null,
        helpCalled: group ? group.helpSince !== null : false,
        groups: isStaff(viewer.role) ? round.groups : null,
      },
      canRepeat,
    };
  },

  due({ round }) {
    if (!round?.open || round.endsAt === null) return null;
    const at = round.warned ? round.endsAt : round.endsAt - warnBefore;
    return { at, command: { feature: 'breakouts', type: 'deadlineReached' } };
  },
};

type BreakoutsOutcome = Outcome<'breakouts', BreakoutsState>;

/** A round this short needs no warning, and a warning is not repeated. */
const isNear = (endsAt: number, ctx: Context): boolean => endsAt - ctx.at <= warnBefore;

function open(
  state: BreakoutsState,
  { minutes, worksheetId, brief }: { minutes: number | null; worksheetId: string | null; brief: string },
  ctx: Context,
): BreakoutsOutcome {
  const { round, phase } = state;
  if (!round) return refuse('notFound');
  if (round.open) return refuse('alreadyDone');
  if (phase !== 'live') return refuse('notNow');
  const endsAt = minutes === null ? null : ctx.at + minutes * minute;
  const after: Round = {
    ...round,
    open: true,
    endsAt,
    warned: endsAt !== null && isNear(endsAt, ctx),
    brief: brief === '' ? null : brief,
    worksheetId,
  };
  const tell: Told<'breakouts'>[] = [tellRound(after)];
  if (after.brief || worksheetId)
    tell.push({
      to: 'class',
      event: { feature: 'breakouts', type: 'briefed', brief: after.brief, worksheetId },
    });
  const places: Record<string, Space> = {};
  for (const { id, members } of round.groups) for (const member of members) places[member] = groupSpace(id);
  const next: SystemCommand[] = [{ feature: 'people', type: 'placed', places }];
  if (worksheetId)
    next.push({
      feature: 'worksheets',
      type: 'assigned',
      templateId: worksheetId,
      groups: round.groups.map(publicGroup),
    });
  return { state: { ...state, round: after }, tell, next };
}

/** Whoever is in a group comes back to the plenary; those backstage stay there. */
function end(state: BreakoutsState, round: Round, ctx: Context): BreakoutsOutcome {
  const last = round.open ? { by: round.by, groups: round.groups.map(publicGroup) } : state.last;
  const away = Object.entries(ctx.people).filter(([, p]) => round.open && groupOf(p.space) !== null);
  const places = recordOf(away.map(([id]) => [id, 'plenary' as const] as const));
  return {
    state: { ...state, round: null, last },
    tell: [{ to: 'everyone', event: { feature: 'breakouts', type: 'ended', canRepeat: last !== null } }],
    next: away.length > 0 ? [{ feature: 'people', type: 'placed', places }] : [],
  };
}

/** Staff enter a group, which answers its call for help, or go back to the plenary. */
function hop(state: BreakoutsState, groupId: string | null, ctx: Context): BreakoutsOutcome {
  const { id, space } = ctx.actor;
  const goes = (to: Space): SystemCommand[] => [{ feature: 'people', type: 'placed', places: { [id]: to } }];
  if (groupId === null) {
    if (groupOf(space) === null) return refuse('alreadyDone');
    return { state, tell: [], next: goes('plenary') };
  }
  const { round } = state;
  const group = round?.groups.find((g) => g.id === groupId);
  if (!round || !group) return refuse('notFound');
  if (!round.open) return refuse('notNow');
  const to = groupSpace(groupId);
  if (space === to) return refuse('alreadyDone');
  if (group.helpSince === null) return { state, tell: [], next: goes(to) };
  return { ...withHelp(state, round, { ...group, helpSince: null }), next: goes(to) };
}

const withHelp = (state: BreakoutsState, round: Round, group: StaffGroup) => ({
  state: { ...state, round: { ...round, groups: putById(round.groups, group) } },
  tell: tellHelp(group),
});

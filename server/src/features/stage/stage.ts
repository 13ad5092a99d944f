import { groupOf, isStaff } from '#shared/basics.ts';
import type { PersonNow } from '#shared/features/stage.ts';
import { type Context, type Feature, type Outcome, refuse } from '../../kernel/feature.ts';
import { withEntries } from '../../kernel/records.ts';
import {
  devicesOf,
  invitationOf,
  isOnStage,
  listsPlayers,
  newPlayer,
  type Player,
  performersBySpace,
  type StageState,
} from './state.ts';
import { told, toldOthers } from './told.ts';

/** As many members on the stage as a page of small pictures still shows. */
const maxInvited = 12;
const maxAsked = 20;

/** Who is up, and whose devices are on. What really flows follows from it: see media's plan. */
export const stage: Feature<'stage', StageState> = {
  initial: { players: {}, invited: [], asked: [], screen: null },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'setMicrophone':
        return set(state, ctx, { microphone: command.on });
      case 'setCamera':
        return set(state, ctx, { camera: command.on });
      case 'shareScreen':
        return shareScreen(state, ctx, command.on);
      case 'invite': {
        const refusal = whyNotUp(state, ctx, command.participantId);
        if (refusal) return refuse(refusal);
        if (state.asked.length >= maxAsked) return refuse('tooMany');
        return to(state, { ...state, asked: [...state.asked, command.participantId] });
      }
      case 'answerInvite': {
        const { id } = ctx.actor;
        if (!state.asked.includes(id)) return refuse('notFound');
        const asked = { ...state, asked: without(state.asked, id) };
        if (!command.accept) return to(state, asked);
        if (state.invited.length >= maxInvited) return refuse('full');
        return to(state, up(asked, ctx, id));
      }
      case 'calledUp': {
        const id = command.participantId;
        const asked = { ...state, asked: without(state.asked, id) };
        const refusal = whyNotUp(asked, ctx, id);
        return refusal ? refuse(refusal) : to(state, up(asked, ctx, id));
      }
      case 'takeDown':
        if (!invitationOf(state, command.participantId)) return refuse('notFound');
        return to(state, down(state, command.participantId));
      case 'stepDown':
        if (!isOnStage(state, ctx.actor.id)) return refuse('notFound');
        return to(state, down(state, ctx.actor.id));
      case 'mute':
        if (!state.players[command.participantId]?.microphone) return refuse('alreadyDone');
        return to(state, muted(state, [command.participantId]));
      case 'muteAll': {
        const open = Object.entries(state.players).filter(
          ([, p]) => p.microphone && !p.staff && p.space === ctx.actor.space,
        );
        if (open.length === 0) return refuse('alreadyDone');
        return to(
          state,
          muted(
            state,
            open.map(([id]) => id),
          ),
        );
      }
      case 'peopleChanged': {
        const after = peopleChanged(state, Object.entries(command.people));
        // Who moved gets a fresh View, and who was removed hears nothing any more.
        return { state: after, tell: toldOthers(state, after) };
      }
    }
  },

  viewFor(state, viewer) {
    const bySpace = performersBySpace(state);
    const mayList = viewer.role !== 'observer' && listsPlayers(viewer.space);
    return {
      stage: bySpace.get('plenary') ?? [],
      here: mayList ? (bySpace.get(viewer.space) ?? []) : null,
      me: { ...devicesOf(state, viewer.id), invitation: invitationOf(state, viewer.id) },
      asked: isStaff(viewer.role) ? state.asked : null,
    };
  },
};

type StageOutcome = Outcome<'stage', StageState>;
const to = (before: StageState, after: StageState): StageOutcome => ({
  state: after,
  tell: told(before, after),
});

/** Switches something of the actor's own on or off. */
function set(state: StageState, ctx: Context, change: Partial<Player>): StageOutcome {
  const player = playerOf(state, ctx, ctx.actor.id);
  if (!player) return refuse('notFound');
  const changed = { ...player, ...change };
  if (changed.microphone === player.microphone && changed.camera === player.camera)
    return refuse('alreadyDone');
  return to(state, put(state, ctx.actor.id, changed));
}

function shareScreen(state: StageState, ctx: Context, on: boolean): StageOutcome {
  const { id } = ctx.actor;
  const player = playerOf(state, ctx, id);
  if (!player) return refuse('notFound');
  if (on === (state.screen === id)) return refuse('alreadyDone');
  if (on && state.screen !== null && !player.staff) return refuse('notNow');
  return to(state, { ...put(state, id, player), screen: on ? id : null });
}

/** Why this person can't be asked or called up; null when they can. */
function whyNotUp(state: StageState, ctx: Context, id: string) {
  const person = ctx.people[id];
  if (!person || person.removed || person.role !== 'member') return 'notFound';
  if (person.space !== 'plenary') return 'notNow';
  if (invitationOf(state, id)) return 'alreadyDone';
  return state.invited.length >= maxInvited ? 'full' : null;
}

function up(state: StageState, ctx: Context, id: string): StageState {
  const player = playerOf(state, ctx, id);
  return player ? { ...put(state, id, player), invited: [...state.invited, id] } : state;
}

/** Off the stage and out of the invited, with everything switched off. */
function down(state: StageState, id: string): StageState {
  const player = state.players[id];
  const off = player ? put(state, id, { ...player, microphone: false, camera: false }) : state;
  return {
    ...off,
    invited: without(state.invited, id),
    asked: without(state.asked, id),
    screen: state.screen === id ? null : state.screen,
  };
}

function muted(state: StageState, ids: readonly string[]): StageState {
  const silent = ids.flatMap((id) => {
    const player = state.players[id];
    return player ? [[id, { ...player, microphone: false }] as const] : [];
  });
  return { ...state, players: withEntries(state.players, silent) };
}

/** Follows people, of whom a thousand may go at once: only those who have been on or asked up matter. */
function peopleChanged(state: StageState, people: readonly [string, PersonNow | null][]): StageState {
  const concerned = people.filter(([id]) => state.players[id] || state.asked.includes(id));
  if (concerned.length === 0) return state;
  const players = withEntries(state.players, []);
  const ended = new Set<string>();
  const noLongerAsked = new Set<string>();
  for (const [id, now] of concerned) {
    const player = state.players[id];
    const stays = player && now && player.space === now.space;
    if (now === null) delete players[id];
    else if (player) players[id] = stays ? { ...player, present: now.present } : moved(player, now);
    if (now === null || (player && !stays)) ended.add(id);
    if (ended.has(id) || (!player && now?.space !== 'plenary')) noLongerAsked.add(id);
  }
  return {
    players,
    invited: state.invited.filter((id) => !ended.has(id)),
    asked: state.asked.filter((id) => !noLongerAsked.has(id)),
    screen: state.screen !== null && ended.has(state.screen) ? null : state.screen,
  };
}

/**
 * Leaving the plenary ends a member's time on the stage; coming into a Space where they may not speak
 * switches their devices off, so that nobody is heard who didn't just ask to be. A shared screen ends
 * with every move, since what is shown to one Space may not be meant for another.
 */
function moved(player: Player, now: PersonNow): Player {
  const keeps = player.staff ? now.space !== 'lobby' : groupOf(now.space) !== null;
  return {
    ...player,
    ...now,
    microphone: keeps && player.microphone,
    camera: keeps && player.camera,
  };
}

function playerOf(state: StageState, ctx: Context, id: string): Player | null {
  const known = state.players[id];
  if (known) return known;
  const person = ctx.people[id];
  return person && !person.removed ? newPlayer(person) : null;
}

const put = (state: StageState, id: string, player: Player): StageState => ({
  ...state,
  players: withEntries(state.players, [[id, player]]),
});

const without = (ids: readonly string[], id: string): readonly string[] => ids.filter((x) => x !== id);

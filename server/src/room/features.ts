import type { Command, FeatureName, RoomEvent, RoomView, SystemCommand } from '#shared/contract.ts';
import { breakouts } from '../features/breakouts/breakouts.ts';
import type { BreakoutsState } from '../features/breakouts/state.ts';
import { type CasesState, cases } from '../features/cases/cases.ts';
import { chat } from '../features/chat/chat.ts';
import type { ChatState } from '../features/chat/state.ts';
import { type ClipsState, clips } from '../features/clips/clips.ts';
import { type HandsState, hands } from '../features/hands/hands.ts';
import { type HelpState, help } from '../features/help/help.ts';
import { people } from '../features/people/people.ts';
import type { PeopleState } from '../features/people/state.ts';
import { type PollsState, polls } from '../features/polls/polls.ts';
import { type RunOfShowState, runOfShow } from '../features/runOfShow/runOfShow.ts';
import { type SessionState, session } from '../features/session/session.ts';
import { type SharedRoomState, sharedRoom } from '../features/sharedRoom/sharedRoom.ts';
import { type SlidesState, slides } from '../features/slides/slides.ts';
import { stage } from '../features/stage/stage.ts';
import type { StageState } from '../features/stage/state.ts';
import type { WorksheetsState } from '../features/worksheets/state.ts';
import { worksheets } from '../features/worksheets/worksheets.ts';
import type { Anonymity, Context, Feature, Outcome } from '../kernel/feature.ts';
import type { Viewer } from '../kernel/participant.ts';

/** The Room's truth: plain data that survives JSON. */
export interface RoomState {
  readonly session: SessionState;
  readonly people: PeopleState;
  readonly slides: SlidesState;
  readonly stage: StageState;
  readonly cases: CasesState;
  readonly clips: ClipsState;
  readonly chat: ChatState;
  readonly hands: HandsState;
  readonly help: HelpState;
  readonly runOfShow: RunOfShowState;
  readonly sharedRoom: SharedRoomState;
  readonly polls: PollsState;
  readonly breakouts: BreakoutsState;
  readonly worksheets: WorksheetsState;
}

/** What a Room is made of. A feature of the contract that is missing here doesn't compile. */
const features: { readonly [F in FeatureName]: Feature<F, RoomState[F]> } = {
  session,
  people,
  slides,
  stage,
  cases,
  clips,
  chat,
  hands,
  help,
  runOfShow,
  sharedRoom,
  polls,
  breakouts,
  worksheets,
};

/** The version of the rules as a whole; written to every row, and raised when a Command's meaning grows. */
export const rulesVersion = 1;

export const featureNames = Object.keys(features) as FeatureName[];
export const emptyRoom = Object.fromEntries(
  featureNames.map((f) => [f, features[f].initial]),
) as unknown as RoomState;

// TypeScript can't follow that a Command's feature names the State which that feature handles; these
// are the only places that have to be told.
type AnyFeature = Feature<FeatureName, unknown>;
const featureOf = (name: FeatureName): AnyFeature => features[name] as unknown as AnyFeature;

export const handle = (
  state: RoomState,
  command: Command | SystemCommand,
  ctx: Context,
): Outcome<FeatureName, unknown> => featureOf(command.feature).handle(state[command.feature], command, ctx);

export const viewFor = (state: RoomState, viewer: Viewer): RoomView =>
  Object.fromEntries(featureNames.map((f) => [f, featureOf(f).viewFor(state[f], viewer)])) as RoomView;

export const latest = (state: RoomState, feature: FeatureName, key: string): RoomEvent | null =>
  featureOf(feature).latest?.(state[feature], key) ?? null;

/** A Command without the words that its author wrote; the same one where it holds none. */
export const withoutText = (command: Command): Command =>
  featureOf(command.feature).withoutText?.(command) ?? command;

/** The earliest deadline of any feature. */
export function nextDue(state: RoomState): { at: number; command: SystemCommand } | null {
  const dues = featureNames.flatMap((f) => featureOf(f).due?.(state[f]) ?? []);
  return dues.reduce<(typeof dues)[number] | null>(
    (first, d) => (first && first.at <= d.at ? first : d),
    null,
  );
}

const anonymous = featureNames.flatMap((f) => {
  const anonymity = featureOf(f).anonymity as Anonymity<FeatureName, unknown> | undefined;
  return anonymity ? [{ feature: f, anonymity }] : [];
});

/** The anonymous item that a Command answers, or null. */
export function anonymousItemOf(state: RoomState, command: Command): string | null {
  const found = anonymous.find((a) => a.feature === command.feature);
  return found?.anonymity.itemOf(state[command.feature], command) ?? null;
}

/** Anonymous items that still take answers. */
export const openAnonymousItems = (state: RoomState): string[] =>
  anonymous.flatMap(({ feature, anonymity }) => anonymity.openItems(state[feature]));

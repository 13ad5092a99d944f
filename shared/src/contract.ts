import { type BreakoutsTypes, foldBreakouts } from './features/breakouts.ts';
import { type CasesTypes, foldCases } from './features/cases.ts';
import { type ChatTypes, foldChat } from './features/chat.ts';
import { type ClipsTypes, foldClips } from './features/clips.ts';
import { foldHands, type HandsTypes } from './features/hands.ts';
import { foldHelp, type HelpTypes } from './features/help.ts';
import { foldPeople, type PeopleTypes } from './features/people.ts';
import { foldPolls, type PollsTypes } from './features/polls.ts';
import { foldRunOfShow, type RunOfShowTypes } from './features/runOfShow.ts';
import { foldSession, type SessionTypes } from './features/session.ts';
import { foldSharedRoom, type SharedRoomTypes } from './features/sharedRoom.ts';
import { foldSlides, type SlidesTypes } from './features/slides.ts';
import { foldStage, type StageTypes } from './features/stage.ts';
import { foldWorksheets, type WorksheetsTypes } from './features/worksheets.ts';

/** Every feature of a Room, by its name. A feature left out of any table below doesn't compile. */
export interface FeatureTypes {
  session: SessionTypes;
  people: PeopleTypes;
  slides: SlidesTypes;
  stage: StageTypes;
  cases: CasesTypes;
  clips: ClipsTypes;
  chat: ChatTypes;
  hands: HandsTypes;
  help: HelpTypes;
  runOfShow: RunOfShowTypes;
  sharedRoom: SharedRoomTypes;
  polls: PollsTypes;
  breakouts: BreakoutsTypes;
  worksheets: WorksheetsTypes;
}
export type FeatureName = keyof FeatureTypes;

/** What a Participant may ask of a Room; what it may hold, `commands/command.ts` says. */
export type Command = FeatureTypes[FeatureName]['command'];
/** What only the server itself may ask of a Room; a socket can't send these. */
export type SystemCommand = FeatureTypes[FeatureName]['system'];
export type RoomEvent = FeatureTypes[FeatureName]['event'];
/** What one Participant may see of the Room. */
export type RoomView = { [F in FeatureName]: FeatureTypes[F]['view'] };

type Folds = {
  [F in FeatureName]: (
    view: FeatureTypes[F]['view'],
    event: FeatureTypes[F]['event'],
  ) => FeatureTypes[F]['view'];
};
const folds: Folds = {
  session: foldSession,
  people: foldPeople,
  slides: foldSlides,
  stage: foldStage,
  cases: foldCases,
  clips: foldClips,
  chat: foldChat,
  hands: foldHands,
  help: foldHelp,
  runOfShow: foldRunOfShow,
  sharedRoom: foldSharedRoom,
  polls: foldPolls,
  breakouts: foldBreakouts,
  worksheets: foldWorksheets,
};

/** The View after one Event. Never throws: an Event about what a View doesn't hold changes nothing. */
export function foldRoom(view: RoomView, event: RoomEvent): RoomView {
  const fold = folds[event.feature] as (view: unknown, event: RoomEvent) => unknown;
  return { ...view, [event.feature]: fold(view[event.feature], event) };
}

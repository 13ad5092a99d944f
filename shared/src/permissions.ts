import type { Role } from './basics.ts';
import type { Command, FeatureName, FeatureTypes } from './contract.ts';

/**
 * What else must be true for an allowed Role:
 * `presenter`: is the one who presents; while nobody does, any staff;
 * `onstage`: is in the plenary, invited up;
 * `mayspeak`: is invited up, or in a Breakout;
 * `ingroup`: is in a Breakout.
 */
export type Condition = 'presenter' | 'onstage' | 'mayspeak' | 'ingroup';
export type Permission = boolean | Condition;
type Row = Record<Role, Permission>;

const staff: Row = { trainer: true, moderator: true, member: false, observer: false };
/** Everyone but Observers. */
const speakers: Row = { ...staff, member: true };
const member: Row = { trainer: false, moderator: false, member: true, observer: false };
const presenter: Row = { ...staff, trainer: 'presenter', moderator: 'presenter' };

type Table = { [F in FeatureName]: { [T in FeatureTypes[F]['command']['type']]: Row } };

/** Command × Role: the only place that says who may do what. */
export const permissions: Table = {
  session: { openLobby: staff, start: staff, close: staff, present: staff },
  people: { remove: staff, erase: staff, answerDevice: staff, step: staff, setHeads: speakers },
  slides: { showPage: presenter, hide: presenter, removeDeck: staff },
  stage: {
    setMicrophone: { ...staff, member: 'mayspeak' },
    setCamera: { ...staff, member: 'mayspeak' },
    shareScreen: { ...staff, member: 'onstage' },
    invite: staff,
    answerInvite: member,
    takeDown: staff,
    stepDown: member,
    mute: staff,
    muteAll: staff,
  },
  chat: { send: speakers, remove: staff, setOpen: staff },
  hands: { raise: member, lower: member, lowerFor: staff, lowerAll: staff, call: staff },
  help: { call: member, cancel: member, answer: staff, done: staff },
  sharedRoom: { sit: member, sitAlone: member },
  runOfShow: { setSegment: staff },
  cases: { show: presenter, hide: presenter },
  clips: {
    show: presenter,
    play: presenter,
    pause: presenter,
    seek: presenter,
    hide: presenter,
    remove: staff,
  },
  polls: { create: staff, open: staff, close: staff, setResults: staff, remove: staff, vote: member },
  breakouts: {
    prepare: staff,
    move: staff,
    open: staff,
    extend: staff,
    message: staff,
    hop: staff,
    close: staff,
    callHelp: { ...member, member: 'ingroup' },
    answerHelp: staff,
  },
  worksheets: { lock: staff, unlock: staff, showOnStage: staff },
};

export function permissionOf(command: Pick<Command, 'feature' | 'type'>, role: Role): Permission {
  const rows = permissions[command.feature] as Record<string, Row>;
  return rows[command.type]?.[role] ?? false;
}

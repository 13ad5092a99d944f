import { z } from 'zod';
import { BreakoutsCommand } from './breakouts.ts';
import { CasesCommand } from './cases.ts';
import { ChatCommand } from './chat.ts';
import { ClipsCommand } from './clips.ts';
import { HandsCommand } from './hands.ts';
import { HelpCommand } from './help.ts';
import { PeopleCommand } from './people.ts';
import { PollsCommand } from './polls.ts';
import { RunOfShowCommand } from './runOfShow.ts';
import { SessionCommand } from './session.ts';
import { SharedRoomCommand } from './sharedRoom.ts';
import { SlidesCommand } from './slides.ts';
import { StageCommand } from './stage.ts';
import { WorksheetsCommand } from './worksheets.ts';

/** What a Participant may ask of a Room, as the server checks it before anything else. */
export const Command = z.discriminatedUnion('feature', [
  SessionCommand,
  PeopleCommand,
  SlidesCommand,
  StageCommand,
  CasesCommand,
  ClipsCommand,
  ChatCommand,
  HandsCommand,
  HelpCommand,
  RunOfShowCommand,
  SharedRoomCommand,
  PollsCommand,
  BreakoutsCommand,
  WorksheetsCommand,
]);
export type Command = z.infer<typeof Command>;

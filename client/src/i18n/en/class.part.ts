/** A member's words inside a class: what the stage, polls, chat and groups say. */
import bigScreen from './bigScreen.ts';
import breakouts from './breakouts.ts';
import cases from './cases.ts';
import chat from './chat.ts';
import classWords from './class.ts';
import clips from './clips.ts';
import connection from './connection.ts';
import device from './device.ts';
import hands from './hands.ts';
import heads from './heads.ts';
import help from './help.ts';
import lobby from './lobby.ts';
import polls from './polls.ts';
import refusals from './refusals.ts';
import runOfShow from './runOfShow.ts';
import sharedRoom from './sharedRoom.ts';
import slides from './slides.ts';
import stage from './stage.ts';
import worksheets from './worksheets.ts';

export default {
  bigScreen,
  breakouts,
  cases,
  chat,
  class: classWords,
  clips,
  connection,
  device,
  hands,
  heads,
  help,
  lobby,
  polls,
  refusals,
  runOfShow,
  sharedRoom,
  slides,
  stage,
  worksheets,
};

/** The words that only staff read: console, programme, reports. */
import breakoutsStaff from './breakoutsStaff.ts';
import casesStaff from './casesStaff.ts';
import chatStaff from './chatStaff.ts';
import classSight from './classSight.ts';
import clipsStaff from './clipsStaff.ts';
import consoleWords from './console.ts';
import handsStaff from './handsStaff.ts';
import helpStaff from './helpStaff.ts';
import people from './people.ts';
import pollsStaff from './pollsStaff.ts';
import quality from './quality.ts';
import runOfShowStaff from './runOfShowStaff.ts';
import session from './session.ts';
import sharedRoomStaff from './sharedRoomStaff.ts';
import shortcuts from './shortcuts.ts';
import worksheetsStaff from './worksheetsStaff.ts';

export default {
  breakoutsStaff,
  casesStaff,
  chatStaff,
  classSight,
  clipsStaff,
  console: consoleWords,
  handsStaff,
  helpStaff,
  people,
  pollsStaff,
  quality,
  runOfShowStaff,
  session,
  sharedRoomStaff,
  shortcuts,
  worksheetsStaff,
};

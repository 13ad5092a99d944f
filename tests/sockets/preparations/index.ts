import type { FeatureName } from '#shared/contract.ts';
import { breakouts } from './breakouts.ts';
import { cases } from './cases.ts';
import { chat } from './chat.ts';
import { clips } from './clips.ts';
import { hands } from './hands.ts';
import { help } from './help.ts';
import { people } from './people.ts';
import { polls } from './polls.ts';
import { runOfShow } from './runOfShow.ts';
import { session } from './session.ts';
import { sharedRoom } from './sharedRoom.ts';
import { slides } from './slides.ts';
import { stage } from './stage.ts';
import type { Preparations } from './types.ts';
import { worksheets } from './worksheets.ts';

/** What makes each Command succeed. A feature that is left out doesn't compile. */
export const preparations: { readonly [F in FeatureName]: Preparations<F> } = {
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

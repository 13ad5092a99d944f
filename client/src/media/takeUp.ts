import type { Source } from '#shared/media.ts';
import { heldHere, hushedHere, rememberHeld } from './heldHere.ts';
import type { MediaSession } from './MediaSession.ts';
import type { Sending, Wishes } from './Sending.ts';

export type TakeUpParts = {
  readonly key: string;
  readonly sending: Sending;
  readonly wishes: Wishes;
  readonly elsewhere: MediaSession['elsewhere'];
  /** The Room says that it's on, and its person has switched it off here. */
  stillOn(source: Source): void;
};

/** A reload of the tab that had the devices has them again, unless they went elsewhere meanwhile. */
export function takeUp(parts: TakeUpParts): void {
  takeUpOf(parts, ['microphone', 'camera'], parts.elsewhere.devices);
  takeUpOf(parts, ['screen'], parts.elsewhere.screen);
}

/** @param together what one device has together, the first in the name of all. */
function takeUpOf(
  { key, sending, wishes, stillOn }: TakeUpParts,
  together: readonly [Source, ...Source[]],
  isElsewhere: boolean,
): void {
  const [first] = together;
  const wanted = together.filter((source) => wishes[source]);
  if (isElsewhere) {
    sending.taken(first);
    // Nor does it begin by itself once the other device is gone.
    rememberHeld(key, first, false);
  } else if (wanted.length > 0 && heldHere(key, first)) {
    // A reload undoes no tap: what was switched off stays so, and the Room hears of it now.
    for (const source of wanted.filter((each) => hushedHere(key, each))) {
      sending.pause(source);
      stillOn(source);
    }
    sending.take(first);
  }
}

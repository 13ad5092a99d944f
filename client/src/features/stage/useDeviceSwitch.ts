import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/media.ts';
import { useMedia } from '../../media/useMedia.ts';
import { useView } from '../../room/roomHooks.ts';
import { showToast } from '../../ui/toasts.ts';

export type DeviceSwitch = {
  readonly on: boolean;
  /** It is on, and sent by another device of the same person's: switching it off is for that one too. */
  readonly elsewhere: boolean;
  /** The browser is being asked for it. */
  readonly pending: boolean;
  /** Switches it, to be called from a tap or a key; says in a sentence why it can't be had. Resolves to whether it did. */
  toggle(): Promise<boolean>;
};

/** One's own microphone, camera or screen, as a button or a key switches it. */
export function useDeviceSwitch(source: Source): DeviceSwitch {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const { connection, local, devicesElsewhere, turnOn, turnOff } = useMedia();
  // Before there is a connection nobody knows which device sends.
  const notHere = me[source] && connection === 'connected' && !local[source].mine && !local[source].opening;
  // A device that was left with it on sends no more: here it looks off, and a tap takes it up again.
  const isLeft = notHere && source !== 'screen' && !devicesElsewhere;
  const on = me[source] && !isLeft;
  const toggle = async (): Promise<boolean> => {
    if (on) {
      await turnOff(source);
      return true;
    }
    const problem = await turnOn(source);
    if (problem) showToast({ tone: 'error', text: t(`stage.problem.${source}.${problem}`) });
    return problem === null;
  };
  return { on, elsewhere: on && notHere, pending: local[source].opening, toggle };
}

import type { ReactElement } from 'react';
import { useMe } from '../../room/roomHooks.ts';
import { BlurChoice } from './BlurChoice.tsx';
import styles from './DeviceChoice.module.css';
import { DeviceChoice } from './DeviceChoice.tsx';
import { ModeChoice } from './ModeChoice.tsx';
import { OwnLevel } from './OwnLevel.tsx';

/** How this device takes part: which microphone, camera and speaker, how loud one is, how much picture comes. */
export function SoundAndPicture(): ReactElement {
  const speaks = useMe().role !== 'observer';
  return (
    <div className={styles.choices}>
      {speaks && <DeviceChoice kind="microphone" />}
      {speaks && <OwnLevel />}
      {speaks && <DeviceChoice kind="camera" />}
      {speaks && <BlurChoice />}
      <DeviceChoice kind="speaker" />
      <ModeChoice />
    </div>
  );
}

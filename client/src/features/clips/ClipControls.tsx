import { Pause, Play, Square } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeAt, type ShownClip } from '#shared/features/clips.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useServerNow } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './ClipControls.module.css';

/** Plays and pauses a video for the class, takes it to another place, and takes it away. */
export default function ClipControls({ shown }: { shown: ShownClip }): ReactElement {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { send, pending } = useCommand();
  const now = useServerNow(shown.playing);
  /** Where the bar is being taken, in milliseconds, until the Room has it. */
  const [wanted, setWanted] = useState<number | null>(null);
  const { length } = shown.clip;
  const at = wanted ?? placeAt(shown, length, now);
  const times = { now: clock(at / 1000), length: clock(length / 1000) };
  const seek = (): void => {
    if (wanted === null) return;
    // Another key may have moved it on meanwhile.
    const done = (now: number | null) => (now === wanted ? null : now);
    void send({ feature: 'clips', type: 'seek', position: wanted }).then(() => setWanted(done));
  };
  return (
    <div className={styles.controls}>
      <IconButton
        icon={shown.playing ? Pause : Play}
        label={t(shown.playing ? 'clipsStaff.pause' : 'clipsStaff.play')}
        pending={pending && wanted === null}
        onClick={() => void send({ feature: 'clips', type: shown.playing ? 'pause' : 'play' })}
      />
      <input
        className={styles.bar}
        type="range"
        min={0}
        max={length}
        step={1_000}
        value={at}
        aria-label={t('clipsStaff.place')}
        aria-valuetext={t('clipsStaff.times', times)}
        onChange={(event) => setWanted(Number(event.target.value))}
        onPointerUp={seek}
        onKeyUp={seek}
        onBlur={seek}
      />
      <span className={styles.times}>{t('clipsStaff.times', times)}</span>
      <Button icon={Square} look="plain" onClick={() => void send({ feature: 'clips', type: 'hide' })}>
        {t('clipsStaff.hide')}
      </Button>
    </div>
  );
}

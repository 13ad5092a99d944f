import { MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Performer } from '#shared/features/stage.ts';
import { useMediaSnapshot } from '../../media/useMedia.ts';
import { VideoTile } from '../../media/VideoTile.tsx';
import { useName, useView } from '../../room/roomHooks.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './StageStrip.module.css';
import { useSpeakerInSight } from './useSpeakerInSight.ts';

/** Who is seen and heard here: on the stage, or in one's Breakout. Whoever speaks is marked, and brought into sight. */
export function StageStrip(): ReactElement | null {
  const { t } = useTranslation();
  const { stage, here } = useView('stage');
  const { speaking } = useMediaSnapshot();
  const row = useSpeakerInSight(speaking[0]);
  const performers = here ?? stage;
  if (performers.length === 0) return null;
  return (
    <ul ref={row} className={styles.strip} aria-label={t(here ? 'stage.inGroup' : 'stage.onStage')}>
      {performers.map((performer) => (
        <Person key={performer.id} performer={performer} speaking={speaking.includes(performer.id)} />
      ))}
    </ul>
  );
}

function Person({ performer, speaking }: { performer: Performer; speaking: boolean }): ReactElement {
  const { t } = useTranslation();
  const { id, camera, microphone } = performer;
  const name = useName(id);
  return (
    <li className={styles.person} data-speaking={speaking || undefined} data-performer={id}>
      {camera ? (
        <VideoTile participantId={id} source="camera" name={name} />
      ) : (
        <span className={styles.voice}>
          <Avatar id={id} name={name} speaking={speaking} />
          <span className={styles.name}>{name}</span>
        </span>
      )}
      {!microphone && (
        <span className={styles.silent}>
          <MicOff className={styles.icon} aria-hidden="true" />
          <VisuallyHidden>{t('stage.isMuted', { name })}</VisuallyHidden>
        </span>
      )}
    </li>
  );
}

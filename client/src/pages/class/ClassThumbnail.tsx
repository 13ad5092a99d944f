import { ChartBar, DoorOpen, type LucideIcon, UsersRound, Vote } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { VideoTile } from '../../media/VideoTile.tsx';
import { useNames } from '../../room/roomHooks.ts';
import { ShownContent } from './ClassContent.tsx';
import styles from './ClassThumbnail.module.css';
import { type ClassSight, useClassSight } from './useClassSight.ts';
import { useSightWords } from './useSightWords.ts';

/** As many cameras as fit; the words name all. */
const maxCameras = 3;

/**
 * What members have before them right now, small, whatever staff look at themselves. It is the component that
 * members get, drawn smaller; a picture of somebody is the same track, which is decoded once.
 */
export function ClassThumbnail({ worded = false }: { worded?: boolean }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const sight = useClassSight();
  const words = useSightWords(sight);
  return (
    <section className={styles.thumbnail} aria-labelledby={id} data-worded={worded || undefined}>
      <h2 id={id} className={styles.title}>
        {t('console.classSees')}
      </h2>
      <div className={styles.frame} inert aria-hidden="true" data-class-sees={sight.content.kind}>
        {sight.waiting ? (
          <div className={styles.waiting}>
            <DoorOpen className={styles.door} />
          </div>
        ) : (
          <>
            <div className={styles.page}>
              <ShownContent content={sight.content} small />
            </div>
            <Cameras ids={sight.cameras} />
            <Marks sight={sight} />
          </>
        )}
      </div>
      <ul className={styles.words}>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function Cameras({ ids }: { ids: readonly string[] }): ReactElement {
  const name = useNames();
  return (
    <div className={styles.cameras}>
      {ids.slice(0, maxCameras).map((id) => (
        <VideoTile key={id} participantId={id} source="camera" name={name(id)} />
      ))}
    </div>
  );
}

/** What lies over the content on members' screens, or takes them away from it. */
function Marks({ sight: { poll, groups } }: { sight: ClassSight }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.marks}>
      {groups > 0 && <Mark icon={UsersRound} text={t('console.groups')} />}
      {poll && (
        <Mark
          icon={poll.open ? Vote : ChartBar}
          text={t(poll.open ? 'classSight.pollMark' : 'classSight.resultsMark')}
        />
      )}
    </div>
  );
}

const Mark = ({ icon: Icon, text }: { icon: LucideIcon; text: string }): ReactElement => (
  <span className={styles.mark}>
    <Icon size="1.1em" />
    {text}
  </span>
);

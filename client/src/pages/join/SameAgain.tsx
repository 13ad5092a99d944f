import { Volume2, VolumeX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Joined } from '#shared/http/join.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './PickName.module.css';
import { SoundCheckPlace } from './SoundCheckPlace.tsx';

type SameAgainProps = {
  seat: Joined;
  /** This browser can't carry sound, and the person goes on all the same. */
  silent: boolean;
  onEnter: (seat: Joined) => void;
  onOther: () => void;
};

/** This device was here before: back in with one tap, or as somebody else. */
export function SameAgain({ seat, silent, onEnter, onOther }: SameAgainProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className={styles.form}>
      <p className={styles.person}>
        <Avatar id={seat.participantId} name={seat.name} large />
        {seat.name}
      </p>
      <div className={styles.action}>
        {!silent && <SoundCheckPlace microphone={seat.role !== 'observer'} />}
        <Button look="primary" large wide icon={silent ? VolumeX : Volume2} onClick={() => onEnter(seat)}>
          {t(silent ? 'otherBrowser.joinSilent' : 'join.withSound')}
        </Button>
        {seat.role === 'member' && (
          <Button look="plain" wide onClick={onOther}>
            {t('join.someoneElse')}
          </Button>
        )}
      </div>
    </div>
  );
}

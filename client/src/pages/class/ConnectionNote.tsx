import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Banner } from '../../ui/Banner.tsx';
import styles from './ConnectionNote.module.css';

/** A blink of the network is not worth a word, in milliseconds. */
const calmFor = 1_500;
/** After this long it is worth saying what one can try. */
const adviseAfter = 8_000;

/** "The connection is gone, you stay in your place": said when it lasts, with what to try when it lasts long. */
export function ConnectionNote({ since }: { since: number }): ReactElement | null {
  const { t } = useTranslation();
  const [stage, setStage] = useState<'calm' | 'gone' | 'long'>('calm');
  useEffect(() => {
    const left = (after: number) => Math.max(0, since + after - Date.now());
    const timers = [
      setTimeout(() => setStage('gone'), left(calmFor)),
      setTimeout(() => setStage('long'), left(adviseAfter)),
    ];
    return () => timers.forEach(clearTimeout);
  }, [since]);
  const { store } = useRoom();
  const isSaid = stage !== 'calm';
  // A screen reader hears nothing of a note that comes and goes as a whole.
  useEffect(() => {
    if (!isSaid) return;
    announce(`${t('connection.lost')}. ${t('connection.stay')}`, { topic: 'connection' });
    return () => {
      if (store.connection.at === 'live') announce(t('connection.back'), { topic: 'connection' });
    };
  }, [isSaid, store, t]);
  if (stage === 'calm') return null;
  return (
    <div className={styles.note}>
      <Banner tone="warn" title={t('connection.lost')}>
        {t(stage === 'long' ? 'connection.tryThis' : 'connection.stay')}
      </Banner>
    </div>
  );
}

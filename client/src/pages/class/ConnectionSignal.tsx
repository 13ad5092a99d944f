import { type LucideIcon, Signal, SignalLow, SignalMedium, WifiOff } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level } from '../../media/quality.ts';
import { useMedia } from '../../media/useMedia.ts';
import { useQuality } from '../../media/useQuality.ts';
import { useRoom, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './ConnectionSignal.module.css';

type Shown = Level | 'lost';

const icons: Record<Shown, LucideIcon> = {
  good: Signal,
  weak: SignalMedium,
  bad: SignalLow,
  lost: WifiOff,
};

/** How one's own connection is: a small sign, with its word when it isn't good; a tap says what to try. */
export function ConnectionSignal(): ReactElement {
  const { t } = useTranslation();
  const { store } = useRoom();
  // Not the connection itself, which is another one with each Event.
  const at = useSyncExternalStore(store.subscribe, () => store.connection.at);
  const quality = useQuality();
  const [open, setOpen] = useState(false);
  const level: Shown = at === 'reconnecting' ? 'lost' : quality;
  const Icon = icons[level];
  const isNow = t('connection.isNow', { level: t(`connection.level.${level}`) });

  const said = useRef<Shown>('good');
  useEffect(() => {
    // That it is lost is said by its own note.
    if (level === 'lost' || said.current === level) return;
    said.current = level;
    announce(isNow, { topic: 'connection' });
  }, [level, isNow]);

  return (
    <>
      <button
        type="button"
        className={styles.signal}
        data-connection={level}
        aria-label={isNow}
        onClick={() => setOpen(true)}
      >
        <Icon className={styles.icon} aria-hidden="true" />
        {level !== 'good' && <span>{t(`connection.level.${level}`)}</span>}
      </button>
      {open && (
        <Dialog title={isNow} onClose={() => setOpen(false)}>
          <div className={styles.words}>
            <p>{t(`connection.says.${level}`)}</p>
            {level !== 'good' && <WhatHelps />}
          </div>
        </Dialog>
      )}
    </>
  );
}

/** The next things to try, the easiest first. */
function WhatHelps(): ReactElement {
  const { t } = useTranslation();
  const { me } = useView('stage');
  const { turnOff } = useMedia();
  return (
    <>
      <h3>{t('connection.helps')}</h3>
      <ul>
        <li>{t('connection.closer')}</li>
        <li>{t('connection.other')}</li>
        <li>{t('connection.apps')}</li>
      </ul>
      {me.camera && <Button onClick={() => void turnOff('camera')}>{t('connection.cameraOff')}</Button>}
    </>
  );
}

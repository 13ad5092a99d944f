import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useNames, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import styles from './SharedRoomChoice.module.css';
import { othersSit, type Seating, seatingOf } from './seating.ts';

/** "We sit in one room": which of an EIT's devices sounds, so that nothing howls. For members. */
export function SharedRoomChoice(): ReactElement | null {
  const { t } = useTranslation();
  const { mine } = useView('sharedRoom');
  const { id, role, enterpriseId } = useMe();
  const name = useNames();
  const { send, pending } = useCommand();
  if (role !== 'member' || enterpriseId === null) return null;
  const choose = (seating: Seating): void => {
    if (pending) return;
    if (seating === 'alone') void send({ feature: 'sharedRoom', type: 'sitAlone' });
    else void send({ feature: 'sharedRoom', type: 'sit', sounding: seating === 'sounding' });
  };
  const possible = othersSit(mine, id);
  return (
    <section className={styles.choice}>
      <p>{t('sharedRoom.why')}</p>
      <RadioGroup<Seating>
        label={t('sharedRoom.title')}
        value={seatingOf(mine, id)}
        onChange={choose}
        options={[
          { value: 'alone', label: t('sharedRoom.alone') },
          { value: 'sounding', label: t('sharedRoom.sounding'), hint: t('sharedRoom.soundingHint') },
          {
            value: 'silent',
            label: t('sharedRoom.silent'),
            hint: t(possible ? 'sharedRoom.silentHint' : 'sharedRoom.silentLater'),
            disabled: !possible,
          },
        ]}
      />
      {mine?.sounding && mine.sounding !== id && (
        <Banner>{t('sharedRoom.soundsAt', { name: name(mine.sounding) })}</Banner>
      )}
    </section>
  );
}

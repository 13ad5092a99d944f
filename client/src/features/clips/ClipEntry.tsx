import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '#shared/features/clips.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useRoom } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ClipsPanel.module.css';
import { clipPath } from './clipPath.ts';
import { RemoveClip } from './RemoveClip.tsx';

type ClipEntryProps = { clip: Clip; isShown: boolean; mayShow: boolean };

/** One video: a picture of it, its length, and what brings it before the class. */
export function ClipEntry({ clip, isShown, mayShow }: ClipEntryProps): ReactElement {
  const { t } = useTranslation();
  const { info } = useRoom();
  const { clock } = useFormat();
  const { send, pending } = useCommand();
  const { id, title, length } = clip;
  return (
    <li className={styles.clip} data-clip-entry={id} data-shown={isShown || undefined}>
      <img className={styles.still} src={clipPath(info.id, id, 'still.webp')} alt="" />
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.actions}>
        <p className={styles.length}>{clock(length / 1000)}</p>
        {mayShow && !isShown && (
          <Button
            pending={pending}
            aria-label={t('clipsStaff.showName', { title })}
            onClick={() => void send({ feature: 'clips', type: 'show', clipId: id })}
          >
            {t('clipsStaff.show')}
          </Button>
        )}
        {mayShow && isShown && (
          <Button pending={pending} onClick={() => void send({ feature: 'clips', type: 'hide' })}>
            {t('clipsStaff.hide')}
          </Button>
        )}
        <RemoveClip clip={clip} />
      </div>
    </li>
  );
}

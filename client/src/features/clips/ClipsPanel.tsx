import { Clapperboard, FileUp } from 'lucide-react';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useNames, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { UploadList } from '../../ui/UploadList.tsx';
import { ClipEntry } from './ClipEntry.tsx';
import styles from './ClipsPanel.module.css';
import { useClipUpload } from './useClipUpload.ts';

/** Staff: the Session's videos, and where new ones come in. */
export function ClipsPanel(): ReactElement {
  const { t, i18n } = useTranslation();
  const { clips, shown } = useView('clips');
  const { presenter } = useView('session');
  const { id: me } = useMe();
  const name = useNames();
  const file = useRef<HTMLInputElement>(null);
  const { uploads, upload, dismiss } = useClipUpload();
  const mayShow = presenter === null || presenter === me;
  const all = clips ?? [];
  const sentence = (problem: string): string => {
    const key = `clipsStaff.problem.${problem}`;
    return i18n.exists(key) ? t(key as 'clipsStaff.problem.failed') : t('clipsStaff.problem.failed');
  };
  const entries = uploads.map((one) => ({
    ...one,
    step: t(`clipsStaff.step.${one.step}`),
    problem: one.problem && sentence(one.problem),
  }));
  return (
    <section className={styles.panel} aria-label={t('clipsStaff.title')}>
      <Button icon={FileUp} wide onClick={() => file.current?.click()}>
        {t('clipsStaff.upload')}
      </Button>
      <input
        ref={file}
        className={styles.file}
        type="file"
        accept="video/mp4,video/quicktime,video/webm,.mp4,.m4v,.mov,.webm"
        aria-label={t('clipsStaff.upload')}
        tabIndex={-1}
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked) upload(picked);
          event.target.value = '';
        }}
      />
      <UploadList uploads={entries} onDismiss={dismiss} />
      {all.length === 0 && (
        <EmptyState icon={Clapperboard} title={t('clipsStaff.none')}>
          {t('clipsStaff.noneText')}
        </EmptyState>
      )}
      {!mayShow && all.length > 0 && (
        <Banner>{t('clipsStaff.presenterShows', { name: name(presenter) })}</Banner>
      )}
      <ul className={styles.clips}>
        {all.map((clip) => (
          <ClipEntry key={clip.id} clip={clip} isShown={shown?.clip.id === clip.id} mayShow={mayShow} />
        ))}
      </ul>
    </section>
  );
}

import { Check, CloudOff, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Banner } from '../../ui/Banner.tsx';
import type { SyncState } from './syncState.ts';
import styles from './WorksheetForm.module.css';

/** Whether what was typed is on the server's disk: "saved" only when all of it is. */
export function SaveState({ state }: { state: SyncState }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { isUnsent, isOnline, savedAt } = state;
  const kind = !isOnline ? 'offline' : isUnsent ? 'saving' : 'saved';
  const Icon = { offline: CloudOff, saving: RefreshCw, saved: Check }[kind];
  return (
    <p className={styles.save} data-save={kind}>
      <Icon aria-hidden="true" />
      {kind === 'saving' && t('worksheets.saving')}
      {kind === 'saved' && savedAt !== null && t('worksheets.saved', { time: format.time(savedAt) })}
      {kind === 'saved' && savedAt === null && t('worksheets.savedByItself')}
    </p>
  );
}

/** What stands between the writer and the disk, and what to do about it. */
export function SaveNote({ state, locked }: { state: SyncState; locked: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const { isUnsent, isOnline, mayWrite, lost } = state;
  if (lost !== null) return <Banner tone="error">{t(`worksheets.lost.${lost}`)}</Banner>;
  if (!isOnline) return <Banner tone="warn">{t('worksheets.offline')}</Banner>;
  if (mayWrite) return null;
  return (
    <Banner tone={isUnsent ? 'warn' : 'info'}>
      {t(locked ? 'worksheets.locked' : 'worksheets.readOnly')}
      {isUnsent && <p>{t('worksheets.unsent')}</p>}
    </Banner>
  );
}

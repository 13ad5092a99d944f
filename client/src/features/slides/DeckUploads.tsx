import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { UploadList } from '../../ui/UploadList.tsx';
import type { DeckUpload } from './useDeckUpload.ts';

type DeckUploadsProps = { uploads: readonly DeckUpload[]; onDismiss: (id: string) => void };

/** How far each new deck is, or in a sentence why it can't become one. */
export function DeckUploads({ uploads, onDismiss }: DeckUploadsProps): ReactElement {
  const { t, i18n } = useTranslation();
  const sentence = (problem: string): string => {
    const key = `slides.problem.${problem}`;
    return i18n.exists(key) ? t(key as 'slides.problem.failed') : t('slides.problem.failed');
  };
  const entries = uploads.map((upload) => ({
    ...upload,
    step: t(`slides.step.${upload.step}`),
    problem: upload.problem && sentence(upload.problem),
  }));
  return <UploadList uploads={entries} onDismiss={onDismiss} />;
}

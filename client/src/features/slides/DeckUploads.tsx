import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import type { Upload } from './useDeckUpload.ts';

type DeckUploadsProps = { uploads: readonly Upload[]; onDismiss: (id: string) => void };

/** How far each new deck is, or in a sentence why it can't become one. */
export function DeckUploads({ uploads, onDismiss }: DeckUploadsProps): ReactElement {
  const { t, i18n } = useTranslation();
  const sentence = (problem: string): string => {
    const key = `slides.problem.${problem}`;
    return i18n.exists(key) ? t(key as 'slides.problem.failed') : t('slides.problem.failed');
  };
  return (
    <>
      {uploads.map(({ id, title, step, share, problem }) =>
        problem ? (
          <Banner
            key={id}
            tone="error"
            title={title}
            action={
              <Button look="plain" onClick={() => onDismiss(id)}>
                {t('ui.close')}
              </Button>
            }
          >
            {sentence(problem)}
          </Banner>
        ) : (
          <ProgressBar key={id} label={`${title}: ${t(`slides.step.${step}`)}`} value={share} />
        ),
      )}
    </>
  );
}

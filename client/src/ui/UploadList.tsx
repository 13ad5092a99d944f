import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { ProgressBar } from './ProgressBar.tsx';

export type UploadEntry = {
  readonly id: string;
  readonly title: string;
  /** What is being done with it. */
  readonly step: string;
  /** From 0 to 1 within the step. */
  readonly share: number;
  /** In a sentence, why it can't be had; null while all is well. */
  readonly problem: string | null;
};

/** How far each new file is, or why it can't be had. */
export function UploadList({
  uploads,
  onDismiss,
}: {
  uploads: readonly UploadEntry[];
  onDismiss: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
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
            {problem}
          </Banner>
        ) : (
          <ProgressBar key={id} label={`${title}: ${step}`} value={share} />
        ),
      )}
    </>
  );
}

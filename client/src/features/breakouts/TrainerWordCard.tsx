import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '../../ui/Banner.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { TrainerWord } from './useTrainerWord.ts';

/** What the trainer says to all groups, until it is read. */
export function TrainerWordCard({ word }: { word: TrainerWord }): ReactElement {
  const { t } = useTranslation();
  return (
    <Banner
      title={t('breakouts.fromTrainer')}
      action={<IconButton icon={X} label={t('ui.close')} onClick={word.putAway} />}
    >
      {word.text}
    </Banner>
  );
}

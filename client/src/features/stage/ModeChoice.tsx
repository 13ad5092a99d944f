import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { mediaModes } from '#shared/media.ts';
import type { ModeChoice as Choice } from '../../media/ModeKeeper.ts';
import { useMediaClient, useMediaSnapshot } from '../../media/useMedia.ts';
import { Select } from '../../ui/Select.tsx';

const choices: readonly Choice[] = ['auto', ...mediaModes];

/** How much picture comes to this device: as the network allows, or as its person says. */
export function ModeChoice(): ReactElement | null {
  const { t } = useTranslation();
  const client = useMediaClient();
  const { mode, modeChoice } = useMediaSnapshot();
  if (!client) return null;
  return (
    <Select
      label={t('stage.mode.label')}
      value={modeChoice}
      hint={modeChoice === 'auto' ? t(`stage.mode.by.${mode}`) : undefined}
      options={choices.map((value) => ({ value, label: t(`stage.mode.${value}`) }))}
      onChange={(value) => client.chooseMode(value as Choice)}
    />
  );
}

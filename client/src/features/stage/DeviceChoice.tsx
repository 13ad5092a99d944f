import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../../media/useMedia.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './DeviceChoice.module.css';

const kinds = [
  ['microphone', 'microphones'],
  ['camera', 'cameras'],
  ['speaker', 'speakers'],
] as const;

/** Which microphone, camera and speaker: only where there is more than one to choose from. */
export function DeviceChoice(): ReactElement | null {
  const { t } = useTranslation();
  const { devices, chosen, choose } = useMedia();
  const several = kinds.filter(([, list]) => devices[list].length > 1);
  if (several.length === 0) return null;
  return (
    <div className={styles.choices}>
      {several.map(([kind, list]) => (
        <Select
          key={kind}
          label={t(`stage.choose.${kind}`)}
          value={chosen[kind] ?? ''}
          options={[
            { value: '', label: t('stage.choose.system') },
            ...devices[list].map(({ id, label }, i) => ({
              value: id,
              label: label || `${t(`stage.choose.${kind}`)} ${i + 1}`,
            })),
          ]}
          onChange={(id) => void choose(kind, id || null)}
        />
      ))}
    </div>
  );
}

import type { ReactElement } from 'react';
import { KitSection } from './KitSection.tsx';
import styles from './UiKit.module.css';
import { useKitWords } from './words.ts';

/** [behind, in front], as token names. */
const pairs = [
  ['page', 'text'],
  ['surface', 'text'],
  ['raised', 'text'],
  ['sunken', 'text-soft'],
  ['hover', 'text'],
  ['pressed', 'text'],
  ['surface', 'link'],
  ['brand', 'on-brand'],
  ['brand-soft', 'on-brand-soft'],
  ['danger-fill', 'on-danger-fill'],
  ['danger-soft', 'on-danger-soft'],
  ['warn-soft', 'on-warn-soft'],
  ['good-soft', 'on-good-soft'],
  ['info-soft', 'on-info-soft'],
] as const;

export function ColoursSection(): ReactElement {
  const words = useKitWords();
  return (
    <KitSection title={words.colours}>
      <div className={styles.swatches}>
        {pairs.map(([behind, front]) => (
          <div
            key={`${behind} ${front}`}
            className={styles.swatch}
            style={{ background: `var(--color-${behind})`, color: `var(--color-${front})` }}
          >
            {behind}
            <br />
            {front}
          </div>
        ))}
      </div>
      <p className={styles.poster}>{words.poster}</p>
      <h3>{words.dialogTitle}</h3>
      <p>{words.purposeText}</p>
      <p className={styles.soft}>{words.intro} 0123456789 ABC ĂÂĐÊÔƠƯ ñáé</p>
    </KitSection>
  );
}

import { type ComponentType, lazy, type ReactElement, Suspense } from 'react';
import { loadTexts } from '../../i18n/speak.ts';
import type { SoundCheckProps } from './SoundCheck.tsx';
import styles from './SoundCheckPlace.module.css';

/** Comes after the page itself. Where it can't be had, the person still gets in. */
const SoundCheck = lazy(async (): Promise<{ default: ComponentType<SoundCheckProps> }> => {
  try {
    const [part] = await Promise.all([import('./SoundCheck.tsx'), loadTexts('entry')]);
    return part;
  } catch {
    return { default: () => null };
  }
});

/** Where sound and microphone can be tried before the class; its room is kept, so that nothing moves when it comes. */
export function SoundCheckPlace({ microphone }: SoundCheckProps): ReactElement {
  return (
    <div className={styles.place}>
      <Suspense>
        <SoundCheck microphone={microphone} />
      </Suspense>
    </div>
  );
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStudy } from '#shared/features/cases.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ZoomArea } from '../../ui/ZoomArea.tsx';
import styles from './PhotoPair.module.css';

type Pair = CaseStudy['photoPairs'][number];
type Side = 'before' | 'after';

/** Before and after, side by side; a tap makes one large. */
export function PhotoPair({ pair }: { pair: Pair }): ReactElement {
  const { t, i18n } = useTranslation();
  const [large, setLarge] = useState<Side | null>(null);
  const captions = {
    before: inLanguage(pair.captionBefore, i18n.language),
    after: inLanguage(pair.captionAfter, i18n.language),
  };
  return (
    <div className={styles.pair}>
      {(['before', 'after'] as const).map((side) => (
        <figure key={side} className={styles.figure}>
          <button
            type="button"
            className={styles.open}
            aria-label={t('cases.enlarge', { caption: captions[side] })}
            onClick={() => setLarge(side)}
          >
            <img className={styles.photo} src={pair[side]} alt="" loading="lazy" />
            <span className={styles.side}>{t(`cases.${side}`)}</span>
          </button>
          <figcaption className={styles.caption}>{captions[side]}</figcaption>
        </figure>
      ))}
      {large && (
        <Dialog title={t(`cases.${large}`)} wide onClose={() => setLarge(null)}>
          <figure className={styles.figure}>
            <ZoomArea subject={pair[large]}>
              {() => (
                <img className={styles.large} src={pair[large]} alt={captions[large]} draggable={false} />
              )}
            </ZoomArea>
            <figcaption className={styles.caption}>{captions[large]}</figcaption>
          </figure>
        </Dialog>
      )}
    </div>
  );
}

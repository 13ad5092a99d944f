import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import styles from './CardTabs.module.css';
import { type Card, type CardKind, cardKinds } from './cards.ts';

type CardTabsProps = {
  present: readonly Card[];
  shown: CardKind | null;
  /** Whether the open card may be folded, so that nothing stands before what one reads. */
  foldable: boolean;
  onChoose: (kind: CardKind | null) => void;
};

/** The way to the cards that wait while another is open. */
export function CardTabs({ present, shown, foldable, onChoose }: CardTabsProps): ReactElement | null {
  const { t } = useTranslation();
  const kinds = cardKinds.filter((kind) => present.some((card) => card.kind === kind));
  const listed = foldable ? kinds : kinds.filter((kind) => kind !== shown);
  if (listed.length === 0) return null;
  return (
    <ul className={styles.tabs} aria-label={t('class.cards')}>
      {listed.map((kind) => (
        <li key={kind}>
          <Button
            className={styles.tab}
            aria-expanded={kind === shown}
            onClick={() => onChoose(kind === shown ? null : kind)}
          >
            {t(`class.card.${kind}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

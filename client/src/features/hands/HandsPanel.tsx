import { Hand } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import styles from './HandsPanel.module.css';
import { RaisedHand } from './RaisedHand.tsx';

type HandsPanelProps = {
  /** What became of hands that were called. */
  called?: ReactNode;
};

/** Staff: who has a hand up, first come first; above them those who were called. */
export function HandsPanel({ called }: HandsPanelProps): ReactElement {
  const { t } = useTranslation();
  const { queue } = useView('hands');
  const { send, pending } = useCommand();
  const hands = queue ?? [];
  return (
    <section className={styles.panel} aria-label={t('handsStaff.title')}>
      {called}
      {hands.length === 0 && (
        <EmptyState icon={Hand} title={t('handsStaff.none')}>
          {t('handsStaff.noneText')}
        </EmptyState>
      )}
      <ol className={styles.queue}>
        {hands.map((id, index) => (
          <RaisedHand key={id} id={id} position={index + 1} />
        ))}
      </ol>
      {hands.length > 1 && (
        <Button wide pending={pending} onClick={() => void send({ feature: 'hands', type: 'lowerAll' })}>
          {t('handsStaff.lowerAll')}
        </Button>
      )}
    </section>
  );
}

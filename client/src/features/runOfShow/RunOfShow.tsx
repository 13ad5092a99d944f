import { ListOrdered } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Material } from '#shared/features/runOfShow.ts';
import { useView } from '../../room/roomHooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Pace } from './Pace.tsx';
import styles from './RunOfShow.module.css';
import { SegmentRow } from './SegmentRow.tsx';
import { useCurrentInSight } from './useCurrentInSight.ts';

type RunOfShowProps = {
  /** Draws what this panel can only name: polls and worksheets, with their own buttons. Null for a mere name. */
  renderMaterial?: (material: Material) => ReactNode;
  /** Opens the Session's videos, for a Segment that is one. */
  onVideos: () => void;
};

/** Staff: the plan of the class, where it is now and how its time runs. A tap on a Segment goes there. */
export function RunOfShow({ renderMaterial, onVideos }: RunOfShowProps): ReactElement {
  const { t } = useTranslation();
  const { segments, current } = useView('runOfShow');
  const plan = useCurrentInSight(current);
  return (
    <section className={styles.plan} aria-label={t('runOfShowStaff.title')}>
      {segments.length === 0 && (
        <EmptyState icon={ListOrdered} title={t('runOfShowStaff.none')}>
          {t('runOfShowStaff.noneText')}
        </EmptyState>
      )}
      {current !== null && <Pace />}
      <ol ref={plan} className={styles.segments}>
        {segments.map((segment) => (
          <SegmentRow
            key={segment.id}
            segment={segment}
            renderMaterial={renderMaterial}
            onVideos={onVideos}
          />
        ))}
      </ol>
    </section>
  );
}

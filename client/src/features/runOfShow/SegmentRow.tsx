import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Material, SegmentDetails, SegmentView } from '#shared/features/runOfShow.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useNames, useView } from '../../room/roomHooks.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { MaterialButton } from './MaterialButton.tsx';
import { MaterialName } from './MaterialName.tsx';
import { SegmentClock } from './SegmentClock.tsx';
import styles from './SegmentRow.module.css';
import { NoVideoYet, SegmentVideo } from './SegmentVideo.tsx';

type SegmentRowProps = {
  segment: SegmentView;
  renderMaterial: ((material: Material) => ReactNode) | undefined;
  /** Opens the Session's videos. */
  onVideos: () => void;
};

/** One Segment: a tap makes it the current one, which shows its time and has its material at hand. */
export function SegmentRow({ segment, renderMaterial, onVideos }: SegmentRowProps): ReactElement {
  const { i18n } = useTranslation();
  const { current, currentSince, details } = useView('runOfShow');
  const format = useFormat();
  const name = useNames();
  const { send, pending } = useCommand();
  const { id, kind, minutes, title } = segment;
  const isCurrent = id === current;
  const { owner, materials }: SegmentDetails = details?.[id] ?? { owner: null, materials: [] };
  const who = owner && ('label' in owner ? owner.label : name(owner.participantId));
  return (
    <li className={styles.segment} data-current={isCurrent || undefined} data-segment={id}>
      <button
        type="button"
        className={styles.row}
        aria-current={isCurrent ? 'step' : undefined}
        aria-busy={pending}
        onClick={() => {
          if (!isCurrent && !pending) void send({ feature: 'runOfShow', type: 'setSegment', segmentId: id });
        }}
      >
        <span className={styles.title}>{inLanguage(title, i18n.language)}</span>
        <span className={styles.minutes}>{pending ? <Spinner /> : format.minutes(minutes)}</span>
        <span className={styles.about}>
          {who && <span>{who}</span>}
          {!isCurrent &&
            materials.map((material) => <MaterialName key={JSON.stringify(material)} material={material} />)}
          {!isCurrent && kind === 'video' && <NoVideoYet />}
        </span>
      </button>
      {isCurrent && (
        <div className={styles.now}>
          {currentSince !== null && <SegmentClock minutes={minutes} since={currentSince} />}
          {materials.map((material) => (
            <MaterialButton
              key={JSON.stringify(material)}
              material={material}
              renderMaterial={renderMaterial}
            />
          ))}
          {kind === 'video' && <SegmentVideo onVideos={onVideos} />}
        </div>
      )}
    </li>
  );
}

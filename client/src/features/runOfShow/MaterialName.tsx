import { BookOpen, ChartBarBig, ClipboardList, type LucideIcon, Presentation } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Material } from '#shared/features/runOfShow.ts';
import styles from './SegmentRow.module.css';

export const materialIcons: Record<Material['kind'], LucideIcon> = {
  slides: Presentation,
  poll: ChartBarBig,
  caseStudy: BookOpen,
  worksheet: ClipboardList,
};

/** What a material is, in a word or two; people count slides from 1. */
export function useMaterialName(): (material: Material) => string {
  const { t } = useTranslation();
  return (material) => {
    if (material.kind !== 'slides') return t(`runOfShowStaff.material.${material.kind}`);
    const { from, to } = material;
    return from === to
      ? t('runOfShowStaff.slide', { page: from + 1 })
      : t('runOfShowStaff.slides', { from: from + 1, to: to + 1 });
  };
}

/** A material that is only named: its picture and its word. */
export function MaterialName({ material }: { material: Material }): ReactElement {
  const Icon = materialIcons[material.kind];
  return (
    <span className={styles.material}>
      <Icon className={styles.icon} aria-hidden="true" />
      {useMaterialName()(material)}
    </span>
  );
}

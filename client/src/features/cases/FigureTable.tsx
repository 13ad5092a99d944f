import { ArrowDown, ArrowUp, type LucideIcon, Minus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStudy } from '#shared/features/cases.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useFormat } from '../../i18n/format.ts';
import { cx } from '../../ui/cx.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import styles from './FigureTable.module.css';
import { type Change, changeOf } from './figures.ts';

const icons: Record<Change['direction'], LucideIcon> = { up: ArrowUp, down: ArrowDown, same: Minus };

/** What was measured before and after; an arrow says where it went, its colour and a word whether that is good. */
export function FigureTable({ figures }: { figures: CaseStudy['figures'] }): ReactElement {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('cases.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cases.measured')}</th>
          <th scope="col" className={styles.number}>
            {t('cases.before')}
          </th>
          <th scope="col" className={styles.number}>
            {t('cases.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ label, unit, ...figure }) => {
          const { direction, verdict } = changeOf(figure);
          const Icon = icons[direction];
          const unitName = inLanguage(unit, i18n.language);
          return (
            <tr key={label.en + label.zh}>
              <th scope="row">
                {inLanguage(label, i18n.language)}
                {unitName !== '' && <span className={styles.unit}> ({unitName})</span>}
              </th>
              <td className={styles.number}>{format.number(figure.before)}</td>
              <td className={cx(styles.number, styles.after, styles[verdict])}>
                <Icon className={styles.icon} aria-hidden="true" />
                {format.number(figure.after)}
                <VisuallyHidden>{t(`cases.verdict.${verdict}`)}</VisuallyHidden>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownCase } from '#shared/features/cases.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import styles from './CasesPanel.module.css';
import { useShownCase } from './useShownCase.ts';

/** Which section of the shown case is talked about; one tap to the one before or after. */
export function SectionStepper({ shown }: { shown: ShownCase }): ReactElement {
  const { t, i18n } = useTranslation();
  const { send } = useCommand();
  const { caseId, section, to } = shown;
  const sections = useShownCase()?.sections;
  const heading = sections?.[section]?.heading;
  const goTo = (next: number): void =>
    void send({ feature: 'cases', type: 'show', caseId, section: next, to });
  return (
    <div className={styles.stepper}>
      <IconButton
        icon={ChevronLeft}
        label={t('casesStaff.previous')}
        disabled={section === 0}
        onClick={() => goTo(section - 1)}
      />
      <span className={styles.section}>
        {sections && (
          <small className={styles.count}>
            {t('casesStaff.section', { section: section + 1, sections: sections.length })}
          </small>
        )}
        {heading && <span>{inLanguage(heading, i18n.language)}</span>}
      </span>
      <IconButton
        icon={ChevronRight}
        label={t('casesStaff.next')}
        disabled={!sections || section === sections.length - 1}
        onClick={() => goTo(section + 1)}
      />
    </div>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseTitle, ShownCase } from '#shared/features/cases.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useCommand } from '../../room/roomHooks.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './CasesPanel.module.css';
import { SectionStepper } from './SectionStepper.tsx';

type CaseEntryProps = { study: CaseTitle; shown: ShownCase | null; mayShow: boolean };

/** One case: to whom it is shown, and the section that is talked about. */
export function CaseEntry({ study, shown, mayShow }: CaseEntryProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <li className={styles.case} data-shown={shown?.to}>
      <h2 className={styles.title}>{inLanguage(study.title, i18n.language)}</h2>
      {shown && (
        <span>
          <Badge tone="brand">{t(`casesStaff.shownTo.${shown.to}`)}</Badge>
        </span>
      )}
      {mayShow && shown && <SectionStepper shown={shown} />}
      {mayShow && (
        <div className={styles.actions}>
          {(['class', 'groups'] as const)
            .filter((to) => shown?.to !== to)
            .map((to) => (
              <ShowButton key={to} to={to} caseId={study.id} section={shown?.section ?? 0} />
            ))}
          {shown && <HideButton />}
        </div>
      )}
    </li>
  );
}

type ShowButtonProps = { to: ShownCase['to']; caseId: string; section: number };

function ShowButton({ to, caseId, section }: ShowButtonProps): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button
      pending={pending}
      onClick={() => void send({ feature: 'cases', type: 'show', caseId, section, to })}
    >
      {t(`casesStaff.showTo.${to}`)}
    </Button>
  );
}

function HideButton(): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button pending={pending} onClick={() => void send({ feature: 'cases', type: 'hide' })}>
      {t('casesStaff.hide')}
    </Button>
  );
}

import { BookOpen, Clapperboard, ClipboardList, ListOrdered, Presentation } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CasesPanel } from '../../features/cases/CasesPanel.tsx';
import { ClipsPanel } from '../../features/clips/ClipsPanel.tsx';
import { PollMaterial } from '../../features/polls/PollMaterial.tsx';
import { RunOfShow } from '../../features/runOfShow/RunOfShow.tsx';
import { DeckPanel } from '../../features/slides/DeckPanel.tsx';
import { WorksheetsPanel } from '../../features/worksheets/WorksheetsPanel.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './Console.module.css';
import { useTabKeys } from './useTabKeys.ts';

const tabs = ['plan', 'slides', 'cases', 'worksheets', 'clips'] as const;

/** The console's left side: the plan of the class, and what it shows. */
export function ConsoleMaterial(): ReactElement {
  const { t } = useTranslation();
  const [tab, setTab] = useState<(typeof tabs)[number]>('plan');
  const place = useTabKeys(tabs, tab, setTab);
  return (
    <aside ref={place} className={styles.material} aria-label={t('console.material')}>
      <Tabs
        stacked
        label={t('console.material')}
        tabs={[
          { id: 'plan', label: t('console.plan'), icon: ListOrdered },
          { id: 'slides', label: t('console.slides'), icon: Presentation },
          { id: 'cases', label: t('console.cases'), icon: BookOpen },
          { id: 'worksheets', label: t('class.worksheet'), icon: ClipboardList },
          { id: 'clips', label: t('console.clips'), icon: Clapperboard },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'plan' && (
          <RunOfShow
            renderMaterial={(m) => m.kind === 'poll' && <PollMaterial pollId={m.pollId} />}
            onVideos={() => setTab('clips')}
          />
        )}
        {tab === 'slides' && <DeckPanel />}
        {tab === 'cases' && <CasesPanel />}
        {tab === 'worksheets' && <WorksheetsPanel />}
        {tab === 'clips' && <ClipsPanel />}
      </Tabs>
    </aside>
  );
}

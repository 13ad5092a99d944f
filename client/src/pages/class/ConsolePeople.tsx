import { ChartColumn, Hand, MessageCircle, Users, UsersRound } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BreakoutsPanel } from '../../features/breakouts/BreakoutsPanel.tsx';
import { useGroupCalls } from '../../features/breakouts/useGroupCalls.ts';
import { ChatPanel } from '../../features/chat/ChatPanel.tsx';
import { useUnreadChat } from '../../features/chat/useUnreadChat.ts';
import { HandsPanel } from '../../features/hands/HandsPanel.tsx';
import { useHandCount } from '../../features/hands/useHandCount.ts';
import { useHandNews } from '../../features/hands/useHandNews.ts';
import { useHelpNews } from '../../features/help/useHelpNews.ts';
import { PeoplePanel } from '../../features/people/PeoplePanel.tsx';
import { PollsPanel } from '../../features/polls/PollsPanel.tsx';
import { HandOver } from '../../features/session/HandOver.tsx';
import { SharedRoomBadge } from '../../features/sharedRoom/SharedRoomBadge.tsx';
import { InvitedList } from '../../features/stage/InvitedList.tsx';
import { MuteAllButton } from '../../features/stage/MuteAllButton.tsx';
import { StageActions } from '../../features/stage/StageActions.tsx';
import { EnterpriseQuality } from '../../media/EnterpriseQuality.tsx';
import { useView } from '../../room/roomHooks.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './Console.module.css';
import { useTabKeys } from './useTabKeys.ts';

const tabs = ['people', 'hands', 'polls', 'groups', 'chat'] as const;

/** The console's right side: who is here and wants to speak, what they answer, write, and do in groups. */
export function ConsolePeople(): ReactElement {
  const { t } = useTranslation();
  const { counts } = useView('people');
  const [tab, setTab] = useState<(typeof tabs)[number]>('people');
  const hands = useHandCount();
  const unread = useUnreadChat(tab === 'chat');
  const groupCalls = useGroupCalls();
  useHandNews();
  useHelpNews();
  const place = useTabKeys(tabs, tab, setTab);
  return (
    <aside ref={place} className={styles.people} aria-label={t('console.people')}>
      <Tabs
        stacked
        label={t('console.people')}
        tabs={[
          { id: 'people', label: t('people.title'), icon: Users, count: counts.people },
          { id: 'hands', label: t('console.hands'), icon: Hand, count: hands },
          { id: 'polls', label: t('console.polls'), icon: ChartColumn },
          { id: 'groups', label: t('console.groups'), icon: UsersRound, count: groupCalls },
          { id: 'chat', label: t('class.chat'), icon: MessageCircle, count: unread },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'people' && (
          <PeoplePanel
            head={
              <>
                <InvitedList />
                <MuteAllButton />
              </>
            }
            ofPerson={(id) => <StageActions id={id} />}
            ofStaff={(id) => <HandOver id={id} />}
            ofEnterprise={(enterpriseId) => (
              <>
                <SharedRoomBadge enterpriseId={enterpriseId} />
                <EnterpriseQuality enterpriseId={enterpriseId} />
              </>
            )}
          />
        )}
        {tab === 'polls' && <PollsPanel />}
        {tab === 'groups' && <BreakoutsPanel />}
        {tab === 'hands' && <HandsPanel called={<InvitedList />} />}
        {tab === 'chat' && (
          <div className={styles.chat}>
            <ChatPanel />
          </div>
        )}
      </Tabs>
    </aside>
  );
}

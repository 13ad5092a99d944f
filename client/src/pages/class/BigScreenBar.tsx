import { ArrowLeft, Ellipsis, UsersRound, Vote } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf } from '#shared/basics.ts';
import { HandButton } from '../../features/hands/HandButton.tsx';
import { HeadsChoice } from '../../features/people/HeadsChoice.tsx';
import { PollCard } from '../../features/polls/PollCard.tsx';
import { usePollBeforeClass } from '../../features/polls/usePollBeforeClass.ts';
import { DeviceButton } from '../../features/stage/DeviceButton.tsx';
import { useMe, useView } from '../../room/roomHooks.ts';
import { Bar, BarButton } from '../../ui/Bar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FullScreenButton } from '../../ui/FullScreenButton.tsx';
import styles from './BigScreen.module.css';
import { turnBigScreen } from './bigScreen.ts';
import { MoreSheet } from './MoreSheet.tsx';

/** What a hand can do at the big screen; all else is one tap away, in the usual class. */
export function BigScreenBar(): ReactElement {
  const { t } = useTranslation();
  const me = useMe();
  const { phase } = useView('session');
  const stage = useView('stage');
  const { opened } = useView('polls');
  const [open, setOpen] = useState<'heads' | 'vote' | 'more' | null>(null);
  const takesPart = me.role === 'member';
  const live = phase === 'live';
  const inGroup = groupOf(me.space as 'plenary') !== null;
  const asked = live && takesPart && opened.some((poll) => poll.open);
  const close = (): void => setOpen(null);
  return (
    <div className={styles.bar}>
      <Bar label={t('class.bar')}>
        <BarButton icon={ArrowLeft} label={t('bigScreen.leave')} onClick={() => turnBigScreen(false)} />
        <FullScreenButton bar />
        {takesPart && (
          <>
            <BarButton
              icon={UsersRound}
              label={t('bigScreen.setHeads')}
              aria-expanded={open === 'heads'}
              onClick={() => setOpen('heads')}
            />
            {asked && (
              <BarButton
                icon={Vote}
                label={t('bigScreen.vote')}
                aria-expanded={open === 'vote'}
                onClick={() => setOpen('vote')}
              />
            )}
            {live && !inGroup && <HandButton />}
            {live && (inGroup || stage.me.invitation === 'onStage') && (
              <>
                <DeviceButton source="microphone" bar />
                <DeviceButton source="camera" bar />
              </>
            )}
            <BarButton
              icon={Ellipsis}
              label={t('class.more')}
              aria-expanded={open === 'more'}
              onClick={() => setOpen('more')}
            />
          </>
        )}
      </Bar>
      {open === 'heads' && (
        <Dialog title={t('bigScreen.setHeads')} onClose={close}>
          <HeadsChoice />
        </Dialog>
      )}
      {open === 'vote' && asked && (
        <Dialog title={t('bigScreen.vote')} onClose={close}>
          <OpenPoll />
        </Dialog>
      )}
      {open === 'more' && <MoreSheet onClose={close} />}
    </div>
  );
}

function OpenPoll(): ReactElement {
  const { poll, putAway } = usePollBeforeClass();
  return <PollCard poll={poll} hidden={false} onPutAway={putAway} />;
}

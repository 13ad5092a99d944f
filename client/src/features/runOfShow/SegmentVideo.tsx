import { Clapperboard, FileUp } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';

/** As many as find room beside a Segment; all are a tap away. */
const mostAtHand = 3;

/** The current Segment is a video: those of the Session are at hand, and where to add one. */
export function SegmentVideo({ onVideos }: { onVideos: () => void }): ReactElement {
  const { t } = useTranslation();
  const { clips, shown } = useView('clips');
  const { presenter } = useView('session');
  const { id: me } = useMe();
  const { send, pending } = useCommand();
  const all = clips ?? [];
  const mayShow = presenter === null || presenter === me;
  return (
    <>
      {mayShow &&
        all.slice(0, mostAtHand).map(({ id, title }) => {
          const isShown = shown?.clip.id === id;
          return (
            <Button
              key={id}
              icon={Clapperboard}
              wide
              pending={pending}
              aria-pressed={isShown}
              onClick={() => {
                if (!isShown) void send({ feature: 'clips', type: 'show', clipId: id });
              }}
            >
              {t(isShown ? 'runOfShowStaff.isShown' : 'runOfShowStaff.show', { what: title })}
            </Button>
          );
        })}
      <Button icon={all.length === 0 ? FileUp : Clapperboard} look="plain" onClick={onVideos}>
        {t(all.length === 0 ? 'runOfShowStaff.addVideo' : 'runOfShowStaff.allVideos')}
      </Button>
    </>
  );
}

/** What a Segment that is a video lacks, said while there is time to see to it. */
export function NoVideoYet(): ReactElement | null {
  const { t } = useTranslation();
  const { clips } = useView('clips');
  return clips?.length === 0 ? <span>{t('runOfShowStaff.noVideo')}</span> : null;
}

import { type ReactElement, Suspense } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { lazyPart } from '../../ui/lazily.ts';
import { Waiting } from '../../ui/Spinner.tsx';

const ClipPlayer = lazyPart(() => import('./ClipPlayer.tsx'));
const ClipControls = lazyPart(() => import('./ClipControls.tsx'));

type ClipOnStageProps = {
  /** Nothing of it is heard here. */
  silent?: boolean;
  /** On a thumbnail the light rendition will do. */
  small?: boolean;
  /** Whoever presents plays and stops it here. */
  presenting?: boolean;
};

/** The video that the class sees. It fills its place. */
export function ClipOnStage({ silent, small, presenting }: ClipOnStageProps): ReactElement | null {
  const { shown } = useView('clips');
  if (!shown) return null;
  return (
    <Suspense fallback={<Waiting />}>
      <ClipPlayer key={shown.clip.id} shown={shown} silent={silent} small={small}>
        {presenting && <ClipControls shown={shown} />}
      </ClipPlayer>
    </Suspense>
  );
}

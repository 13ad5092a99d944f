import { type ReactElement, Suspense } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { lazyPart } from '../../ui/lazily.ts';
import onStage from '../../ui/OnStage.module.css';
import { Waiting } from '../../ui/Spinner.tsx';

const StageText = lazyPart(() => import('./StageText.tsx'));

/** The Worksheet that staff show to the class, as it is typed. It fills its place and scrolls in it. */
export function WorksheetOnStage(): ReactElement | null {
  const { stage } = useView('worksheets');
  if (!stage) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by keys.
    <div className={onStage.place} tabIndex={0} data-stage-worksheet={stage.docId}>
      <Suspense fallback={<Waiting />}>
        <StageText key={stage.docId} stage={stage} />
      </Suspense>
    </div>
  );
}

import { Flag, Unlink, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinProblem } from '#shared/http/join.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

type Problem = JoinProblem | 'unreachable' | 'failed';

const icons: Partial<Record<Problem, typeof Unlink>> = { unreachable: WifiOff, classOver: Flag };
/** What may be over with the next try, or in some minutes. */
const passing: readonly Problem[] = ['unreachable', 'failed', 'tooMany'];
/** What another link would help with. */
const ofLink: readonly Problem[] = ['linkUnknown', 'linkExpired', 'linkRevoked', 'badRequest'];

/** A link that opens nothing: what is wrong with it, and what to do or whom to ask. */
export function LinkProblem({ problem, onRetry }: { problem: Problem; onRetry: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      wholePage
      icon={icons[problem] ?? Unlink}
      title={t(`join.problem.${problem}`)}
      action={
        passing.includes(problem) && (
          <Button look="primary" onClick={onRetry}>
            {t('join.retry')}
          </Button>
        )
      }
    >
      {ofLink.includes(problem) && t('join.askOrganiser')}
    </EmptyState>
  );
}

import { Unlink, WifiOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { JoinProblem } from '#shared/http/join.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

type Problem = JoinProblem | 'unreachable' | 'failed';

/** A link that opens nothing: what is wrong with it, and whom to ask. */
export function LinkProblem({ problem, onRetry }: { problem: Problem; onRetry: () => void }): ReactElement {
  const { t } = useTranslation();
  const retry = problem === 'unreachable' || problem === 'failed';
  return (
    <EmptyState
      wholePage
      icon={problem === 'unreachable' ? WifiOff : Unlink}
      title={t(`join.problem.${problem}`)}
      action={
        retry && (
          <Button look="primary" onClick={onRetry}>
            {t('join.retry')}
          </Button>
        )
      }
    >
      {!retry && t('join.askOrganiser')}
    </EmptyState>
  );
}

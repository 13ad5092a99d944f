import { EyeOff } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge.tsx';
import styles from './PollsPanel.module.css';

type PollMarksProps = { anonymous: boolean; quiz: boolean; children?: ReactNode };

/** Staff: what kind of poll it is, in short. */
export function PollMarks({ anonymous, quiz, children }: PollMarksProps): ReactElement | null {
  const { t } = useTranslation();
  if (!anonymous && !quiz && !children) return null;
  return (
    <p className={styles.marks}>
      {children}
      {quiz && <Badge tone="brand">{t('polls.quiz')}</Badge>}
      {anonymous && (
        <Badge>
          <EyeOff size="1em" aria-hidden="true" />
          {t('pollsStaff.secret')}
        </Badge>
      )}
    </p>
  );
}

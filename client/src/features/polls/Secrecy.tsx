import { Eye, EyeOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Secrecy.module.css';

/** Who sees what I answer: said before I do. */
export function Secrecy({ anonymous }: { anonymous: boolean }): ReactElement {
  const { t } = useTranslation();
  const Icon = anonymous ? EyeOff : Eye;
  return (
    <p className={styles.secrecy}>
      <Icon className={styles.icon} aria-hidden="true" />
      {t(anonymous ? 'polls.secret' : 'polls.named')}
    </p>
  );
}

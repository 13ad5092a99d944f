import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useMe, useNames, useView } from '../../room/roomHooks.ts';
import { useGroupName } from '../../room/useGroupName.ts';
import { Card } from '../../ui/Card.tsx';
import styles from './GroupCard.module.css';

/** Before group work: which group I will be in, and with whom. */
export function GroupCard(): ReactElement | null {
  const { t } = useTranslation();
  const { list } = useFormat();
  const { round } = useView('breakouts');
  const { id: me } = useMe();
  const name = useNames();
  const groupName = useGroupName();
  const titleId = useId();
  const group = round?.myGroup;
  if (!round || round.open || !group) return null;
  const others = group.members.filter((id) => id !== me);
  return (
    <section aria-labelledby={titleId} data-group={group.id}>
      <Card raised>
        <div className={styles.words}>
          <h2 id={titleId} className={styles.title}>
            {t('breakouts.yours', { group: groupName(group.name) })}
          </h2>
          <p>
            {others.length > 0
              ? t('breakouts.with', { names: list(others.map(name)) })
              : t('breakouts.alone')}
          </p>
          <p className={styles.soft}>{t('breakouts.soon')}</p>
        </div>
      </Card>
    </section>
  );
}

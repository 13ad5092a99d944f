import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PollView } from '#shared/features/polls.ts';
import { useFormat } from '../../i18n/format.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { useEnterpriseName } from '../../room/useEnterpriseName.ts';
import { answering } from './answering.ts';
import styles from './PollsPanel.module.css';
import { useAnswered } from './useAnswered.ts';

/** Staff: how many of those present have answered; of a named poll also who has not, by Enterprise. */
export function NotAnswered({ poll }: { poll: PollView }): ReactElement {
  const { t } = useTranslation();
  const { info } = useRoom();
  const { everyone, counts } = useView('people');
  const name = useNames();
  const enterpriseName = useEnterpriseName();
  const format = useFormat();
  const inWords = useAnswered();
  const votes = poll.staff?.votes;
  if (!votes)
    return <p>{t('pollsStaff.secretAnswers', { answered: poll.answered, count: counts.members })}</p>;

  const enterpriseIds = info.enterprises.map(({ id }) => id);
  const { present, answered, waiting } = answering(votes, everyone ?? {}, enterpriseIds);
  return (
    <div>
      {poll.people !== poll.answered && <p>{inWords(poll)}</p>}
      <p>{t('pollsStaff.ofPresent', { answered, count: present })}</p>
      {waiting.length > 0 && (
        <details className={styles.more}>
          <summary>{t('pollsStaff.waiting', { count: present - answered })}</summary>
          <ul className={styles.enterprises}>
            {waiting.map(({ enterpriseId, present: here, ids }) => (
              <li key={enterpriseId} data-enterprise={enterpriseId}>
                <h3 className={styles.enterprise}>
                  {enterpriseName(enterpriseId)}
                  <span className={styles.count}>
                    {t('pollsStaff.ofEnterprise', { missing: ids.length, count: here })}
                  </span>
                </h3>
                <p className={styles.soft}>{format.list(ids.map(name))}</p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpCall } from '#shared/features/help.ts';
import { useFormat } from '../../i18n/format.ts';
import { useCommand, useMe, useNames, useView } from '../../room/roomHooks.ts';
import { useEnterpriseName } from '../../room/useEnterpriseName.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './HelpCalls.module.css';

/** One call: who, from where, what, since when; and who of the staff goes. */
export function HelpCallBanner({ call, first }: { call: HelpCall; first: boolean }): ReactElement {
  const { t } = useTranslation();
  const { everyone } = useView('people');
  const { id: me } = useMe();
  const name = useNames();
  const format = useFormat();
  const answer = useCommand();
  const done = useCommand();
  const { participantId, kind, note, at, answeredBy } = call;
  const enterprise = useEnterpriseName()(everyone?.[participantId]?.enterpriseId);
  // A helper who went away leaves the call to the others.
  const helped = answeredBy !== null && (everyone?.[answeredBy]?.seats ?? 0) > 0;
  const who = name(participantId);
  return (
    <Banner
      tone={helped ? 'info' : 'warn'}
      title={enterprise ? `${who} · ${enterprise}` : who}
      action={
        <div className={styles.answers}>
          {answeredBy !== me && !helped && (
            <Button
              look={first ? 'primary' : 'quiet'}
              pending={answer.pending}
              onClick={() => void answer.send({ feature: 'help', type: 'answer', participantId })}
            >
              {t('helpStaff.answer')}
            </Button>
          )}
          <Button
            pending={done.pending}
            onClick={() => void done.send({ feature: 'help', type: 'done', participantId })}
          >
            {t('helpStaff.done')}
          </Button>
        </div>
      }
    >
      {t('helpStaff.since', { what: t(`help.kind.${kind}`), time: format.time(at) })}
      {note !== '' && <q className={styles.note}>{note}</q>}
      {helped && (
        <span className={styles.note}>
          {answeredBy === me ? t('helpStaff.youGo') : t('helpStaff.goes', { name: name(answeredBy) })}
        </span>
      )}
    </Banner>
  );
}

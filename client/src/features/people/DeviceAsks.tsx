import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useNames, useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './PeoplePanel.module.css';

/** Phones that ask to be someone who is in already. */
export function DeviceAsks(): ReactElement | null {
  const { t } = useTranslation();
  const { asks } = useView('people');
  const name = useNames();
  const { send, pending } = useCommand();
  if (!asks || asks.length === 0) return null;
  const answer = (askId: string, allow: boolean) =>
    void send({ feature: 'people', type: 'answerDevice', askId, allow });
  return (
    <>
      {asks.map(({ askId, participantId }, place) => (
        <Banner key={askId} tone="warn" title={t('people.askTitle', { name: name(participantId) })}>
          {t('people.askText')}
          <span className={styles.answers}>
            <Button
              look={place === 0 ? 'primary' : 'quiet'}
              pending={pending}
              onClick={() => answer(askId, true)}
            >
              {t('people.letIn')}
            </Button>
            <Button pending={pending} onClick={() => answer(askId, false)}>
              {t('people.dontLetIn')}
            </Button>
          </span>
        </Banner>
      ))}
    </>
  );
}

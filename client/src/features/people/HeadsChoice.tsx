import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { maxHeads } from '#shared/features/people.ts';
import { useCommand, useNames, useView } from '../../room/roomHooks.ts';
import { Stepper } from '../../ui/Stepper.tsx';

/** How many sit before a screen: one's own, or for staff that of the person named. */
export function HeadsChoice({ of }: { of?: { id: string; heads: number } }): ReactElement {
  const { t } = useTranslation();
  const { me } = useView('people');
  const name = useNames();
  const { send, pending } = useCommand();
  const { id: participantId, heads } = of ?? me;
  return (
    <Stepper
      label={of ? t('heads.labelOf', { name: name(participantId) }) : t('heads.label')}
      fewer={t('heads.fewer')}
      more={t('heads.more')}
      value={heads ?? 1}
      min={1}
      max={maxHeads}
      pending={pending}
      onChange={(to) => void send({ feature: 'people', type: 'setHeads', participantId, heads: to })}
    />
  );
}

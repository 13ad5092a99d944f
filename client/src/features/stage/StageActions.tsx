import { CircleArrowDown, CircleArrowUp, MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useName, useView } from '../../room/roomHooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';

/** Staff: what can be done with one member's place on the stage. */
export function StageActions({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const { stage, here, asked } = useView('stage');
  const name = useName(id);
  const { send, pending } = useCommand();
  const up = stage.find((performer) => performer.id === id);
  const heard = up ?? here?.find((performer) => performer.id === id);
  return (
    <>
      {heard?.microphone && (
        <IconButton
          icon={MicOff}
          label={t('stage.mute', { name })}
          pending={pending}
          onClick={() => void send({ feature: 'stage', type: 'mute', participantId: id })}
        />
      )}
      {up?.invited || asked?.includes(id) ? (
        <IconButton
          icon={CircleArrowDown}
          label={t(up ? 'stage.takeDown' : 'stage.takeBack', { name })}
          pending={pending}
          onClick={() => void send({ feature: 'stage', type: 'takeDown', participantId: id })}
        />
      ) : (
        <IconButton
          icon={CircleArrowUp}
          label={t('stage.invite', { name })}
          pending={pending}
          onClick={() => void send({ feature: 'stage', type: 'invite', participantId: id })}
        />
      )}
    </>
  );
}

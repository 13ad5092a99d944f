import { MicOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';

/** Staff: every microphone here but theirs is off in one tap. */
export function MuteAllButton(): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Button icon={MicOff} pending={pending} onClick={() => void send({ feature: 'stage', type: 'muteAll' })}>
      {t('stage.muteAll')}
    </Button>
  );
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../room/roomHooks.ts';
import { Switch } from '../../ui/Checkbox.tsx';

/** Staff open the chat for members, or close it. */
export function ChatSwitch({ open }: { open: boolean }): ReactElement {
  const { t } = useTranslation();
  const { send, pending } = useCommand();
  return (
    <Switch
      label={t('chatStaff.membersWrite')}
      checked={open}
      pending={pending}
      onChange={(next) => void send({ feature: 'chat', type: 'setOpen', open: next })}
    />
  );
}

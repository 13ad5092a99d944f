import { CircleHelp, EarOff, ImageOff, type LucideIcon, Users } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupOf } from '#shared/basics.ts';
import { type HelpKind, helpKinds } from '#shared/features/help.ts';
import { useCommand, useMe } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './HelpDialog.module.css';
import { HelpNote } from './HelpNote.tsx';

const icons: Record<HelpKind, LucideIcon> = {
  sound: EarOff,
  picture: ImageOff,
  group: Users,
  other: CircleHelp,
};

/** What is the matter: one tap calls staff, in private; "something else" asks for a word about it. */
export function HelpDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { space } = useMe();
  const { send, pending } = useCommand();
  const [writing, setWriting] = useState(false);
  const inGroup = groupOf(space) !== null;
  const call = async (kind: HelpKind, note = ''): Promise<void> => {
    const reply = await send({ feature: 'help', type: 'call', kind, note });
    if (reply.ok) onClose();
  };
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <div className={styles.kinds}>
        <p>{t('help.private')}</p>
        {helpKinds
          .filter((kind) => (kind !== 'group' || inGroup) && (kind !== 'other' || !writing))
          .map((kind, index) => (
            <Button
              key={kind}
              look={index === 0 && !writing ? 'primary' : 'quiet'}
              icon={icons[kind]}
              large
              wide
              pending={pending && !writing}
              onClick={() => (kind === 'other' ? setWriting(true) : void call(kind))}
            >
              {t(`help.kind.${kind}`)}
            </Button>
          ))}
        {writing && <HelpNote pending={pending} onCall={(note) => void call('other', note)} />}
      </div>
    </Dialog>
  );
}

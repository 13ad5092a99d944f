import { Ellipsis, MicOff, Pencil, UserMinus, UserPlus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { showToast } from '../../ui/toasts.ts';
import { KitSection, Row } from './KitSection.tsx';
import { useKitWords } from './words.ts';

export function OverlaysSection(): ReactElement {
  const words = useKitWords();
  const [open, setOpen] = useState<'leave' | 'poll' | null>(null);
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null);
  const close = (): void => setOpen(null);
  const entries: readonly MenuEntry[] = [
    {
      id: 'stage',
      label: words.stage,
      icon: UserPlus,
      onAction: () => showToast({ tone: 'good', text: words.stage }),
    },
    {
      id: 'mute',
      label: words.mute,
      icon: MicOff,
      onAction: () => showToast({ tone: 'info', text: words.mute }),
    },
    { id: 'rename', label: words.rename, icon: Pencil, onAction: close, disabled: true },
    'line',
    { id: 'remove', label: words.remove, icon: UserMinus, onAction: close, danger: true },
  ];
  return (
    <KitSection title={words.overlays}>
      <Row>
        <Button onClick={() => setOpen('leave')}>{words.openDialog}</Button>
        <Button onClick={() => setOpen('poll')}>{words.openQuestion}</Button>
        <Menu label={words.more} icon={Ellipsis} entries={entries} />
        <Menu label={words.people} icon={Ellipsis} iconOnly look="plain" entries={entries} />
        <Button onClick={() => showToast({ tone: 'info', text: words.toastInfo })}>{words.showToast}</Button>
        <Button onClick={() => showToast({ tone: 'error', text: words.toastError })}>
          {words.errorTitle}
        </Button>
        <Button
          onClick={() =>
            showToast({ tone: 'good', text: words.toastGood, action: { label: words.undo, onAction: close } })
          }
        >
          {words.undo}
        </Button>
      </Row>
      {open === 'leave' && (
        <Dialog
          title={words.dialogTitle}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{words.stay}</Button>
              <Button look="danger" onClick={close}>
                {words.leave}
              </Button>
            </>
          }
        >
          {words.dialogText}
        </Dialog>
      )}
      {open === 'poll' && (
        <Dialog
          title={words.pollTitle}
          onClose={close}
          dismissible={false}
          actions={
            <Button look="primary" disabled={answer === null} onClick={close}>
              {words.join}
            </Button>
          }
        >
          <RadioGroup
            label={words.sentence}
            value={answer}
            onChange={setAnswer}
            options={[
              { value: 'yes', label: words.every },
              { value: 'no', label: words.never },
            ]}
          />
        </Dialog>
      )}
    </KitSection>
  );
}

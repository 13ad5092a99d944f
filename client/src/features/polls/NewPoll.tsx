import { MessageCircleQuestionMark } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useRoom } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { asked, createdPoll, emptyDraft } from './draft.ts';
import { NewPollForm } from './NewPollForm.tsx';

/** Staff: a question made up on the spot, asked at once or kept. What was begun is there again. */
export function NewPoll(): ReactElement {
  const { t } = useTranslation();
  const { store } = useRoom();
  const keep = useCommand();
  const ask = useCommand();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(emptyDraft);
  const poll = asked(draft);
  const pending = keep.pending || ask.pending;

  const create = async (send: typeof keep.send, openIt: boolean): Promise<void> => {
    if (!poll || pending) return;
    const { question, options, anonymous } = poll;
    const before = store.view?.polls.planned ?? [];
    const reply = await send({
      feature: 'polls',
      type: 'create',
      question,
      options: [...options],
      anonymous,
    });
    if (!reply.ok) return;
    setDraft(emptyDraft);
    setOpen(false);
    const created = createdPoll(before, store.view?.polls.planned ?? [], question);
    if (openIt && created) await send({ feature: 'polls', type: 'open', pollId: created.id });
  };
  return (
    <>
      <Button icon={MessageCircleQuestionMark} wide onClick={() => setOpen(true)}>
        {t('pollsStaff.create')}
      </Button>
      {open && (
        <Dialog
          title={t('pollsStaff.createTitle')}
          onClose={() => setOpen(false)}
          actions={
            <>
              <Button disabled={!poll} pending={keep.pending} onClick={() => void create(keep.send, false)}>
                {t('pollsStaff.save')}
              </Button>
              <Button
                look="primary"
                disabled={!poll}
                pending={ask.pending}
                onClick={() => void create(ask.send, true)}
              >
                {t('pollsStaff.askNow')}
              </Button>
            </>
          }
        >
          <NewPollForm draft={draft} onChange={setDraft} />
        </Dialog>
      )}
    </>
  );
}

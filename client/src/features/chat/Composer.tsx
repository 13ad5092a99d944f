import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, memo, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maxChatText } from '#shared/features/chat.ts';
import { useCommand, useRoom } from '../../room/roomHooks.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import styles from './Composer.module.css';
import { keepDraft, keptDraft } from './draft.ts';

/** From here on it says how many characters are left. */
const warnBelow = 60;

/** Where a message is written. Enter sends, as in every chat that people know. Others' messages leave it as it is. */
export const Composer = memo(function Composer(): ReactElement {
  const { t } = useTranslation();
  const { seat } = useRoom();
  const { send, pending } = useCommand();
  const [text, setText] = useState(() => keptDraft(seat.participantId));
  const left = maxChatText - text.length;

  const write = (next: string): void => {
    keepDraft(seat.participantId, next);
    setText(next);
  };
  const say = async (): Promise<void> => {
    if (pending || text.trim() === '') return;
    const reply = await send({ feature: 'chat', type: 'send', text: text.trim() });
    if (reply.ok) write('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    void say();
  };
  return (
    <form
      className={styles.composer}
      data-kept
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <TextArea
        label={t('chat.write')}
        labelHidden
        placeholder={t('chat.write')}
        rows={1}
        maxLength={maxChatText}
        enterKeyHint="send"
        value={text}
        readOnly={pending}
        hint={left <= warnBelow ? t('chat.left', { count: left }) : undefined}
        onChange={write}
        onKeyDown={onKeyDown}
      />
      <IconButton
        type="submit"
        look="primary"
        icon={SendHorizontal}
        label={t('chat.send')}
        pending={pending}
        disabled={text.trim() === ''}
        // The focus stays in the text: a phone would put its keyboard away between two messages.
        onMouseDown={(event) => event.preventDefault()}
      />
    </form>
  );
});

/** Chinese is typed with a window of candidates, from which Enter chooses; Safari tells by 229 only. */
const isComposing = ({ nativeEvent }: KeyboardEvent): boolean =>
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

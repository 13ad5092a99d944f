import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe, useNames, useView } from '../../room/roomHooks.ts';
import { announce } from '../../ui/announce.ts';
import { markAtEnd, messagesAfter, type ReadMark } from './messages.ts';
import { useNewMessages } from './useNewMessages.ts';

/**
 * How many messages of others have come in my Space since the chat was last open; 0 while it is open.
 * It announces each of them while the chat is closed, so call it once on a page.
 */
export function useUnreadChat(open: boolean): number {
  const { t } = useTranslation();
  const chat = useView('chat');
  const { id, space } = useMe();
  const name = useNames();
  const [marks, setMarks] = useState<Readonly<Record<string, ReadMark>>>({});
  const mark = marks[space];

  useEffect(() => {
    if (chat && (open || !mark)) setMarks((all) => ({ ...all, [space]: markAtEnd(chat.messages) }));
    // `mark` changes by this itself, to one that is there: it runs once more at most.
  }, [chat, open, space, !mark]);

  useNewMessages((fresh) => {
    const last = fresh.at(-1);
    if (!open && last) announce(t('chat.from', { name: name(last.from) }));
  });
  if (open || !chat || !mark) return 0;
  return messagesAfter(chat.messages, mark).filter(({ from }) => from !== id).length;
}

import { useEffect, useState } from 'react';
import { useMe, useView } from '../../room/roomHooks.ts';
import { markAtEnd, messagesAfter, type ReadMark } from './messages.ts';
import { useMessageNews } from './useMessageNews.ts';

/**
 * How many messages of others have come in my Space since the chat was last open; 0 while it is open.
 * It announces each of them while the chat is closed, so call it once on a page.
 */
export function useUnreadChat(open: boolean): number {
  const chat = useView('chat');
  const { id, space } = useMe();
  const [marks, setMarks] = useState<Readonly<Record<string, ReadMark>>>({});
  const mark = marks[space];

  useEffect(() => {
    if (chat && (open || !mark)) setMarks((all) => ({ ...all, [space]: markAtEnd(chat.messages) }));
    // `mark` changes by this itself, to one that is there: it runs once more at most.
  }, [chat, open, space, !mark]);

  useMessageNews({ read: false, quiet: open });
  if (open || !chat || !mark) return 0;
  return messagesAfter(chat.messages, mark).filter(({ from }) => from !== id).length;
}

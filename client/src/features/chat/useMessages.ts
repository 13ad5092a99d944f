import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatMessage } from '#shared/features/chat.ts';
import type { ChatPage } from '#shared/http/chat.ts';
import type { EventBatch, Names } from '#shared/socket.ts';
import { askApi } from '../../room/api.ts';
import { useNames, useRoom, useView } from '../../room/roomHooks.ts';
import { showToast } from '../../ui/toasts.ts';
import { type Messages, withOlder, withoutMessage, withoutWriter, withPage } from './messages.ts';

const nothing: Messages = { messages: [], more: false };

/** The messages of my Space as far back as they were asked for. */
export function useMessages(): {
  messages: readonly ChatMessage[];
  more: boolean;
  nameOf: (id: string) => string;
  loadEarlier: () => void;
  loading: boolean;
} {
  const { store, info, seat } = useRoom();
  const { t } = useTranslation();
  const view = useView('chat') ?? nothing;
  const name = useNames();
  const kept = useRef(nothing);
  const [names, setNames] = useState<Names>({});
  const [loading, setLoading] = useState(false);
  // Counts the changes of what is kept, which the View doesn't tell of.
  const [change, setChange] = useState(0);

  // A ref tells nobody that it changed; the count does.
  const shown = useMemo(() => withOlder(kept.current, view), [view, change]);
  useEffect(() => {
    kept.current = shown;
  }, [shown]);

  useEffect(() => {
    const keep = (next: Messages) => {
      kept.current = next;
      setChange((count) => count + 1);
    };
    // A removed message goes at once, also where it is older than the View; so does what a snapshot
    // can't vouch for, since a removal may have been missed.
    const follow = ({ events }: EventBatch) => {
      for (const event of events) {
        if (event.feature !== 'chat') continue;
        if (event.type === 'messageRemoved') keep(withoutMessage(kept.current, event.messageId));
        if (event.type === 'messagesErased') keep(withoutWriter(kept.current, event.participantId));
      }
    };
    const forget = () => keep(nothing);
    store.socket.on('events', follow);
    store.socket.on('snapshot', forget);
    return () => {
      store.socket.off('events', follow);
      store.socket.off('snapshot', forget);
    };
  }, [store]);

  const loadEarlier = useCallback(() => {
    const before = kept.current.messages[0]?.id;
    if (before === undefined) return;
    setLoading(true);
    askApi<ChatPage>(`/sessions/${info.id}/chat?before=${before}`, { seat })
      .then(
        (page) => {
          setNames((known) => ({ ...known, ...page.names }));
          kept.current = withPage(kept.current, page, before);
          setChange((count) => count + 1);
        },
        () => showToast({ tone: 'error', text: t('chat.earlierFailed') }),
      )
      .finally(() => setLoading(false));
  }, [info.id, seat, t]);

  // A name that was put right since the page was loaded is the one that the store has.
  const nameOf = (id: string): string => store.names[id] ?? names[id] ?? name(id);
  return { ...shown, nameOf, loadEarlier, loading };
}

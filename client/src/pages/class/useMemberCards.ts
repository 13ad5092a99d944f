import type { PollView } from '#shared/features/polls.ts';
import { groupIn } from '../../features/breakouts/membership.ts';
import { type TrainerWord, useTrainerWord } from '../../features/breakouts/useTrainerWord.ts';
import type { ChatPreview } from '../../features/chat/useChatPreview.ts';
import { usePollBeforeClass } from '../../features/polls/usePollBeforeClass.ts';
import { useMe, useView } from '../../room/roomHooks.ts';
import type { Card } from './cards.ts';

type MemberCards = {
  /** Those that there are now. */
  present: readonly Card[];
  poll: PollView | null;
  putPollAway: () => void;
  word: TrainerWord | null;
};

/** What this member is asked and told right now. */
export function useMemberCards(message: ChatPreview | null): MemberCards {
  const { poll, putAway } = usePollBeforeClass();
  const word = useTrainerWord();
  const { round } = useView('breakouts');
  const { mine: call } = useView('help');
  const { me } = useView('stage');
  const { role, space } = useMe();
  const present: Card[] = [];
  if (role === 'member') {
    if (me.invitation === 'asked') present.push({ kind: 'invite', id: '' });
    if (poll) present.push({ kind: poll.open ? 'ask' : 'results', id: poll.id });
    if (word) present.push({ kind: 'word', id: String(word.at) });
    if (message) present.push({ kind: 'chat', id: message.id });
    if (call) present.push({ kind: 'help', id: '' });
    if (round && !round.open && round.myGroup) present.push({ kind: 'group', id: round.myGroup.id });
    if (round?.brief && groupIn(round, space)) present.push({ kind: 'task', id: '' });
  }
  return { present, poll, putPollAway: putAway, word };
}

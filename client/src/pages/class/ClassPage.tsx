import { memo, type ReactElement, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { isStaff } from '#shared/basics.ts';
import type { Joined } from '#shared/http/join.ts';
import type { SessionInfo } from '#shared/http/session.ts';
import { protocolVersion } from '#shared/protocolVersion.ts';
import { loadTexts } from '../../i18n/speak.ts';
import { MediaProvider } from '../../media/MediaProvider.tsx';
import { RemoteAudio } from '../../media/RemoteAudio.tsx';
import { ApiProblem, askApi } from '../../room/api.ts';
import { RoomStore } from '../../room/RoomStore.ts';
import { RoomContext, useConnection, useView } from '../../room/roomHooks.ts';
import { lazyPage, loadPartsAhead } from '../../ui/lazily.ts';
import { startServiceWorker } from '../../ui/serviceWorker.ts';
import { useKeptPlace } from '../../ui/useKeptPlace.ts';
import { forgetPerson, savedSeat } from '../savedSeats.ts';
import { useBigScreen, useWideDisplay } from './bigScreen.ts';
import { ClassEnd, type EndKind } from './ClassEnd.tsx';
import { ClassOver } from './ClassOver.tsx';
import { Connecting } from './Connecting.tsx';
import { ConnectionNote } from './ConnectionNote.tsx';
import { Outdated } from './Outdated.tsx';
import { useFocusInSight } from './useFocusInSight.ts';

// A member's phone never loads the console, nor a trainer's laptop the phone's class.
const Console = lazyPage(() => import('./Console.tsx'));
const MemberClass = lazyPage(() => import('./MemberClass.tsx'));
const BigScreen = lazyPage(() => import('./BigScreen.tsx'));

/** One try to enter: its number, and when it began, in milliseconds. */
type Try = { readonly number: number; readonly since: number };

/** A class, for whoever this device is in it. */
export default function ClassPage(address: { sessionId: string; participantId: string }): ReactElement {
  const seat = useMemo(() => savedSeat(address.participantId), [address.participantId]);
  const [entry, setEntry] = useState<Try>(() => ({ number: 0, since: Date.now() }));
  const again = useCallback(() => setEntry(({ number }) => ({ number: number + 1, since: Date.now() })), []);
  if (!seat) return <ClassEnd kind="notJoined" />;
  return <Entering key={entry.number} seat={seat} since={entry.since} onAgain={again} />;
}

type EnteringProps = { seat: Joined; since: number; onAgain: () => void };

/** What has to be had before there is a class: its connection, its texts and what it is. */
function Entering({ seat, since, onAgain }: EnteringProps): ReactElement {
  const [entered, setEntered] = useState<RoomContext | EndKind | null>(null);
  useEffect(() => {
    let gone = false;
    const { sessionId, participantId, secret } = seat;
    // Opened beside what is loaded and not after it: a slow network's round trips are saved.
    const store = new RoomStore({ sessionId, participantId, secret, protocol: protocolVersion });
    const texts = [loadTexts('class'), ...(isStaff(seat.role) ? [loadTexts('staff')] : [])];
    const info = askApi<SessionInfo>(`/sessions/${sessionId}`, { seat });
    Promise.all([info, ...texts]).then(
      ([session]) => !gone && setEntered({ store, info: session, seat }),
      (error: unknown) => {
        store.close();
        const code = error instanceof ApiProblem ? error.code : 'unreachable';
        if (code === 'notJoined') forgetPerson(participantId);
        if (!gone) setEntered(endOf(code));
      },
    );
    return () => {
      gone = true;
      store.close();
    };
  }, [seat]);

  if (entered === null) return <Connecting since={since} />;
  if (typeof entered === 'string') return <ClassEnd kind={entered} onAgain={onAgain} />;
  return <LiveClass room={entered} since={since} onAgain={onAgain} />;
}

type LiveClassProps = { room: RoomContext; since: number; onAgain: () => void };

function LiveClass({ room, since, onAgain }: LiveClassProps): ReactElement {
  useKeptPlace();
  useFocusInSight();
  return (
    <RoomContext value={room}>
      <MediaProvider>
        <RemoteAudio />
        <Connected store={room.store} since={since} onAgain={onAgain} />
      </MediaProvider>
    </RoomContext>
  );
}

/** By then the class is drawn, on a slow network too, and nothing has to wait for what is loaded ahead; in ms. */
const settledAfter = 3_000;

/** One screen for each state of the connection. */
function Connected(props: { store: RoomStore; since: number; onAgain: () => void }): ReactElement {
  const { store, since, onAgain } = props;
  const connection = useConnection(store);
  const isLive = connection.at === 'live';
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(() => {
      void loadPartsAhead();
      startServiceWorker();
    }, settledAfter);
    return () => clearTimeout(timer);
  }, [isLive]);
  switch (connection.at) {
    case 'connecting':
      return <Connecting since={since} />;
    case 'ended':
      return <ClassEnd kind={connection.reason} onAgain={onAgain} />;
    case 'refused':
      return <ClassEnd kind={endOf(connection.problem)} />;
    case 'live':
    case 'reconnecting':
    case 'outdated': {
      if (connection.view.session.phase === 'closed') return <ClassOver />;
      return (
        <>
          {connection.at === 'reconnecting' && <ConnectionNote since={connection.since} />}
          {connection.at === 'outdated' && <Outdated />}
          <Suspense fallback={<Connecting since={since} />}>
            <Face />
          </Suspense>
        </>
      );
    }
  }
}

/** The class as one's own device shows it, or as a wall does. Events draw anew what they change, and not all of it. */
const Face = memo(function Face(): ReactElement {
  const { me } = useView('people');
  // Whom somebody joins later would be surprised to find another screen.
  const [byItself] = useState(me.heads !== null);
  const big = useBigScreen(byItself);
  if (useWideDisplay() && big) return <BigScreen />;
  return isStaff(me.role) ? <Console /> : <MemberClass />;
});

const ends: readonly string[] = ['removed', 'linkRevoked', 'classOver', 'unreachable'] satisfies EndKind[];

/** What the server said no with, as a screen. After a mistake of its own another try may help. */
function endOf(code: string): EndKind {
  if (code === 'failed') return 'unreachable';
  return ends.includes(code) ? (code as EndKind) : 'notJoined';
}

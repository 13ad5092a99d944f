import { type ReactElement, Suspense, useEffect, useMemo, useState } from 'react';
import { isStaff } from '#shared/basics.ts';
import type { Joined } from '#shared/http/join.ts';
import type { SessionInfo } from '#shared/http/session.ts';
import { protocolVersion } from '#shared/protocolVersion.ts';
import { loadTexts } from '../../i18n/speak.ts';
import { MediaProvider } from '../../media/MediaProvider.tsx';
import { RemoteAudio } from '../../media/RemoteAudio.tsx';
import { ApiProblem, askApi } from '../../room/api.ts';
import { RoomStore } from '../../room/RoomStore.ts';
import { RoomContext, useConnection } from '../../room/roomHooks.ts';
import { lazyPage, loadPartsAhead } from '../../ui/lazily.ts';
import { Waiting } from '../../ui/Spinner.tsx';
import { savedSeat } from '../savedSeats.ts';
import { ClassEnd, type EndKind } from './ClassEnd.tsx';
import { ConnectionNote } from './ConnectionNote.tsx';
import { Outdated } from './Outdated.tsx';

// A member's phone never loads the console, nor a trainer's laptop the phone's class.
const Console = lazyPage(() => import('./Console.tsx'));
const MemberClass = lazyPage(() => import('./MemberClass.tsx'));

/** A class, for whoever this device is in it. */
export default function ClassPage(address: { sessionId: string; participantId: string }): ReactElement {
  const seat = useMemo(() => savedSeat(address.participantId), [address.participantId]);
  const [loaded, setLoaded] = useState<SessionInfo | EndKind | null>(null);

  useEffect(() => {
    if (!seat) return;
    let gone = false;
    const texts = [loadTexts('class'), ...(isStaff(seat.role) ? [loadTexts('staff')] : [])];
    const info = askApi<SessionInfo>(`/sessions/${seat.sessionId}`, { seat });
    Promise.all([info, ...texts]).then(
      ([session]) => !gone && setLoaded(session),
      (error: unknown) => !gone && setLoaded(error instanceof ApiProblem ? endOf(error.code) : 'unreachable'),
    );
    return () => {
      gone = true;
    };
  }, [seat]);

  if (!seat) return <ClassEnd kind="notJoined" />;
  if (loaded === null) return <Waiting />;
  if (typeof loaded === 'string') return <ClassEnd kind={loaded} />;
  return <LiveClass seat={seat} info={loaded} />;
}

function LiveClass({ seat, info }: { seat: Joined; info: SessionInfo }): ReactElement {
  const [store, setStore] = useState<RoomStore | null>(null);
  useEffect(() => {
    const { sessionId, participantId, secret } = seat;
    const opened = new RoomStore({ sessionId, participantId, secret, protocol: protocolVersion });
    setStore(opened);
    return () => opened.close();
  }, [seat]);
  const room = useMemo(() => (store ? { store, info, seat } : null), [store, info, seat]);
  if (!room) return <Waiting />;
  return (
    <RoomContext value={room}>
      <MediaProvider>
        <RemoteAudio />
        <Connected store={room.store} />
      </MediaProvider>
    </RoomContext>
  );
}

/** By then the class is drawn, on a slow network too, and nothing has to wait for what is loaded ahead; in ms. */
const settledAfter = 3_000;

/** One screen for each state of the connection. */
function Connected({ store }: { store: RoomStore }): ReactElement {
  const connection = useConnection(store);
  const isLive = connection.at === 'live';
  useEffect(() => {
    if (!isLive) return;
    const timer = setTimeout(loadPartsAhead, settledAfter);
    return () => clearTimeout(timer);
  }, [isLive]);
  switch (connection.at) {
    case 'connecting':
      return <Waiting />;
    case 'ended':
      return <ClassEnd kind={connection.reason} />;
    case 'refused':
      return <ClassEnd kind={endOf(connection.problem)} />;
    case 'live':
    case 'reconnecting':
    case 'outdated': {
      if (connection.view.session.phase === 'closed') return <ClassEnd kind="classOver" />;
      const staff = isStaff(connection.view.people.me.role);
      return (
        <>
          {connection.at === 'reconnecting' && <ConnectionNote since={connection.since} />}
          {connection.at === 'outdated' && <Outdated />}
          <Suspense fallback={<Waiting />}>{staff ? <Console /> : <MemberClass />}</Suspense>
        </>
      );
    }
  }
}

const ends: readonly string[] = ['removed', 'linkRevoked', 'classOver', 'unreachable'] satisfies EndKind[];
const endOf = (code: string): EndKind => (ends.includes(code) ? (code as EndKind) : 'notJoined');

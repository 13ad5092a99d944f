import type { Space } from '#shared/basics.ts';
import type { MediaMode, Source } from '#shared/media.ts';
import { type MediaState, placementOf, sendableBy } from './placement.ts';

/** What holds at this moment and is not in the Journal. */
export type LiveFacts = {
  readonly seats: readonly {
    readonly seatId: string;
    readonly participantId: string;
    readonly mode: MediaMode;
  }[];
  /** The Seat that sends a Participant's microphone and camera: the one that began to last. */
  readonly deviceSeats: ReadonlyMap<string, string>;
  /** The same for their screen, which may be another machine's. */
  readonly screenSeats: ReadonlyMap<string, string>;
  /** Whose voice neither comes nor goes: others in their room have sound on. */
  readonly silenced: ReadonlySet<string>;
  /** Who was heard last, latest first; decides where not everybody fits. */
  readonly voices: readonly string[];
};

/** One thing that a Seat receives. */
export type Wanted = {
  readonly from: string;
  /** The Seat that sends it. */
  readonly seatId: string;
  readonly source: Source;
  /** mediasoup's: from 1 to 255; bandwidth goes to the highest first. */
  readonly priority: number;
  /** The largest simulcast layer that may be sent. */
  readonly spatialLayer: number;
  /** A muted microphone: nothing comes of it, but it's at hand, so that unmuting is heard at once. */
  readonly standby: boolean;
};

export type Plan = {
  /** What each Seat may send. */
  readonly send: ReadonlyMap<string, readonly Source[]>;
  readonly receive: ReadonlyMap<string, readonly Wanted[]>;
};

type Limits = { voices: number; cameras: number };
/** A Breakout's phones share one factory's network. */
const groupLimits: Limits = { voices: 3, cameras: 4 };
/** A stage of nine small pictures fills a screen; more voices at once nobody follows. */
const plenaryLimits: Limits = { voices: 8, cameras: 9 };

/** Two voices, so that nobody's first word is lost; silence costs next to nothing. */
const modeLimits: Readonly<Record<MediaMode, Limits>> = {
  full: plenaryLimits,
  light: { voices: plenaryLimits.voices, cameras: 1 },
  audio: { voices: 2, cameras: 0 },
};

const priorities = { microphone: 255, screen: 200, leadCamera: 150, camera: 100 };

/** Who sends in one Space, those who go first in front. */
type Performer = { id: string; sends: readonly Source[]; muted: boolean; leads: boolean };

/** What there is to receive in one Space, those who go first in front: the same for everybody there. */
type Offer = {
  limits: Limits;
  voices: readonly Wanted[];
  screens: readonly Wanted[];
  cameras: readonly Wanted[];
};

/** Who may send what, and who receives whose: pure, and all that mediasoup has to be brought to. */
export function plan(state: MediaState, facts: LiveFacts): Plan {
  const send = new Map<string, readonly Source[]>();
  for (const { seatId, participantId } of facts.seats) {
    const sendable = sendableBy(state, participantId, facts.silenced);
    const mine = sendable.filter((source) => seatSending(facts, participantId, source) === seatId);
    send.set(seatId, mine);
  }

  const offers = offersBySpace(state, facts, send);
  const receive = new Map<string, readonly Wanted[]>();
  for (const { seatId, participantId, mode } of facts.seats) {
    const placement = placementOf(state, participantId);
    const hears = placement ? [...new Set([placement.space, ...placement.alsoHears])] : [];
    const viewer = { id: participantId, mode, deaf: facts.silenced.has(participantId) };
    const wanted = hears.flatMap((space) => wantedOf(offers.get(space), viewer));
    receive.set(seatId, hears.length > 1 ? onceEach(wanted) : wanted);
  }
  return { send, receive };
}

/** The Seat that a Participant's source comes from, if it has ever come. */
export function seatSending(facts: LiveFacts, participantId: string, source: Source): string | undefined {
  return (source === 'screen' ? facts.screenSeats : facts.deviceSeats).get(participantId);
}

function offersBySpace(state: MediaState, facts: LiveFacts, send: Plan['send']): Map<Space, Offer> {
  const senders = new Map<string, Source[]>();
  for (const { seatId, participantId } of facts.seats)
    senders.set(participantId, [...(senders.get(participantId) ?? []), ...(send.get(seatId) ?? [])]);

  const bySpace = new Map<Space, Performer[]>();
  for (const [id, sends] of senders) {
    const muted =
      !sends.includes('microphone') && !facts.silenced.has(id) && facts.deviceSeats.get(id) !== undefined;
    if (sends.length === 0 && !muted) continue;
    for (const space of placementOf(state, id)?.speaksTo ?? []) {
      const list = bySpace.get(space) ?? [];
      list.push({ id, sends, muted, leads: false });
      bySpace.set(space, list);
    }
  }
  const heard = new Map(facts.voices.map((id, index) => [id, index]));
  const offers = new Map<Space, Offer>();
  for (const [space, list] of bySpace) {
    order(list, state.session.presenter, heard);
    offers.set(space, offerIn(space, list, facts));
  }
  return offers;
}

/** The presenter first, then whoever spoke last; ids last, so that equal States give equal plans. */
function order(list: Performer[], presenter: string | null, heard: ReadonlyMap<string, number>): void {
  const rank = (p: Performer) => (p.id === presenter ? -1 : (heard.get(p.id) ?? heard.size));
  list.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  // Not whoever speaks: one large picture that changes with every "yes" costs everyone a key frame.
  const withCamera = list.filter((p) => p.sends.includes('camera'));
  const lead = withCamera.find((p) => p.id === presenter) ?? withCamera.toSorted(byId)[0];
  if (lead) lead.leads = true;
}

const byId = (a: Performer, b: Performer) => (a.id < b.id ? -1 : 1);

function offerIn(space: Space, performers: readonly Performer[], facts: LiveFacts): Offer {
  const isPlenary = space === 'plenary';
  const sending = (source: Source) => performers.filter((p) => p.sends.includes(source));
  const want = (p: Performer, source: Source, priority: number, spatialLayer: number): Wanted[] => {
    const seatId = seatSending(facts, p.id, source);
    const standby = source === 'microphone' && p.muted;
    return seatId ? [{ from: p.id, seatId, source, priority, spatialLayer, standby }] : [];
  };
  const audible = [...sending('microphone'), ...performers.filter((p) => p.muted)];
  return {
    limits: isPlenary ? plenaryLimits : groupLimits,
    voices: audible.flatMap((p) => want(p, 'microphone', priorities.microphone, 0)),
    screens: sending('screen').flatMap((p) => want(p, 'screen', priorities.screen, 2)),
    cameras: sending('camera').flatMap((p) => {
      const leads = isPlenary && p.leads;
      const layer = isPlenary ? (leads ? 2 : 1) : 0;
      return want(p, 'camera', leads ? priorities.leadCamera : priorities.camera, layer);
    }),
  };
}

type ReceivingSeat = { id: string; mode: MediaMode; deaf: boolean };

/** What one device receives of it: nothing of its person's own, and no more than the first few. */
function wantedOf(offer: Offer | undefined, { id, mode, deaf }: ReceivingSeat): Wanted[] {
  if (!offer) return [];
  const { limits, voices, screens, cameras } = offer;
  const own = modeLimits[mode];
  const heard = deaf ? [] : firstOf(voices, Math.min(limits.voices, own.voices), id);
  if (mode === 'audio') return heard;
  const shared = firstOf(screens, screens.length, id);
  if (mode === 'full') return [...heard, ...shared, ...firstOf(cameras, limits.cameras, id)];
  // One picture: the screen, where somebody shares theirs.
  const picture = shared.length > 0 ? shared : firstOf(cameras, own.cameras, id);
  return [...heard, ...picture.map((wanted) => ({ ...wanted, spatialLayer: 0 }))];
}

/** The first `most` of others; one's own is at most one of them. */
const firstOf = (all: readonly Wanted[], most: number, viewerId: string): Wanted[] =>
  all
    .slice(0, most + 1)
    .filter(({ from }) => from !== viewerId)
    .slice(0, most);

/** Who is heard in two Spaces is received once, the better way. */
function onceEach(wanted: readonly Wanted[]): Wanted[] {
  const best = new Map<string, Wanted>();
  for (const item of wanted) {
    const key = wantedKey(item);
    const other = best.get(key);
    if (!other || other.priority < item.priority) best.set(key, item);
  }
  return [...best.values()];
}

/** What tells one thing received from another. */
export const wantedKey = (wanted: Pick<Wanted, 'seatId' | 'source'>): string =>
  `${wanted.seatId} ${wanted.source}`;

import type { RoomEvent } from '#shared/contract.ts';
import { cast } from './cast.ts';
import { markedText } from './Draw.ts';
import type { FakeClass } from './FakeClass.ts';

type Kind = (value: string, room: FakeClass, observerId: string) => boolean;

/** A word of the code, such as a phase; neither an id of the law's nor a text that somebody wrote. */
const word: Kind = (value) => /^[a-z][A-Za-z0-9]*$/.test(value);
const ownId: Kind = (value, _room, observerId) => value === observerId;
const staffId: Kind = (value) =>
  cast.some((p) => p.id === value && (p.role === 'trainer' || p.role === 'moderator'));
/** Staff, or a member who is up and so is seen and heard by everyone. */
const onStageId: Kind = (value, room, observerId) =>
  staffId(value, room, observerId) || room.state.stage.invited.includes(value);
const enterpriseId: Kind = (value) => value.startsWith('e-');
/** The id of a thing, not of a person. */
const thingId: Kind = (value) => /^(id|(?!seat)[a-z]+-made)-/.test(value);
/** What staff prepared or wrote for the class. */
const staffText: Kind = (value, room) => {
  const marked = markedText.exec(value);
  return marked !== null && !room.memberTexts.has(Number(marked[1]));
};

/**
 * Every text in an Observer's View, by where it stands, and what it may be; all else there is counts.
 * `[]` stands for an item of a list, `.*` for the keys of a dictionary. A text that is only in an
 * Event, and not kept in the View, is named by `feature/eventType.path`.
 */
const observersMayRead: Readonly<Record<string, Kind>> = {
  'session.phase': word,
  'session.presenter': staffId,
  'people.me.id': ownId,
  'people.me.role': word,
  'people.me.space': word,
  'people.counts.byEnterprise.*': enterpriseId,
  'slides.shown.deck.id': thingId,
  'slides.shown.deck.title': staffText,
  'stage.stage[].id': onStageId,
  'runOfShow.segments[].id': thingId,
  'runOfShow.segments[].kind': word,
  ...inBothLanguages('runOfShow.segments[].title'),
  'runOfShow.current': thingId,
  'cases.shown.to': word,
  'cases.shown.caseId': thingId,
  'clips.shown.clip.id': thingId,
  'clips.shown.clip.title': staffText,
  'polls.opened[].id': thingId,
  ...inBothLanguages('polls.opened[].question', 'polls.opened[].options[]', 'polls.opened[].answer.why'),
};

/** Texts that staff wrote in Chinese and in English. */
function inBothLanguages(...paths: string[]): Record<string, Kind> {
  return Object.fromEntries(paths.flatMap((path) => [`${path}.zh`, `${path}.en`]).map((p) => [p, staffText]));
}

type Text = { path: string; value: string };

/** All texts in a value, the keys of dictionaries included. */
function textsIn(value: unknown, path: string): Text[] {
  if (typeof value === 'string') return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsIn(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    // Names in code are words; ids and texts of the law are not.
    if (/^[A-Za-z0-9]+$/.test(key)) return textsIn(item, `${path}.${key}`);
    return [{ path: `${path}.*`, value: key }, ...textsIn(item, `${path}.*`)];
  });
}

/**
 * What an Observer was told that is no count and isn't on the list, as a sentence; null when there is
 * nothing. Events are looked into as well: a View may keep less than they told.
 */
export function observerReadsTooMuch(room: FakeClass): string | null {
  for (const { id, event, view } of room.glimpses) {
    const changed = event ? { [event.feature]: view[event.feature] } : view;
    const inView = Object.entries(changed).flatMap(([feature, part]) => textsIn(part, feature));
    const kept = new Set(inView.map((text) => text.value));
    const inEvent = event ? textsInEvent(event).filter((text) => !kept.has(text.value)) : [];
    for (const { path, value } of [...inView, ...inEvent])
      if (!observersMayRead[path]?.(value, room, id))
        return `an Observer reads ${JSON.stringify(value)} at ${path}`;
  }
  return null;
}

const textsInEvent = ({ feature, type, ...rest }: RoomEvent) => textsIn(rest, `${feature}/${type}`);

import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DeckImport } from '../http/decks/DeckImport.ts';
import { pictureKey } from '../http/sessions/pictureRoutes.ts';
import type { Blobs } from '../persistence/blobs.ts';
import type { Identity } from '../persistence/identity.ts';
import type { Sessions } from '../persistence/sessions.ts';
import type { Room } from '../room/Room.ts';
import type { Rooms } from '../room/Rooms.ts';
import { demoMaterial, demoPictures } from './demoMaterial.ts';
import { demoProgramme } from './programme.ts';

/** Tokens of the demo's links; the database has only their hashes, so this file is the one place to read them. */
type DemoTokens = {
  readonly trainers: readonly { readonly name: string; readonly token: string }[];
  readonly enterprises: readonly { readonly name: string; readonly token: string }[];
  readonly observer: { readonly token: string };
};

const Named = z.object({ name: z.string(), link: z.string() });

/** What `demo-links.json` holds, for people and for tools. */
const DemoLinks = z.object({
  baseUrl: z.string(),
  session: z.object({ id: z.string(), title: z.string() }),
  trainers: z.array(Named),
  enterprises: z.array(Named),
  observer: z.object({ link: z.string() }),
});
export type DemoLinks = z.infer<typeof DemoLinks>;

type Parts = {
  readonly identity: Identity;
  readonly sessions: Sessions;
  readonly rooms: Rooms;
  readonly deckImport: DeckImport;
  readonly blobs: Blobs;
};

const { session, trainers, enterprises, observer } = demoProgramme;

/** Half an hour after the first start, so that there is time to look around. */
const startsIn = 30 * 60_000;

/**
 * Makes the demo's Session, Enterprises, rosters, people and material where there is no Session yet, or
 * only this one. What an earlier start did not come to is done now; what is there stays as it is.
 */
export async function seedDemoProgramme(parts: Parts): Promise<void> {
  await seedDemoClass(parts);
  await putDeck(parts);
}

/** The same without its deck, which takes the longest. */
export async function seedDemoClass(parts: Parts): Promise<void> {
  const { identity, sessions, rooms, blobs } = parts;
  if (!(await sessions.get(session.id))) {
    if (!(await sessions.isEmpty())) return;
    await makeSession(sessions);
  }
  const staff = trainers.map(({ id, name }) => ({ id, name: name.zh, role: 'trainer' as const }));
  for (const person of [...staff, { id: observer.id, name: observer.name.zh, role: 'observer' as const }])
    if (!(await identity.person(person.id)))
      await identity.addPerson(
        { sessionId: session.id, enterpriseId: null, rosterId: null, name: person.name, role: person.role },
        person.id,
      );
  for (const { name, file } of demoPictures) {
    const key = pictureKey(session.id, name);
    if (!(await blobs.has(key))) await blobs.put(key, await readFile(demoFile(file)));
  }
  await putMaterial(await rooms.get(session.id));
}

async function makeSession(sessions: Sessions): Promise<void> {
  const roster = enterprises.flatMap((enterprise) =>
    enterprise.roster.map((member) => ({ ...member, enterprise_id: enterprise.id })),
  );
  await sessions.create(
    {
      id: session.id,
      title: session.title,
      startsAt: Math.ceil((Date.now() + startsIn) / 60_000) * 60_000,
      minutes: 90,
      timeZone: 'Asia/Shanghai',
      enterprises: enterprises.map(({ id, name }) => ({ id, name })),
    },
    roster,
  );
}

/** Until the class opens, the plan may be put in again without harm; after that it is the trainers'. */
async function putMaterial(room: Room): Promise<void> {
  if (room.state.session.phase !== 'scheduled' || room.state.runOfShow.segments.length > 0) return;
  for (const command of demoMaterial()) {
    const refusal = room.system(command);
    if (refusal) throw new Error(`The demo's ${command.feature}.${command.type} was refused: ${refusal}.`);
  }
  await room.settled();
}

async function putDeck({ deckImport, rooms }: Parts): Promise<void> {
  const { deck } = demoProgramme;
  const { state } = await rooms.get(session.id);
  const known = state.slides.decks.length > 0 || (await deckImport.has(deck.id));
  if (known || state.session.phase !== 'scheduled') return;
  await deckImport.add(session.id, deck.title.zh, 'pptx', await readFile(demoFile(deck.file)), deck.id);
}

export const demoFile = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * The demo's links at this address. They are read from the data folder, or made where they are missing there, can't be
 * read, or are those of another database. Links that were made before stay as good as they were.
 * @returns null when the demo's Session isn't in this database.
 */
export async function demoLinks(dataDir: string, baseUrl: string, parts: Parts): Promise<DemoLinks | null> {
  if (!(await parts.sessions.get(session.id))) return null;
  const path = join(dataDir, 'demo-links.json');
  const saved = await savedTokens(path);
  const isOurs = saved !== null && (await areKnown(saved, parts.identity));
  const tokens = isOurs ? saved : await makeTokens(parts.identity);
  const link = (token: string) => `${baseUrl}/j/${token}`;
  const links: DemoLinks = {
    baseUrl,
    session: { id: session.id, title: session.title.zh },
    trainers: tokens.trainers.map(({ name, token }) => ({ name, link: link(token) })),
    enterprises: tokens.enterprises.map(({ name, token }) => ({ name, link: link(token) })),
    observer: { link: link(tokens.observer.token) },
  };
  await keep(path, `${JSON.stringify(links, null, 2)}\n`);
  return links;
}

/** Writes it where it is another text: a full disk must not keep a class from going on after a restart. */
async function keep(path: string, text: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return;
  // Under another name first: a start that is cut short must not leave half of it.
  await writeFile(`${path}.unfinished`, text, { mode: 0o600, flush: true });
  await rename(`${path}.unfinished`, path);
}

async function savedTokens(path: string): Promise<DemoTokens | null> {
  const read = await readFile(path, 'utf8')
    .then((text) => DemoLinks.safeParse(JSON.parse(text)))
    .catch(() => null);
  if (!read?.success) return null;
  const links = read.data;
  const token = (link: string) => link.slice(link.lastIndexOf('/') + 1);
  return {
    trainers: links.trainers.map(({ name, link }) => ({ name, token: token(link) })),
    enterprises: links.enterprises.map(({ name, link }) => ({ name, token: token(link) })),
    observer: { token: token(links.observer.link) },
  };
}

async function areKnown(tokens: DemoTokens, identity: Identity): Promise<boolean> {
  const all = [...tokens.trainers, ...tokens.enterprises, tokens.observer];
  const links = await Promise.all(all.map(({ token }) => identity.link(token)));
  return links.every((link) => link !== null);
}

async function makeTokens(identity: Identity): Promise<DemoTokens> {
  const unlimited = { sessionId: session.id, expiresAt: null };
  const personal = (
    kind: 'trainer' | 'observer',
    { id, name }: (typeof trainers)[number] | typeof observer,
  ) => identity.makeLink({ ...unlimited, kind, enterpriseId: null, participantId: id, personName: name.zh });
  return {
    trainers: await Promise.all(
      trainers.map(async (trainer) => ({ name: trainer.name.zh, token: await personal('trainer', trainer) })),
    ),
    enterprises: await Promise.all(
      enterprises.map(async ({ id, name }) => ({
        name: name.zh,
        token: await identity.makeLink({
          ...unlimited,
          kind: 'enterprise',
          enterpriseId: id,
          participantId: null,
          personName: null,
        }),
      })),
    ),
    observer: { token: await personal('observer', observer) },
  };
}

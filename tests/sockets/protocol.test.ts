import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Command } from '#shared/commands/command.ts';
import { foldRoom, type RoomEvent, type RoomView } from '#shared/contract.ts';
import { AskForDevice, Join, Joined, joinProblems, LinkInfo, OpenLink } from '#shared/http/join.ts';
import { refusals } from '#shared/refusals.ts';
import { DocumentRequest } from '#shared/schemas/documents.ts';
import { Signal } from '#shared/schemas/signals.ts';
import { CommandId, SocketAuth } from '#shared/schemas/socket.ts';
import { commandTable } from './commandTable.ts';
import { enterprises, School, type SchoolClass } from './School.ts';

const project = join(import.meta.dirname, '../..');
const document = readFileSync(join(project, 'docs/protocol.md'), 'utf8');

let school: School;
let schoolClass: SchoolClass;
let view: RoomView;
beforeAll(async () => {
  school = await School.open();
  schoolClass = await school.newClass();
  const member = await schoolClass.enter('member');
  if (!member.view) throw new Error('Whoever is in has a View.');
  view = member.view;
});
afterAll(async () => {
  schoolClass.close();
  await school.close();
});

/** The code blocks of the document, by the word after their language. */
const blocks = [...document.matchAll(/^ *```(?:json|js) (\w+)\n([\s\S]*?)^ *```$/gm)].map(
  ([, what = '', text = '']) => ({ what, text }),
);
const examples = blocks
  .filter(({ what }) => what !== 'client')
  .map(({ what, text }, index) => [`${what} (example ${index + 1})`, what, text] as const);

const Names = z.record(z.string(), z.string());
const schemas: Readonly<Record<string, z.ZodType>> = {
  OpenLink,
  LinkInfo: LinkInfo.strict(),
  Join,
  Joined: Joined.strict(),
  AskForDevice,
  SocketAuth,
  Signal,
  DocumentRequest,
  Envelope: z.strictObject({ id: CommandId, command: Command }),
  Reply: z.union([
    z.strictObject({ ok: z.literal(true) }),
    z.strictObject({ ok: z.literal(false), refusal: z.enum(refusals) }),
  ]),
  Snapshot: z.strictObject({ view: z.custom((part) => isPartOf(part, view)), names: Names }),
  EventBatch: z.strictObject({ events: z.array(z.custom<RoomEvent>(isEvent)), names: Names }),
};

/** Whether an example has no key that the real thing lacks. */
function isPartOf(part: unknown, whole: unknown): boolean {
  if (part === null || whole === null || Array.isArray(part) || typeof part !== 'object') return true;
  if (typeof whole !== 'object') return false;
  if (Object.keys(whole).every((key) => key.includes('-'))) return true; // Keyed by ids, which differ.
  return Object.entries(part).every(
    ([key, value]) => key in whole && isPartOf(value, (whole as Record<string, unknown>)[key]),
  );
}

/** An Event that no feature knows folds onto nothing. */
function isEvent(event: unknown): boolean {
  const { feature } = event as RoomEvent;
  return foldRoom(view, event as RoomEvent)[feature] !== undefined;
}

describe('examples', () => {
  test.each(examples)('[PROTO1] docs/protocol.md shows what is true: %s', (_name, what, text) => {
    const schema = schemas[what];
    expect(schema, `a schema for ${what}`).toBeDefined();
    expect(schema?.safeParse(JSON.parse(text)).error).toBeUndefined();
  });

  test('[PROTO1] the client of docs/protocol.md joins, follows, speaks and leaves', async () => {
    const token = await school.parts.identity.makeLink({
      sessionId: schoolClass.sessionId,
      kind: 'enterprise',
      enterpriseId: enterprises[0],
      participantId: null,
      personName: null,
      expiresAt: null,
    });
    const client = blocks.find(({ what }) => what === 'client')?.text ?? '';
    const args = ['--input-type=module', '--eval', client, '--', `${school.url}/j/${token}`];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
      cwd: project,
      timeout: 60_000,
    });
    expect(stderr).toBe('');
    expect(stdout.trim()).toBe('{"ok":true} Visitor: Hello!');
  });
});

describe('lists', () => {
  /** First columns of a section's tables, such as the Refusals. */
  const namesUnder = (heading: string): string[] => {
    const [, section = ''] = document.split(`\n## ${heading}\n`);
    const [own = ''] = section.split('\n## ');
    return [...own.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
  };

  test('[PROTO2] docs/protocol.md names every Refusal, joining problem and message', () => {
    expect(namesUnder('Commands').sort()).toEqual([...refusals].sort());
    expect(namesUnder('From a link to a key').sort()).toEqual([...joinProblems].sort());
    const source = readFileSync(join(project, 'shared/src/socket.ts'), 'utf8');
    const interfaces = [
      ...source.matchAll(/export interface (?:ClientToServer|ServerToClient) \{([\s\S]*?)\n\}/g),
    ];
    const messages = interfaces.flatMap(([, body = '']) =>
      [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name),
    );
    const problems = /type ConnectProblem = ([^;]+);/.exec(source)?.[1] ?? '';
    const reasons = /type EndReason = ([^;]+);/.exec(source)?.[1] ?? '';
    const quoted = (text: string) => [...text.matchAll(/'(\w+)'/g)].map(([, name]) => name);
    expect(namesUnder('The socket').sort()).toEqual([...new Set(messages), ...quoted(problems)].sort());
    expect(
      namesUnder('The end')
        .filter((name) => name !== 'ended')
        .sort(),
    ).toEqual(quoted(reasons).sort());
  });

  test('[PROTO2] docs/commands.md says of every Command what it says and who may ask it', async () => {
    await expect(commandTable()).toMatchFileSnapshot(join(project, 'docs/commands.md'));
  });
});

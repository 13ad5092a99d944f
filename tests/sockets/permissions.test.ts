import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Role, roles } from '#shared/basics.ts';
import { Command } from '#shared/commands/command.ts';
import type { FeatureName } from '#shared/contract.ts';
import { type Condition, permissionOf, permissions } from '#shared/permissions.ts';
import { preparations } from './preparations/index.ts';
import { School, type SchoolClass } from './School.ts';
import { Story } from './Story.ts';

let school: School;
let schoolClass: SchoolClass;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());
beforeEach(async () => {
  schoolClass = await school.newClass();
});
afterEach(() => schoolClass.close());

/** Every cell of the table: `stage.mute`, `member`. */
const cells = (Object.keys(permissions) as FeatureName[]).flatMap((feature) =>
  Object.keys(permissions[feature]).flatMap((type) => roles.map((role) => ({ feature, type, role }))),
);
type Cell = (typeof cells)[number];
const permissionAt = ({ feature, type, role }: Cell) => permissionOf({ feature, type } as Command, role);
const named = (some: readonly Cell[]) =>
  some.map((cell) => [`${cell.feature}.${cell.type}`, cell.role, cell] as const);

/** A State in which the Command succeeds for somebody of this Role, and the Command. */
async function prepare({ feature, type }: Cell, role: Role): Promise<{ story: Story; command: Command }> {
  const story = await Story.begin(schoolClass, role);
  // That a type is one of its feature's can't be followed by the compiler; the tables themselves can.
  const ofFeature = preparations[feature] as Readonly<Record<string, (story: Story) => unknown>>;
  const rest = await ofFeature[type]?.(story);
  return { story, command: Command.parse({ feature, type, ...(rest as object) }) as Command };
}

/** Takes away from the actor what the condition asks for. */
const unmeet: Record<Condition, (story: Story) => Promise<void>> = {
  presenter: (story) =>
    story.trainerDoes({ feature: 'session', type: 'present', participantId: story.trainer.id }),
  onstage: (story) =>
    story.trainerDoes({ feature: 'stage', type: 'takeDown', participantId: story.actor.id }),
  mayspeak: (story) =>
    story.trainerDoes({ feature: 'stage', type: 'takeDown', participantId: story.actor.id }),
  ingroup: (story) => story.trainerDoes({ feature: 'breakouts', type: 'close' }),
};

describe('allowed cells', () => {
  const allowed = named(cells.filter((cell) => permissionAt(cell) !== false));
  test.each(allowed)('[PERM1] %s succeeds for a %s', async (_command, role, cell) => {
    const { story, command } = await prepare(cell, role);
    expect(await story.actor.do(command)).toEqual({ ok: true });
  });
});

describe('forbidden cells', () => {
  const forbidden = named(cells.filter((cell) => permissionAt(cell) === false));
  test.each(forbidden)('[PERM2] %s is refused to a %s', async (_command, role, cell) => {
    const whoMay = roles.find((other) => permissionAt({ ...cell, role: other }) !== false) ?? 'trainer';
    const { command } = await prepare(cell, whoMay);
    const outsider = await schoolClass.enter(role, 'Outsider');
    const room = await schoolClass.room();
    const before = room.state;
    expect(await outsider.do(command)).toEqual({ ok: false, refusal: 'notAllowed' });
    expect(room.state).toBe(before);
  });
});

describe('conditions', () => {
  const conditional = named(cells.filter((cell) => typeof permissionAt(cell) === 'string'));
  test.each(conditional)(
    '[PERM3] %s is refused to a %s who lacks its condition',
    async (_command, role, cell) => {
      const { story, command } = await prepare(cell, role);
      await unmeet[permissionAt(cell) as Condition](story);
      expect(await story.actor.do(command)).toEqual({ ok: false, refusal: 'notAllowed' });
    },
  );

  test('[PERM3] the presenter may, once others may not; a group may speak as the stage may', async () => {
    const story = await Story.begin(schoolClass, 'moderator');
    await story.trainerDoes({ feature: 'session', type: 'present', participantId: story.actor.id });
    const show = (page: number) =>
      ({ feature: 'slides', type: 'showPage', deckId: 'deck-of-three', page }) as const;
    expect(await story.actor.do(show(1))).toEqual({ ok: true });
    expect(await story.trainer.do(show(2))).toEqual({ ok: false, refusal: 'notAllowed' });

    const member = await story.member();
    const speak = { feature: 'stage', type: 'setMicrophone', on: true } as const;
    expect(await member.do(speak)).toEqual({ ok: false, refusal: 'notAllowed' });
    await story.openGroups();
    expect(await member.do(speak)).toEqual({ ok: true });
    expect(await member.do({ feature: 'stage', type: 'shareScreen', on: true })).toEqual({
      ok: false,
      refusal: 'notAllowed',
    });
  });
});

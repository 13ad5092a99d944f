import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import type { SchoolClass } from '../sockets/School.ts';

const both = (text: string) => ({ zh: text, en: text });
const field = (id: string) => ({ id, label: both(id), kind: 'text' as const, hint: null });

export const meetingPlan: WorksheetTemplate = {
  id: 'meeting-plan',
  title: both('Our next EIT meeting'),
  instruction: null,
  sections: [{ title: both('Why and when'), fields: [field('purpose'), field('agenda')] }],
};

/** A live class whose groups fill a Worksheet, one group for each Enterprise of the members. */
export async function groupsAtWork(
  room: SchoolClass,
  members: Readonly<Record<string, string>>,
): Promise<{
  trainer: SocketPerson;
  members: Record<string, SocketPerson>;
  docOf(enterprise: string): string;
}> {
  const trainer = await room.enter('trainer');
  const entered: Record<string, SocketPerson> = {};
  for (const [name, enterprise] of Object.entries(members))
    entered[name] = await room.enter('member', name, enterprise);
  await trainer.must({ feature: 'session', type: 'start' });
  const refusal = (await room.room()).system({
    feature: 'worksheets',
    type: 'templateAdded',
    template: meetingPlan,
  });
  if (refusal) throw new Error(`The template was refused: ${refusal}`);
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await trainer.must({
    feature: 'breakouts',
    type: 'open',
    minutes: null,
    worksheetId: meetingPlan.id,
    brief: '',
  });
  for (const person of Object.values(entered))
    await person.until(() => person.view?.worksheets.mine.length === 1, 'the Worksheet of the group');
  const docOf = (enterprise: string) => {
    const doc = trainer.view?.worksheets.staff?.docs.find(({ groupName }) => groupName === enterprise);
    if (!doc) throw new Error(`There is no Worksheet of ${enterprise}.`);
    return doc.id;
  };
  await trainer.until(() => trainer.view?.worksheets.staff?.docs.length !== 0, 'the Worksheets');
  return { trainer, members: entered, docOf };
}

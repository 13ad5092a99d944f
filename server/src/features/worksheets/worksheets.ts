import { isStaff, putById } from '#shared/basics.ts';
import { WorksheetTemplate } from '#shared/commands/worksheets.ts';
import type { Group } from '#shared/features/breakouts.ts';
import {
  docsListed,
  type MyWorksheet,
  maxDocs,
  maxTemplates,
  type WorksheetsEvent,
  type WorksheetsSystemCommand,
} from '#shared/features/worksheets.ts';
import { shares } from '#shared/snapshotBytes.ts';
import { type Context, type Feature, type Outcome, refuse } from '../../kernel/feature.ts';
import { shortened } from '../../kernel/shortened.ts';
import { type Doc, publicDoc, stageOf, templateOf, titleOf, type WorksheetsState } from './state.ts';

/** Which group has which Worksheet, who may write in it, and which one the class reads. */
export const worksheets: Feature<'worksheets', WorksheetsState> = {
  initial: { templates: [], docs: [], stage: null },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'templateAdded': {
        const { template } = command;
        if (!WorksheetTemplate.safeParse(template).success) return refuse('badRequest');
        // Its fields are the fields of the documents; these would lose some of what was written.
        if (state.docs.some((d) => d.templateId === template.id)) return refuse('notNow');
        const templates = putById(state.templates, template);
        if (templates.length > maxTemplates) return refuse('tooMany');
        const event: WorksheetsEvent = {
          feature: 'worksheets',
          type: 'templateAdded',
          template: titleOf(template),
        };
        return { state: { ...state, templates }, tell: [{ to: 'staff', event }] };
      }
      case 'assigned':
        return assigned(state, command, ctx);
      case 'memberMoved':
        return memberMoved(state, command);
      case 'gone': {
        const { participantId } = command;
        const leave = (doc: Doc): Doc =>
          doc.members.includes(participantId)
            ? { ...doc, members: doc.members.filter((id) => id !== participantId) }
            : doc;
        return { state: { ...state, docs: state.docs.map(leave) }, tell: [] };
      }
      case 'lock':
        return setLock(state, command.docId, true);
      case 'unlock':
        return setLock(state, command.docId, false);
      case 'showOnStage': {
        const { docId } = command;
        if (docId !== null && !state.docs.some((d) => d.id === docId)) return refuse('notFound');
        if (state.stage === docId) return refuse('alreadyDone');
        const after = { ...state, stage: docId };
        const event: WorksheetsEvent = {
          feature: 'worksheets',
          type: 'stageChanged',
          stage: stageOf(after),
        };
        return { state: after, tell: [{ to: 'class', event }] };
      }
    }
  },

  viewFor: (state, viewer) => ({
    mine: docsOf(state, viewer.id),
    stage: viewer.role === 'observer' ? null : stageOf(state),
    staff: isStaff(viewer.role)
      ? { templates: state.templates.map(titleOf), docs: state.docs.map(publicDoc) }
      : null,
  }),
};

/** The newest ones of a member, with their titles as far as a snapshot has room for them. */
function docsOf(state: WorksheetsState, memberId: string): MyWorksheet[] {
  const docs = state.docs
    .filter(({ members }) => members.includes(memberId))
    .slice(-docsListed)
    .flatMap((doc) => {
      const template = templateOf(state, doc.id);
      return template ? [{ doc, title: template.title }] : [];
    });
  const titles = shortened(
    docs.map(({ title }) => title),
    shares.worksheetTitles,
  );
  return docs.map(({ doc: { id, templateId, groupName, locked }, title }, n) => ({
    id,
    templateId,
    title: titles[n] ?? title,
    groupName,
    locked,
  }));
}

type WorksheetsOutcome = Outcome<'worksheets', WorksheetsState>;

function assigned(
  state: WorksheetsState,
  { templateId, groups, late }: Extract<WorksheetsSystemCommand, { type: 'assigned' }>,
  ctx: Context,
): WorksheetsOutcome {
  if (!state.templates.some((t) => t.id === templateId)) return refuse('notFound');
  const inGroups = new Set(groups.flatMap((group) => group.members));
  const given = groups.map((group): Doc => {
    const before = state.docs.findLast((doc) => doc.templateId === templateId && goesOn(doc, group));
    return {
      id: before?.id ?? ctx.newId(),
      templateId,
      groupId: group.id,
      groupName: group.name,
      locked: false,
      members: membersOf(group, before, inGroups),
    };
  });
  const docs = given.reduce<readonly Doc[]>(putById, state.docs);
  if (docs.length > maxDocs) return late ? { state, tell: [] } : refuse('tooMany');
  const event: WorksheetsEvent = { feature: 'worksheets', type: 'docsChanged', docs: given.map(publicDoc) };
  return {
    state: { ...state, docs },
    tell: [{ to: 'staff', event }],
  };
}

/** Numbers are given anew in each round; an Enterprise is the same one. */
const goesOn = (doc: Doc, group: Group): boolean =>
  !doc.locked &&
  (doc.groupId === group.id || (typeof group.name === 'string' && doc.groupName === group.name));

/**
 * Who is in another group leaves; who is in none keeps what they had, such as a person whom staff left
 * out. Nobody has to be told, since whoever changes groups gets a fresh View by going there.
 */
function membersOf(group: Group, before: Doc | undefined, inGroups: ReadonlySet<string>): readonly string[] {
  return [...group.members, ...(before?.members ?? []).filter((id) => !inGroups.has(id))];
}

/** Out of the documents of the other groups and into that of their own; who is in none keeps what they had. */
function memberMoved(
  state: WorksheetsState,
  { participantId, templateId, groups }: Extract<WorksheetsSystemCommand, { type: 'memberMoved' }>,
): WorksheetsOutcome {
  const own = groups.find((g) => g.members.includes(participantId));
  if (!own) return { state, tell: [] };
  const ofGroup = (doc: Doc, group: Group) => doc.templateId === templateId && doc.groupId === group.id;
  const ownDocs = state.docs.filter((doc) => ofGroup(doc, own));
  const to = ownDocs.findLast((doc) => !doc.locked) ?? ownDocs.at(-1);
  const docs = state.docs.map((doc) => {
    const others = doc.members.filter((id) => id !== participantId);
    if (doc === to) return { ...doc, members: [...others, participantId] };
    return groups.some((g) => g !== own && ofGroup(doc, g)) ? { ...doc, members: others } : doc;
  });
  return { state: { ...state, docs }, tell: [] };
}

function setLock(state: WorksheetsState, docId: string, locked: boolean): WorksheetsOutcome {
  const doc = state.docs.find((d) => d.id === docId);
  if (!doc) return refuse('notFound');
  if (doc.locked === locked) return refuse('alreadyDone');
  const event: WorksheetsEvent = { feature: 'worksheets', type: 'lockSet', docId, locked };
  return {
    state: { ...state, docs: putById(state.docs, { ...doc, locked }) },
    tell: [{ to: 'class', event }],
  };
}

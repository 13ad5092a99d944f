import { groupOf, isStaff, type Space } from '#shared/basics.ts';
import { CaseStudy } from '#shared/commands/cases.ts';
import { type CasesEvent, maxCases, type ShownCase } from '#shared/features/cases.ts';
import type { Audience } from '../../kernel/audience.ts';
import { type Feature, refuse, type Told } from '../../kernel/feature.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';
import type { Participants, Viewer } from '../../kernel/participant.ts';

type Reader = Pick<Viewer, 'role' | 'space'>;
type Shown = Omit<ShownCase, 'edition'>;

export type CasesState = { readonly cases: readonly CaseStudy[]; readonly shown: Shown | null };

/** Case studies, and the one that the class, or the groups, have before them. */
export const cases: Feature<'cases', CasesState> = {
  initial: { cases: [], shown: null },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'caseAdded': {
        const study = command.case;
        if (!CaseStudy.safeParse(study).success) return refuse('badRequest');
        const others = state.cases.filter((c) => c.id !== study.id);
        if (others.length >= maxCases) return refuse('tooMany');
        // A new edition of the shown case is seen at once, from its start where it has become shorter.
        const shown =
          state.shown?.caseId === study.id && state.shown.section >= study.sections.length
            ? { ...state.shown, section: 0 }
            : state.shown;
        const after = { cases: [...others, study], shown };
        const changed: CasesEvent = { feature: 'cases', type: 'casesChanged', all: titles(after) };
        return {
          state: after,
          tell: [
            { to: 'staff', event: changed },
            ...(shown?.caseId === study.id ? tellShown(after, ctx.people) : []),
          ],
        };
      }
      case 'show': {
        const { caseId, section, to } = command;
        const study = state.cases.find((c) => c.id === caseId);
        if (!study || section >= study.sections.length) return refuse('notFound');
        const before = state.shown;
        const after = { ...state, shown: { caseId, section, to } };
        if (before?.caseId !== caseId || before.to !== to)
          return {
            state: after,
            tell: [
              // What the class saw goes away from those who aren't in a group.
              ...(before?.to === 'class' && to === 'groups'
                ? [{ to: 'everyone' as const, event: hidden }]
                : []),
              ...tellShown(after, ctx.people),
            ],
          };
        if (before.section === section) return refuse('alreadyDone');
        const event: CasesEvent = { feature: 'cases', type: 'sectionShown', section };
        return { state: after, tell: audiences(to, ctx.people).map((a) => ({ to: a, event })) };
      }
      case 'hide': {
        if (!state.shown) return refuse('alreadyDone');
        const tell = audiences(state.shown.to, ctx.people).map((to) => ({ to, event: hidden }));
        return { state: { ...state, shown: null }, tell };
      }
    }
  },

  viewFor(state, viewer) {
    const shown = shownCase(state);
    return {
      shown: shown && sees(viewer, shown.to) ? shown : null,
      all: isStaff(viewer.role) ? titles(state) : null,
    };
  },
};

const hidden: CasesEvent = { feature: 'cases', type: 'hidden' };

const titles = (state: CasesState) => state.cases.map(({ id, title }) => ({ id, title }));

function shownCase({ cases: all, shown }: CasesState): ShownCase | null {
  const study = shown && all.find((c) => c.id === shown.caseId);
  return study ? { ...shown, edition: editionOf(study) } : null;
}

/** A number that a changed case no longer has: FNV-1a of its JSON, in 32 bits. */
const editionOf = oncePerState((study: CaseStudy): number => {
  let edition = 0x811c9dc5;
  for (const byte of Buffer.from(JSON.stringify(study)))
    edition = Math.imul(edition ^ byte, 0x01000193) >>> 0;
  return edition;
});

/** The case that this viewer has before them; staff may have any. Undefined when there is none of this id. */
export function readableCase(state: CasesState, viewer: Reader, caseId: string): CaseStudy | undefined {
  const { shown } = state;
  const mayRead = isStaff(viewer.role) || (shown?.caseId === caseId && sees(viewer, shown.to));
  return mayRead ? state.cases.find((c) => c.id === caseId) : undefined;
}

function tellShown(state: CasesState, people: Participants): Told<'cases'>[] {
  const shown = shownCase(state);
  if (!shown) return [];
  return audiences(shown.to, people).map((to) => ({
    to,
    event: { feature: 'cases', type: 'caseShown', shown },
  }));
}

const sees = (viewer: Reader, to: ShownCase['to']): boolean =>
  to === 'class' || isStaff(viewer.role) || (viewer.role !== 'observer' && groupOf(viewer.space) !== null);

/** Who hears of a case: all, or staff and every Breakout that somebody is in. Staff in a group hear it twice, which changes nothing. */
function audiences(to: ShownCase['to'], people: Participants): Audience[] {
  if (to === 'class') return ['everyone'];
  const spaces = new Set<Space>(Object.values(people).map((p) => p.space));
  const groups = [...spaces].filter((space) => groupOf(space) !== null);
  return ['staff', ...groups.map((space) => ({ space }))];
}

import { isStaff, type ServerTime } from '#shared/basics.ts';
import { Segments } from '#shared/commands/runOfShow.ts';
import type { RunOfShowEvent, Segment, SegmentDetails, SegmentView } from '#shared/features/runOfShow.ts';
import { shares } from '#shared/snapshotBytes.ts';
import { type Feature, refuse } from '../../kernel/feature.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';
import { shortened } from '../../kernel/shortened.ts';

export type RunOfShowState = {
  readonly segments: readonly Segment[];
  readonly current: string | null;
  readonly currentSince: ServerTime | null;
  /** Once the class is live, its plan stands. */
  readonly started: boolean;
};

/** A Session's plan, and where in it the class is. */
export const runOfShow: Feature<'runOfShow', RunOfShowState> = {
  initial: { segments: [], current: null, currentSince: null, started: false },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'planned': {
        if (state.started) return refuse('notNow');
        const { segments } = command;
        if (!Segments.safeParse(segments).success) return refuse('badRequest');
        const stays = segments.some((s) => s.id === state.current);
        const after = { ...state, segments, ...(stays ? {} : { current: null, currentSince: null }) };
        const planned: RunOfShowEvent = {
          feature: 'runOfShow',
          type: 'planned',
          segments: publicParts(segments),
        };
        const details: RunOfShowEvent = {
          feature: 'runOfShow',
          type: 'detailsPlanned',
          details: detailsOf(segments),
        };
        return {
          state: after,
          tell: [
            { to: 'everyone', event: planned },
            { to: 'staff', event: details },
            ...(after.current === state.current
              ? []
              : [{ to: 'everyone' as const, event: segmentSet(after) }]),
          ],
        };
      }
      case 'started': {
        const first = state.segments[0];
        const started = { ...state, started: true };
        return first && state.current === null
          ? begin(started, first.id, ctx.at)
          : { state: started, tell: [] };
      }
      case 'setSegment':
        if (!state.segments.some((s) => s.id === command.segmentId)) return refuse('notFound');
        if (state.current === command.segmentId) return refuse('alreadyDone');
        return begin(state, command.segmentId, ctx.at);
    }
  },

  viewFor: (state, viewer) => ({
    segments: publicParts(state.segments),
    current: state.current,
    currentSince: state.currentSince,
    details: isStaff(viewer.role) ? detailsOf(state.segments) : null,
  }),
};

function begin(state: RunOfShowState, segmentId: string, at: ServerTime) {
  const after = { ...state, current: segmentId, currentSince: at };
  return { state: after, tell: [{ to: 'everyone' as const, event: segmentSet(after) }] };
}

/** With their titles, as far as a snapshot has room for them. */
const publicParts = oncePerState((segments: readonly Segment[]): readonly SegmentView[] => {
  const titles = shortened(
    segments.map(({ title }) => title),
    shares.segmentTitles,
  );
  return segments.map(({ id, kind, minutes, title }, n) => ({
    id,
    kind,
    minutes,
    title: titles[n] ?? title,
  }));
});

const detailsOf = (segments: readonly Segment[]): Record<string, SegmentDetails> =>
  Object.fromEntries(segments.map(({ id, owner, materials }) => [id, { owner, materials }]));

const segmentSet = ({ current, currentSince }: RunOfShowState): RunOfShowEvent => ({
  feature: 'runOfShow',
  type: 'segmentSet',
  segmentId: current,
  since: currentSince,
});

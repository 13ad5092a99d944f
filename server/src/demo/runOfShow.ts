import type { Bilingual } from '#shared/basics.ts';
import type { DemoMaterial, DemoSegment, DemoSegmentKind } from './types.ts';

/** The deck's name in the materials below. */
export const deckId = 'demo-deck-eit-meetings';

const slides = (from: number, to = from): DemoMaterial => ({ kind: 'slides', deckId, from, to });
const poll = (pollId: string): DemoMaterial => ({ kind: 'poll', pollId });
const caseStudy: DemoMaterial = { kind: 'caseStudy', caseStudyId: 'demo-case-tool-wall' };
const worksheet: DemoMaterial = { kind: 'worksheet', worksheetId: 'demo-worksheet-next-meeting' };

function segment(
  kind: DemoSegmentKind,
  minutes: number,
  owner: 'a' | 'b' | 'c',
  title: Bilingual,
  materials: DemoMaterial[],
): DemoSegment {
  return { id: `demo-segment-${kind}`, kind, minutes, ownerId: `demo-trainer-${owner}`, title, materials };
}

/** The ninety minutes, in order. Until somebody adds a video of a poor meeting, a picture in the deck takes its place. */
export const runOfShow: DemoSegment[] = [
  segment('welcome', 5, 'c', { zh: '欢迎：今天谁来了', en: 'Welcome: who is here' }, [slides(1, 3)]),
  segment(
    'poll',
    3,
    'c',
    { zh: '热身投票：你们的EIT每周开会吗？', en: 'Warm-up poll: does your EIT meet weekly?' },
    [poll('demo-poll-weekly')],
  ),
  {
    ...segment(
      'video',
      6,
      'a',
      { zh: '找一找：这个会议哪里不对', en: 'Spot what is wrong: a poor meeting' },
      [slides(4, 5)],
    ),
    id: 'demo-segment-poorMeeting',
  },
  segment(
    'slides',
    15,
    'a',
    { zh: '讲解：一次好会议的会前、会中、会后', en: 'A good meeting: before, during, after' },
    [slides(6, 12)],
  ),
  segment('quiz', 2, 'a', { zh: '小测验：两道题', en: 'Quiz: two questions' }, [
    poll('demo-quiz-speaking-up'),
    poll('demo-quiz-clear-action'),
  ]),
  segment(
    'caseStudy',
    12,
    'b',
    { zh: '案例：一面工具墙，四次周会', en: 'Case: one tool wall, four weekly meetings' },
    [slides(13), caseStudy],
  ),
  segment('groupBrief', 3, 'b', { zh: '布置小组任务', en: 'Group brief' }, [slides(14), worksheet]),
  segment(
    'breakouts',
    15,
    'b',
    { zh: '小组讨论：计划下一次EIT会议', en: 'Breakouts: plan your next EIT meeting' },
    [worksheet],
  ),
  segment(
    'reportBack',
    14,
    'b',
    { zh: '三个小组汇报，各四分钟', en: 'Report-back: three groups, four minutes each' },
    [worksheet],
  ),
  segment('questions', 8, 'c', { zh: '提问与解答', en: 'Questions and answers' }, []),
  segment('announcement', 3, 'c', { zh: '接下来的两堂课', en: 'The next two courses' }, [slides(15)]),
  segment(
    'feedback',
    3,
    'c',
    { zh: '最后一问：您先用哪一条', en: 'Last question: what will you use first' },
    [poll('demo-poll-take-home')],
  ),
  segment('close', 1, 'c', { zh: '下周的会，就这样开', en: 'Close: this is how we meet next week' }, [
    slides(16),
  ]),
];

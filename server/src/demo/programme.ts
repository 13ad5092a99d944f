import { caseStudy } from './caseStudy.ts';
import { enterprises } from './enterprises.ts';
import { polls } from './polls.ts';
import { deckId, runOfShow } from './runOfShow.ts';
import type { DemoProgramme } from './types.ts';
import { worksheet } from './worksheet.ts';

const title = { zh: '如何召开有效的EIT会议', en: 'How to conduct effective EIT meetings' };

/**
 * The demo programme that the first start seeds: a whole class of ninety minutes for ten factories.
 * Every enterprise, person, figure and picture in it is made up, and says so where people see it.
 */
export const demoProgramme: DemoProgramme = {
  module: { code: 'workplace-cooperation', name: { zh: '工作场所合作', en: 'Workplace Cooperation' } },
  course: {
    title,
    picture: {
      file: 'media/eit-meeting.webp',
      caption: {
        zh: '管理人员和员工站在车间的行动看板前开周会（示意图）',
        en: 'Managers and workers hold their weekly meeting at the action board in the workshop (drawing)',
      },
    },
  },
  session: {
    id: 'demo-session',
    title: {
      zh: '如何召开有效的EIT会议（十家企业联合课堂）',
      en: 'How to conduct effective EIT meetings: a class of ten enterprises',
    },
  },
  trainers: [
    { id: 'demo-trainer-a', name: { zh: '林示范', en: 'Lin Shifan (demo)' } },
    { id: 'demo-trainer-b', name: { zh: '苏样例', en: 'Su Yangli (demo)' } },
    { id: 'demo-trainer-c', name: { zh: '程演示', en: 'Cheng Yanshi (demo)' } },
  ],
  observer: { id: 'demo-observer', name: { zh: '示范品牌观察员', en: 'Observer of a demo brand' } },
  enterprises,
  deck: { id: deckId, title, file: 'effective-eit-meetings.pptx', pages: 16 },
  caseStudy,
  worksheet,
  polls,
  runOfShow,
};

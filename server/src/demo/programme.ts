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
  programme: { id: 'demo-programme', name: { zh: 'SCORE演示项目', en: 'SCORE demo programme' } },
  module: { code: 'workplace-cooperation', name: { zh: '工作场所合作', en: 'Workplace Cooperation' } },
  course: {
    id: 'demo-course-eit-meetings',
    title,
    summary: {
      zh: '九十分钟，学会开一次30分钟、人人发言、有行动有落实的EIT周会，并当场写好本厂下一次会议的计划。',
      en: 'Ninety minutes to learn a weekly EIT meeting of 30 minutes in which everyone speaks and actions get done, and to write the plan of your own next meeting.',
    },
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
    {
      id: 'demo-trainer-a',
      name: { zh: '林示范', en: 'Lin Shifan (demo)' },
      part: { zh: '讲解：一次好会议是怎样开成的', en: 'Talk: what makes a good meeting' },
    },
    {
      id: 'demo-trainer-b',
      name: { zh: '苏样例', en: 'Su Yangli (demo)' },
      part: { zh: '案例分享与小组讨论', en: 'Case study and group work' },
    },
    {
      id: 'demo-trainer-c',
      name: { zh: '程演示', en: 'Cheng Yanshi (demo)' },
      part: { zh: '主持、投票与答疑', en: 'Moderation, polls, questions and answers' },
    },
  ],
  observer: { id: 'demo-observer', name: { zh: '示范品牌观察员', en: 'Observer of a demo brand' } },
  enterprises,
  deck: { id: deckId, title, file: 'effective-eit-meetings.pptx', pages: 16 },
  caseStudy,
  worksheet,
  polls,
  groupBrief: {
    outcome: {
      zh: '一份写好的《我们的下一次EIT会议》，里面有三条行动。',
      en: 'A finished sheet “Our next EIT meeting” with three actions.',
    },
    method: {
      zh: '先各想一分钟，再轮流说，然后一起写。写不完没关系，先把三条行动写清楚。',
      en: 'Think alone for a minute, speak in turn, then write together. If time is short, get the three actions clear first.',
    },
    roles: {
      zh: '一人主持，一人记录，一人计时，一人准备汇报。汇报人最好是一线员工。',
      en: 'One leads, one writes, one keeps time, one gets ready to report: best of all a worker.',
    },
    reportBack: { enterpriseIds: ['demo-pine', 'demo-egret', 'demo-maple'], minutesEach: 4 },
  },
  runOfShow,
};

import type { DemoCaseStudy } from './types.ts';

/** The case that Trainer B tells: a made-up factory whose EIT began to meet weekly. */
export const caseStudy: DemoCaseStudy = {
  id: 'demo-case-tool-wall',
  title: { zh: '一面工具墙，四次周会', en: 'One tool wall, four weekly meetings' },
  enterpriseId: 'demo-brook',
  sections: [
    {
      heading: { zh: '背景', en: 'Where they started' },
      text: {
        zh: '明溪五金有160名员工，EIT共11人：5名管理人员、6名一线员工。组建之后，小组差不多一个月才开一次会，一开就是一个多小时，组长讲得多，大家听得多。墙上贴过行动计划，却没人说得清做到哪一步了。',
        en: 'Bright Brook Hardware has 160 employees and an EIT of 11: five managers and six workers. At first the team met about once a month, for well over an hour; the leader talked and the others listened. An action plan hung on the wall, but nobody could say how far it had got.',
      },
    },
    {
      heading: { zh: '第一次周会：到现场去看', en: 'Meeting 1: go and see' },
      text: {
        zh: '会不在会议室开，11个人到A线走了一圈。每人写一张便签：“我每天最浪费时间的一件事。”11张里有9张写的是同一件事——找工具。组长忍住了，最后一个才说话。',
        en: 'Instead of sitting down, the eleven walked along line A. Each wrote one sticky note: “What wastes most of my time every day.” Nine of the eleven notes said the same: looking for tools. The leader held back and spoke last.',
      },
    },
    {
      heading: { zh: '第二次周会：问原因，不问是谁', en: 'Meeting 2: ask why, not who' },
      text: {
        zh: '大家连问了几个“为什么”。不是员工懒，而是工具没有固定的位置，三条线共用一面墙，少了一件也看不出来。秘书当场把原因写在白板上，没有提任何人的名字。',
        en: 'They kept asking why. It was not that people were lazy: tools had no fixed place, three lines shared one wall, and a missing tool could not be noticed. The secretary wrote the causes on the board, and no one’s name.',
      },
    },
    {
      heading: { zh: '第三次周会：先试一小块', en: 'Meeting 3: try a small piece' },
      text: {
        zh: '行动只定了三条，每条都写清做什么、谁来做、哪天做完。老师傅郦阿根带着周小满用硬纸板和胶带画出每件工具的影子轮廓，只做A线，花了不到200元。',
        en: 'They agreed only three actions, each with what, who and by when. Li Agen, an old hand, and Zhou Xiaoman drew the outline of every tool with cardboard and tape, for line A only. It cost less than 200 yuan.',
      },
    },
    {
      heading: {
        zh: '第四次周会：量一量，再定谁维护',
        en: 'Meeting 4: measure, then decide who keeps it up',
      },
      text: {
        zh: '计时员拿着秒表量了三个班：找工具的时间从全线每班86分钟降到24分钟。小组又定下一条：每次交接班，当班员工看一眼工具墙，30秒，少了哪件一眼就知道。B线和C线的同事主动来问：什么时候轮到我们？',
        en: 'With a stopwatch the timekeeper measured three shifts: the line’s search time had fallen from 86 to 24 minutes a shift. One more rule was made: at every handover the crew look at the wall for 30 seconds, and see at once what is missing. People from lines B and C came and asked: when is it our turn?',
      },
    },
    {
      heading: { zh: '他们的体会', en: 'What they learned' },
      text: {
        zh: '“以前开会是听通知，现在开会是解决我手上的事。”——周小满，A线员工、EIT副组长。墙是小事，真正变了的是：每周见一次，每次先问上周答应的事做到了没有。',
        en: '“Meetings used to be announcements. Now they sort out what I have on my hands.” (Zhou Xiaoman, line A, deputy leader of the EIT.) The wall is a small thing. What really changed: they meet every week and first ask whether last week’s promises were kept.',
      },
    },
  ],
  figures: [
    {
      name: { zh: 'A线每班找工具的时间', en: 'Search for tools on line A, per shift' },
      unit: { zh: '分钟', en: 'min' },
      before: 86,
      after: 24,
      good: 'down',
    },
    {
      name: { zh: '按时完成的行动', en: 'Actions closed on time' },
      unit: { zh: '%', en: '%' },
      before: 31,
      after: 82,
      good: 'up',
    },
    {
      name: { zh: '每次会议的时长', en: 'Length of a meeting' },
      unit: { zh: '分钟', en: 'min' },
      before: 75,
      after: 30,
      good: 'down',
    },
    {
      name: { zh: '会上发过言的人（共11人）', en: 'People who spoke, of 11' },
      unit: { zh: '人', en: 'people' },
      before: 3,
      after: 10,
      good: 'up',
    },
    {
      name: { zh: '每月收到的员工建议', en: 'Suggestions from employees a month' },
      unit: { zh: '条', en: 'ideas' },
      before: 2,
      after: 13,
      good: 'up',
    },
  ],
  photos: {
    before: {
      file: 'media/tool-wall-before.webp',
      caption: {
        zh: '之前：工具随手放，找一把螺丝刀要问三个人（示意图，非真实照片）',
        en: 'Before: tools lie anywhere, and finding a screwdriver takes asking three people (drawing, no real photo)',
      },
    },
    after: {
      file: 'media/tool-wall-after.webp',
      caption: {
        zh: '之后：每件工具有自己的影子，少了哪件一眼看见（示意图，非真实照片）',
        en: 'After: every tool has its outline, and a missing one shows at once (drawing, no real photo)',
      },
    },
  },
  questions: [
    {
      zh: '在你们厂，一个班里最常“找”的是什么？大概要花多少分钟？',
      en: 'In your factory, what do people search for most during a shift? About how many minutes does it take?',
    },
    {
      zh: '如果组长在第一次会上先说了自己的答案，后面会怎样？',
      en: 'If the leader had given an answer first at meeting 1, what would have happened next?',
    },
    {
      zh: '他们花不到200元，先试了一小块。你们的EIT下周能先试哪一小块？',
      en: 'They tried one small piece for less than 200 yuan. Which small piece could your EIT try next week?',
    },
    {
      zh: '三个月以后，怎么知道工具墙没有退回老样子？谁来看，看什么？',
      en: 'Three months on, how will you know that the wall has not slipped back? Who looks, and at what?',
    },
  ],
  source: {
    zh: '本案例专为演示而编写，企业、人物、数字和图片全部是虚构的，没有取材于任何真实的企业。',
    en: 'Written for this demonstration: the enterprise, people, figures and pictures are all made up and drawn from no real enterprise.',
  },
  consent: {
    zh: '虚构内容，无需授权。讲真实案例之前，请先取得企业和照片中每个人的书面同意，并注明来源和日期。',
    en: 'Made up, so no consent is needed. Before telling a real case, get the written consent of the enterprise and of everyone in the photos, and state the source and date.',
  },
};

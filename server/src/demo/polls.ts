import type { DemoPoll } from './types.ts';

/** The warm-up, the Quiz of two questions, and the last question of the class. */
export const polls: DemoPoll[] = [
  {
    id: 'demo-poll-weekly',
    question: { zh: '你们的EIT每周开会吗？', en: 'Does your EIT meet weekly?' },
    options: [
      { zh: '每周都开，时间固定', en: 'Every week, at a fixed time' },
      { zh: '每月两三次', en: 'Two or three times a month' },
      { zh: '有事才开', en: 'Only when something comes up' },
      { zh: '还没正式开过', en: 'We have not really met yet' },
    ],
    anonymous: false,
    results: 'live',
    right: null,
  },
  {
    id: 'demo-quiz-speaking-up',
    question: {
      zh: '周会上，仓库的同事说：“通道又被堵了。”组长先做什么最好？',
      en: 'At the meeting a warehouse worker says: “The aisle is blocked again.” What should the leader do first?',
    },
    options: [
      { zh: '问清是谁堵的，当场批评', en: 'Find out who did it and tell them off' },
      { zh: '谢谢他提出来，再一起问为什么会堵', en: 'Thank them, then ask together why it happens' },
      { zh: '请他会后再说，先把通知念完', en: 'Ask to hear it later and go on with the notices' },
      { zh: '马上定一条罚款规定', en: 'Set a fine at once' },
    ],
    anonymous: false,
    results: 'hidden',
    right: {
      option: 1,
      why: {
        zh: '先谢谢，下次才还有人开口。问“为什么”，问题才会少；只追究“是谁”，说真话的人会越来越少。',
        en: 'Thanks first, or nobody speaks up next time. Asking why makes the problem smaller; asking who only makes honest people fewer.',
      },
    },
  },
  {
    id: 'demo-quiz-clear-action',
    question: { zh: '哪一条行动写得最清楚？', en: 'Which action is written most clearly?' },
    options: [
      { zh: '加强5S管理', en: 'Strengthen 5S management' },
      { zh: '请大家今后用完工具放回原处', en: 'Everyone please put tools back from now on' },
      {
        zh: '小周周五下班前画好A线工具墙的轮廓',
        en: 'Zhou outlines line A’s tool wall before Friday’s shift ends',
      },
      { zh: '相关部门尽快改善工具摆放', en: 'Departments concerned improve tool storage soon' },
    ],
    anonymous: false,
    results: 'hidden',
    right: {
      option: 2,
      why: {
        zh: '只有这一条说清了做什么、谁来做、哪天做完。下周一问就知道做没做。',
        en: 'Only this one says what, who and by when. Next week a single question shows whether it was done.',
      },
    },
  },
  {
    id: 'demo-poll-take-home',
    question: {
      zh: '今天学到的，您最想在下周的会上先用哪一条？',
      en: 'Of what you learned today, what will you use first at next week’s meeting?',
    },
    options: [
      { zh: '30分钟的一页议程', en: 'The one-page agenda of 30 minutes' },
      { zh: '一人一分钟，组长最后说', en: 'One minute each, and the leader speaks last' },
      { zh: '行动写清什么、谁、何时', en: 'Actions with what, who and by when' },
      { zh: '行动上墙，开会先看', en: 'Actions on the wall, looked at first' },
    ],
    anonymous: true,
    results: 'live',
    right: null,
  },
];

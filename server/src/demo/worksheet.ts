import type { Bilingual } from '#shared/basics.ts';
import type { DemoField, DemoWorksheet } from './types.ts';

const line = (name: string, label: Bilingual, hint: Bilingual): DemoField => ({
  name,
  label,
  hint,
  size: 'line',
});
const paragraph = (name: string, label: Bilingual, hint: Bilingual): DemoField => ({
  name,
  label,
  hint,
  size: 'paragraph',
});

function action(number: number, example: Bilingual): DemoWorksheet['sections'][number] {
  return {
    title: { zh: `行动 ${number}`, en: `Action ${number}` },
    fields: [
      paragraph(`action${number}What`, { zh: '做什么', en: 'What' }, example),
      line(
        `action${number}Owner`,
        { zh: '谁来做', en: 'Who' },
        { zh: '写一个人的名字，不写部门', en: 'One person’s name, not a department' },
      ),
      line(
        `action${number}Date`,
        { zh: '哪天做完', en: 'By when' },
        { zh: '写日期，不写“尽快”', en: 'A date, not “soon”' },
      ),
    ],
  };
}

/** What each EIT fills together in its Breakout, and opens on the Stage when it reports back. */
export const worksheet: DemoWorksheet = {
  id: 'demo-worksheet-next-meeting',
  title: { zh: '我们的下一次EIT会议', en: 'Our next EIT meeting' },
  instruction: {
    zh: '十五分钟，大家一起写。写短句就行，写得出来、做得到最要紧。写好的内容会自动保存。',
    en: 'Fifteen minutes, written together. Short sentences are fine; what counts is that you can do it. What you write is saved by itself.',
  },
  sections: [
    {
      title: { zh: '为什么开、什么时候开', en: 'Why and when' },
      fields: [
        paragraph(
          'purpose',
          { zh: '这次会议要解决什么', en: 'What this meeting is for' },
          {
            zh: '例如：让A线每班找工具的时间减少一半',
            en: 'For example: halve the search for tools on line A',
          },
        ),
        line(
          'date',
          { zh: '日期和时间', en: 'Date and time' },
          { zh: '例如：下周三16:30到17:00', en: 'For example: next Wednesday, 16:30 to 17:00' },
        ),
        line(
          'place',
          { zh: '地点', en: 'Place' },
          { zh: '离现场越近越好，例如A线看板前', en: 'Close to the work, such as the board at line A' },
        ),
      ],
    },
    {
      title: { zh: '议程（共30分钟）', en: 'Agenda (30 minutes in all)' },
      fields: [
        line(
          'agenda1',
          { zh: '第1项 · 上周的行动', en: 'Item 1 · Last week’s actions' },
          { zh: '看哪几条？5分钟', en: 'Which ones? 5 minutes' },
        ),
        line(
          'agenda2',
          { zh: '第2项 · 看一个指标', en: 'Item 2 · One indicator' },
          { zh: '看哪个数？谁带来？5分钟', en: 'Which figure, and who brings it? 5 minutes' },
        ),
        paragraph(
          'agenda3',
          { zh: '第3项 · 只谈一个问题', en: 'Item 3 · One problem only' },
          { zh: '写清楚在哪里、多久一次。12分钟', en: 'Say where it happens and how often. 12 minutes' },
        ),
        line(
          'agenda4',
          { zh: '第4项 · 定行动', en: 'Item 4 · Agree actions' },
          { zh: '最多三条，6分钟', en: 'Three at most, 6 minutes' },
        ),
        line(
          'agenda5',
          { zh: '第5项 · 念一遍，散会', en: 'Item 5 · Read back and close' },
          { zh: '谁来念？2分钟', en: 'Who reads it out? 2 minutes' },
        ),
      ],
    },
    {
      title: { zh: '分工和规则', en: 'Roles and rules' },
      fields: [
        line(
          'roleLeader',
          { zh: '主持会议', en: 'Leads the meeting' },
          { zh: '组长，最后一个发言', en: 'The leader, who speaks last' },
        ),
        line(
          'roleSecretary',
          { zh: '做记录', en: 'Takes notes' },
          { zh: '秘书，当场写：什么、谁、何时', en: 'The secretary, on the spot: what, who, by when' },
        ),
        line(
          'roleTimekeeper',
          { zh: '看时间', en: 'Keeps time' },
          { zh: '计时员，每段剩1分钟时提醒', en: 'The timekeeper, warning one minute before the end' },
        ),
        line(
          'roleLiaison',
          { zh: '把结果带回班组', en: 'Takes results back to the lines' },
          {
            zh: '联络员，第二天班前会说一分钟',
            en: 'The liaison officer, one minute at next day’s briefing',
          },
        ),
        paragraph(
          'groundRules',
          { zh: '我们的会议规则', en: 'Our ground rules' },
          {
            zh: '写三条大家都愿意守的，例如：准时开始、手机静音、对事不对人',
            en: 'Three that all will keep, such as: start on time, phones silent, the problem and not the person',
          },
        ),
      ],
    },
    action(1, {
      zh: '例如：给A线工具墙画好影子轮廓',
      en: 'For example: draw the outlines on the tool wall of line A',
    }),
    action(2, {
      zh: '例如：量三个班找工具各用多少分钟',
      en: 'For example: time the search for tools over three shifts',
    }),
    action(3, {
      zh: '例如：把本次的三条行动贴上看板并拍照发群',
      en: 'For example: put these actions on the board and send a photo to the group',
    }),
  ],
};

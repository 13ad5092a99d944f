import type { Bilingual } from '#shared/basics.ts';
import type { DemoFigure, DemoProgramme } from '../../server/src/demo/types.ts';
import { colour } from './colours.ts';
import { badge, type Deck, lesson, pair, panel, picture, write } from './look.ts';
import { groupWork, weeklyHabit } from './scenes.ts';
import { toolWallAfter, toolWallBefore } from './toolWall.ts';

async function theCase(deck: Deck, { caseStudy }: DemoProgramme): Promise<void> {
  const slide = lesson(
    deck,
    { zh: `案例：${caseStudy.title.zh}`, en: `Case: ${caseStudy.title.en}` },
    {
      zh: '【2分钟，然后打开案例】先只给大家看左图：“如果您新来第一天，要找一把螺丝刀，找谁？”再看右图：“少了哪一件？”（B区的螺丝刀，红色虚线。）打开案例，按四次周会一次一次讲，每讲完一次停一下，问：“换作我们，这次会上会吵什么？”讲完请明溪五金（演示企业）的代表上台说一分钟：最难的是哪一步。提醒大家这是虚构案例；真实案例要先取得书面同意。',
      en: '[2 minutes, then open the case] Show only the left picture: “It is your first day and you need a screwdriver: whom do you ask?” Then the right one: “Which tool is missing?” (The screwdriver in zone B, the red dashes.) Open the case and tell it meeting by meeting, asking after each: “What would we have argued about here?” Then invite someone of Bright Brook (the demo factory) up for a minute: which step was hardest? Say that the case is made up; real ones need written consent.',
    },
  );
  const search = caseStudy.figures[0] as DemoFigure;
  const sides: [Bilingual, number, string, string, string][] = [
    [{ zh: '之前', en: 'Before' }, search.before, toolWallBefore(), colour.coral, colour.blush],
    [{ zh: '之后', en: 'After' }, search.after, toolWallAfter(), colour.leaf, colour.meadow],
  ];
  for (const [i, [label, minutes, drawing, strong, fill]] of sides.entries()) {
    const x = 0.5 + i * 4.6;
    const photo = i === 0 ? caseStudy.photos.before : caseStudy.photos.after;
    await picture(slide, drawing, { x: x + 0.2, y: 1.3, w: 4, h: 3 }, photo.caption);
    panel(slide, { x: x + 0.2, y: 4.38, w: 4, h: 0.76 }, fill);
    slide.addText(pair(label, { zh: 20, en: 14, zhColour: colour.white, enColour: colour.white }), {
      shape: 'roundRect',
      rectRadius: 0.12,
      x: x + 0.2,
      y: 4.38,
      w: 0.95,
      h: 0.76,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fill: { color: strong },
    });
    write(
      slide,
      { zh: `每班找工具${minutes}分钟`, en: `${minutes} minutes of searching per shift` },
      { x: x + 1.25, y: 4.38, w: 2.9, h: 0.76 },
      { zh: 21, en: 15 },
      { align: 'center' },
    );
  }
}

async function groupTask(deck: Deck): Promise<void> {
  const title = { zh: '小组任务：计划下一次EIT会议', en: 'Group task: plan your next EIT meeting' };
  const slide = lesson(deck, title, {
    zh: '【3分钟】先把任务讲完再分组，分组以后就没人听了。念四步，然后请一个人用自己的话说一遍：“等一下进去先做什么？”告诉大家：自己厂的人在一个组里，页面不用换，麦克风权限不用再点；工作表边写边存；有困难点“求助”，老师会进来；剩两分钟有提醒，时间到自动回来。汇报的三家现在就点名：青松电子、白鹭服装、红枫家具，每家四分钟，最好请一线员工来讲。',
    en: '[3 minutes] Explain first and open the groups after: once inside nobody listens. Read the four steps, then have someone repeat in their own words: “What do we do first?” Tell them: each factory is a group; the page stays the same and the microphone needs no new permission; the worksheet saves itself; tap for help and a trainer comes in; there is a warning two minutes before the end, and everyone comes back by themselves. Name the three that report now, four minutes each: Pine Electronics, Egret Garments, Maple Furniture, best told by a worker.',
  });
  await picture(
    slide,
    groupWork(),
    { x: 0.5, y: 1.36, w: 4.1, h: 3.727 },
    { zh: '四位组员一起写工作表', en: 'Four members fill in the worksheet together' },
  );
  slide.addText(
    pair(
      { zh: '15分钟', en: '15 minutes' },
      { zh: 22, en: 15, zhColour: colour.white, enColour: colour.white },
    ),
    {
      shape: 'roundRect',
      rectRadius: 0.1,
      x: 0.62,
      y: 1.48,
      w: 1.4,
      h: 0.84,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fill: { color: colour.coral },
    },
  );
  const steps: Bilingual[] = [
    { zh: '选计时员和记录人', en: 'Pick a timekeeper and a note-taker' },
    { zh: '轮流说，一起填工作表', en: 'Speak in turn, fill in the sheet together' },
    { zh: '定三条：什么、谁、何时', en: 'Three actions: what, who, by when' },
    { zh: '选一位员工来汇报', en: 'Choose a worker to report back' },
  ];
  steps.forEach((text, i) => {
    const y = 1.4 + i * 0.94;
    panel(slide, { x: 4.85, y, w: 4.65, h: 0.84 }, i % 2 ? colour.mint : colour.mist);
    badge(slide, String(i + 1), 5.0, y + 0.15, 0.54, colour.teal);
    write(slide, text, { x: 5.72, y, w: 3.75, h: 0.84 }, { zh: 22, en: 15 });
  });
}

function nextCourses(deck: Deck): void {
  const slide = lesson(
    deck,
    { zh: '接下来的两堂课', en: 'The next two courses' },
    {
      zh: '【3分钟】用一句话说清两堂课的关系：会开起来了，要有一张清单，这就是EIP；清单做了没有效果，要有一张卡，这就是EIC。请联络员在聊天里打“某某厂报名”，先占位子，时间回去和厂里商量。具体日期由主办方通知。',
      en: '[3 minutes] Say in one sentence how they belong together: once you meet you need a list, the EIP; once you work on the list you need a card that shows whether it helps, the EIC. Liaison officers type “our factory is in” in the chat now to keep a place, and settle the time at home. The organisers will announce the dates.',
    },
  );
  const courses: [string, Bilingual, Bilingual, string, string][] = [
    [
      'EIP',
      { zh: '如何制定\n企业改善计划', en: 'How to make an EIP' },
      { zh: '改什么，先改哪个', en: 'What to improve, and what first' },
      colour.mint,
      colour.teal,
    ],
    [
      'EIC',
      { zh: '如何使用\n企业指标卡', en: 'How to use the EIC' },
      { zh: '改了以后，好了多少', en: 'How much better it became' },
      colour.sand,
      colour.amber,
    ],
  ];
  courses.forEach(([short, title, use, fill, strong], i) => {
    const x = 0.5 + i * 4.6;
    panel(slide, { x, y: 1.4, w: 4.4, h: 2.66 }, fill);
    slide.addText(short, {
      shape: 'ellipse',
      x: x + 0.22,
      y: 1.62,
      w: 1.2,
      h: 1.2,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fontSize: 28,
      bold: true,
      color: colour.white,
      fill: { color: strong },
    });
    write(slide, title, { x: x + 1.58, y: 1.5, w: 2.7, h: 1.44 }, { zh: 24, en: 17 });
    write(slide, use, { x: x + 0.3, y: 3.08, w: 3.9, h: 0.84 }, { zh: 22, en: 16, zhColour: strong });
  });
  panel(slide, { x: 0.5, y: 4.24, w: 9, h: 0.86 }, colour.deep);
  write(
    slide,
    {
      zh: '想来？联络员在聊天里打一句“我们厂报名”',
      en: 'Want to come? Your liaison officer types “we are in” in the chat',
    },
    { x: 0.7, y: 4.24, w: 8.6, h: 0.86 },
    { zh: 22, en: 16, zhColour: colour.white, enColour: 'DDF0EE' },
    { align: 'center' },
  );
}

async function closing(deck: Deck): Promise<void> {
  const title = { zh: '下周的会，就这样开', en: 'This is how we meet next week' };
  const slide = lesson(deck, title, {
    zh: '【1分钟】三句话，请大家跟着念一遍，声音大的先下课。谢谢十家企业、一百多位同事，特别谢谢今天开口说话的一线员工。工作表会发给每家的联络员；一周后老师会联系大家，问问第一次会开得怎么样。说“再见”，准时下课。最后说明：今天的企业、人物和数字都是演示用的虚构内容。',
    en: '[1 minute] Three sentences: have everyone say them aloud. Thank the ten factories and more than a hundred colleagues, above all the workers who spoke up. Worksheets go to each liaison officer, and in a week a trainer will ask how the first meeting went. Say goodbye and end on time. Add that today’s enterprises, people and figures were made up for the demonstration.',
  });
  await picture(
    slide,
    weeklyHabit(),
    { x: 5.7, y: 1.3, w: 3.8, h: 3.4545 },
    { zh: '每周同一天开会，四周四个勾', en: 'The same day every week, four ticks in four weeks' },
  );
  const promises: [Bilingual, string][] = [
    [{ zh: '每周同一天，开30分钟', en: 'The same day every week, 30 minutes' }, colour.teal],
    [{ zh: '先看行动，人人开口', en: 'Actions first, and everyone speaks' }, colour.amber],
    [{ zh: '三条行动，当天上墙', en: 'Three actions, on the wall that day' }, colour.leaf],
  ];
  promises.forEach(([text, fill], i) => {
    const y = 1.36 + i * 0.93;
    panel(slide, { x: 0.5, y, w: 4.95, h: 0.85 }, colour.mist);
    badge(slide, String(i + 1), 0.66, y + 0.145, 0.56, fill);
    write(slide, text, { x: 1.42, y, w: 4, h: 0.85 }, { zh: 23, en: 15 });
  });
  slide.addText('谢谢大家！ Thank you!', {
    x: 0.5,
    y: 4.24,
    w: 4.95,
    h: 0.42,
    margin: 0,
    fontSize: 24,
    bold: true,
    color: colour.coral,
    lang: 'zh-CN',
  });
  slide.addText(
    '本课程为演示：企业、人物、数据和图片均为虚构。 Demo: all enterprises, people, figures and pictures are made up.',
    {
      x: 0.5,
      y: 4.8,
      w: 9,
      h: 0.36,
      margin: 0,
      fontSize: 13,
      color: colour.soft,
      lang: 'zh-CN',
    },
  );
}

/** Slides 13 to 16: the case, the group task, the next courses, and the close. */
export async function closingSlides(deck: Deck, programme: DemoProgramme): Promise<void> {
  await theCase(deck, programme);
  await groupTask(deck);
  nextCourses(deck);
  await closing(deck);
}

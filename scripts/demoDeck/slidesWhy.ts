import type { Bilingual } from '#shared/basics.ts';
import { colour } from './colours.ts';
import { icons } from './icons.ts';
import { type Deck, lesson, pair, panel, picture, write } from './look.ts';

async function signs(deck: Deck): Promise<void> {
  const slide = lesson(
    deck,
    { zh: '会开了，为什么没有用？', en: 'The meeting took place. Why did nothing change?' },
    {
      zh: '【3分钟】把大家刚才打的字归到这五条里：“某厂说有人睡着了——这是第二条的结果。”右边这笔账请慢慢念：11个人坐一小时，就是11个工时，够一个人干一天半。问：“这一天半，我们换来了什么？”然后给个台阶：这五条没有一条是“人不好”，都是会议的安排出了问题，所以都改得了。',
      en: '[3 minutes] Sort what people typed into these five: “Someone said a man was asleep. That comes from the second.” Read the sum on the right slowly: eleven people for one hour are eleven working hours, a day and a half of one person’s work. Ask: “What did we get for it?” Then comfort them: none of the five means bad people; it is how the meeting is arranged, so all of it can be changed.',
    },
  );
  const list: Bilingual[] = [
    { zh: '没有议程，想到哪说到哪', en: 'No agenda' },
    { zh: '一个人讲，十个人听', en: 'One talks, ten listen' },
    { zh: '拖得太久，人心散了', en: 'It drags on' },
    { zh: '没人记录，出门就忘', en: 'Nobody takes notes' },
    { zh: '上周的行动，没人再问', en: 'Nobody asks about last week’s actions' },
  ];
  for (const [i, text] of list.entries()) {
    const y = 1.38 + i * 0.76;
    await picture(slide, icons.cross(), { x: 0.5, y: y + 0.1, w: 0.5, h: 0.5 }, { zh: '不好', en: 'bad' });
    write(slide, text, { x: 1.16, y, w: 4.9, h: 0.7 }, { zh: 22, en: 15 });
  }
  panel(slide, { x: 6.2, y: 1.42, w: 3.3, h: 3.66 }, colour.blush);
  write(
    slide,
    { zh: '算一笔账', en: 'Do the sum' },
    { x: 6.4, y: 1.56, w: 2.9, h: 0.7 },
    { zh: 20, en: 15 },
    { align: 'center' },
  );
  write(
    slide,
    { zh: '11人 × 1小时', en: '11 people × 1 hour' },
    { x: 6.3, y: 2.36, w: 3.1, h: 0.8 },
    { zh: 24, en: 15 },
    { align: 'center' },
  );
  slide.addText('11', {
    x: 6.4,
    y: 3.1,
    w: 2.9,
    h: 1.05,
    margin: 0,
    align: 'center',
    valign: 'middle',
    fontSize: 72,
    bold: true,
    color: colour.coral,
  });
  write(
    slide,
    { zh: '个工时', en: 'working hours' },
    { x: 6.4, y: 4.17, w: 2.9, h: 0.74 },
    { zh: 24, en: 15, zhColour: colour.coral },
    { align: 'center' },
  );
}

function weeklyChart(deck: Deck): void {
  const slide = lesson(
    deck,
    { zh: '每周开会，行动才跟得上', en: 'Weekly meetings keep actions moving' },
    {
      zh: '【2分钟】先说清楚：这是演示数据，不是真实企业的。请大家看灰色三根柱子：每月开一次会，十条行动只有三条按时做完。从7月起改成每周一次，每次30分钟，到9月十条里做完八条。问：“行动还是那些行动，人还是那些人，变的是什么？”等答案——变的是下一次见面只隔七天，答应的事不好意思不做。',
      en: '[2 minutes] Say first that these are demo figures of no real factory. Grey columns: with one meeting a month, three actions in ten were closed on time. From July they met weekly, 30 minutes each; by September it was eight in ten. Ask: “Same actions, same people: what changed?” Wait for it: the next meeting is only seven days away, and nobody likes to come with a promise not kept.',
    },
  );
  const months = ['4月', '5月', '6月', '7月', '8月', '9月'];
  slide.addChart(
    deck.ChartType.bar,
    [{ name: '按时完成的行动 Actions closed on time (%)', labels: months, values: [34, 28, 31, 52, 70, 82] }],
    {
      x: 0.4,
      y: 1.62,
      w: 6,
      h: 3.2,
      barDir: 'col',
      barGapWidthPct: 45,
      chartColors: ['A9BCBC', 'A9BCBC', 'A9BCBC', colour.teal, colour.teal, colour.teal],
      showLegend: false,
      showTitle: false,
      showValue: true,
      dataLabelFontSize: 18,
      dataLabelFontBold: true,
      dataLabelColor: colour.ink,
      dataLabelFontFace: 'Calibri',
      dataLabelFormatCode: '0"%"',
      catAxisLabelFontSize: 18,
      catAxisLabelColor: colour.ink,
      catAxisLabelFontFace: 'Calibri',
      valAxisHidden: true,
      valAxisMinVal: 0,
      valAxisMaxVal: 100,
      valGridLine: { style: 'none' },
      catGridLine: { style: 'none' },
      altText: '按时完成的行动，从31%升到82% / Actions closed on time rose from 31 % to 82 %',
    },
  );
  slide.addText(pair({ zh: '按时完成的行动', en: 'Actions closed on time' }, { zh: 20, en: 15 }), {
    x: 0.5,
    y: 1.26,
    w: 5.8,
    h: 0.62,
    margin: 0,
    valign: 'middle',
  });
  slide.addText('演示数据，纯属虚构 · Demo figures, made up', {
    x: 0.5,
    y: 4.84,
    w: 5.8,
    h: 0.3,
    margin: 0,
    fontSize: 14,
    color: colour.soft,
    lang: 'zh-CN',
  });
  const halves: [Bilingual, Bilingual, string, string][] = [
    [
      { zh: '每月开一次', en: 'Once a month' },
      { zh: '10条做完3条', en: '3 of 10 done on time' },
      'EDF1F1',
      colour.soft,
    ],
    [
      { zh: '每周30分钟', en: '30 minutes a week' },
      { zh: '10条做完8条', en: '8 of 10 done on time' },
      colour.mint,
      colour.teal,
    ],
  ];
  halves.forEach(([when, what, fill, strong], i) => {
    const y = 1.42 + i * 1.88;
    panel(slide, { x: 6.6, y, w: 2.9, h: 1.74 }, fill);
    write(slide, when, { x: 6.8, y: y + 0.1, w: 2.5, h: 0.72 }, { zh: 20, en: 15, zhColour: strong });
    write(slide, what, { x: 6.8, y: y + 0.88, w: 2.6, h: 0.78 }, { zh: 24, en: 15 });
  });
}

async function threePhases(deck: Deck): Promise<void> {
  const slide = lesson(
    deck,
    { zh: '一次好会议：会前、会中、会后', en: 'A good meeting: before, during, after' },
    {
      zh: '【1分钟】这一页是后面几页的地图。问：“三段里面，我们厂哪一段最弱？打‘前’‘中’或‘后’。”多半是“后”。记住票数，讲到行动看板那页再回来说。提醒：会前只要十分钟，一张纸；会后只要拍一张照片发群里，别把它变成写报告。',
      en: '[1 minute] This is the map of the next pages. Ask: “Which of the three is weakest with us? Type before, during or after.” Mostly it is after; remember the count and come back to it at the action board. Before takes ten minutes and one sheet of paper; after takes one photo in the group chat. Do not let it become report writing.',
    },
  );
  const phases: [keyof typeof icons, Bilingual, Bilingual[], string, string][] = [
    [
      'sheet',
      { zh: '会前', en: 'Before' },
      [
        { zh: '提前一天发议程', en: 'Agenda a day ahead' },
        { zh: '带上数字和照片', en: 'Bring figures, photos' },
      ],
      colour.mint,
      colour.teal,
    ],
    [
      'people',
      { zh: '会中', en: 'During' },
      [
        { zh: '先看上周行动', en: 'Last week’s actions first' },
        { zh: '人人都发言', en: 'Everyone speaks' },
      ],
      colour.sand,
      colour.amber,
    ],
    [
      'wall',
      { zh: '会后', en: 'After' },
      [
        { zh: '当天发出记录', en: 'Notes the same day' },
        { zh: '行动贴上墙', en: 'Actions on the wall' },
      ],
      colour.meadow,
      colour.leaf,
    ],
  ];
  for (const [i, [icon, name, points, fill, strong]] of phases.entries()) {
    const x = 0.5 + i * 3.07;
    panel(slide, { x, y: 1.4, w: 2.86, h: 3.66 }, fill);
    await picture(slide, icons[icon](), { x: x + 0.2, y: 1.6, w: 0.92, h: 0.92 }, name);
    write(slide, name, { x: x + 1.28, y: 1.56, w: 1.5, h: 1 }, { zh: 28, en: 18, zhColour: strong });
    points.forEach((point, row) => {
      write(slide, point, { x: x + 0.22, y: 2.82 + row * 1.08, w: 2.56, h: 0.94 }, { zh: 23, en: 16 });
    });
  }
}

/** Slides 5 to 7: why meetings fail, why weekly, and the three phases. */
export async function whySlides(deck: Deck): Promise<void> {
  await signs(deck);
  weeklyChart(deck);
  await threePhases(deck);
}

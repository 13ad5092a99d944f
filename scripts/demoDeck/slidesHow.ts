import type { Bilingual } from '#shared/basics.ts';
import { colour } from './colours.ts';
import { icons } from './icons.ts';
import { type Deck, lesson, pair, panel, picture, write } from './look.ts';
import { actionBoard, everyoneSpeaks } from './scenes.ts';

function agenda(deck: Deck): void {
  const slide = lesson(
    deck,
    { zh: '30分钟这样用', en: 'How to use 30 minutes' },
    {
      zh: '【2分钟】请大家拿手机拍下这一页，明天就能照着开。重点说两个数字：第三项12分钟，只谈一个问题——谈三个等于一个没谈；最后2分钟，秘书把行动念一遍，被点到名字的人说一声“好”，这一声比签字管用。有人会问“30分钟够吗？”答：不够的话，多半是把第三项开成了通知会。',
      en: '[2 minutes] Ask people to photograph this page; they can use it tomorrow. Stress two figures: twelve minutes on one problem only, because three problems are none; and the last two minutes, in which the secretary reads the actions and each owner says “yes”, which is worth more than a signature. “Are 30 minutes enough?” When not, item three has usually turned into announcements.',
    },
  );
  const items: [Bilingual, number, string][] = [
    [{ zh: '上周的行动，做到了吗？', en: 'Last week’s actions: done?' }, 5, colour.teal],
    [{ zh: '看一个指标', en: 'Look at one indicator' }, 5, '3B8D92'],
    [{ zh: '只谈一个问题', en: 'Work on one problem only' }, 12, colour.amber],
    [{ zh: '定行动：谁、何时', en: 'Agree actions: who, by when' }, 6, colour.leaf],
    [{ zh: '念一遍，散会', en: 'Read it back and close' }, 2, '4F8F6E'],
  ];
  let start = 0;
  items.forEach(([text, minutes, fill], row) => {
    const y = 1.38 + row * 0.75;
    panel(slide, { x: 0.5, y, w: 9, h: 0.68 }, row % 2 ? colour.white : colour.mist, 0.08);
    write(slide, text, { x: 0.7, y, w: 3.9, h: 0.68 }, { zh: 22, en: 15 });
    const unit = 4.5 / 30;
    slide.addText(`${minutes}'`, {
      shape: 'roundRect',
      rectRadius: 0.08,
      x: 4.8 + start * unit,
      y: y + 0.09,
      w: Math.max(minutes * unit, 0.3),
      h: 0.5,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fontSize: minutes < 4 ? 16 : 22,
      bold: true,
      color: colour.white,
      fill: { color: fill },
    });
    start += minutes;
  });
}

function duties(deck: Deck): void {
  const slide = lesson(
    deck,
    { zh: '会议上，谁做什么', en: 'Who does what in the meeting' },
    {
      zh: '【2分钟】不用念表。问：“你们厂这五个人，现在说得出名字吗？说得出的打1。”重点讲两条：组长最后一个发言，因为他一开口，别人就不说了；副组长最好是一线员工，组长出差，会照开。计时员请选平时话少的人，给他一个正当的理由打断领导。',
      en: '[2 minutes] Do not read the table. Ask: “Can you name these five in your factory? Type 1 if you can.” Stress two: the leader speaks last, because once the leader has spoken the others stop; and a worker makes the best deputy, so that the meeting takes place when the leader travels. Choose a quiet person as timekeeper: it gives them a good reason to interrupt the boss.',
    },
  );
  const rows: [Bilingual, Bilingual][] = [
    [
      { zh: '组长', en: 'Leader' },
      { zh: '按议程走，最后一个发言', en: 'Keeps to the agenda and speaks last' },
    ],
    [
      { zh: '副组长', en: 'Deputy' },
      { zh: '组长不在，会照常开', en: 'Leader away? The meeting still takes place' },
    ],
    [
      { zh: '秘书', en: 'Secretary' },
      { zh: '当场写下：什么、谁、何时', en: 'Writes on the spot: what, who, by when' },
    ],
    [
      { zh: '计时员', en: 'Timekeeper' },
      { zh: '每段剩1分钟，举牌提醒', en: 'Shows a card when one minute is left' },
    ],
    [
      { zh: '联络员', en: 'Liaison officer' },
      { zh: '把结果带回班组，把意见带上来', en: 'Takes results to the lines and brings ideas back' },
    ],
  ];
  const border = { type: 'solid', pt: 1, color: colour.line } as const;
  const head = [
    { zh: '角色', en: 'Role' },
    { zh: '做什么', en: 'What they do' },
  ].map((text) => ({
    text: [
      { text: `${text.zh}  `, options: { fontSize: 20, bold: true, color: colour.white, lang: 'zh-CN' } },
      { text: text.en, options: { fontSize: 15, color: colour.white, lang: 'en-US' } },
    ],
    options: { fill: { color: colour.teal } },
  }));
  const body = rows.map((cells, row) =>
    cells.map((text, column) => ({
      text: pair(text, { zh: 21, en: 14, zhColour: column === 0 ? colour.deep : colour.ink }),
      options: { fill: { color: row % 2 ? colour.white : colour.mist } },
    })),
  );
  slide.addTable([head, ...body], {
    x: 0.5,
    y: 1.3,
    w: 9,
    colW: [2.4, 6.6],
    rowH: [0.42, 0.68, 0.68, 0.68, 0.68, 0.68],
    border,
    valign: 'middle',
    margin: [0.02, 0.15, 0.02, 0.15],
  });
}

async function everyone(deck: Deck): Promise<void> {
  const title = { zh: '让每个人都开口', en: 'Get everyone talking' };
  const slide = lesson(deck, title, {
    zh: '【3分钟】先问一线员工：“在会上，什么时候您最不敢说？”给15秒，念两三条，不点名。再讲四个办法。便签先写再说，是给内向的人留的时间；一人一分钟，沙漏比嘴管用；“对事不对人”请现场示范一次：不说“谁又忘了”，改说“是什么让人容易忘”。一定要说：提意见的人，会后不能有任何不好的后果，这是组长的责任。',
    en: '[3 minutes] First ask the workers: “When is it hardest for you to speak in a meeting?” Give 15 seconds and read two or three answers without names. Then the four ways. Writing first gives quiet people time; an hourglass works better than words; act out “the problem, not the person”: not “who forgot again?” but “what makes it easy to forget?”. And say clearly: nobody may suffer for having spoken up; that is the leader’s duty.',
  });
  await picture(
    slide,
    everyoneSpeaks(),
    { x: 0.5, y: 1.36, w: 4.1, h: 3.727 },
    { zh: '圆桌旁，每个人说得一样多', en: 'Around a table everyone speaks as long as the others' },
  );
  const tips: Bilingual[] = [
    { zh: '先写便签，再开口', en: 'Write a note first, then talk' },
    { zh: '一人一分钟，轮着说', en: 'One minute each, in turn' },
    { zh: '组长最后说', en: 'The leader speaks last' },
    { zh: '对事，不对人', en: 'The problem, not the person' },
  ];
  for (const [i, text] of tips.entries()) {
    const y = 1.4 + i * 0.94;
    panel(slide, { x: 4.85, y, w: 4.65, h: 0.84 }, i % 2 ? colour.mint : colour.mist);
    await picture(slide, icons.tick(), { x: 5.0, y: y + 0.17, w: 0.5, h: 0.5 }, { zh: '好', en: 'good' });
    write(slide, text, { x: 5.7, y, w: 3.75, h: 0.84 }, { zh: 23, en: 16 });
  }
}

async function clearAction(deck: Deck): Promise<void> {
  const slide = lesson(
    deck,
    { zh: '把“加强管理”写成做得到的行动', en: 'Turn “manage better” into an action you can do' },
    {
      zh: '【3分钟】问：“左边这句话，下周开会怎么检查？”等三秒——没法检查。再看右边，一问就知道做没做。请大家当场改一条：把自己厂里“加强安全意识”改成什么、谁、何时，打在聊天里。挑一条改得好的念出来，再挑一条差一点的，帮他补上日期。提醒：一次会最多三条行动；负责人写一个名字，写部门等于没人负责。',
      en: '[3 minutes] Ask: “How would you check the left sentence next week?” Wait three seconds: you can’t. The right one takes a single question. Let everyone rewrite one now: turn “raise safety awareness” into what, who, by when, in the chat. Read out a good one, and help a nearly good one to its date. At most three actions a meeting, and one name each: a department means nobody.',
    },
  );
  panel(slide, { x: 0.5, y: 1.4, w: 3.3, h: 2.6 }, colour.blush);
  await picture(slide, icons.cross(), { x: 0.72, y: 1.6, w: 0.6, h: 0.6 }, { zh: '说不清', en: 'vague' });
  write(
    slide,
    { zh: '说不清', en: 'Vague' },
    { x: 1.5, y: 1.52, w: 2.1, h: 0.76 },
    { zh: 22, en: 16, zhColour: colour.coral },
  );
  write(
    slide,
    { zh: '加强5S管理', en: 'Strengthen 5S' },
    { x: 0.62, y: 2.5, w: 3.06, h: 1.1 },
    { zh: 25, en: 18 },
    { align: 'center' },
  );
  slide.addShape('rightArrow', {
    x: 3.92,
    y: 2.4,
    w: 0.56,
    h: 0.6,
    fill: { color: colour.amber },
    line: { color: colour.amber, width: 0 },
  });
  panel(slide, { x: 4.6, y: 1.4, w: 4.9, h: 2.6 }, colour.meadow);
  const parts: [Bilingual, Bilingual][] = [
    [
      { zh: '什么', en: 'What' },
      { zh: '画好A线工具墙的轮廓', en: 'Outline line A’s tool wall' },
    ],
    [
      { zh: '谁', en: 'Who' },
      { zh: '小周', en: 'Zhou' },
    ],
    [
      { zh: '何时', en: 'When' },
      { zh: '周五下班前', en: 'By the end of Friday’s shift' },
    ],
  ];
  parts.forEach(([label, text], i) => {
    const y = 1.5 + i * 0.82;
    write(slide, label, { x: 4.8, y, w: 0.85, h: 0.76 }, { zh: 22, en: 15, zhColour: colour.leaf });
    write(slide, text, { x: 5.75, y, w: 3.7, h: 0.76 }, { zh: 24, en: 16 });
  });
  panel(slide, { x: 0.5, y: 4.22, w: 9, h: 0.86 }, colour.deep);
  write(
    slide,
    { zh: '做什么？谁来做？哪天做完？', en: 'What? Who? By when? Three actions at most' },
    { x: 0.7, y: 4.22, w: 8.6, h: 0.86 },
    { zh: 24, en: 16, zhColour: colour.white, enColour: 'DDF0EE' },
    { align: 'center' },
  );
}

async function board(deck: Deck): Promise<void> {
  const title = { zh: '行动上墙，开会先看', en: 'Put actions on the wall and look there first' };
  const slide = lesson(deck, title, {
    zh: '【2分钟】看板不用买，一块白板、三条胶带、一叠便签就够，挂在大家每天路过的地方，不要锁在会议室。每张便签写什么、谁、何时。会上由负责人自己把便签往右挪，挪到“完成”时大家鼓个掌，别省。到期没做完的，不批评，只问一句：“需要什么帮助？”回到会前、会中、会后那一票：最弱的“后”，靠的就是这块板。接下来是两道小测验。',
    en: '[2 minutes] There is nothing to buy: a whiteboard, three strips of tape and a pad of notes, hung where people pass every day and not locked in a meeting room. Each note says what, who, by when. Owners move their own notes; when one reaches done, applaud, every time. When one is overdue do not blame, ask: “What help do you need?” Come back to the vote on before, during, after: this board is what keeps the “after” alive. The quiz comes next.',
  });
  await picture(slide, actionBoard(), { x: 0.5, y: 1.36, w: 4.84, h: 3.723 }, title);
  const columns: [Bilingual, string][] = [
    [{ zh: '要做', en: 'To do' }, colour.coral],
    [{ zh: '在做', en: 'Doing' }, colour.amber],
    [{ zh: '完成', en: 'Done' }, colour.leaf],
  ];
  columns.forEach(([text, fill], i) => {
    slide.addText(pair(text, { zh: 22, en: 15, zhColour: colour.white, enColour: colour.white }), {
      shape: 'roundRect',
      rectRadius: 0.1,
      x: 5.55 + i * 1.34,
      y: 1.4,
      w: 1.27,
      h: 0.92,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fill: { color: fill },
    });
  });
  write(
    slide,
    { zh: '挂在大家路过的地方', en: 'Hang it where people pass' },
    { x: 5.55, y: 2.46, w: 3.95, h: 0.76 },
    { zh: 22, en: 15 },
  );
  write(
    slide,
    { zh: '谁负责，谁来挪', en: 'Owners move their own notes' },
    { x: 5.55, y: 3.24, w: 3.95, h: 0.76 },
    { zh: 22, en: 15 },
  );
  panel(slide, { x: 5.55, y: 4.12, w: 3.95, h: 0.96 }, colour.sand);
  write(
    slide,
    { zh: '过期了？问要什么帮助', en: 'Overdue? Ask what help is needed' },
    { x: 5.7, y: 4.12, w: 3.7, h: 0.96 },
    { zh: 22, en: 15 },
  );
}

/** Slides 8 to 12: agenda, roles, speaking, clear actions, and the action board. */
export async function howSlides(deck: Deck): Promise<void> {
  agenda(deck);
  duties(deck);
  await everyone(deck);
  await clearAction(deck);
  await board(deck);
}

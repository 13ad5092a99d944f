import type { Bilingual } from '#shared/basics.ts';
import type { DemoProgramme } from '../../server/src/demo/types.ts';
import { colour } from './colours.ts';
import { icons } from './icons.ts';
import { badge, type Deck, lesson, madeUp, pair, panel, picture, write } from './look.ts';
import { boardMeeting, poorMeeting } from './scenes.ts';

async function cover(deck: Deck, { course, module, trainers }: DemoProgramme): Promise<void> {
  const slide = deck.addSlide();
  slide.background = { color: colour.deep };
  await picture(slide, boardMeeting(), { x: 4.6, y: 0, w: 5.4, h: 5.625 }, course.picture.caption);
  slide.addShape('rect', { x: 4.52, y: 0, w: 0.08, h: 5.625, fill: { color: colour.amber } });
  write(
    slide,
    { zh: `SCORE · ${module.name.zh}`, en: module.name.en },
    { x: 0.45, y: 0.4, w: 3.9, h: 0.65 },
    { zh: 18, en: 14, zhColour: 'F6C66B', enColour: 'BFE0DC' },
  );
  slide.addText('如何召开\n有效的EIT会议', {
    x: 0.45,
    y: 1.25,
    w: 3.95,
    h: 1.45,
    margin: 0,
    fontSize: 36,
    bold: true,
    color: colour.white,
    lang: 'zh-CN',
    valign: 'middle',
    lineSpacingMultiple: 1.05,
  });
  slide.addText('How to conduct\neffective EIT meetings', {
    x: 0.45,
    y: 2.75,
    w: 3.8,
    h: 0.75,
    margin: 0,
    fontSize: 21,
    color: 'DDF0EE',
    lang: 'en-US',
    valign: 'top',
  });
  const names: Bilingual = {
    zh: trainers.map(({ name }) => name.zh).join(' · '),
    en: 'Three trainers, ten factories, 90 minutes',
  };
  write(
    slide,
    names,
    { x: 0.45, y: 3.85, w: 3.9, h: 0.7 },
    { zh: 20, en: 15, zhColour: colour.white, enColour: 'BFE0DC' },
  );
  slide.addText(`${madeUp.zh} · ${madeUp.en}`, {
    x: 0.45,
    y: 5.1,
    w: 3.95,
    h: 0.3,
    margin: 0,
    fontSize: 11,
    color: 'A9D3CE',
    lang: 'zh-CN',
  });
  slide.addNotes(
    `【开场3分钟】开课前十分钟就放这一页，放一点声音，让先来的学员知道“没走错”。先报三位老师的名字，再按企业点名：请每家的联络员在聊天里打一句“某某厂到，几个人”。看到几个人共用一部手机的，特别欢迎一下。不要等人，准点开始——今天讲的就是准时开会。

[Opening, 3 minutes] Show this page ten minutes early and say something now and then, so that early birds know they are in the right place. Introduce the three trainers, then call the factories one by one: each liaison officer writes “here, so many people” in the chat. Greet those who share one phone. Start on time: that is what today is about.`,
  );
}

function goals(deck: Deck): void {
  const slide = lesson(
    deck,
    { zh: '今天带走三样东西', en: 'Three things you take home today' },
    {
      zh: '【1分钟】一句一句念，念完问：“三样里面，您最缺哪一样？在聊天里打 1、2 或 3。”念出几个名字和答案，让大家感到有人在看。强调第三样：今天不是听完就算，散会时每家手里都有一份写好的计划，下周就能用。下面的时间条只说一句：一半时间是你们自己的。',
      en: '[1 minute] Read them one by one, then ask: “Which of the three do you miss most? Type 1, 2 or 3.” Read out a few names and answers so that people feel seen. Stress the third: every factory leaves with a written plan for next week. About the bar below say only: half of the time is yours.',
    },
  );
  const cards: [string, Bilingual, string, string][] = [
    ['1', { zh: '一套30分钟的\n周会流程', en: 'A weekly routine of 30 minutes' }, colour.mint, colour.teal],
    ['2', { zh: '让每个人都\n开口的办法', en: 'Ways to get everyone talking' }, colour.sand, colour.amber],
    [
      '3',
      { zh: '你们厂下次\n会议的计划', en: 'The plan of your own next meeting' },
      colour.meadow,
      colour.leaf,
    ],
  ];
  cards.forEach(([number, text, fill, strong], i) => {
    const x = 0.5 + i * 3.07;
    panel(slide, { x, y: 1.4, w: 2.86, h: 2.2 }, fill);
    badge(slide, number, x + 0.2, 1.56, 0.55, strong);
    write(slide, text, { x: x + 0.22, y: 2.14, w: 2.5, h: 1.36 }, { zh: 22, en: 15 }, { valign: 'top' });
  });
  const parts: [Bilingual, number, string][] = [
    [{ zh: '热身', en: 'Warm-up' }, 14, '4F8F90'],
    [{ zh: '讲解', en: 'Talk' }, 17, colour.teal],
    [{ zh: '案例', en: 'Case' }, 15, colour.amber],
    [{ zh: '小组', en: 'Groups' }, 15, colour.leaf],
    [{ zh: '汇报', en: 'Report' }, 14, '46966A'],
    [{ zh: '问答', en: 'Q&A' }, 15, '4F8F90'],
  ];
  let x = 0.5;
  for (const [name, minutes, fill] of parts) {
    const w = (minutes / 90) * 9;
    slide.addText(pair(name, { zh: 20, en: 14, zhColour: colour.white, enColour: colour.white }), {
      shape: 'rect',
      x,
      y: 3.95,
      w: w - 0.05,
      h: 0.72,
      margin: 0,
      align: 'center',
      valign: 'middle',
      fill: { color: fill },
    });
    slide.addText(`${minutes} min`, {
      x,
      y: 4.7,
      w: w - 0.05,
      h: 0.34,
      margin: 0,
      align: 'center',
      fontSize: 16,
      bold: true,
      color: colour.soft,
    });
    x += w;
  }
}

async function takingPart(deck: Deck): Promise<void> {
  const slide = lesson(
    deck,
    { zh: '怎么参加这堂课', en: 'How to take part' },
    {
      zh: '【1分钟】边说边带大家试：“现在请每个人举一次手，再放下。”看人数，没举的企业请联络员帮一把。告诉大家打字也算参加，不方便说话的同事一样可以发言。听不见的不要忍着，点按钮，老师会私下来帮。最后说一句：掉线很正常，重新点链接就回到原来的位置。',
      en: '[1 minute] Let them try while you speak: “Everyone raise your hand now, and lower it.” Where hands are missing, ask the liaison officer to help. Typing counts as taking part. Those who hear nothing should not suffer in silence: one tap calls us in private. Dropping out is normal: open the link again and you are back in your place.',
    },
  );
  const ways: [keyof typeof icons, Bilingual][] = [
    ['poll', { zh: '投票：点一下就行', en: 'Vote with one tap' }],
    ['hand', { zh: '想发言：先举手', en: 'To speak, raise your hand' }],
    ['chat', { zh: '打字也算发言', en: 'Typing counts as speaking' }],
    ['hearing', { zh: '听不见：点一下求助', en: 'Can’t hear? Tap for help' }],
  ];
  for (const [i, [icon, text]] of ways.entries()) {
    const x = 0.5 + (i % 2) * 4.6;
    const y = 1.4 + Math.floor(i / 2) * 1.4;
    panel(slide, { x, y, w: 4.4, h: 1.25 }, colour.mist);
    await picture(slide, icons[icon](), { x: x + 0.18, y: y + 0.2, w: 0.85, h: 0.85 }, text);
    write(slide, text, { x: x + 1.22, y, w: 3.1, h: 1.25 }, { zh: 23, en: 16 });
  }
  panel(slide, { x: 0.5, y: 4.25, w: 9, h: 0.85 }, colour.deep);
  write(
    slide,
    { zh: '掉线别慌：再点一次链接，位置还在', en: 'Dropped out? Open the link again: your place is kept' },
    { x: 0.7, y: 4.25, w: 8.6, h: 0.85 },
    { zh: 22, en: 16, zhColour: colour.white, enColour: 'DDF0EE' },
    { align: 'center' },
  );
}

async function spotIt(deck: Deck): Promise<void> {
  const title = { zh: '找一找：这个会议哪里不对？', en: 'What is wrong with this meeting?' };
  const slide = lesson(deck, title, {
    zh: '【3分钟】先别说话，给大家 30 秒安静地看。然后：“看到几处？在聊天里打字，一处打一条。”至少可以找到八处：天黑了还在开、组长一个人讲、有人看手机、有人睡着、有人聊天、有人生气没机会说、一把空椅子、白板上什么也没写、一摞没人看的资料。挑三条念出来，再轻松地问一句：“我们厂有没有一点点像？”不要点名哪家。',
    en: '[3 minutes] Say nothing for 30 seconds and let them look. Then: “How many things? One message for each.” There are at least eight: it is dark outside, one person talks, someone is on the phone, someone sleeps, two chat, one is angry and gets no turn, an empty chair, a blank board, papers that nobody reads. Read out three and ask lightly: “Does it look a little like us?” Never name a factory.',
  });
  await picture(slide, poorMeeting(), { x: 0.5, y: 1.27, w: 9, h: 3.9375 }, title);
}

/** Slides 1 to 4: cover, goals, how to take part, and the poor meeting. */
export async function openingSlides(deck: Deck, programme: DemoProgramme): Promise<void> {
  await cover(deck, programme);
  goals(deck);
  await takingPart(deck);
  await spotIt(deck);
}

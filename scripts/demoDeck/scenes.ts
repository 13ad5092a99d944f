import { type CastMember, fromBehind, member } from './cast.ts';
import { arms } from './people.ts';
import { bubble, clock, hall, machine, note, plant, scribble, shelf, svg, whiteboard } from './workshop.ts';

const notes = { sun: '#ffd86b', sky: '#9fd8e8', leaf: '#b9e2a5', rose: '#f7b7a3' };

/** Three columns of sticky notes, as on an EIT's action board: to do, doing, done. */
function actionColumns(width: number, height: number): string {
  const column = width / 3;
  const heads = ['#d1492e', '#e89a1c', '#3e9b5f']
    .map(
      (
        fill,
        i,
      ) => `<rect x="${i * column + 12}" y="12" width="${column - 24}" height="${height * 0.12}" rx="8" fill="${fill}"/>
      <path d="M${i * column + column / 2 - 34} ${12 + height * 0.06}h68" stroke="#fff" stroke-width="7" stroke-linecap="round"/>`,
    )
    .join('');
  const rules = `<path d="M${column} 14V${height - 14}M${column * 2} 14V${height - 14}" stroke="#d5e3e1" stroke-width="4"/>`;
  const size = Math.min(column * 0.36, height * 0.22);
  const place = (c: number, i: number, fill: string, turn: number): string =>
    note(
      [c * column + column * (i % 2 ? 0.54 : 0.1), height * (0.22 + Math.floor(i / 2) * 0.26)],
      size,
      fill,
      turn,
    );
  const cards = [
    place(0, 0, notes.sun, -3),
    place(0, 1, notes.sky, 2),
    place(0, 2, notes.rose, 1),
    place(1, 0, notes.sky, 2),
    place(1, 1, notes.sun, -2),
    place(2, 0, notes.leaf, -2),
    place(2, 1, notes.leaf, 3),
    place(2, 2, notes.sun, 0),
    place(2, 3, notes.leaf, -3),
    place(2, 4, notes.sky, 2),
  ];
  return heads + rules + cards.join('');
}

function risingBars(x: number, foot: number, width: number): string {
  return [0.3, 0.42, 0.62, 0.86]
    .map(
      (share, i) =>
        `<rect x="${x + i * width * 0.26}" y="${foot - share * width * 0.8}" width="${width * 0.18}" height="${share * width * 0.8}" rx="4" fill="${i < 2 ? '#bcd3d1' : '#12808a'}"/>`,
    )
    .join('');
}

/** A stand-up meeting at the board in the workshop: the cover. */
export function boardMeeting(): string {
  const board = whiteboard(
    [250, 236],
    600,
    330,
    `<g transform="scale(.68 .98)">${actionColumns(600, 330)}</g>${risingBars(440, 300, 140)}<path d="M440 302h136" stroke="#8aa5a4" stroke-width="4"/>
     <path d="M440 90h120M440 116h84" stroke="#9fb8b6" stroke-width="8" stroke-linecap="round"/>`,
  );
  return svg(
    1080,
    1124,
    `${hall(1080, 1124, 690)}${shelf([890, 700], 0.9)}${machine([-130, 700], 1, '#8fb9b5')}${board}
    <ellipse cx="540" cy="1080" rx="500" ry="34" fill="#0b4f56" opacity=".12"/>
    ${member('quality', [330, 640], 1, {
      right: [
        [84, 22],
        [128, -44],
      ],
      look: 0.5,
      mouth: 'open',
    })}
    ${member('veteran', [812, 650], 1, { look: -0.7, left: arms.chestLeft, right: arms.chestRight })}
    ${member('packing', [150, 706], 1.06, { look: 0.8, left: arms.raisedLeft })}
    ${member('assembly', [960, 712], 1.05, { look: -0.9, left: arms.openLeft, mouth: 'open' })}
    ${member('manager', [500, 724], 1.06, { look: 0.3, left: arms.chestLeft, right: arms.chestRight })}
    ${member('lathe', [668, 730], 1.08, { look: -0.4 })}`,
  );
}

/** The meeting in which everything goes wrong, for the class to find out what. */
export function poorMeeting(): string {
  const wall = `<rect width="1600" height="700" fill="#dfe4e2"/><rect y="560" width="1600" height="140" fill="#c3c9c6"/>
    <g transform="translate(90 70)"><rect width="250" height="190" fill="#33475e"/><circle cx="190" cy="52" r="22" fill="#f4edc9"/><path d="M0 190V150L40 120 70 150 110 96 160 150 200 128 250 160V190Z" fill="#24344a"/>
      <path d="M125 0V190M0 95H250" stroke="#f4f7f6" stroke-width="8"/><rect width="250" height="190" fill="none" stroke="#f4f7f6" stroke-width="14"/></g>`;
  const blank = whiteboard(
    [826, 46],
    340,
    176,
    '<path d="M30 40Q110 60 150 30M220 140q40 10 90-20" stroke="#e3eceb" stroke-width="12" fill="none" stroke-linecap="round"/>',
  );
  const web =
    '<g stroke="#a9b7b5" stroke-width="2" fill="none"><path d="M1166 46L1108 104M1166 46L1134 114M1166 46L1098 78"/><path d="M1116 68Q1120 84 1114 98M1132 62Q1136 84 1130 106"/></g>';
  const phone = (x: number, y: number): string =>
    `<g transform="translate(${x} ${y}) rotate(-8)"><rect width="36" height="58" rx="6" fill="#20323a"/><rect x="4" y="6" width="28" height="42" fill="#7fd1e0"/></g>`;
  const papers = Array.from(
    { length: 9 },
    (_, i) =>
      `<rect x="${1290 + (i % 3) * 7}" y="${500 - i * 10}" width="150" height="12" rx="2" fill="${i % 2 ? '#f7f7f2' : '#e3e3da'}" stroke="#c9c9bd"/>`,
  );
  const chair = `<g transform="translate(742 420)"><rect x="-62" y="-40" width="124" height="150" rx="20" fill="#7b8f8e"/><rect x="-46" y="-24" width="92" height="100" rx="12" fill="#93a6a5"/></g>`;
  const monologue = bubble([545, 118], 450, 176, [292, 292], '#ffffff', scribble(6, 366, '#d1492e', 11));
  return svg(
    1600,
    700,
    `${wall}${blank}${web}${clock([1440, 140], 70, 18, 40, '#d1492e')}${plant([1530, 600], 0.9)}
    ${member('manager', [230, 360], 1.18, {
      right: [
        [84, 40],
        [128, -8],
      ],
      left: [
        [-70, 70],
        [-40, 122],
      ],
      look: 0.7,
      mouth: 'open',
    })}
    ${chair}
    ${member('packing', [520, 420], 1.05, { left: arms.chestLeft, right: arms.chestRight, look: -0.1, mouth: 'flat' })}${phone(504, 462)}
    ${member('veteran', [950, 446], 1.05, { left: arms.tableLeft, right: arms.tableRight, mouth: 'asleep', look: 0.4 })}
    ${member('sewing', [1120, 420], 1.03, {
      left: arms.tableLeft,
      right: [
        [70, 64],
        [66, 12],
      ],
      look: 1,
      mouth: 'smile',
    })}
    ${member('apprentice', [1270, 420], 1.03, {
      right: arms.tableRight,
      left: [
        [-70, 64],
        [-66, 12],
      ],
      look: -1,
      mouth: 'open',
    })}
    ${member('assembly', [1450, 420], 1.05, { left: arms.tableLeft, right: arms.tableRight, look: 0.9, mouth: 'frown' })}
    <path d="M40 606H1600V700H40Z" fill="#93653e"/><path d="M110 530H1560L1600 606H40Z" fill="#c79266"/>
    ${papers.join('')}<path d="M720 574q70-16 130-2q50 14-20 22q-110 8-110-20Z" fill="#6b4327" opacity=".6"/>
    <g transform="translate(694 560) rotate(84) scale(.9)"><rect x="-24" y="-34" width="48" height="52" rx="6" fill="#fff"/><path d="M24-24q24 2 22 18t-24 14" fill="none" stroke="#fff" stroke-width="9"/></g>
    <g fill="#5d7877" font-family="Carlito, sans-serif" font-weight="700"><text x="1000" y="352" font-size="40">z</text><text x="1022" y="322" font-size="50">z</text><text x="1050" y="288" font-size="62">z</text></g>
    ${monologue}
    ${bubble([1196, 270], 110, 62, [1150, 322], '#ffffffcc', scribble(2, 60, '#7f9694', 8))}`,
  );
}

/** A round table at which manager and worker speak equally long. */
export function everyoneSpeaks(): string {
  const back: [CastMember, number, number, number][] = [
    ['veteran', 150, 400, 0.6],
    ['quality', 340, 356, 0.2],
    ['lathe', 540, 356, -0.2],
    ['sewing', 730, 400, -0.6],
  ];
  const people = back.map(([name, x, y, look], i) =>
    member(name, [x, y], 1.05, {
      look,
      mouth: i === 3 ? 'open' : 'smile',
      left: i === 1 ? arms.chestLeft : arms.tableLeft,
      right: i === 3 ? arms.openRight : arms.tableRight,
      standing: false,
    }),
  );
  const fills = ['#33568a', '#6a5b9e', '#12808a', '#d9775f'];
  const bubbles = back.map(([, x, y], i) => {
    const fill = fills[i] ?? '#12808a';
    return bubble(
      [x + (i < 2 ? -10 : 10), y - 210],
      150,
      92,
      [x, y - 122],
      fill,
      scribble(3, 92, '#ffffff', 8),
    );
  });
  return svg(
    880,
    800,
    `<rect width="880" height="800" fill="#edf6f5"/><circle cx="440" cy="420" r="400" fill="#ddf0ee"/>
    ${bubbles.join('')}${people.join('')}
    <ellipse cx="440" cy="606" rx="400" ry="150" fill="#8f6440"/><ellipse cx="440" cy="582" rx="400" ry="150" fill="#c99766"/><ellipse cx="440" cy="578" rx="370" ry="130" fill="#d6a878"/>
    <g transform="translate(440 566)"><path d="M-34-66H34M-34 40H34" stroke="#5b3d24" stroke-width="12" stroke-linecap="round"/><path d="M-26-60Q-26-30-4-13Q-26 4-26 34H26Q26 4 4-13Q26-30 26-60Z" fill="#eef8fa" stroke="#9fc4c9" stroke-width="4"/><path d="M-20 30Q-14 12 0 8Q14 12 20 30ZM-14-38Q0-30 14-38L3-18H-3Z" fill="#e89a1c"/></g>
    <g transform="rotate(-6 270 560)"><rect x="220" y="530" width="96" height="66" rx="4" fill="#fff"/><path d="M234 550h66M234 568h44" stroke="#9fb8b6" stroke-width="6" stroke-linecap="round"/></g>
    ${note([570, 530], 54, notes.sun, 8)}${note([630, 560], 54, notes.sky, -6)}
    ${fromBehind('manager', [300, 690], 1.1)}${fromBehind('packing', [580, 690], 1.1)}`,
  );
}

/** A worker moves a card on the action board while the team looks on. */
export function actionBoard(): string {
  return svg(
    1040,
    800,
    `${hall(1040, 800, 610)}${whiteboard([180, 130], 680, 400, actionColumns(680, 400))}
    <ellipse cx="520" cy="770" rx="460" ry="24" fill="#0b4f56" opacity=".12"/>
    ${member('assembly', [110, 446], 0.98, {
      right: [
        [84, 10],
        [128, -70],
      ],
      look: 0.8,
      mouth: 'smile',
    })}
    ${member('quality', [930, 446], 0.96, {
      look: -0.8,
      left: [
        [-76, 44],
        [-108, -10],
      ],
      mouth: 'open',
    })}`,
  );
}

/** Four people of one EIT write their worksheet on a phone and a laptop. */
export function groupWork(): string {
  const sheet = `<g transform="translate(-120 -86)"><rect width="240" height="172" rx="10" fill="#fff"/><rect x="18" y="18" width="130" height="16" rx="8" fill="#12808a"/>
    ${[0, 1, 2].map((i) => `<rect x="18" y="${54 + i * 38}" width="26" height="26" rx="6" fill="${i < 2 ? '#3e9b5f' : '#fff'}" stroke="#3e9b5f" stroke-width="4"/>${i < 2 ? `<path d="M${24} ${67 + i * 38}l6 7 10-13" fill="none" stroke="#fff" stroke-width="5"/>` : ''}<path d="M60 ${67 + i * 38}h${i === 1 ? 110 : 150}" stroke="#b9cfcd" stroke-width="9" stroke-linecap="round"/>`).join('')}</g>`;
  return svg(
    880,
    800,
    `<rect width="880" height="800" fill="#edf6f5"/><circle cx="440" cy="400" r="390" fill="#ddf0ee"/>
    ${bubble([560, 160], 330, 236, [420, 336], '#12808a', sheet)}
    ${member('packing', [140, 450], 1.12, { look: 0.8, right: arms.tableRight, left: arms.tableLeft, standing: false })}
    ${member('veteran', [345, 430], 1.1, { look: 0.3, mouth: 'open', left: arms.openLeft, right: arms.tableRight, standing: false })}
    ${member('manager', [545, 430], 1.1, { look: -0.3, left: arms.tableLeft, right: arms.chestRight, standing: false })}
    ${member('apprentice', [745, 450], 1.12, { look: -0.8, left: arms.tableLeft, right: arms.tableRight, standing: false })}
    <path d="M20 566H860L880 640H0Z" fill="#d6a878"/><path d="M0 640H880V800H0Z" fill="#b07f50"/>
    <g transform="translate(440 606)"><path d="M-86-96H86L96 6H-96Z" fill="#2f4a50"/><path d="M-110 6H110L122 22H-122Z" fill="#47666c"/><circle cy="-44" r="12" fill="#8fb1b5"/></g>
    <g transform="translate(196 586) rotate(-14)"><rect width="40" height="66" rx="7" fill="#20323a"/><rect x="4" y="7" width="32" height="48" fill="#7fd1e0"/></g>
    ${note([620, 586], 52, notes.sun, 9)}${note([690, 580], 52, notes.leaf, -5)}`,
  );
}

/** The team waves beside a calendar whose every week is ticked. */
export function weeklyHabit(): string {
  const cells = Array.from({ length: 20 }, (_, i) => {
    const x = 30 + (i % 5) * 74;
    const y = 96 + Math.floor(i / 5) * 62;
    const meeting = i % 5 === 2;
    const tick = meeting
      ? `<path d="M${x + 17} ${y + 25}l10 12 19-22" fill="none" stroke="#fff" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`
      : '';
    return `<rect x="${x}" y="${y}" width="62" height="50" rx="8" fill="${meeting ? '#3e9b5f' : '#e6f1ef'}"/>${tick}`;
  });
  return svg(
    880,
    800,
    `<rect width="880" height="800" fill="#edf6f5"/><circle cx="440" cy="420" r="400" fill="#ddf0ee"/>
    <g transform="translate(228 60)"><rect width="424" height="360" rx="18" fill="#fff"/><path d="M18 0H406Q424 0 424 18V74H0V18Q0 0 18 0Z" fill="#12808a"/>${cells.join('')}
      <path d="M96-20V34M328-20V34" stroke="#0b4f56" stroke-width="14" stroke-linecap="round"/></g>
    <ellipse cx="440" cy="782" rx="380" ry="20" fill="#0b4f56" opacity=".12"/>
    ${member('sewing', [110, 470], 0.92, { look: 0.5, left: arms.raisedLeft })}${member('lathe', [770, 470], 0.92, { look: -0.5, right: arms.raisedRight })}
    ${member('quality', [300, 500], 0.86, { look: 0.2, mouth: 'open' })}${member('veteran', [580, 500], 0.86, { look: -0.2 })}
    ${member('assembly', [440, 505], 0.86, { left: arms.raisedLeft, right: arms.raisedRight, mouth: 'open' })}`,
  );
}

import { member } from './cast.ts';
import { shade } from './colours.ts';
import { arms, type Point } from './people.ts';
import { svg } from './workshop.ts';

type Tool = 'wrench' | 'hammer' | 'driver' | 'pliers' | 'saw' | 'tape' | 'drill' | 'caliper';

/** Outlines of hand tools that hang from the origin; one path each, so that a shadow can repeat it. */
const outlines: Record<Tool, string> = {
  wrench: 'M-16 0Q-26 22-8 36L-8 148Q-22 160-16 182L-7 166H7L16 182Q22 160 8 148L8 36Q26 22 16 0L9 20H-9Z',
  hammer: 'M-46 0H30Q46 2 48 18L34 22Q30 34 12 34V176H-12V34H-46Z',
  driver: 'M-13 0H13Q20 4 18 34L13 66H5V150L7 168H-7L-5 150V66H-13L-18 34Q-20 4-13 0Z',
  pliers:
    'M-8 0L0 44 8 0Q20 20 13 52Q36 100 30 160H16Q16 104 0 72Q-16 104-16 160H-30Q-36 100-13 52Q-20 20-8 0Z',
  saw: 'M-34 0H34Q40 0 40 8V52H22L30 176 8 190-40 52V8Q-40 0-34 0Z',
  tape: 'M-34 0H20Q38 2 38 24V68H-34Q-42 66-42 56V14Q-42 2-34 0Z',
  drill: 'M-60 4H40Q52 6 52 26Q52 46 36 48H18L26 112H-14L-18 48H-60V34H-78V20H-60Z',
  caliper: 'M-10 0H10V24H34V44H10V72H40V94H10V184H-10Z',
};
const tint: Record<Tool, string> = {
  wrench: '#8d9ba6',
  hammer: '#b77b4a',
  driver: '#d1492e',
  pliers: '#2d6fa8',
  saw: '#e2a63b',
  tape: '#f2c14e',
  drill: '#1b8a90',
  caliper: '#a6b2b8',
};

function tool(name: Tool, [x, y]: Point, turn: number, dirt = 0): string {
  const fill = shade(tint[name], -dirt);
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="${outlines[name]}" fill="#1b2a2d" opacity=".28" transform="translate(7 9)"/>
    <path d="${outlines[name]}" fill="${fill}" stroke="${shade(fill, -0.35)}" stroke-width="2.5" stroke-linejoin="round"/></g>`;
}

/** The wall, the bench and the floor, which are the same in both photos: same place, same angle. */
function room(floor: string, onFloor: string): string {
  const holes = `<pattern id="holes" width="34" height="34" patternUnits="userSpaceOnUse"><circle cx="17" cy="17" r="3.4" fill="#8b7a5c" opacity=".45"/></pattern>`;
  const light = `<radialGradient id="light" cx=".5" cy=".18" r=".95"><stop offset="0" stop-color="#fff" stop-opacity=".34"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#10292d" stop-opacity=".34"/></radialGradient>
    <linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#cfdad6"/><stop offset="1" stop-color="#b7c6c1"/></linearGradient>
    <linearGradient id="top" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#c59a6a"/><stop offset="1" stop-color="#a97d4f"/></linearGradient>`;
  return `<defs>${holes}${light}</defs><rect width="1200" height="900" fill="url(#wall)"/>
    <path d="M0 690H1200V900H0Z" fill="${floor}"/><path d="M0 690H1200V702H0Z" fill="#7e8f8c"/>${onFloor}
    <rect x="112" y="52" width="976" height="430" rx="8" fill="#6f5b3d" opacity=".35"/><rect x="100" y="40" width="976" height="430" rx="8" fill="#d9c49c"/><rect x="100" y="40" width="976" height="430" fill="url(#holes)"/>
    <rect x="100" y="40" width="976" height="430" rx="8" fill="none" stroke="#a98f61" stroke-width="10"/>`;
}

function bench(inside: string): string {
  return `<path d="M60 560H1140V596H60Z" fill="#8b623a"/><path d="M90 532H1110L1140 562H60Z" fill="url(#top)"/>
    <path d="M84 596H136V812H84ZM1064 596H1116V812H1064Z" fill="#5f7574"/><path d="M136 728H1064V748H136Z" fill="#6f8685"/>${inside}`;
}

function crate([x, y]: Point, width: number, fill: string, turn = 0): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><rect width="${width}" height="${width * 0.58}" rx="5" fill="${fill}"/><path d="M8 ${width * 0.16}H${width - 8}M8 ${width * 0.36}H${width - 8}" stroke="${shade(fill, -0.3)}" stroke-width="5"/></g>`;
}

const frame = (body: string): string =>
  svg(1200, 900, `${body}<rect width="1200" height="900" fill="url(#light)"/>`);

/** Before: tools hang and lie anywhere, and somebody is looking for one. */
export function toolWallBefore(): string {
  const hung = [
    tool('wrench', [170, 90], 24, 0.3),
    tool('hammer', [300, 120], -32, 0.25),
    tool('wrench', [350, 270], -58, 0.35),
    tool('driver', [470, 86], 8, 0.3),
    tool('pliers', [200, 310], 40, 0.3),
    tool('saw', [640, 110], -24, 0.35),
    tool('driver', [960, 300], -70, 0.3),
    tool('tape', [560, 330], 14, 0.2),
  ];
  const cable = `<path d="M980 40V90C900 180 1060 170 1000 250S860 300 930 360S1060 420 1000 530C990 600 880 570 900 640S1010 700 960 790" fill="none" stroke="#c8871f" stroke-width="11" stroke-linecap="round"/>
    <path d="M760 60C820 130 700 170 780 220S720 330 800 360" fill="none" stroke="#36474b" stroke-width="9" stroke-linecap="round"/>`;
  const heap = [
    crate([150, 446], 150, '#9a7b54', -6),
    tool('drill', [420, 470], 12, 0.3),
    tool('pliers', [520, 520], 82, 0.3),
    tool('wrench', [690, 536], 96, 0.35),
    tool('hammer', [360, 560], -96, 0.3),
    tool('driver', [890, 520], 74, 0.3),
    tool('caliper', [760, 470], -62, 0.3),
    `<path d="M880 540q30-44 84-30q40-16 70 30Z" fill="#b9b2a2"/><path d="M900 538q22-24 50-14" stroke="#8f887a" stroke-width="5" fill="none"/>`,
    `<g transform="translate(300 486)"><rect width="46" height="56" rx="5" fill="#e9e4d8"/><path d="M46 12q22 2 20 16t-20 14" fill="none" stroke="#e9e4d8" stroke-width="8"/></g>`,
  ];
  const oil =
    '<path d="M330 800q90-36 210-10q110 26 10 56q-160 34-230 0q-40-24 10-46Z" fill="#3d3a33" opacity=".6"/><path d="M390 812q60-18 110-4" stroke="#8a8677" stroke-width="7" opacity=".6" fill="none"/>';
  const under = [
    crate([170, 690], 190, '#8a6d48', 4),
    crate([210, 612], 140, '#6f8a97', -4),
    crate([590, 650], 170, '#a2835a', -4),
    crate([720, 750], 190, '#7d6a4d', 8),
    tool('saw', [610, 800], 70, 0.4),
    tool('wrench', [1000, 838], 84, 0.4),
  ];
  return frame(`${room('#a3aaa5', oil)}${hung.join('')}${bench('')}${under.join('')}${heap.join('')}${cable}
    ${member('apprentice', [1050, 430], 1.15, {
      mouth: 'frown',
      look: -0.8,
      right: [
        [84, 10],
        [40, -92],
      ],
      left: [
        [-72, 66],
        [-112, 40],
      ],
    })}
    <g fill="#d1492e" font-family="Carlito, sans-serif" font-weight="700" font-size="96"><text x="880" y="300" transform="rotate(-10 880 300)">?</text></g>`);
}

/** After: each tool has its outline and its zone, and the one that is missing shows at once. */
export function toolWallAfter(): string {
  const zone = (x: number, width: number, fill: string, letter: string): string =>
    `<rect x="${x}" y="62" width="${width}" height="386" rx="10" fill="#f7f1e2" stroke="${fill}" stroke-width="7"/>
     <path d="M${x} 72Q${x} 62 ${x + 10} 62H${x + width - 10}Q${x + width} 62 ${x + width} 72V112H${x}Z" fill="${fill}"/>
     <text x="${x + width / 2}" y="102" font-size="40" font-weight="700" font-family="Carlito, sans-serif" fill="#fff" text-anchor="middle">${letter}</text>`;
  const hang = (name: Tool, [x, y]: Point, there = true): string =>
    `<path d="${outlines[name]}" transform="translate(${x} ${y})" fill="${there ? '#0b4f56' : '#f8d9d1'}" stroke="${there ? '#0b4f56' : '#d1492e'}" stroke-width="${there ? 16 : 7}" stroke-linejoin="round" ${there ? '' : 'stroke-dasharray="16 10"'}/>
     <circle cx="${x}" cy="${y - 10}" r="7" fill="#6b7d80"/>${there ? tool(name, [x, y], 0) : ''}
     <rect x="${x - 34}" y="${y + 206}" width="68" height="20" rx="5" fill="#fff" stroke="#b7a57c" stroke-width="2"/><path d="M${x - 22} ${y + 216}h44" stroke="#52706f" stroke-width="5" stroke-linecap="round"/>`;
  const tools = [
    hang('wrench', [170, 172]),
    hang('wrench', [250, 172]),
    hang('wrench', [330, 172]),
    hang('hammer', [462, 172]),
    hang('driver', [568, 172]),
    hang('driver', [642, 172], false),
    hang('pliers', [716, 172]),
    hang('drill', [896, 172]),
    hang('caliper', [1000, 172]),
  ];
  const yellow = '#f2c14e';
  const lines = `<path d="M40 846H1160V862H40Z" fill="${yellow}"/><path d="M60 702L20 900H44L82 702ZM1140 702L1180 900H1156L1118 702Z" fill="${yellow}"/>`;
  const bin = (x: number, fill: string): string =>
    `<path d="M${x} 634H${x + 170}L${x + 156} 728H${x + 14}Z" fill="${fill}"/><rect x="${x + 42}" y="660" width="86" height="34" rx="4" fill="#fff"/><path d="M${x + 56} 677h58" stroke="#52706f" stroke-width="6" stroke-linecap="round"/>`;
  const sheet = `<g transform="translate(150 470) rotate(-3)"><path d="M0 0H96V66H0Z" fill="#34565b"/><path d="M8 4H88V60H8Z" fill="#fff"/><path d="M18 18h56M18 32h56M18 46h34" stroke="#9fb8b6" stroke-width="5"/><path d="M62 46l7 8 13-17" fill="none" stroke="#3e9b5f" stroke-width="6"/></g>`;
  const vise =
    '<g transform="translate(720 470)"><path d="M0 20H70V62H0Z" fill="#3f6f8f"/><path d="M84 20H112V62H84Z" fill="#3f6f8f"/><path d="M70 34H84V46H70ZM112 36H150V44H112Z" fill="#9fb3bd"/><path d="M150 14V66" stroke="#9fb3bd" stroke-width="8" stroke-linecap="round"/></g>';
  return frame(`${room('#c4cec9', lines)}${zone(124, 256, '#12808a', 'A')}${zone(398, 374, '#e89a1c', 'B')}${zone(790, 264, '#3e9b5f', 'C')}${tools.join('')}
    ${bench('')}${bin(180, '#6fb7ae')}${bin(380, '#e0b25a')}${bin(580, '#7a9cc6')}${bin(780, '#d08c72')}${sheet}${vise}
    ${member('apprentice', [1118, 436], 1.12, {
      look: -0.7,
      left: [
        [-78, 52],
        [-118, 6],
      ],
      right: arms.downRight,
    })}`);
}

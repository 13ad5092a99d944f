import { shade } from './colours.ts';

/** A point in a drawing, in pixels. */
export type Point = readonly [x: number, y: number];

/** An arm, from the shoulder by its elbow to its hand, in the person's own coordinates. */
export type Arm = readonly [elbow: Point, hand: Point];

export type Person = {
  /** Where the base of the neck is, in the scene. */
  at: Point;
  /** 1 draws a head 78 pixels high and a standing person of about 440. */
  scale: number;
  skin: string;
  hair: string;
  head: 'short' | 'bob' | 'bun' | 'tail' | 'bald' | 'cap';
  shirt: string;
  left: Arm;
  right: Arm;
  mouth: 'smile' | 'open' | 'flat' | 'frown' | 'asleep';
  /** How far the face turns, from -1 (to the left of the picture) to 1. */
  look: number;
  glasses?: boolean;
  /** A worker's reflective stripe, or a manager's shirt collar. */
  wear: 'stripe' | 'collar' | 'apron';
  standing?: boolean;
};

/** Arm positions that people use again and again. The left one is on the left of the picture. */
export const arms = {
  downLeft: [
    [-64, 72],
    [-58, 142],
  ],
  downRight: [
    [64, 72],
    [58, 142],
  ],
  tableLeft: [
    [-68, 74],
    [-26, 112],
  ],
  tableRight: [
    [68, 74],
    [26, 112],
  ],
  raisedRight: [
    [86, 34],
    [82, -62],
  ],
  raisedLeft: [
    [-86, 34],
    [-82, -62],
  ],
  openLeft: [
    [-72, 66],
    [-104, 26],
  ],
  openRight: [
    [72, 66],
    [104, 26],
  ],
  chestLeft: [
    [-66, 70],
    [-12, 66],
  ],
  chestRight: [
    [66, 70],
    [12, 66],
  ],
} as const satisfies Record<string, Arm>;

const capColour = '#12808a';

function behindHead({ head, hair }: Person): string {
  if (head === 'bob')
    return `<path d="M-42-74C-46-128 46-128 42-74L44-34Q36-22 26-30L-26-30Q-36-22-44-34Z" fill="${hair}"/>`;
  if (head === 'bun') return `<circle cx="0" cy="-116" r="18" fill="${hair}"/>`;
  if (head === 'tail') return `<path d="M20-106Q64-104 52-44Q46-24 36-34Q44-70 22-84Z" fill="${hair}"/>`;
  return '';
}

function onHead({ head, hair, look }: Person): string {
  const fringe = `<path d="M-37-66C-46-128 46-128 37-66Q35-86 ${18 + look * 8}-95Q-2-84-24-91Q-33-82-37-66Z" fill="${hair}"/>`;
  if (head === 'bald')
    return `<path d="M-36-62Q-40-88-29-95Q-33-78-30-62ZM36-62Q40-88 29-95Q33-78 30-62Z" fill="${hair}"/>`;
  if (head !== 'cap') return fringe;
  const brim = 34 * Math.sign(look || 1);
  return `<path d="M-36-60L-36-84 36-84 36-60Q32-74 28-82L-28-82Q-32-74-36-60Z" fill="${hair}"/>
    <path d="M-38-80C-40-126 40-126 38-80Q0-90-38-80Z" fill="${capColour}"/>
    <path d="M${-brim}-81Q${brim * 0.4}-92 ${brim * 1.75}-76Q${brim * 1.2}-70 ${brim * 0.8}-79Q0-86 ${-brim}-81Z" fill="${shade(capColour, -0.3)}"/>`;
}

function face({ mouth, look, glasses }: Person): string {
  const x = look * 10;
  const ink = '#2b2320';
  const eyes =
    mouth === 'asleep'
      ? `<path d="M${x - 18}-68q6 5 11 0M${x + 7}-68q6 5 11 0" fill="none" stroke="${ink}" stroke-width="2.6" stroke-linecap="round"/>`
      : `<circle cx="${x - 12}" cy="-69" r="3.6" fill="${ink}"/><circle cx="${x + 12}" cy="-69" r="3.6" fill="${ink}"/>`;
  const mouths: Record<Person['mouth'], string> = {
    smile: `<path d="M${x - 11}-52q11 10 22 0" fill="none" stroke="#a4473a" stroke-width="3" stroke-linecap="round"/>`,
    open: `<path d="M${x - 9}-54q9-3 18 0q0 13-9 13q-9 0-9-13Z" fill="#8d3327"/>`,
    flat: `<path d="M${x - 8}-49h16" stroke="#a4473a" stroke-width="3" stroke-linecap="round"/>`,
    frown: `<path d="M${x - 9}-46q9-8 18 0" fill="none" stroke="#a4473a" stroke-width="3" stroke-linecap="round"/>`,
    asleep: `<ellipse cx="${x}" cy="-48" rx="4" ry="5" fill="#8d3327"/>`,
  };
  const cross = mouth === 'frown';
  const brows = `<path d="M${x - 20}-${cross ? 84 : 79}q7 ${cross ? 1 : -5} 14 ${cross ? 5 : -1}M${x + 20}-${cross ? 84 : 79}q-7 ${cross ? 1 : -5}-14 ${cross ? 5 : -1}" fill="none" stroke="${ink}" stroke-width="2.4" stroke-linecap="round" opacity=".8"/>`;
  const lenses = glasses
    ? `<g fill="#ffffff55" stroke="${ink}" stroke-width="2.2"><circle cx="${x - 13}" cy="-68" r="9"/><circle cx="${x + 13}" cy="-68" r="9"/><path d="M${x - 4}-69h8"/></g>`
    : '';
  return `${eyes}${brows}${mouths[mouth]}${lenses}
    <g fill="#e2705e" opacity=".22"><circle cx="${x - 20}" cy="-56" r="6"/><circle cx="${x + 20}" cy="-56" r="6"/></g>`;
}

function arm(side: -1 | 1, [elbow, hand]: Arm, shirt: string, skin: string): string {
  const sleeve = shade(shirt, -0.14);
  return `<path d="M${side * 44} 14L${elbow[0]} ${elbow[1]}L${hand[0]} ${hand[1]}" fill="none" stroke="${sleeve}" stroke-width="27" stroke-linecap="round" stroke-linejoin="round"/>
    <circle cx="${hand[0]}" cy="${hand[1]}" r="14.5" fill="${skin}"/>`;
}

function clothes({ wear, shirt }: Person): string {
  if (wear === 'collar')
    return `<path d="M-17-16L0 12 17-16Z" fill="#fff"/><path d="M-20-18L-2 14-16 18-26-12ZM20-18L2 14 16 18 26-12Z" fill="${shade(shirt, 0.16)}"/>
      <path d="M0 14V150" stroke="${shade(shirt, -0.2)}" stroke-width="2"/><rect x="16" y="44" width="24" height="17" rx="3" fill="#fff"/><path d="M20 50h16M20 55h10" stroke="${shade(shirt, -0.1)}" stroke-width="2"/>`;
  if (wear === 'apron')
    return `<path d="M-30 34Q0 44 30 34L40 150-40 150Z" fill="${shade(shirt, 0.62)}"/><path d="M-30 34L-22-14M30 34L22-14" stroke="${shade(shirt, 0.62)}" stroke-width="7"/>`;
  return `<path d="M-16-16Q0 4 16-16L12-20-12-20Z" fill="${shade(shirt, -0.25)}"/>
    <path d="M-54 62H54V78H-55Z" fill="#f6e58d"/><path d="M-54 67H54V72H-54Z" fill="#fff" opacity=".85"/>`;
}

/** One person in flat style: standing to the feet, or cut off below the belt to sit behind a table. */
export function person(p: Person): string {
  const trousers = '#37474f';
  const legs = p.standing
    ? `<path d="M-50 140H50L46 330H8L2 190-2 190-8 330H-46Z" fill="${trousers}"/>
       <path d="M-52 326h44v16h-52q-4-10 8-16ZM52 326H8v16h52q4-10-8-16Z" fill="#263238"/>`
    : '';
  const lean = p.look * 3;
  return `<g transform="translate(${p.at[0]} ${p.at[1]}) scale(${p.scale})">
    <g transform="translate(${lean} 0)">${behindHead(p)}</g>${legs}
    <path d="M-14-44H14V-6Q0 8-14-6Z" fill="${shade(p.skin, -0.13)}"/>
    <path d="M-58 26Q-56-10-22-17L-12-20Q0-4 12-20L22-17Q56-10 58 26L55 152Q0 160-55 152Z" fill="${p.shirt}"/>
    ${clothes(p)}
    <g transform="translate(${lean} 0)">
      <circle cx="-34" cy="-66" r="7" fill="${shade(p.skin, -0.08)}"/><circle cx="34" cy="-66" r="7" fill="${shade(p.skin, -0.08)}"/>
      <path d="M-34-76C-34-112 34-112 34-76C34-46 20-30 0-30C-20-30-34-46-34-76Z" fill="${p.skin}"/>
      ${face(p)}${onHead(p)}
    </g>
    ${arm(-1, p.left, p.shirt, p.skin)}${arm(1, p.right, p.shirt, p.skin)}
  </g>`;
}

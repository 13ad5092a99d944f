import { type Arm, arms, type Person, type Point, person } from './people.ts';

type Looks = Pick<Person, 'skin' | 'hair' | 'head' | 'shirt' | 'wear' | 'glasses'>;

/** The made-up EIT that appears in every picture, so that pupils recognise the people. */
const cast = {
  lathe: { skin: '#f0c29b', hair: '#2c2623', head: 'short', shirt: '#1b8a90', wear: 'stripe' },
  packing: { skin: '#f5cfae', hair: '#3a2a22', head: 'tail', shirt: '#1b8a90', wear: 'stripe' },
  veteran: { skin: '#e4b088', hair: '#9aa0a2', head: 'bald', shirt: '#1b8a90', wear: 'stripe' },
  assembly: { skin: '#f3c7a2', hair: '#241d1a', head: 'cap', shirt: '#e08a3c', wear: 'stripe' },
  sewing: { skin: '#f6d2b4', hair: '#4a3226', head: 'bun', shirt: '#d9775f', wear: 'apron' },
  quality: { skin: '#f2c8a6', hair: '#2d2320', head: 'bob', shirt: '#6a5b9e', wear: 'collar', glasses: true },
  manager: { skin: '#eebd94', hair: '#2b2421', head: 'short', shirt: '#33568a', wear: 'collar' },
  apprentice: { skin: '#f4caa5', hair: '#51372a', head: 'short', shirt: '#e08a3c', wear: 'stripe' },
} as const satisfies Record<string, Looks>;

export type CastMember = keyof typeof cast;

export type Pose = {
  left?: Arm;
  right?: Arm;
  mouth?: Person['mouth'];
  look?: number;
  standing?: boolean;
};

/** Draws a member of the cast at a place, arms down and smiling unless the pose says otherwise. */
export function member(name: CastMember, at: Point, scale: number, pose: Pose = {}): string {
  return person({
    ...cast[name],
    at,
    scale,
    left: pose.left ?? arms.downLeft,
    right: pose.right ?? arms.downRight,
    mouth: pose.mouth ?? 'smile',
    look: pose.look ?? 0,
    standing: pose.standing ?? true,
  });
}

/** Someone sitting with their back to us: hair, chair and shoulders. */
export function fromBehind(name: CastMember, [x, y]: Point, scale: number): string {
  const { skin, hair, shirt } = cast[name];
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M-13-44H13V0H-13Z" fill="${skin}"/>
    <path d="M-60 30Q-58-10-22-17L22-17Q58-10 60 30L64 190H-64Z" fill="${shirt}"/>
    <circle cx="-34" cy="-66" r="7" fill="${skin}"/><circle cx="34" cy="-66" r="7" fill="${skin}"/>
    <path d="M-36-70C-40-124 40-124 36-70Q36-36 0-32Q-36-36-36-70Z" fill="${hair}"/>
    <rect x="-56" y="70" width="112" height="130" rx="18" fill="#4d6b6c"/><rect x="-44" y="82" width="88" height="8" rx="4" fill="#6d8c8c"/></g>`;
}

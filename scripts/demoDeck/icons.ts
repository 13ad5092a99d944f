import { svg } from './workshop.ts';

const size = 240;
const disc = (fill: string): string => `<circle cx="120" cy="120" r="116" fill="${fill}"/>`;
const line = (width: number): string =>
  `fill="none" stroke="#fff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

/** White signs on coloured discs, 240 pixels square; each returns an SVG document. */
export const icons = {
  poll: () => svg(size, size, `${disc('#12808a')}<path d="M66 176V124M120 176V64M174 176V98" ${line(28)}/>`),
  hand: () =>
    svg(
      size,
      size,
      `${disc('#bf7008')}<path d="M78 128V88M104 118V62M131 118V62M157 124V80" ${line(22)}/>
      <path d="M67 112V140Q70 190 118 190Q152 190 166 158L190 118Q186 104 172 112L160 128V112Z" fill="#fff" stroke="#fff" stroke-width="8" stroke-linejoin="round"/>`,
    ),
  chat: () =>
    svg(
      size,
      size,
      `${disc('#3e9b5f')}<path d="M60 76Q60 60 76 60H164Q180 60 180 76V136Q180 152 164 152H116L82 184V152H76Q60 152 60 136Z" fill="#fff"/>
      <g fill="#3e9b5f"><circle cx="92" cy="106" r="11"/><circle cx="120" cy="106" r="11"/><circle cx="148" cy="106" r="11"/></g>`,
    ),
  hearing: () =>
    svg(
      size,
      size,
      `${disc('#d1492e')}<path d="M56 100H86L126 64V176L86 140H56Z" fill="#fff" stroke="#fff" stroke-width="8" stroke-linejoin="round"/><path d="M152 98L192 142M192 98L152 142" ${line(17)}/>`,
    ),
  cross: () => svg(size, size, `${disc('#d1492e')}<path d="M82 82L158 158M158 82L82 158" ${line(24)}/>`),
  tick: () => svg(size, size, `${disc('#3e9b5f')}<path d="M72 124L106 160 170 86" ${line(24)}/>`),
  sheet: () =>
    svg(
      size,
      size,
      `${disc('#12808a')}<rect x="72" y="52" width="96" height="136" rx="12" fill="#fff"/><path d="M92 88H148M92 118H148M92 148H126" fill="none" stroke="#12808a" stroke-width="12" stroke-linecap="round"/>`,
    ),
  people: () =>
    svg(
      size,
      size,
      `${disc('#bf7008')}<g fill="#fff"><circle cx="120" cy="84" r="28"/><path d="M70 176Q70 122 120 122T170 176Z"/><circle cx="62" cy="102" r="19"/><circle cx="178" cy="102" r="19"/><path d="M34 166Q34 128 62 128Q68 128 72 130Q56 146 54 166ZM206 166Q206 128 178 128Q172 128 168 130Q184 146 186 166Z"/></g>`,
    ),
  wall: () =>
    svg(
      size,
      size,
      `${disc('#3e9b5f')}<rect x="54" y="62" width="132" height="100" rx="8" fill="#fff"/><g fill="#3e9b5f"><rect x="70" y="80" width="26" height="26"/><rect x="107" y="80" width="26" height="26"/><rect x="144" y="80" width="26" height="26"/><rect x="70" y="118" width="26" height="26"/><rect x="107" y="118" width="26" height="26"/></g><path d="M84 190L104 162M156 190L136 162" ${line(10)}/>`,
    ),
} as const satisfies Record<string, () => string>;

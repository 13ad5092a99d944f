/** The deck's few colours, as RRGGBB without a hash, which is how PPTX writes them. */
export const colour = {
  ink: '17343A',
  soft: '52706F',
  deep: '0B4F56',
  teal: '12808A',
  mint: 'DDF0EE',
  mist: 'F3F9F8',
  line: 'BFD9D6',
  white: 'FFFFFF',
  amber: 'BF7008',
  sand: 'FDF1DC',
  coral: 'D1492E',
  blush: 'FBE6E0',
  leaf: '3E9B5F',
  meadow: 'E3F3E7',
} as const;

/** Mixes a #rrggbb colour with black (negative amount) or white (positive), amount from -1 to 1. */
export function shade(hex: string, amount: number): string {
  const target = amount < 0 ? 0 : 255;
  const share = Math.abs(amount);
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const mixed = channels.map((value) => Math.round(value + (target - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

import { shade } from './colours.ts';
import type { Point } from './people.ts';

/** Wraps drawing commands into an SVG document of this size, in pixels. */
export function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

/** A factory hall seen from inside: wall with windows, lamps, and a floor with its yellow line. */
export function hall(width: number, height: number, floorAt: number): string {
  const windows: string[] = [];
  for (let x = 40; x < width; x += 330) {
    windows.push(`<g transform="translate(${x} 90)"><rect width="250" height="${floorAt * 0.42}" rx="4" fill="#cfe9f2"/>
      <path d="M0 ${floorAt * 0.3}L90 ${floorAt * 0.15} 150 ${floorAt * 0.26} 250 ${floorAt * 0.12}V${floorAt * 0.42}H0Z" fill="#b6dfd3"/>
      <path d="M125 0V${floorAt * 0.42}M0 ${floorAt * 0.21}H250" stroke="#fff" stroke-width="9"/>
      <rect width="250" height="${floorAt * 0.42}" rx="4" fill="none" stroke="#fff" stroke-width="12"/></g>`);
  }
  const lamps: string[] = [];
  for (let x = 250; x < width; x += 420)
    lamps.push(`<path d="M${x} 0V34" stroke="#7f9694" stroke-width="5"/><path d="M${x - 60} 62Q${x - 46} 34 ${x} 34T${x + 60} 62Z" fill="#3d6a6b"/>
      <path d="M${x - 46} 62H${x + 46}L${x + 90} 210H${x - 90}Z" fill="#fff6d8" opacity=".3"/>`);
  return `<rect width="${width}" height="${floorAt}" fill="#e6f1ef"/>${windows.join('')}
    <rect y="${floorAt - 96}" width="${width}" height="96" fill="#cfe3e0"/><rect y="${floorAt - 100}" width="${width}" height="8" fill="#b5d1cd"/>
    ${lamps.join('')}
    <rect y="${floorAt}" width="${width}" height="${height - floorAt}" fill="#d9dfdd"/>
    <rect y="${floorAt}" width="${width}" height="10" fill="#b9c6c3"/>
    <path d="M0 ${floorAt + 44}H${width}V${floorAt + 58}H0Z" fill="#f2c14e"/>`;
}

/** A machine tool with its window and signal lamp; `at` is its lower left corner. */
export function machine([x, y]: Point, scale: number, body: string): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})">
    <rect x="0" y="-230" width="280" height="230" rx="14" fill="${body}"/><rect x="0" y="-44" width="280" height="44" fill="${shade(body, -0.25)}"/>
    <rect x="28" y="-200" width="140" height="120" rx="10" fill="#24444a"/><path d="M44-92L110-196H146L80-92Z" fill="#fff" opacity=".16"/>
    <rect x="190" y="-200" width="64" height="84" rx="8" fill="#f4faf9"/><rect x="198" y="-192" width="48" height="32" rx="4" fill="#58b7a8"/>
    <g fill="${shade(body, -0.4)}"><circle cx="206" cy="-142" r="6"/><circle cx="224" cy="-142" r="6"/></g><circle cx="242" cy="-142" r="7" fill="#d1492e"/>
    <path d="M232-230V-262" stroke="#58706f" stroke-width="7"/><rect x="224" y="-300" width="16" height="14" rx="4" fill="#d1492e"/><rect x="224" y="-286" width="16" height="13" fill="#f2c14e"/><rect x="224" y="-273" width="16" height="14" rx="4" fill="#3e9b5f"/></g>`;
}

/** A shelf of labelled boxes; `at` is its lower left corner. */
export function shelf([x, y]: Point, scale: number): string {
  const boxes = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => {
      const fill = ['#e0a458', '#6fb7ae', '#7a9cc6'][(row + column) % 3] ?? '#e0a458';
      return `<g transform="translate(${16 + column * 74} ${-300 + row * 96})"><rect width="62" height="58" rx="4" fill="${fill}"/><rect x="13" y="20" width="36" height="16" rx="2" fill="#fff"/></g>`;
    }),
  );
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M4-320V0M240-320V0" stroke="#5d7877" stroke-width="10"/>
    <path d="M0-238H244M0-142H244M0-46H244" stroke="#7d9795" stroke-width="9"/>${boxes.join('')}</g>`;
}

/** A sticky note with two written lines, turned by some degrees. */
export function note([x, y]: Point, size: number, fill: string, turn = 0): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><rect width="${size}" height="${size}" rx="3" fill="${shade(fill, -0.22)}" transform="translate(3 4)" opacity=".35"/>
    <rect width="${size}" height="${size}" rx="2" fill="${fill}"/>
    <path d="M${size * 0.16} ${size * 0.34}H${size * 0.82}M${size * 0.16} ${size * 0.58}H${size * 0.62}" stroke="${shade(fill, -0.55)}" stroke-width="${size * 0.075}" stroke-linecap="round"/></g>`;
}

/** An empty whiteboard with its frame and pen tray; `inside` is drawn in its own coordinates. */
export function whiteboard([x, y]: Point, width: number, height: number, inside: string): string {
  return `<g transform="translate(${x} ${y})"><rect x="-10" y="-4" width="${width + 20}" height="${height + 22}" rx="12" fill="#0b4f56" opacity=".12"/>
    <rect x="-12" y="-12" width="${width + 24}" height="${height + 24}" rx="10" fill="#8aa5a4"/><rect width="${width}" height="${height}" rx="4" fill="#fdfefe"/>${inside}
    <rect x="${width * 0.3}" y="${height + 8}" width="${width * 0.4}" height="12" rx="5" fill="#6b8887"/>
    <path d="M${width * 0.36} ${height + 6}h40" stroke="#d1492e" stroke-width="8" stroke-linecap="round"/><path d="M${width * 0.52} ${height + 6}h40" stroke="#12808a" stroke-width="8" stroke-linecap="round"/></g>`;
}

/** A wall clock that shows the given hour and minute. */
export function clock([x, y]: Point, radius: number, hour: number, minute: number, rim: string): string {
  const hand = (turn: number, length: number, width: number): string => {
    const angle = turn * 2 * Math.PI - Math.PI / 2;
    return `<path d="M0 0L${Math.cos(angle) * length} ${Math.sin(angle) * length}" stroke="#263238" stroke-width="${width}" stroke-linecap="round"/>`;
  };
  const ticks = Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 12) * 2 * Math.PI;
    return `<circle cx="${Math.cos(angle) * radius * 0.78}" cy="${Math.sin(angle) * radius * 0.78}" r="${radius * 0.045}" fill="#52706f"/>`;
  });
  return `<g transform="translate(${x} ${y})"><circle r="${radius}" fill="#fff" stroke="${rim}" stroke-width="${radius * 0.16}"/>${ticks.join('')}
    ${hand((hour + minute / 60) / 12, radius * 0.45, radius * 0.09)}${hand(minute / 60, radius * 0.66, radius * 0.07)}<circle r="${radius * 0.08}" fill="#d1492e"/></g>`;
}

/** A speech bubble with its tail pointing at `tip`; `inside` is drawn around the bubble's middle. */
export function bubble(
  [x, y]: Point,
  width: number,
  height: number,
  tip: Point,
  fill: string,
  inside = '',
): string {
  const side = Math.sign(tip[0] - x) || 1;
  const root = x + side * width * 0.22;
  return `<path d="M${root - width * 0.13} ${y}L${tip[0]} ${tip[1]}L${root + width * 0.13} ${y}Z" fill="${fill}"/>
    <rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="${Math.min(width, height) * 0.38}" fill="${fill}"/>
    <g transform="translate(${x} ${y})">${inside}</g>`;
}

/** Handwriting that needs no letters: wavy lines, centred on the origin. */
export function scribble(rows: number, width: number, stroke: string, thickness: number): string {
  const step = thickness * 2.6;
  return Array.from({ length: rows }, (_, row) => {
    const length = row === rows - 1 ? width * 0.62 : width;
    const y = (row - (rows - 1) / 2) * step;
    return `<path d="M${-width / 2} ${y}h${length}" stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round"/>`;
  }).join('');
}

/** A potted plant; `at` is the middle of the pot's foot. */
export function plant([x, y]: Point, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale})"><g fill="#3e9b5f"><path d="M0-60Q-70-90-60-160Q-4-140 0-60Z"/><path d="M0-60Q66-96 62-150Q6-140 0-60Z" fill="#57b276"/><path d="M0-56Q-22-130 4-190Q34-130 0-56Z" fill="#2f8350"/></g>
    <path d="M-34-64H34L26 0H-26Z" fill="#d98b5f"/><rect x="-38" y="-72" width="76" height="16" rx="5" fill="#c2764b"/></g>`;
}

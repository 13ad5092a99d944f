import { FakeClass, type Step } from './FakeClass.ts';
import type { Rule } from './rules.ts';

/** Enough to leave a handful of Steps of some hundred, in a few seconds. */
const mostTries = 600;
/** Of what a Command says, in characters. */
const longestLine = 200;

/** Tells the Steps to a new class. @returns what breaks the rule, and at which Step; null when it holds throughout. */
function firstBreach(steps: readonly Step[], rule: Rule): { at: number; why: string } | null {
  const room = new FakeClass();
  for (const [at, step] of steps.entries()) {
    const why = rule(room, room.take(step));
    if (why) return { at, why };
  }
  return null;
}

/**
 * The shortest story that can be found which still breaks the rule: parts are left out, first halves,
 * then ever smaller ones, over and over, as long as it still breaks.
 */
export function shortestStory(steps: readonly Step[], rule: Rule): string | null {
  let breach = firstBreach(steps, rule);
  if (!breach) return null;
  let story = steps.slice(0, breach.at + 1);
  let tries = 0;
  for (let before = Number.POSITIVE_INFINITY; story.length < before && tries < mostTries; ) {
    before = story.length;
    for (let size = story.length >> 1; size > 0 && tries < mostTries; size >>= 1)
      for (let from = story.length - size; from >= 0 && tries < mostTries; from -= size, tries++) {
        const shorter = story.filter((_, i) => i < from || i >= from + size);
        const found = firstBreach(shorter, rule);
        if (!found) continue;
        breach = found;
        story = shorter.slice(0, found.at + 1);
      }
  }
  return [...story.map(line), `→ ${breach.why}`].join('\n');
}

function line({ by, command: { feature, type, ...rest }, flush }: Step): string {
  const said = JSON.stringify(rest);
  const short = said.length > longestLine ? `${said.slice(0, longestLine)}…` : said;
  return `${by}: ${feature}.${type} ${short}${flush ? '' : ' (tallies wait)'}`;
}

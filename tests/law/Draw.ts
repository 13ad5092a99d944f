import fc from 'fast-check';

/** Texts that code handles wrongly when it handles texts carelessly. */
const texts = ['Hello', '每周开会吗?', 'a "b" \\ c', '__proto__', '👩‍🏭 <b>', 'Nguyễn'];

/** A text that {@link Draw.text} made carries its number, so that it's known again wherever it turns up. */
export const markedText = /‹(\d+)›/;

/**
 * fast-check looks through every range that it has seen with one function for the one it's given,
 * which took most of the law's time; so each range has a function of its own.
 */
const ranges = new Map<string, () => fc.Arbitrary<number>>();
function integers(min: number, max: number): () => fc.Arbitrary<number> {
  const range = `${min} ${max}`;
  const known = ranges.get(range);
  if (known) return known;
  const integer = fc.integer({ min, max });
  const made = () => integer;
  ranges.set(range, made);
  return made;
}

/** What generators draw with: short words over fast-check's `gen`. */
export class Draw {
  readonly #value: fc.GeneratorValue;
  #made = 0;

  constructor(value: fc.GeneratorValue) {
    this.#value = value;
  }

  /** Both ends included. */
  int(min: number, max: number): number {
    return this.#value(integers(min, max));
  }

  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  bool(): boolean {
    return this.chance(50);
  }

  /** One of the list; undefined when it's empty. */
  one<T>(list: readonly T[]): T | undefined {
    return list.length > 0 ? list[this.int(0, list.length - 1)] : undefined;
  }

  /** A part of the list in the list's order, of at least `min` where there are so many. */
  some<T>(list: readonly T[], min = 0): T[] {
    const chosen = new Set(list.filter(() => this.bool()));
    while (chosen.size < Math.min(min, new Set(list).size)) chosen.add(this.one(list) as T);
    return list.filter((item) => chosen.has(item));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(this.int(0, left.length - 1), 1)[0] as T);
  }

  /** A text that occurs nowhere else. `max` is its longest, in UTF-16 units, and at least 16. */
  text(max = 60): string {
    return `‹${++this.#made}›${this.one(texts)}`.slice(0, max);
  }

  /** An id that occurs nowhere else, for what comes from outside the Room. */
  id(kind: string): string {
    return `${kind}-made-${++this.#made}`;
  }
}

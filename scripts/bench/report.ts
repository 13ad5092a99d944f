/** A benchmark's figures by name. */
export type Figures = Record<string, number>;

/** Does the work, says what it is doing, and returns what it measured. `only`: the parts that are asked for; none: all. */
export type Bench = (say: (text: string) => void, only: readonly string[]) => Promise<Figures>;

export function printTable(name: string, figures: Figures): void {
  const width = Math.max(...Object.keys(figures).map((key) => key.length));
  console.log(`\n${name}`);
  for (const [key, value] of Object.entries(figures)) console.log(`  ${key.padEnd(width)}  ${value}`);
  console.log('');
}

/** The value below which `share` of all values are; the values need no order. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('There is nothing to take a quantile of.');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

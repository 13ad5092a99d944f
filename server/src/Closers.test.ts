import { expect, test } from 'vitest';
import { Closers } from './Closers.ts';

/** Closers of these names, of which some fail, and the names of those that were called. */
function namedClosers(names: readonly string[], failing: readonly string[]) {
  const closers = new Closers();
  const called: string[] = [];
  for (const name of names)
    closers.add(async () => {
      called.push(name);
      if (failing.includes(name)) throw new Error(name);
    });
  return { closers, called };
}

test('what was opened last is closed first, and nothing twice', async () => {
  const { closers, called } = namedClosers(['database', 'media', 'web'], []);
  await closers.close();
  await closers.close();
  expect(called).toEqual(['web', 'media', 'database']);
});

test('one that fails keeps none of the others open', async () => {
  const { closers, called } = namedClosers(['database', 'media', 'web'], ['web']);
  await expect(closers.close()).rejects.toThrow('web');
  expect(called).toEqual(['web', 'media', 'database']);
});

test('of several that fail, each is told', async () => {
  const { closers, called } = namedClosers(['database', 'media', 'web'], ['web', 'database']);
  const failure = await closers.close().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AggregateError);
  expect((failure as AggregateError).errors.map(({ message }) => message)).toEqual(['web', 'database']);
  expect(called).toEqual(['web', 'media', 'database']);
});

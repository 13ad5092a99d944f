import { maxName } from '#shared/basics.ts';

/** Names that were typed one after the other, with any language's commas between them; at most so many. */
export const namesIn = (typed: string, most: number): string[] =>
  typed
    .split(/[,，、;；،\n]/)
    .map((name) => name.trim().slice(0, maxName).trim())
    .filter((name) => name !== '')
    .slice(0, Math.max(0, most));

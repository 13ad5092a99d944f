import { z } from 'zod';

/**
 * A name for one thing, made by the server: URL-safe, 6 to 32 characters. It is no name that every
 * object has, such as `constructor`, since things are looked up by id in plain objects.
 */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{6,32}$/)
  .refine((id) => !(id in Object.prototype));

/** Content in the two languages that every Session has, each at most so many characters long. */
export const bilingual = (max: number) =>
  z.strictObject({ zh: z.string().max(max), en: z.string().max(max) });
export const Bilingual = bilingual(8000);

/**
 * A text of one line, such as a name, as it is kept and shown. Control characters become blanks, and what would turn
 * the text around it about (the characters that override the direction of writing), or what a database can't hold
 * (half a surrogate pair), is gone.
 */
export const tidyLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069\ufffd]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

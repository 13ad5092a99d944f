/** What keeps the server from starting, in a sentence for whoever starts it that names the setting. */
export class StartProblem extends Error {}

/** What the system said, such as `ENOENT: no such file or directory`, and its code where it has one. */
type Said = { readonly words: string; readonly code: string | null };

/**
 * One step of the start.
 * @param sentence says what its failure means; null where the error is a sentence for people already.
 * @throws {StartProblem} when the step fails, with what the system said as its cause.
 */
export async function startStep<T>(
  act: () => T | Promise<T>,
  sentence: (said: Said) => string | null,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const { message, code = null } = error as NodeJS.ErrnoException;
    const said = sentence({ words: message, code });
    throw said === null ? error : new StartProblem(said, { cause: error });
  }
}

/** Why nobody can listen there, and which settings say where. */
export const cantListen =
  (names: { host: string; port: string }, { host, port }: { host: string; port: number }) =>
  ({ words, code }: Said): string => {
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken by another program. Stop that one, or choose another port with ${names.port}.`;
    if (code === 'EACCES')
      return `Port ${port} may not be opened by this user. Choose one above 1023 with ${names.port}, or start as root.`;
    return `${names.host} is ${host}, where this machine can’t listen (${words}).`;
  };

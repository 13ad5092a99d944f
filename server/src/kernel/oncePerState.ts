/**
 * Remembers what a pure function makes of a part of the State, which never changes, as long as that
 * part lives: a thousand Views of one State ask for the same counts and lists.
 */
export function oncePerState<State extends object, Made>(
  make: (state: State) => Made,
): (state: State) => Made {
  const made = new WeakMap<State, { value: Made }>();
  return (state) => {
    const known = made.get(state) ?? { value: make(state) };
    made.set(state, known);
    return known.value;
  };
}

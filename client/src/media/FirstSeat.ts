const nameOf = (key: string) => `media ${key} seat`;

/**
 * The first Seat that this tab had, by which the server knows those of its later connections: while it still takes an
 * old one for alive, what that one holds is no other device's. A page that goes leaves it to the one that comes in its
 * place. Only then: a copy of a tab has all that is in the tab's own storage.
 */
export class FirstSeat {
  readonly #key: string;
  #id: string | null;

  constructor(key: string) {
    this.#key = key;
    this.#id = take(nameOf(key));
    window.addEventListener('pagehide', this.#leave);
  }

  /** Null before the first. */
  get id(): string | null {
    return this.#id;
  }

  began(seatId: string): void {
    this.#id ??= seatId;
  }

  close(): void {
    window.removeEventListener('pagehide', this.#leave);
  }

  readonly #leave = (): void => {
    try {
      if (this.#id !== null) sessionStorage.setItem(nameOf(this.#key), this.#id);
    } catch {
      // A reload may then ask for a tap.
    }
  };
}

function take(name: string): string | null {
  try {
    const id = sessionStorage.getItem(name);
    sessionStorage.removeItem(name);
    return id;
  } catch {
    return null;
  }
}

/** Who goes quickly from field to field is shown where they come to rest, in milliseconds. */
const tellEvery = 300;

/** Tells the others in which field this person writes, each place once and not too often. */
export class WhereTold {
  readonly #tell: (field: string | null) => void;
  #field: string | null = null;
  #told: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (field: string | null) => void) {
    this.#tell = tell;
  }

  goTo(field: string | null): void {
    this.#field = field;
    // Leaving one field and entering the next is one step.
    this.#timer ??= setTimeout(() => this.#say());
  }

  /** The server has forgotten it, such as after a lost connection. */
  forgotten(): void {
    this.#told = null;
    this.#timer ??= setTimeout(() => this.#say());
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #say(): void {
    this.#timer = undefined;
    if (this.#field === this.#told) return;
    this.#told = this.#field;
    this.#tell(this.#field);
    this.#timer = setTimeout(() => this.#say(), tellEvery);
  }
}

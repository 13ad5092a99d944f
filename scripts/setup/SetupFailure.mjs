/** A step that could not be done, told so that the reader knows what to do next. */
export class SetupFailure extends Error {
  /**
   * @param {object} told
   * @param {string} told.failed What failed, as a sentence.
   * @param {string} told.tried What was tried: a command or an address.
   * @param {string} told.next What to do next, as a sentence.
   * @param {string} [told.output] The last lines that the failing program wrote.
   */
  constructor({ failed, tried, next, output = '' }) {
    super(failed);
    this.name = 'SetupFailure';
    this.failed = failed;
    this.tried = tried;
    this.next = next;
    this.output = output;
  }

  /** The failure as lines for a terminal. */
  report() {
    const output = this.output ? ['', ...this.output.split('\n').map((line) => `    | ${line}`), ''] : [];
    return [`✗ ${this.failed}`, ...output, `  Tried: ${this.tried}`, `  Next:  ${this.next}`].join('\n');
  }
}

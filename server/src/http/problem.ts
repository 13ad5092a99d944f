/** An expected no of the HTTP API: `{ "error": code }`, for which the client has a sentence. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

/** What the HTTP API said no with; `unreachable` when nothing answered. */
export class ApiProblem extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Ask = {
  method?: 'GET' | 'POST' | 'PATCH';
  body?: unknown;
  seat?: { participantId: string; secret: string };
};

/** @throws {ApiProblem} */
export async function askApi<T>(path: string, { method = 'GET', body, seat }: Ask = {}): Promise<T> {
  const response = await fetch(`/api${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(seat ? authorization(seat) : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem('unreachable');
  });
  const answer = (await response.json().catch(() => ({}))) as T & { error?: string };
  if (!response.ok) throw new ApiProblem(answer.error ?? 'failed');
  return answer;
}

export const authorization = (seat: {
  participantId: string;
  secret: string;
}): { authorization: string } => ({
  authorization: `Bearer ${seat.participantId}.${seat.secret}`,
});

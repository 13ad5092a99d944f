import type { LinkInfo } from '#shared/http/join.ts';
import { askApi } from '../../room/api.ts';

const ask = (token: string) => askApi<LinkInfo>('/links/open', { method: 'POST', body: { token } });

/** What was asked before there was a page to show it. */
let ahead: { readonly token: string; readonly info: Promise<LinkInfo> } | null = null;

/** Asks where a link leads while its page's texts are still on their way: a slow network's round trip is saved. */
export function openLinkAhead(token: string): void {
  ahead = { token, info: ask(token) };
  // The page that takes it says what went wrong.
  ahead.info.catch(() => undefined);
}

/** Where a link leads. @throws {ApiProblem} */
export function openLink(token: string): Promise<LinkInfo> {
  const asked = ahead;
  ahead = null;
  return asked?.token === token ? asked.info : ask(token);
}

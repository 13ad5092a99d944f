import { authorization } from './api.ts';

type Sending = {
  readonly path: string;
  readonly seat: { participantId: string; secret: string };
  readonly file: File;
  /** From 0 to 1. */
  readonly onShare: (share: number) => void;
};

/** Sends a file to the HTTP API. @returns the code of what went wrong, `unreachable` without an answer, or null. */
export function sendFile({ path, seat, file, onShare }: Sending): Promise<string | null> {
  return new Promise((resolve) => {
    // XMLHttpRequest and not fetch: it alone tells how much has been sent.
    const request = new XMLHttpRequest();
    request.open('POST', `/api${path}`);
    request.setRequestHeader('authorization', authorization(seat).authorization);
    request.upload.onprogress = ({ loaded, total }) => onShare(loaded / total);
    request.onload = () => resolve(request.status < 300 ? null : problemIn(request.responseText));
    request.onerror = () => resolve('unreachable');
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function problemIn(answer: string): string {
  try {
    return (JSON.parse(answer) as { error?: string }).error ?? 'failed';
  } catch {
    return 'failed';
  }
}

/**
 * Why a microphone, camera or screen can't be used; the interface has a sentence for each.
 * `insecure`: the browser gives none to a page that is neither HTTPS nor localhost;
 * `denied`: the person or the system said no;
 * `noDevice`: there is none, or the chosen one is gone;
 * `inUse`: another program holds it, or the system won't start it;
 * `unsupported`: this browser can't share its screen.
 */
export type DeviceProblem = 'insecure' | 'denied' | 'noDevice' | 'inUse' | 'unsupported' | 'other';

/** The names are those of the Media Capture specification; older browsers have some of their own. */
const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'noDevice',
  DevicesNotFoundError: 'noDevice',
  OverconstrainedError: 'noDevice',
  NotReadableError: 'inUse',
  TrackStartError: 'inUse',
  AbortError: 'inUse',
};

export const deviceProblemOf = (error: unknown): DeviceProblem =>
  (error instanceof Error || error instanceof DOMException ? problems[error.name] : undefined) ?? 'other';

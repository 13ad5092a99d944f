import { S3ServiceError } from 's3mini';

/** What a store's codes mean for whoever set it up. */
const meanings: Readonly<Record<string, string>> = {
  NoSuchBucket: 'is not there: make it, or correct BLOBS_S3_BUCKET',
  InvalidAccessKeyId: 'does not know this key: look at BLOBS_S3_KEY_ID',
  SignatureDoesNotMatch: 'refuses the signature: look at BLOBS_S3_SECRET and BLOBS_S3_REGION',
  AuthorizationHeaderMalformed: 'refuses the signature: look at BLOBS_S3_REGION',
  AccessDenied: 'does not allow this key to read, write, list and delete',
  RequestTimeTooSkewed: 'has another time: set the clock of this machine',
  SlowDown: 'is too busy',
};

/** The store's own answer, where that is what an error came from. */
export function serviceErrorIn(error: unknown): S3ServiceError | null {
  if (error instanceof S3ServiceError) return error;
  return error instanceof Error && error.cause !== undefined ? serviceErrorIn(error.cause) : null;
}

/** One sentence about a store that failed, without any secret. @param store "The bucket … at …". */
export function sentenceOf(error: unknown, store: string): string {
  const refused = serviceErrorIn(error);
  if (refused) {
    const { status, serviceCode = 'Unknown' } = refused;
    const code = serviceCode === 'Unknown' ? `${status}` : `${status} ${serviceCode}`;
    return `${store} ${meanings[serviceCode] ?? byStatus(status)} (${code}).`;
  }
  return `${store} does not answer (${innermost(error)}): look at BLOBS_S3_ENDPOINT, and whether it runs.`;
}

function byStatus(status: number): string {
  if (status === 404) return 'is not there: make it, or correct BLOBS_S3_BUCKET';
  if (status === 401 || status === 403) return 'does not allow this key to read, write, list and delete';
  return 'could not do it';
}

/** The network's own word is the last of a chain of causes. */
function innermost(error: unknown): string {
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined) inner = inner.cause;
  const { code, message } = inner as { code?: unknown; message?: unknown };
  return String(typeof code === 'string' ? code : (message ?? inner));
}

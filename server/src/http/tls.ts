import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { startStep } from '../startProblem.ts';

/** What HTTPS needs. @throws {StartProblem} when a file can't be read, or the two are no certificate and its key. */
export async function readTls(paths: { cert: string; key: string }): Promise<{ cert: Buffer; key: Buffer }> {
  const read = (name: string, path: string) =>
    startStep(
      () => readFile(path),
      ({ words }) => `${name} can’t be read (${words}).`,
    );
  const files = { cert: await read('TLS_CERT', paths.cert), key: await read('TLS_KEY', paths.key) };
  await startStep(
    () => createSecureContext(files),
    ({ words }) =>
      `TLS_CERT (${paths.cert}) and TLS_KEY (${paths.key}) are no certificate and its key (${words}).`,
  );
  return files;
}

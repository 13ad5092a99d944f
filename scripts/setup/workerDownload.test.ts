import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { downloadWorker, prebuiltName } from './workerDownload.mjs';

let folder = '';
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-download-'));
});

afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true });
});

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/worker.tgz`;
}

/** An archive as mediasoup publishes it, of a worker that is a shell script. */
async function archiveOf(script: string): Promise<Buffer> {
  const worker = join(folder, 'mediasoup-worker');
  await writeFile(worker, `#!/bin/sh\n${script}\n`);
  await chmod(worker, 0o755);
  await promisify(execFile)('tar', ['-czf', join(folder, 'a.tgz'), '-C', folder, 'mediasoup-worker']);
  return readFile(join(folder, 'a.tgz'));
}

const env = () => ({ HOME: folder, PATH: process.env.PATH });

test('a prebuilt worker that starts is taken', async () => {
  const archive = await archiveOf('exit 41');
  const address = await serve((_request, response) => response.end(archive));
  const target = join(folder, 'target');
  expect(await downloadWorker(address, target, env())).toEqual({ path: join(target, 'mediasoup-worker') });
  expect(await readdir(target)).toEqual(['mediasoup-worker']);
});

test('a worker that does not run here is not taken', async () => {
  const archive = await archiveOf('echo "GLIBC_2.39 not found"; exit 127');
  const address = await serve((_request, response) => response.end(archive));
  expect(await downloadWorker(address, join(folder, 'target'), env())).toEqual({
    no: 'it does not run on this system',
  });
});

test('a server without a worker for this machine is told', async () => {
  const address = await serve((_request, response) => response.writeHead(404).end());
  expect(await downloadWorker(address, join(folder, 'target'), env())).toEqual({
    no: 'the server answered 404',
  });
});

test('what is no archive is told, as in a network that answers everything with a login page', async () => {
  const address = await serve((_request, response) => response.end('<html>Please sign in</html>'));
  expect(await downloadWorker(address, join(folder, 'target'), env())).toHaveProperty('no');
});

test('a network that swallows everything is given up on, before the first byte and in the middle', async () => {
  const silent = await serve(() => undefined);
  expect(await downloadWorker(silent, join(folder, 'a'), env(), 200)).toEqual({
    no: 'no answer within 0.2 s',
  });
  server?.closeAllConnections();
  server?.close();
  const stuck = await serve((_request, response) => response.writeHead(200).write('half'));
  expect(await downloadWorker(stuck, join(folder, 'b'), env(), 200)).toEqual({
    no: 'no answer within 0.2 s',
  });
});

test("the name is mediasoup's own", () => {
  const machine = { version: '3.27.1', platform: 'linux', arch: 'x64', kernel: '6.1.0-18-amd64' };
  expect(prebuiltName(machine)).toBe('mediasoup-worker-3.27.1-linux-x64-kernel6.tgz');
  expect(prebuiltName({ ...machine, platform: 'darwin', arch: 'arm64', kernel: '23.1.0' })).toBe(
    'mediasoup-worker-3.27.1-darwin-arm64.tgz',
  );
});

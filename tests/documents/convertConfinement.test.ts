import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { possibleConfinement, unprivileged } from '../../server/src/jobs/confinement.ts';
import { defaultDeckTools } from '../../server/src/jobs/convertDeck.ts';
import { defaultDeckLimits } from '../../server/src/jobs/deckLimits.ts';
import { JobQueue } from '../../server/src/jobs/JobQueue.ts';
import { makeJobFolder, officeSockets, removeLeftovers } from '../../server/src/jobs/jobFolder.ts';
import { officeToPdf } from '../../server/src/jobs/worker/toPdf.ts';
import { makeTemporaryFolder } from '../../server/src/temporaryFolder.ts';
import { ConversionSite } from '../fixtures/decks/ConversionSite.ts';
import { linkingPptx, numberedPptx } from '../fixtures/decks/presentation.ts';

let site: ConversionSite;
beforeEach(async () => {
  site = await ConversionSite.open();
});
afterEach(() => site.close({ pictures: 'none' }));

/** A LibreOffice that hangs, with a child that does the same. Both name the site in their command lines. */
const hangingOffice = () => site.program('hanging-office', `sleep 1000 "$0" & sleep 1000`);

const officeHangs = () =>
  vi.waitUntil(async () => (await site.processes()).some((command) => command.includes('sleep')), 20_000);

/** A LibreOffice that says something on its output and makes no PDF. */
async function saidBy(script: string, limits = {}): Promise<string> {
  const sofficePath = await site.program('saying-office', script);
  const converted = await site.convert(await numberedPptx(1), { tools: { sofficePath }, limits });
  if (converted.ok) throw new Error('It made pages');
  expect(converted.problem).toBe('damaged');
  return converted.detail;
}

describe('what does not end is ended, and nothing stays behind', () => {
  test('LibreOffice hangs: stopped at the time limit', async () => {
    const started = performance.now();
    const converted = await site.convert(await numberedPptx(1), {
      tools: { sofficePath: await hangingOffice() },
      limits: { totalMs: 1500 },
    });
    expect(converted).toMatchObject({ ok: false, problem: 'tookTooLong' });
    expect(performance.now() - started).toBeGreaterThanOrEqual(1500);
  });

  test('an abort stops a LibreOffice that hangs', async () => {
    const aborting = new AbortController();
    const reason = new Error('the trainer changed her mind');
    const conversion = site.convert(await numberedPptx(1), {
      tools: { sofficePath: await hangingOffice() },
      signal: aborting.signal,
    });
    conversion.catch(() => {});
    await officeHangs();
    aborting.abort(reason);
    await expect(conversion).rejects.toBe(reason);
    await expect(site.convert(await numberedPptx(1), { signal: aborting.signal })).rejects.toBe(reason);
  });

  test('the queue of jobs is closed: the conversion under way is stopped first', async () => {
    const queue = new JobQueue();
    const deck = await numberedPptx(1);
    const tools = { sofficePath: await hangingOffice() };
    const conversion = queue.add((signal) => site.convert(deck, { tools, signal }));
    conversion.catch(() => {});
    await officeHangs();
    await queue.close();
    expect(await site.leftBehind()).toEqual({ folders: [], processes: [] });
    await expect(conversion).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('an abort stops the real LibreOffice, and its socket goes as well', async () => {
    const aborting = new AbortController();
    const conversion = site.convert(await numberedPptx(40), { signal: aborting.signal });
    conversion.catch(() => {});
    const sockets = await vi.waitUntil(
      async () => {
        const [folder] = await readdir(site.tempDir);
        const found = folder
          ? officeSockets(join(site.tempDir, folder)).filter((path) => existsSync(path))
          : [];
        return found.length > 0 && found;
      },
      // It runs at low priority, and needs a second of a core for itself until then.
      { timeout: 60_000, interval: 10 },
    );
    aborting.abort();
    await expect(conversion).rejects.toMatchObject({ name: 'AbortError' });
    expect(sockets.filter((path) => existsSync(path))).toEqual([]);
  });

  test('the server is killed: its conversion ends and cleans up by itself', async () => {
    const source = await site.upload(await numberedPptx(1), 'deck.pptx');
    const order = { source, kind: 'pptx', outDir: site.outDir, tempDir: site.tempDir };
    const tools = { sofficePath: await hangingOffice() };
    const module = new URL('../../server/src/jobs/convertDeck.ts', import.meta.url).href;
    const program = `import(${JSON.stringify(module)}).then((m) => m.convertDeck(${JSON.stringify({ ...order, tools })}))`;
    const server = spawn(process.execPath, ['--eval', program], { stdio: 'ignore' });
    await officeHangs();
    server.kill('SIGKILL');
    await vi.waitUntil(async () => {
      const { folders, processes } = await site.leftBehind();
      return folders.length === 0 && processes.length === 0 && !site.hasPictures;
    }, 20_000);
  });

  test('a server that starts removes the folders of one that is gone, and no others', async () => {
    const gone = spawn('true');
    await new Promise((resolve) => gone.once('exit', resolve));
    await mkdir(join(site.tempDir, `score-classroom-job-${gone.pid}-abcdef`));
    await mkdir(join(site.tempDir, 'someone-elses-folder'));
    // A server that had this process's id before, as in a container that was started anew.
    await makeJobFolder(await site.upload('bytes'), 'pdf', site.tempDir);
    await makeTemporaryFolder('upload', site.tempDir);
    const alive = `score-classroom-job-${process.ppid}-abcdef`;
    await mkdir(join(site.tempDir, alive));
    await removeLeftovers(site.tempDir);
    expect((await readdir(site.tempDir)).toSorted()).toEqual([alive, 'someone-elses-folder']);
    await rm(join(site.tempDir, alive), { recursive: true });
    await rm(join(site.tempDir, 'someone-elses-folder'), { recursive: true });
  });
});

describe('LibreOffice is kept from everything that is not its business', () => {
  test('it runs at low priority, as nobody where the server is root, and knows no secrets', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://secret');
    const said = await saidBy('echo "nice=$(nice) uid=$(id -u)"; env');
    vi.unstubAllEnvs();
    expect(said).toContain('nice=15 ');
    const uid =
      unprivileged?.uid ?? ((await possibleConfinement()) === 'userNamespace' ? 0 : process.getuid?.());
    expect(said).toContain(`uid=${uid}\n`);
    expect(said).toContain('http_proxy=http://127.0.0.1:9');
    expect(said).not.toContain('secret');
  });

  test('it has no network where the machine allows that', async () => {
    const said = await saidBy('tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " " | tr "\\n" ","; echo .');
    const isolated = (await possibleConfinement()) !== 'none';
    expect(isolated ? said.includes(': lo,.') : said.includes('lo,')).toBe(true);
  });

  test('it gets no more memory than its limit', async () => {
    const hog = 'head -c 900000000 /dev/zero | tail -n 1 | wc -c';
    expect(await saidBy(hog, { memoryBytes: 2 * 1024 ** 3 })).toContain('900000000');
    const said = await saidBy(hog, { memoryBytes: 800_000_000 });
    expect(said).not.toContain('900000000');
  });

  test('even with a network it fetches nothing that a presentation links to', async () => {
    const asked: string[] = [];
    const web = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as AddressInfo;
    const deck = await site.upload(await linkingPptx(`http://127.0.0.1:${port}/picture.png`));
    const { scratch, source, remove } = await makeJobFolder(deck, 'pptx', site.tempDir);
    try {
      // Called here, in the test's own process, it is not confined.
      const made = await officeToPdf({
        kind: 'pptx',
        source,
        scratch,
        outDir: site.outDir,
        limits: defaultDeckLimits,
        tools: defaultDeckTools,
        runAs: unprivileged,
      });
      expect(made.ok).toBe(true);
      expect(asked).toEqual([]);
    } finally {
      await remove();
      await new Promise((resolve) => web.close(resolve));
    }
  });
});

describe('a fault of ours is no fault of the file', () => {
  test('LibreOffice is not installed', async () => {
    const tools = { sofficePath: join(site.folder, 'nowhere') };
    await expect(site.convert(await numberedPptx(1), { tools })).rejects.toThrow('ENOENT');
  });

  test('the pictures can not be stored', async () => {
    const outDir = join(site.folder, 'a-file', 'pages');
    await writeFile(join(site.folder, 'a-file'), '');
    await expect(site.convert(await numberedPptx(1), { outDir })).rejects.toThrow('ENOTDIR');
  });

  test('whoever listens fails', async () => {
    const onProgress = () => {
      throw new Error('the room is gone');
    };
    await expect(site.convert(await numberedPptx(1), { onProgress })).rejects.toThrow('the room is gone');
  });
});

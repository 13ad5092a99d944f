import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import { type Config, ConfigProblem, readConfig } from './config.ts';
import { type DemoLinks, demoLinks, seedDemoProgramme } from './demo/seedDemo.ts';
import { openLog } from './log.ts';
import { lookAtReach } from './media/reach.ts';
import { StartProblem } from './startProblem.ts';
import { type RunningServer, startServer } from './startServer.ts';

/** How long a stop may take before it is forced, in milliseconds. */
const longestStop = 15_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const server = await startServer(config, log);
  stopOnSignal(server, log);
  await seedDemoProgramme(server.parts);
  const links = await demoLinks(config.dataDir, baseUrl(config, server.port), server.parts);
  if (links) sayLinks(links);
  warnOfBareHttp(config, server.port);
  for (const sentence of await lookAtReach(config.media, config.publicUrl)) say(`  ${sentence}\n`);
}

function baseUrl(config: Config, port: number): string {
  return config.publicUrl ?? `${config.tls ? 'https' : 'http'}://localhost:${port}`;
}

function sayLinks(links: DemoLinks): void {
  const width = Math.max(...[...links.trainers, ...links.enterprises].map(({ name }) => name.length));
  const row = ({ name, link }: { name: string; link: string }) => say(`    ${name.padEnd(width + 2)}${link}`);
  say(`\n  SCORE Classroom is up: ${links.baseUrl}`);
  say(`\n  The demo class "${links.session.title}"`);
  say('\n  Trainers: open one of these, and teach');
  links.trainers.forEach(row);
  say('\n  Members of each enterprise: open in other windows or on phones');
  links.enterprises.forEach(row);
  say('\n  Observer');
  row({ name: '', link: links.observer.link });
  say(
    '\n  All of it is in demo-links.json in the data folder. Ctrl-C stops the server; the next start goes on.\n',
  );
}

/** Browsers give microphone and camera only to HTTPS and to localhost. */
function warnOfBareHttp(config: Config, port: number): void {
  const ways =
    'Give TLS_CERT and TLS_KEY, or put a reverse proxy with HTTPS in front and set PUBLIC_URL (docs/operations.md).';
  const host = config.publicUrl ? new URL(config.publicUrl) : null;
  const bare = host?.protocol === 'http:' && !['localhost', '127.0.0.1', '[::1]'].includes(host.hostname);
  if (bare) say(`  Warning: browsers give no microphone and no camera to ${config.publicUrl}. ${ways}\n`);
  else if (!host && !config.tls && ['0.0.0.0', '::'].includes(config.host)) {
    const [address] = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal);
    if (!address) return;
    say(
      `  Other devices reach it at http://${address.address}:${port}, but browsers give them no microphone there. ${ways}\n`,
    );
  }
}

function stopOnSignal(server: RunningServer, log: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    say(`\n  ${signal}: stopping…`);
    setTimeout(() => process.exit(1), longestStop).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What went wrong in words that help; a stack only for whoever asked for details. */
function reason(error: unknown): string {
  if (error instanceof ConfigProblem || error instanceof StartProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (process.env.LOG_LEVEL === 'debug' && error.stack) return error.stack;
  const isMediaPort = /media worker.*address already in use/s.test(error.message);
  return isMediaPort ? `${error.message}. Choose other ports with MEDIA_PORT.` : error.message;
}

main().catch((error: unknown) => {
  process.stderr.write(`\n  SCORE Classroom could not start. ${reason(error)}\n\n`);
  process.exit(1);
});

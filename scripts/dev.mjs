// `npm run dev`: the server, restarted when its code changes, and the client with hot reload. Open the links
// that the server prints: they lead to the client's development server, which passes the rest on.
import { spawn } from 'node:child_process';
import { projectFolder } from './setup/places.mjs';
import { reportFailure } from './setup/reportFailure.mjs';
import { setUp } from './setup/setUp.mjs';

/** The port of Vite's development server. */
const clientPort = 5173;

try {
  const env = await setUp('run');
  const address = `http://localhost:${clientPort}`;
  const options = {
    env: { PUBLIC_URL: address, ...env },
    cwd: projectFolder,
    stdio: /** @type {const} */ ('inherit'),
  };
  const vite = ['node_modules/vite/bin/vite.js', 'client', '--port', String(clientPort), '--strictPort'];
  const children = [
    spawn('node', ['--watch', '--watch-preserve-output', 'server/src/main.ts'], options),
    spawn('node', vite, options),
  ];
  // Either of them alone is of no use: when one ends, the other is ended.
  for (const child of children) {
    child.once('error', (error) => console.error(error));
    child.once('exit', (code) => {
      process.exitCode ??= code ?? 1;
      for (const other of children) other.kill('SIGTERM');
    });
  }
  // In a terminal both get Ctrl-C from it as well; asking twice does no harm here.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      for (const child of children) child.kill('SIGTERM');
    });
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}

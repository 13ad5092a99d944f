import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { type MediaMode, type MediaQuality, mediaModes } from '#shared/media.ts';

/** What is counted of the product beside the process itself. */
export type Measured = {
  rooms(): Promise<{ readonly seatCount: number }[]>;
  mediaWorkers(): Promise<{ readonly index: number; readonly seats: number; readonly cpuSeconds: number }[]>;
  /** How the class arrives at each person's device. */
  qualities(): readonly MediaQuality[];
};

export type MetricsServer = { readonly port: number; close(): Promise<void> };

/** Of loss and round trips, these shares of all devices are at most at the value. */
const quantiles = [0.5, 0.9, 0.99];

/**
 * Figures for Prometheus, at `/metrics` of a port of its own: counts only, no names and no ids of people.
 *
 * @throws when the port is taken.
 */
export async function serveMetrics(
  { host, port }: { host: string; port: number },
  measured: Measured,
): Promise<MetricsServer> {
  const registry = registryOf(measured);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function registryOf({ rooms, mediaWorkers, qualities }: Measured): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = <Label extends string = never>(
    name: string,
    help: string,
    collect: (it: Gauge<Label>) => void | Promise<void>,
    labelNames: Label[] = [],
  ) =>
    new Gauge<Label>({
      name: `score_${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        await collect(this);
      },
    });

  gauge('rooms', 'Rooms that are open on this server', async (it) => it.set((await rooms()).length));
  gauge('seats', 'Connected devices and tabs', async (it) =>
    it.set((await rooms()).reduce((all, { seatCount }) => all + seatCount, 0)),
  );
  gauge(
    'media_worker_seats',
    'Devices that have their media on a worker',
    async (it) => {
      for (const { index, seats } of await mediaWorkers()) it.set({ worker: `${index}` }, seats);
    },
    ['worker'],
  );
  gauge(
    'media_worker_cpu_seconds',
    'Processor time of a worker since it began',
    async (it) => {
      for (const { index, cpuSeconds } of await mediaWorkers()) it.set({ worker: `${index}` }, cpuSeconds);
    },
    ['worker'],
  );
  gauge<'mode'>(
    'devices',
    'Devices that report how the class arrives, by how much they take',
    (it) => {
      const counts = new Map<MediaMode, number>(mediaModes.map((mode) => [mode, 0]));
      for (const { mode } of qualities()) counts.set(mode, (counts.get(mode) ?? 0) + 1);
      for (const [mode, count] of counts) it.set({ mode }, count);
    },
    ['mode'],
  );
  const shares = (name: string, help: string, of: (quality: MediaQuality) => number | null) =>
    gauge<'quantile'>(
      name,
      help,
      (it) => {
        const values = qualities()
          .flatMap((quality) => of(quality) ?? [])
          .sort((a, b) => a - b);
        for (const quantile of quantiles) {
          const value = values[Math.ceil(values.length * quantile) - 1];
          if (value !== undefined) it.set({ quantile: `${quantile}` }, value);
        }
      },
      ['quantile'],
    );
  shares('device_loss_ratio', 'Share of media packets that did not arrive', ({ loss }) => loss);
  shares('device_round_trip_seconds', 'A message to a device and back', ({ roundTrip }) =>
    roundTrip === null ? null : roundTrip / 1000,
  );
  return registry;
}

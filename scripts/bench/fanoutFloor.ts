import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { WebSocketServer } from 'ws';

/** The floor of the fan-out: a message is inserted durably, then sent to everybody as it came. */
const [databaseUrl] = process.argv.slice(2);
const database = new pg.Client({ connectionString: databaseUrl });
await database.connect();
await database.query(
  'CREATE TABLE IF NOT EXISTS floor (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, message text)',
);

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('message', async (bytes) => {
    const message = bytes.toString();
    await database.query({
      name: 'keep',
      text: 'INSERT INTO floor (message) VALUES ($1)',
      values: [message],
    });
    for (const client of server.clients) client.send(message);
  });
});
server.on('listening', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
process.on('SIGTERM', async () => {
  for (const client of server.clients) client.terminate();
  server.close();
  await database.end();
  process.exit(0);
});

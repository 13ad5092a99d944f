import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigProblem, readConfig } from './config.ts';

/** What a person reads who starts the server with these settings; empty when there is nothing wrong. */
function problemOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    if (error instanceof ConfigProblem) return error.message;
    throw error;
  }
}

/** The settings that the server knows, as it says them to whoever misspells one. */
function knownSettings(): string[] {
  const [, list = ''] = /It knows: (.+)\.$/.exec(problemOf({ SCORE_DTA: 'x' })) ?? [];
  return list.split(', ');
}

/** README's table of settings: each name, and its default where the second column has one. */
function documentedSettings(): { name: string; standard: string | undefined }[] {
  const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const [, section = ''] = readme.split(/^## Settings$/m);
  const rows = (section.split(/^## /m)[0] ?? '').matchAll(/^\| `([A-Z0-9_]+)` \|([^|]*)\|/gm);
  return [...rows].map(([, name = '', standard = '']) => ({
    name,
    standard: /^ `(.+)` $/.exec(standard)?.[1],
  }));
}

test('nothing has to be set', () => {
  expect(readConfig({ PATH: '/usr/bin', HOME: '/root' })).toEqual({
    port: 3000,
    host: '0.0.0.0',
    publicUrl: null,
    tls: null,
    clientDist: null,
    dataDir: resolve('data'),
    databaseUrl: null,
    s3: null,
    media: {
      announced: { ipv4: null, ipv6: null },
      turn: null,
      firstPort: 40_000,
      workers: null,
      workerBin: null,
      qualitiesEvery: 5_000,
    },
    metrics: null,
    soffice: 'soffice',
    logLevel: 'info',
  });
});

test('a setting that is left empty is not set', () => {
  const empty = Object.fromEntries(knownSettings().map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('everything can be set', () => {
  const config = readConfig({
    PORT: '8443',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://class.example.org/',
    TLS_CERT: '/tls/cert.pem',
    TLS_KEY: '/tls/key.pem',
    CLIENT_DIST: '/srv/client',
    SCORE_DATA: '/srv/score',
    DATABASE_URL: 'postgresql://score@db.example.org/score',
    BLOBS_S3_ENDPOINT: 'https://s3.example.org',
    BLOBS_S3_BUCKET: 'score-classroom',
    BLOBS_S3_REGION: 'garage',
    BLOBS_S3_KEY_ID: 'GK31c2f218a2e44f485b94239e',
    BLOBS_S3_SECRET: 'b892c0665f0ada8a4755dae98baa3b133590e11dae3bcc1f9d769d67f16c3835',
    ANNOUNCED_ADDRESS: '203.0.113.7, 2001:db8::7',
    TURN_URLS: 'turns:turn.example.org:443?transport=tcp,turn:[2001:db8::8]',
    TURN_SECRET: 'sixteen-or-longer',
    MEDIA_PORT: '50000',
    MEDIA_WORKERS: '4',
    MEDIASOUP_WORKER_BIN: '/opt/mediasoup-worker',
    METRICS_PORT: '9464',
    METRICS_HOST: '10.0.0.2',
    SOFFICE: '/opt/libreoffice/program/soffice',
    LOG_LEVEL: 'warn',
  });
  expect(config).toEqual({
    port: 8443,
    host: '127.0.0.1',
    publicUrl: 'https://class.example.org',
    tls: { cert: '/tls/cert.pem', key: '/tls/key.pem' },
    clientDist: '/srv/client',
    dataDir: '/srv/score',
    databaseUrl: 'postgresql://score@db.example.org/score',
    s3: {
      endpoint: 'https://s3.example.org',
      bucket: 'score-classroom',
      region: 'garage',
      keyId: 'GK31c2f218a2e44f485b94239e',
      secret: 'b892c0665f0ada8a4755dae98baa3b133590e11dae3bcc1f9d769d67f16c3835',
    },
    media: {
      announced: { ipv4: '203.0.113.7', ipv6: '2001:db8::7' },
      turn: {
        urls: ['turns:turn.example.org:443?transport=tcp', 'turn:[2001:db8::8]'],
        secret: 'sixteen-or-longer',
      },
      firstPort: 50_000,
      workers: 4,
      workerBin: '/opt/mediasoup-worker',
      qualitiesEvery: 5_000,
    },
    metrics: { host: '10.0.0.2', port: 9464 },
    soffice: '/opt/libreoffice/program/soffice',
    logLevel: 'warn',
  });
});

describe('what is wrong is said in one sentence that names the setting', () => {
  test.for([
    ['PORT', 'seven'],
    ['PORT', '65536'],
    ['PUBLIC_URL', 'class.example.org'],
    ['PUBLIC_URL', 'ftp://class.example.org'],
    ['ANNOUNCED_ADDRESS', 'the router'],
    ['ANNOUNCED_ADDRESS', '203.0.113.7,203.0.113.8'],
    ['TURN_URLS', 'turn.example.org'],
    ['TURN_URLS', 'turn:turn.example.org,https://turn.example.org'],
    ['MEDIA_PORT', '-1'],
    ['MEDIA_WORKERS', '0'],
    ['MEDIA_WORKERS', '1.5'],
    ['LOG_LEVEL', 'loud'],
    ['BLOBS_S3_ENDPOINT', 's3.example.org'],
    ['BLOBS_S3_BUCKET', 'Classroom'],
    ['BLOBS_S3_BUCKET', 'a/b'],
    ['BLOBS_S3_REGION', 'us east'],
  ] as const)('%s=%s', ([name, value]) => {
    const problem = problemOf({ [name]: value });
    expect(problem).toMatch(/^[^\n]+\.$/);
    expect(problem.startsWith(`${name} is wrong (it is ${JSON.stringify(value)})`)).toBe(true);
  });

  test('a database’s address is not repeated, since it holds a password', () => {
    const problem = problemOf({ DATABASE_URL: 'mysql://score:secret@db.example.org/score' });
    expect(problem).toMatch(/^DATABASE_URL is wrong \(it is …\): [^\n]+\.$/);
    expect(problem).not.toContain('secret');
  });

  test('a certificate without its key, or a key without its certificate', () => {
    for (const alone of ['TLS_CERT', 'TLS_KEY'])
      expect(problemOf({ [alone]: '/tls/file.pem' })).toContain('TLS_CERT and TLS_KEY belong together');
  });

  test('a store of files without all that it takes', () => {
    const whole = {
      BLOBS_S3_ENDPOINT: 'https://s3.example.org',
      BLOBS_S3_BUCKET: 'score-classroom',
      BLOBS_S3_KEY_ID: 'key',
      BLOBS_S3_SECRET: 'kept to itself',
    };
    expect(problemOf(whole)).toBe('');
    for (const missing of Object.keys(whole)) {
      const problem = problemOf({ ...whole, [missing]: '' });
      expect(problem).toMatch(/^BLOBS_S3_ENDPOINT is wrong [^\n]+ belong together: give all or none\.$/);
      expect(problem).not.toContain('kept to itself');
    }
  });

  test('a misspelt name, with the names that there are', () => {
    for (const name of ['SCORE_DTA', 'MEDIA_PORTS', 'TLS_CRT', 'BLOBS_S3_KEY', 'DATABASE_URI', 'PUBLIC_URLS'])
      expect(problemOf({ [name]: '1' })).toMatch(new RegExp(`^${name} is no setting of SCORE Classroom\\. `));
    expect(knownSettings()).toContain('SCORE_DATA');
  });
});

describe("README's table of settings", () => {
  test('names exactly the settings that there are', () => {
    expect(documentedSettings().map(({ name }) => name)).toEqual(knownSettings());
  });

  test('gives the defaults that hold', () => {
    const withDefault = documentedSettings().filter(({ standard }) => standard !== undefined);
    expect(withDefault.map(({ name }) => name)).toContain('PORT');
    for (const { name, standard } of withDefault)
      expect(readConfig({ [name]: standard })).toEqual(readConfig({}));
  });
});

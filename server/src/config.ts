import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { MediaConfig } from './media/settings.ts';
import type { S3Settings } from './persistence/s3/S3Blobs.ts';

/** Staff see how the class arrives at most this often, in milliseconds: of 120 people it is a few kilobytes a time. */
const qualitiesEvery = 5_000;

const Port = z.coerce.number('a port is a number').int().min(0).max(65_535);
const OptionalPath = z.string().min(1).optional();

/**
 * The whole configuration, from the environment. Anything that begins with one of our own prefixes
 * and isn't here is refused, so that a misspelt name is noticed.
 */
const Environment = z
  .object({
    /** 0 takes any free port. */
    PORT: Port.default(3000),
    HOST: z.string().min(1).default('0.0.0.0'),
    /** The address that links begin with, such as https://class.example.org. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    TLS_CERT: OptionalPath,
    TLS_KEY: OptionalPath,
    /** Where the built client is, when not in the checkout. */
    CLIENT_DIST: OptionalPath,
    SCORE_DATA: z.string().min(1).default('./data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    /** A store for uploaded files in the place of the data folder, such as https://s3.example.org. */
    BLOBS_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
    BLOBS_S3_BUCKET: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        'a bucket: 3 to 63 small letters, digits, dots and hyphens',
      )
      .optional(),
    /** Many stores of one's own take any; Garage's is `garage`. */
    BLOBS_S3_REGION: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,64}$/, 'letters, digits and hyphens')
      .default('us-east-1'),
    BLOBS_S3_KEY_ID: z.string().min(1).optional(),
    BLOBS_S3_SECRET: z.string().min(1).optional(),
    /** The address that phones reach media at; found by itself where the machine has it. */
    ANNOUNCED_ADDRESS: z
      .string()
      .transform((value) => value.split(',').map((part) => part.trim()))
      .refine(
        (all) => all.every((one) => isIP(one) !== 0 || /^[a-z0-9.-]+$/i.test(one)) && isOneOfEach(all),
        'an IP address or a host name, and after a comma an IPv6 address',
      )
      .optional(),
    /** A relay for networks that let nothing but HTTPS through, such as turns:turn.example.org:443?transport=tcp. */
    TURN_URLS: z
      .string()
      .transform((value) => value.split(',').map((part) => part.trim()))
      .refine((all) => all.every(isTurnUrl), 'turn: or turns: addresses, with commas between them')
      .optional(),
    /** What the relay and this server both know. */
    TURN_SECRET: z.string().min(16, 'at least 16 characters').optional(),
    /** The first media port, UDP and TCP; each worker takes the next one. 0 takes any free ones. */
    MEDIA_PORT: Port.default(40_000),
    MEDIA_WORKERS: z.coerce.number().int().min(1).max(64).optional(),
    MEDIASOUP_WORKER_BIN: OptionalPath,
    /** Where Prometheus finds figures; unset, there are none. 0 takes any free port. */
    METRICS_PORT: Port.optional(),
    /** Nobody is asked who they are there: not an address that everyone reaches. */
    METRICS_HOST: z.string().min(1).default('127.0.0.1'),
    SOFFICE: z.string().min(1).default('soffice'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((env) => (env.TLS_CERT === undefined) === (env.TLS_KEY === undefined), {
    path: ['TLS_CERT'],
    error: 'TLS_CERT and TLS_KEY belong together: give both or none',
  })
  .refine((env) => (env.TURN_URLS === undefined) === (env.TURN_SECRET === undefined), {
    path: ['TURN_URLS'],
    error: 'TURN_URLS and TURN_SECRET belong together: give both or none',
  })
  .refine(
    (env) =>
      new Set(
        [env.BLOBS_S3_ENDPOINT, env.BLOBS_S3_BUCKET, env.BLOBS_S3_KEY_ID, env.BLOBS_S3_SECRET].map(
          (value) => value === undefined,
        ),
      ).size === 1,
    {
      path: ['BLOBS_S3_ENDPOINT'],
      error:
        'BLOBS_S3_ENDPOINT, BLOBS_S3_BUCKET, BLOBS_S3_KEY_ID and BLOBS_S3_SECRET belong together: give all or none',
    },
  );

/** RFC 7065. */
const isTurnUrl = (text: string) =>
  /^turns?:(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?(\?transport=(udp|tcp))?$/i.test(text);
/** One way for IPv4, by name perhaps, and one for IPv6. */
const isOneOfEach = (all: readonly string[]) => {
  const six = all.filter((one) => isIP(one) === 6).length;
  return six <= 1 && all.length - six <= 1;
};

const ourPrefixes = /^(SCORE_|BLOBS_|MEDIA_|TLS_|TURN_|METRICS_|ANNOUNCED_|PUBLIC_URL|DATABASE_)/;

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Null: the checkout's own. */
  readonly clientDist: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  /** Null: uploaded files are in the data folder. */
  readonly s3: S3Settings | null;
  readonly media: MediaConfig;
  readonly metrics: { readonly host: string; readonly port: number } | null;
  readonly soffice: string;
  readonly logLevel: string;
};

function s3Of(env: z.infer<typeof Environment>): S3Settings | null {
  const { BLOBS_S3_ENDPOINT: endpoint, BLOBS_S3_BUCKET: bucket, BLOBS_S3_REGION: region } = env;
  const { BLOBS_S3_KEY_ID: keyId, BLOBS_S3_SECRET: secret } = env;
  return endpoint && bucket && keyId && secret ? { endpoint, bucket, region, keyId, secret } : null;
}

/** A configuration that can't be used, in one sentence for the person who wrote it. */
export class ConfigProblem extends Error {}

/** @throws {ConfigProblem} that names the variable and what it may be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const known = Object.keys(Environment.shape);
  const stray = Object.keys(environment).find((name) => ourPrefixes.test(name) && !known.includes(name));
  if (stray)
    throw new ConfigProblem(`${stray} is no setting of SCORE Classroom. It knows: ${known.join(', ')}.`);
  // A container's file of settings leaves a name empty to say nothing.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = issue?.path.join('.') ?? 'the environment';
    // An address of a database holds a password.
    const secret = name === 'DATABASE_URL' || name.endsWith('_SECRET');
    const value = secret ? '…' : JSON.stringify(environment[name] ?? '');
    throw new ConfigProblem(`${name} is wrong (it is ${value}): ${issue?.message}.`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    tls: env.TLS_CERT && env.TLS_KEY ? { cert: resolve(env.TLS_CERT), key: resolve(env.TLS_KEY) } : null,
    clientDist: env.CLIENT_DIST ? resolve(env.CLIENT_DIST) : null,
    dataDir: resolve(env.SCORE_DATA),
    databaseUrl: env.DATABASE_URL ?? null,
    s3: s3Of(env),
    media: {
      announced: {
        ipv4: env.ANNOUNCED_ADDRESS?.find((one) => isIP(one) !== 6) ?? null,
        ipv6: env.ANNOUNCED_ADDRESS?.find((one) => isIP(one) === 6) ?? null,
      },
      turn: env.TURN_URLS && env.TURN_SECRET ? { urls: env.TURN_URLS, secret: env.TURN_SECRET } : null,
      firstPort: env.MEDIA_PORT,
      workers: env.MEDIA_WORKERS ?? null,
      workerBin: env.MEDIASOUP_WORKER_BIN ?? null,
      qualitiesEvery,
    },
    metrics: env.METRICS_PORT === undefined ? null : { host: env.METRICS_HOST, port: env.METRICS_PORT },
    soffice: env.SOFFICE,
    logLevel: env.LOG_LEVEL,
  };
}

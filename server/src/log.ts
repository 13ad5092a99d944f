import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';

/** What helps to find a fault, in errors of the system and of the database. */
const told = [
  'code',
  'errno',
  'syscall',
  'address',
  'port',
  'path',
  'severity',
  'table',
  'constraint',
] as const;

/**
 * An error and nothing that hangs on it: libraries attach whole clients, the address that was asked with the password
 * in it, and the rows that were refused with people's names.
 */
function errorAlone(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const details = told.flatMap((key) => {
    const value = (error as Partial<Record<(typeof told)[number], unknown>>)[key];
    return typeof value === 'string' || typeof value === 'number' ? [[key, value]] : [];
  });
  const all = error instanceof AggregateError ? { errors: error.errors.map(errorAlone) } : {};
  return { type, message, stack, ...Object.fromEntries(details), ...all };
}

/** The log, a line of JSON each, to standard output unless said. */
export function openLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, serializers: { err: errorAlone } }, destination ?? pino.destination(1));
}

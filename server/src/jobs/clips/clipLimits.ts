import { maxClipLength } from '#shared/features/clips.ts';

/** How much one uploaded video may ask of the server. */
export type ClipLimits = {
  readonly fileBytes: number;
  /** In milliseconds. */
  readonly length: number;
  /** From the start of the conversion to its end; waiting in the queue doesn't count. */
  readonly totalMs: number;
  /** Of each process. Seen with a video of 1920×1080: 0.25 GB. */
  readonly memoryBytes: number;
  /** Of each file that is written on the way. */
  readonly unpackedBytes: number;
};

export const defaultClipLimits: ClipLimits = {
  fileBytes: 200_000_000,
  length: maxClipLength,
  totalMs: 60 * 60_000,
  memoryBytes: 2 * 1024 ** 3,
  unpackedBytes: 500_000_000,
};

/**
 * What the server makes of an uploaded video: for good networks; for weak ones; its sound alone; and a
 * still picture of it. Each is at `/api/sessions/<session>/clips/<clip>/<rendition>`.
 */
export const renditions = ['standard.mp4', 'light.mp4', 'sound.m4a', 'still.webp'] as const;
export type Rendition = (typeof renditions)[number];

/** Why an uploaded file can't become a Clip; each has its sentence for the person who uploaded it. */
export const clipProblems = [
  /** No MP4, MOV or WebM by its content, whatever its name says. */
  'notAClip',
  /** More bytes than a video may have. */
  'tooBig',
  'tooLong',
  /** Sound alone, such as a recording in an MP4 file. */
  'noPicture',
  /** It began as a video, but can't be played to its end. */
  'damaged',
  'tookTooLong',
  /** The Session has as many as it may. */
  'tooManyClips',
  /** No bytes. */
  'empty',
] as const;
export type ClipProblem = (typeof clipProblems)[number];

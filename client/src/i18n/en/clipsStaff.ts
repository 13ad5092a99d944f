import type { ClipProblem } from '#shared/clips.ts';

export default {
  title: 'Videos',
  upload: 'Add a video',
  none: 'No videos yet',
  noneText:
    'Add an MP4, MOV or WebM file of up to 200 MB and 30 minutes. Making it ready for weak networks takes about half as long as it plays.',
  presenterShows: '{{name}} presents and shows the videos now.',
  show: 'Show to the class',
  showName: 'Show {{title}} to the class',
  hide: 'Take away',
  play: 'Play for everyone',
  pause: 'Pause for everyone',
  place: 'Place in the video',
  times: '{{now}} / {{length}}',
  remove: 'Remove {{title}}',
  removeTitle: 'Remove “{{title}}”?',
  removeText: 'If it is shown now, the class no longer sees it. To have it back you must upload it again.',
  removeNow: 'Remove',
  keep: 'Keep',
  step: {
    sending: 'sending',
    converting: 'preparing',
  },
  problem: {
    notAClip: 'This is no video in MP4, MOV or WebM. Save it as MP4 and try again.',
    tooBig: 'This file is larger than 200 MB. Save it smaller, such as in 720p, and try again.',
    tooLong: 'This video is longer than 30 minutes. Cut it and try again.',
    noPicture: 'There is sound in this file, but no picture. Choose a video.',
    damaged: 'This video can’t be played to its end. Save it anew and try again.',
    tookTooLong: 'Preparing this video took too long and was stopped. Try a shorter one.',
    tooManyClips: 'This class has 20 videos already. Remove one that is no longer needed, then try again.',
    empty: 'This file is empty.',
    unreachable: 'The file could not be sent. Check your network and try again.',
    failed: 'The video could not be prepared. Try again.',
  } satisfies Record<ClipProblem | 'unreachable' | 'failed', string>,
} as const;

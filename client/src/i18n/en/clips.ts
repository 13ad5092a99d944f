export default {
  shows: 'Video: {{title}}',
  loading: 'Loading the video',
  off: 'Getting in step with the class',
  light: 'Your network is weak: a lighter copy of the video plays here',
  soundOnly: 'Your network is weak: the video’s sound and a still picture come for now',
} as const;

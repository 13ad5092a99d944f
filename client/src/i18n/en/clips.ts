export default {
  shows: 'Video: {{title}}',
  loading: 'Loading the video',
} as const;

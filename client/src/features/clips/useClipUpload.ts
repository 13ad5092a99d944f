import { useView } from '../../room/roomHooks.ts';
import { type Upload, useUploads } from '../../room/useUploads.ts';

/** Videos on their way to being the class's. */
export function useClipUpload() {
  const { clips } = useView('clips');
  return useUploads({
    path: 'clips',
    there: clips,
    progress: (signal): Upload<'converting'> | null => {
      if (signal.type !== 'clipProgress') return null;
      const { clipId: id, title, share, problem } = signal;
      return { id, title, step: 'converting', share, problem };
    },
  });
}

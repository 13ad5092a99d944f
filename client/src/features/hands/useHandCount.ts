import { useView } from '../../room/roomHooks.ts';

/** How many hands are up in the class. */
export const useHandCount = (): number => useView('hands').count;

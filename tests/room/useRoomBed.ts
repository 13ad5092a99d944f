import { afterEach, beforeEach } from 'vitest';
import { useDatabase } from '../helpers/database.ts';
import { RoomBed } from './RoomBed.ts';

/** A bed for each test of the file, on a database of its own. Read `bed` inside tests. */
export function useRoomBed(): { readonly bed: RoomBed } {
  const database = useDatabase();
  let current: RoomBed | null = null;
  beforeEach(() => {
    current = new RoomBed(database.url);
  });
  afterEach(async () => {
    const ending = current;
    current = null;
    await ending?.close();
  });
  return {
    get bed() {
      if (!current) throw new Error('There is a bed only while a test runs.');
      return current;
    },
  };
}

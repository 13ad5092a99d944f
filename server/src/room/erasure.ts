import type { Command } from '#shared/contract.ts';

/** Where what tells who somebody is, and what they wrote, is taken off storage. */
export interface Erasure {
  /**
   * Takes away the names, keys and links of these people, the author of what they typed into Worksheets,
   * the words in their Journal rows, and the Room's snapshots, which were made with them: all or nothing.
   * Their erasing must be in the Journal. Asked again, it finds nothing left to do.
   *
   * @param withoutText leaves of a Command what replay needs.
   * @returns whether there was anything left to take away.
   * @throws {JournalConflict} when the Room has another owner.
   */
  erase(
    room: string,
    epoch: number,
    participantIds: readonly string[],
    withoutText: (command: Command) => Command,
  ): Promise<boolean>;
}

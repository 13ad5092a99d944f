import { isStaff } from '#shared/basics.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';

/** How often each Command type was accepted, and from whom. */
export class Accepted {
  readonly #of = new Map<string, number>();
  readonly #by = new Map<string, number>();

  /** One more of these, be it that it followed from another Command. */
  add(type: string): void {
    this.#of.set(type, this.of(type) + 1);
  }

  addBy(type: string, role: Actor['role']): void {
    this.#by.set(keyOf(type, role), this.by(type, role) + 1);
  }

  of(type: string): number {
    return this.#of.get(type) ?? 0;
  }

  /** Those that staff, members, Observers or the system sent themselves. */
  by(type: string, role: Actor['role']): number {
    return this.#by.get(keyOf(type, role)) ?? 0;
  }
}

const keyOf = (type: string, role: Actor['role']): string =>
  `${type} by ${role !== 'system' && isStaff(role) ? 'staff' : role}`;

import { isStaff } from '#shared/basics.ts';
import type { Actor } from '../../server/src/kernel/participant.ts';

/** How often each Command type was accepted, from whom, and because of which others. */
export class Accepted {
  readonly #of = new Map<string, number>();
  readonly #by = new Map<string, number>();
  /** What followed from each type, itself included. */
  readonly #effects = new Map<string, Set<string>>();

  /** One more of these; it followed from a Command of the type `cause`, or is that Command. */
  add(type: string, cause: string): void {
    this.#of.set(type, this.of(type) + 1);
    this.#effects.set(cause, (this.#effects.get(cause) ?? new Set()).add(type));
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

  /** How often the rarest was accepted of all that this type has led to. */
  rarest(type: string): number {
    let least = this.of(type);
    for (const effect of this.#effects.get(type) ?? []) least = Math.min(least, this.of(effect));
    return least;
  }

  /** The types from which one of these has followed. */
  causesOf(type: string): readonly string[] {
    return [...this.#effects].filter(([, effects]) => effects.has(type)).map(([cause]) => cause);
  }
}

const keyOf = (type: string, role: Actor['role']): string =>
  `${type} by ${role !== 'system' && isStaff(role) ? 'staff' : role}`;

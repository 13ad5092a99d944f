import type { Role } from '#shared/basics.ts';

export type Person = { readonly id: string; readonly role: Role; readonly enterpriseId: string | null };

const person = (id: string, role: Role, enterpriseId: string | null = null): Person => ({
  id,
  role,
  enterpriseId,
});

/** The class of the law. Ids begin with `p-`, Enterprises with `e-`, so that a leak is known by its looks. */
export const cast: readonly Person[] = [
  person('p-trainer-1', 'trainer'),
  person('p-trainer-2', 'trainer'),
  person('p-moderator', 'moderator'),
  person('p-member-a1', 'member', 'e-alpha'),
  person('p-member-a2', 'member', 'e-alpha'),
  person('p-member-a3', 'member', 'e-alpha'),
  person('p-member-b1', 'member', 'e-beta'),
  person('p-member-b2', 'member', 'e-beta'),
  person('p-member-b3', 'member', 'e-beta'),
  // Alone of its Enterprise, so that a whole group comes late or goes away.
  person('p-member-c1', 'member', 'e-gamma'),
  person('p-observer', 'observer'),
];

/** The same features as in en/staff.part.ts. */
export default {};

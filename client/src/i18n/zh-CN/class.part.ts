/** The same features as in en/class.part.ts. */
import refusals from './refusals.ts';

export default { refusals };

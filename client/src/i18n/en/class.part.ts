/** A member's words inside a class: what the stage, polls, chat and groups say. */
import refusals from './refusals.ts';

export default { refusals };

/** A member's words inside a class: what the stage, polls, chat and groups say. */
import classWords from './class.ts';
import connection from './connection.ts';
import device from './device.ts';
import end from './end.ts';
import lobby from './lobby.ts';
import refusals from './refusals.ts';
import slides from './slides.ts';

export default { class: classWords, connection, device, end, lobby, refusals, slides };

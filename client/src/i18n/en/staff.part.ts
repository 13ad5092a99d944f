/** The words that only staff read: console, programme, reports. */
import consoleWords from './console.ts';
import people from './people.ts';
import session from './session.ts';

export default { console: consoleWords, people, session };

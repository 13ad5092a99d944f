/** The same features as in en/start.part.ts. */
import language from './language.ts';
import ui from './ui.ts';

export default { language, ui };

/** The words that the first page needs, and every page after it: keep this part small. */
import language from './language.ts';
import ui from './ui.ts';

export default { language, ui };

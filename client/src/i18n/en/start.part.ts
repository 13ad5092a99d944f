/** The words that the first page needs, and every page after it: keep this part small. */
import join from './join.ts';
import language from './language.ts';
import theme from './theme.ts';
import ui from './ui.ts';

export default { join, language, theme, ui };

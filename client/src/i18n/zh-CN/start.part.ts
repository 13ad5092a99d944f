/** The same features as in en/start.part.ts. */
import join from './join.ts';
import language from './language.ts';
import theme from './theme.ts';
import ui from './ui.ts';

export default { join, language, theme, ui };

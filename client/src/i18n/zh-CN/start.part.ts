/** The same features as in en/start.part.ts. */
import end from './end.ts';
import join from './join.ts';
import language from './language.ts';
import theme from './theme.ts';
import ui from './ui.ts';

export default { end, join, language, theme, ui };

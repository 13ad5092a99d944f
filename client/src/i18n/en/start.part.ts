/** The words that the first page needs, and every page after it: keep this part small. */
import end from './end.ts';
import join from './join.ts';
import language from './language.ts';
import theme from './theme.ts';
import ui from './ui.ts';

export default { end, join, language, theme, ui };

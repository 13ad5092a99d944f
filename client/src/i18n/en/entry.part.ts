/** What the first page says a moment later: the sound check, and how to get out of an app's own browser. */
import heads from './heads.ts';
import otherBrowser from './otherBrowser.ts';
import screen from './screen.ts';
import soundCheck from './soundCheck.ts';

export default { heads, otherBrowser, screen, soundCheck };

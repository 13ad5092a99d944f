/** The same features as in en/entry.part.ts. */
import heads from './heads.ts';
import otherBrowser from './otherBrowser.ts';
import screen from './screen.ts';
import soundCheck from './soundCheck.ts';

export default { heads, otherBrowser, screen, soundCheck };

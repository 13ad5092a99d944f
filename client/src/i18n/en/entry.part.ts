/** What the first page says a moment later: the sound check, and how to get out of an app's own browser. */
import otherBrowser from './otherBrowser.ts';
import soundCheck from './soundCheck.ts';

export default { otherBrowser, soundCheck };

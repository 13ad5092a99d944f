/** The same features as in en/entry.part.ts. */
import otherBrowser from './otherBrowser.ts';
import soundCheck from './soundCheck.ts';

export default { otherBrowser, soundCheck };

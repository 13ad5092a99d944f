/**
 * Draws the demo programme's pictures and builds its deck: `node scripts/makeDemoDeck.ts`. The results
 * are committed, so this runs only when their content changes. Everything is drawn here, in code.
 */
import { stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { demoProgramme } from '../server/src/demo/programme.ts';
import { newDeck } from './demoDeck/look.ts';
import { boardMeeting } from './demoDeck/scenes.ts';
import { closingSlides } from './demoDeck/slidesClosing.ts';
import { howSlides } from './demoDeck/slidesHow.ts';
import { openingSlides } from './demoDeck/slidesOpening.ts';
import { whySlides } from './demoDeck/slidesWhy.ts';
import { toolWallAfter, toolWallBefore } from './demoDeck/toolWall.ts';

const { caseStudy, course, deck: deckInfo } = demoProgramme;
const place = (file: string): string => fileURLToPath(new URL(`../server/src/demo/${file}`, import.meta.url));

async function savePicture(file: string, drawing: string): Promise<void> {
  await writeFile(place(file), await sharp(Buffer.from(drawing)).webp({ quality: 84, effort: 6 }).toBuffer());
}

await savePicture(course.picture.file, boardMeeting());
await savePicture(caseStudy.photos.before.file, toolWallBefore());
await savePicture(caseStudy.photos.after.file, toolWallAfter());

const deck = newDeck(deckInfo.title);
await openingSlides(deck, demoProgramme);
await whySlides(deck);
await howSlides(deck);
await closingSlides(deck, demoProgramme);
await deck.writeFile({ fileName: place(deckInfo.file), compression: true });

const files = [deckInfo.file, course.picture.file, caseStudy.photos.before.file, caseStudy.photos.after.file];
for (const file of files)
  process.stdout.write(`${file}: ${Math.round((await stat(place(file))).size / 1024)} kB\n`);

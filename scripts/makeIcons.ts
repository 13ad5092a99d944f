/**
 * Draws the icons of the installed app from the site's own: `node scripts/makeIcons.ts`. The results are in
 * client/public and are committed, as phones take PNG only.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

const folder = join(import.meta.dirname, '../client/public');
const icon = await readFile(join(folder, 'icon.svg'), 'utf8');
/** Phones cut a maskable icon to their own form: a full square, and what matters within its middle 80 %. */
const maskable = icon
  .replace('viewBox="0 0 64 64"', 'viewBox="-9 -9 82 82"')
  .replace(/<rect width="64" height="64" rx="14"/, '<rect x="-9" y="-9" width="82" height="82"');

const pictures = [
  { name: 'icon-192.png', svg: icon, size: 192 },
  { name: 'icon-512.png', svg: icon, size: 512 },
  { name: 'icon-maskable-512.png', svg: maskable, size: 512 },
  { name: 'icon-apple-180.png', svg: maskable, size: 180 },
];
for (const { name, svg, size } of pictures) {
  const picture = sharp(Buffer.from(svg), { density: 72 * (size / 64) }).resize(size, size);
  await writeFile(join(folder, name), await picture.png({ compressionLevel: 9, palette: true }).toBuffer());
}

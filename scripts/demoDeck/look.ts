import { createRequire } from 'node:module';
import type pptx from 'pptxgenjs';
import sharp from 'sharp';
import type { Bilingual } from '#shared/basics.ts';
import { colour } from './colours.ts';

// The package's types describe its CommonJS build, which is what require gives.
export type Deck = pptx.default;
export type Slide = pptx.default.Slide;
type TextProps = pptx.default.TextProps;
type TextOptions = pptx.default.TextPropsOptions;

/** A place on a slide of 10 by 5.625 inches. */
export type Box = { x: number; y: number; w: number; h: number };

export const madeUp: Bilingual = { zh: '演示内容，纯属虚构', en: 'Demo content, made up' };

/** Starts an empty deck with its master. Fonts come from the theme: Calibri, and the reader's Chinese face. */
export function newDeck(title: Bilingual): Deck {
  const Deck = createRequire(import.meta.url)('pptxgenjs') as typeof pptx.default;
  const deck = new Deck();
  deck.layout = 'LAYOUT_16x9';
  deck.theme = { headFontFace: 'Calibri', bodyFontFace: 'Calibri' };
  deck.title = `${title.zh} / ${title.en}`;
  deck.author = 'SCORE Classroom';
  deck.company = 'SCORE Classroom';
  deck.defineSlideMaster({
    title: 'LESSON',
    background: { color: colour.white },
    objects: [
      { rect: { x: 0, y: 0, w: 10, h: 0.14, fill: { color: colour.teal } } },
      { rect: { x: 0.5, y: 5.26, w: 9, h: 0.01, fill: { color: colour.line } } },
      {
        text: {
          text: `SCORE Classroom · ${madeUp.zh} · ${madeUp.en}`,
          options: {
            x: 0.5,
            y: 5.28,
            w: 7.5,
            h: 0.26,
            fontSize: 10,
            color: colour.soft,
            margin: 0,
            lang: 'zh-CN',
          },
        },
      },
    ],
    slideNumber: {
      x: 8.7,
      y: 5.32,
      w: 0.8,
      h: 0.26,
      fontSize: 11,
      color: colour.teal,
      align: 'right',
      margin: 0,
    },
  });
  return deck;
}

export type Type = { zh?: number; en?: number; zhColour?: string; enColour?: string; bold?: boolean };

/** Two runs, Chinese above English, in sizes that a phone shows readably. */
export function pair(text: Bilingual, type: Type = {}): TextProps[] {
  return [
    {
      text: text.zh,
      options: {
        lang: 'zh-CN',
        fontSize: type.zh ?? 22,
        bold: type.bold ?? true,
        color: type.zhColour ?? colour.ink,
        breakLine: true,
      },
    },
    {
      text: text.en,
      options: { lang: 'en-US', fontSize: type.en ?? 15, color: type.enColour ?? colour.soft },
    },
  ];
}

/** Puts Chinese with its English beneath into a box. */
export function write(
  slide: Slide,
  text: Bilingual,
  box: Box,
  type: Type = {},
  options: TextOptions = {},
): void {
  slide.addText(pair(text, type), { ...box, margin: 0, valign: 'middle', ...options });
}

/** A slide of the lesson with its title and the trainer's notes in both languages. */
export function lesson(deck: Deck, title: Bilingual, notes: Bilingual): Slide {
  const slide = deck.addSlide({ masterName: 'LESSON' });
  slide.addText(title.zh, {
    x: 0.5,
    y: 0.3,
    w: 9,
    h: 0.54,
    margin: 0,
    fontSize: 30,
    bold: true,
    color: colour.deep,
    lang: 'zh-CN',
    valign: 'middle',
  });
  slide.addText(title.en, {
    x: 0.5,
    y: 0.85,
    w: 9,
    h: 0.32,
    margin: 0,
    fontSize: 17,
    color: colour.teal,
    lang: 'en-US',
    valign: 'middle',
  });
  slide.addNotes(`${notes.zh}\n\n${notes.en}`);
  return slide;
}

/** A coloured panel with soft corners. */
export function panel(slide: Slide, box: Box, fill: string, radius = 0.12): void {
  slide.addShape('roundRect', {
    ...box,
    fill: { color: fill },
    line: { color: fill, width: 0 },
    rectRadius: radius,
  });
}

/** A round badge that holds a number or a short word. */
export function badge(slide: Slide, text: string, x: number, y: number, size: number, fill: string): void {
  slide.addText(text, {
    shape: 'ellipse',
    x,
    y,
    w: size,
    h: size,
    margin: 0,
    align: 'center',
    valign: 'middle',
    fontSize: Math.round(size * 38),
    bold: true,
    color: colour.white,
    fill: { color: fill },
  });
}

/** Draws an SVG as a PNG of few colours and puts it on the slide; `alt` is for those who can't see it. */
export async function picture(slide: Slide, drawing: string, box: Box, alt: Bilingual): Promise<void> {
  const png = await sharp(Buffer.from(drawing)).png({ palette: true, colours: 200, effort: 10 }).toBuffer();
  slide.addImage({
    data: `data:image/png;base64,${png.toString('base64')}`,
    ...box,
    altText: `${alt.zh} / ${alt.en}`,
  });
}

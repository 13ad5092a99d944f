import type { ReactElement } from 'react';
import styles from './MenuPicture.module.css';

type MenuPictureProps = {
  /** The app's menu is a list below the dots; otherwise it comes from below as a row of tiles. */
  list: boolean;
  /** What the entry is called. */
  entry: string;
};

/** A phone's screen with the two places to tap. The words beside it say the same, so a screen reader passes by. */
export function MenuPicture({ list, entry }: MenuPictureProps): ReactElement {
  return (
    <svg className={styles.picture} viewBox="0 0 320 200" aria-hidden="true">
      <rect className={styles.screen} x="1" y="1" width="318" height="198" rx="18" />
      <path className={styles.line} d="M20 22l10 10m0-10l-10 10M108 27h104" />
      <path className={styles.faint} d="M24 68h190M24 86h150M24 104h176" />
      {list ? <List entry={entry} /> : <Tiles entry={entry} />}
      <circle className={styles.ring} cx="284" cy="27" r="19" />
      <path className={styles.dots} d="M275 27h.01M284 27h.01M293 27h.01" />
      <Mark n={1} x={252} y={27} />
    </svg>
  );
}

function Tiles({ entry }: { entry: string }): ReactElement {
  return (
    <>
      <path
        className={styles.sheet}
        d="M1 112a16 16 0 0 1 16-16h286a16 16 0 0 1 16 16v69a18 18 0 0 1-18 18H19a18 18 0 0 1-18-18z"
      />
      {[24, 252].map((x) => (
        <g key={x}>
          <rect className={styles.tile} x={x} y="112" width="44" height="44" rx="10" />
          <path className={styles.faint} d={`M${x + 4} 172h36`} />
        </g>
      ))}
      <rect className={styles.target} x="138" y="112" width="44" height="44" rx="10" />
      <Globe x={160} y={134} />
      <Mark n={2} x={120} y={134} />
      <text className={styles.words} x="160" y="178">
        {entry}
      </text>
    </>
  );
}

function List({ entry }: { entry: string }): ReactElement {
  return (
    <>
      <rect className={styles.sheet} x="104" y="54" width="204" height="124" rx="12" />
      <path className={styles.faint} d="M124 76h110M124 160h130" />
      <rect className={styles.target} x="112" y="96" width="188" height="42" rx="8" />
      <Globe x={134} y={117} />
      <text className={styles.onTarget} x="152" y="122">
        {entry}
      </text>
      <Mark n={2} x={92} y={117} />
    </>
  );
}

function Globe({ x, y }: { x: number; y: number }): ReactElement {
  return (
    <g className={styles.globe} transform={`translate(${x} ${y})`}>
      <circle r="12" />
      <ellipse rx="5" ry="12" />
      <path d="M-12 0h24" />
    </g>
  );
}

function Mark({ n, x, y }: { n: number; x: number; y: number }): ReactElement {
  return (
    <>
      <circle className={styles.number} cx={x} cy={y} r="11" />
      <text className={styles.digit} x={x} y={y + 5}>
        {n}
      </text>
    </>
  );
}

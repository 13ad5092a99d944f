import type { ReactElement } from 'react';
import styles from './Avatar.module.css';
import { cx } from './cx.ts';
import { colourOf, initials } from './initials.ts';

const colours = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => styles[`colour${number}`]);

type AvatarProps = {
  /** Decides the colour, so that namesakes differ. */
  id: string;
  name: string;
  large?: boolean;
  speaking?: boolean;
};

/** A person as a round mark. It stands beside the name, so a screen reader leaves it out. */
export function Avatar({ id, name, large, speaking }: AvatarProps): ReactElement {
  const colour = colours[colourOf(id, colours.length)];
  return (
    <span
      className={cx(styles.avatar, colour, large && styles.large, speaking && styles.speaking)}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

import { type ReactElement, useState } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { useBigScreen, useWideDisplay } from './bigScreen.ts';
import { ClassEnd } from './ClassEnd.tsx';
import { useLargeType } from './useLargeType.ts';

/** The end of a class, in letters as large as the class had: a wall's are read from six metres to the last. */
export function ClassOver(): ReactElement {
  const { me } = useView('people');
  const [byItself] = useState(me.heads !== null);
  const big = useBigScreen(byItself);
  useLargeType(useWideDisplay() && big);
  return <ClassEnd kind="classOver" />;
}

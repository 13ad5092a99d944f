import type { ReactElement } from 'react';
import { useView } from '../../room/roomHooks.ts';
import { HelpCallBanner } from './HelpCallBanner.tsx';
import styles from './HelpCalls.module.css';

/** Staff: who calls for help, longest wait first. Nothing while nobody does. */
export function HelpCalls(): ReactElement | null {
  const { calls } = useView('help');
  if (!calls || calls.length === 0) return null;
  const next = calls.findIndex(({ answeredBy }) => answeredBy === null);
  return (
    <ul className={styles.calls}>
      {calls.map((call, place) => (
        <li key={call.participantId}>
          <HelpCallBanner call={call} first={place === next} />
        </li>
      ))}
    </ul>
  );
}

import { Signal, SignalLow, SignalMedium } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaQuality } from '#shared/media.ts';
import { useName, useView } from '../room/roomHooks.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './EnterpriseQuality.module.css';
import { enterpriseLevel } from './enterpriseLevel.ts';
import { levelOf } from './quality.ts';
import { useMediaSnapshot } from './useMedia.ts';
import { withoutPicture } from './withoutPicture.ts';

const icons = { good: Signal, weak: SignalMedium, bad: SignalLow } as const;
/** By simulcast layer. */
const pictures = ['small', 'middle', 'large'] as const;
const worstFirst = ['bad', 'weak', 'good'];

/** Staff: how the class arrives at an Enterprise, and at whom of it at a tap, with what can be done. */
export function EnterpriseQuality({ enterpriseId }: { enterpriseId: string }): ReactElement | null {
  const { t } = useTranslation();
  const { everyone } = useView('people');
  const { qualities } = useMediaSnapshot();
  const [open, setOpen] = useState(false);
  const people = [...qualities]
    .filter(([id]) => everyone?.[id]?.enterpriseId === enterpriseId)
    .toSorted(([, a], [, b]) => worstFirst.indexOf(levelOf(a)) - worstFirst.indexOf(levelOf(b)));
  const found = enterpriseLevel(people.map(([, quality]) => quality));
  if (!found) return null;
  const { level, troubled, advice } = found;
  const Icon = icons[level];
  const words =
    troubled === 0 ? t('quality.good') : t('quality.troubled', { count: troubled, all: people.length });
  return (
    <>
      <button
        type="button"
        className={styles.mark}
        data-quality={level}
        aria-label={t('quality.ofNetwork', { words })}
        onClick={() => setOpen(true)}
      >
        <Icon className={styles.icon} aria-hidden="true" />
        {troubled > 0 && words}
      </button>
      {open && (
        <Dialog title={t('quality.title')} onClose={() => setOpen(false)}>
          <p className={styles.advice}>{t(`quality.advice.${advice}`)}</p>
          <ul className={styles.list}>
            {people.map(([id, quality]) => (
              <Line key={id} id={id} quality={quality} />
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}

function Line({ id, quality }: { id: string; quality: MediaQuality }): ReactElement {
  const { t, i18n } = useTranslation();
  const name = useName(id);
  const level = levelOf(quality);
  const Icon = icons[level];
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(i18n.language, options).format(value);
  const { stage } = useView('stage');
  const { roundTrip, loss, kbit, mode, layer } = quality;
  const isShown = stage.some((performer) => performer.camera && performer.id !== id);
  const without = withoutPicture(mode, isShown);
  const facts = [
    roundTrip === null
      ? t('quality.noAnswer')
      : t('quality.roundTrip', { ms: number(Math.round(roundTrip)) }),
    loss !== null &&
      t('quality.loss', { share: number(loss, { style: 'percent', maximumFractionDigits: 1 }) }),
    kbit !== null && t('quality.kbit', { kbit: number(kbit) }),
    layer === null
      ? without !== null && t(`quality.${without}`)
      : t(`quality.layer.${pictures[layer] ?? 'large'}`),
  ].filter((fact) => fact !== false);
  return (
    <li className={styles.line} data-quality={level}>
      <Icon className={styles.icon} aria-hidden="true" />
      <span className={styles.name}>
        {name}
        <small>{facts.join(' · ')}</small>
      </span>
      <span>{t(`connection.level.${level}`)}</span>
    </li>
  );
}

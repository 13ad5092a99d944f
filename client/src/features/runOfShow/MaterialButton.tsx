import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/contract.ts';
import type { Material } from '#shared/features/runOfShow.ts';
import { useCommand, useMe, useView } from '../../room/roomHooks.ts';
import { Button } from '../../ui/Button.tsx';
import { MaterialName, materialIcons, useMaterialName } from './MaterialName.tsx';
import { commandsToShow } from './showing.ts';

type MaterialButtonProps = {
  material: Material;
  renderMaterial: ((material: Material) => ReactNode) | undefined;
};

/** The current Segment's material: a tap puts slides and cases before the class, for whoever presents. */
export function MaterialButton({ material, renderMaterial }: MaterialButtonProps): ReactElement {
  const { t } = useTranslation();
  const what = useMaterialName()(material);
  const { presenter } = useView('session');
  const { id: me } = useMe();
  const { send, pending } = useCommand();
  const { decks, shown } = useView('slides');
  const commands = commandsToShow(material, shown, useView('cases').shown);
  if (!commands) return <>{renderMaterial?.(material) ?? <MaterialName material={material} />}</>;
  if (presenter !== null && presenter !== me) return <MaterialName material={material} />;

  // In the first minute a deck's pages are still being drawn.
  const isDrawn = material.kind !== 'slides' || decks?.some(({ id }) => id === material.deckId);
  const isShown = commands.length === 0;
  const show = async (all: readonly Command[]): Promise<void> => {
    for (const command of all) if (!(await send(command)).ok) return;
  };
  return (
    <Button
      icon={materialIcons[material.kind]}
      wide
      pending={pending}
      disabled={!isDrawn}
      aria-pressed={isShown}
      onClick={() => void show(commands)}
    >
      {t(isShown ? 'runOfShowStaff.isShown' : 'runOfShowStaff.show', { what })}
    </Button>
  );
}

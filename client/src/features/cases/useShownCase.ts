import type { CaseStudy } from '#shared/features/cases.ts';
import { useView } from '../../room/roomHooks.ts';
import { useMaterial } from '../../room/useMaterial.ts';

/** The case that is shown, as soon as this device has it. */
export function useShownCase(): CaseStudy | null {
  const { shown } = useView('cases');
  return useMaterial(shown && `/cases/${shown.caseId}?edition=${shown.edition}`);
}

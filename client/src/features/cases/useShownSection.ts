import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseStudy } from '#shared/features/cases.ts';
import { inLanguage } from '../../i18n/bilingual.ts';
import { announce } from '../../ui/announce.ts';

/** What stays in sight above the section, in pixels, so that it is seen to go on from something. */
const above = 12;

/** Brings the section that is talked about into sight, and says its heading to who doesn't see it. */
export function useShownSection(
  study: CaseStudy | null,
  section: number | undefined,
): { place: RefObject<HTMLElement | null>; current: RefObject<HTMLElement | null> } {
  const { t, i18n } = useTranslation();
  const caseId = study?.id;
  const place = useRef<HTMLElement>(null);
  const current = useRef<HTMLElement>(null);
  const drawn = useRef<string | undefined>(undefined);

  useLayoutEffect(() => {
    const [element, target] = [place.current, current.current];
    const isNew = drawn.current !== caseId;
    drawn.current = caseId;
    if (!element || !target) return;
    // A case that just came is seen from its title on; what is in sight needs no move.
    if (isNew) element.scrollTo({ top: 0 });
    const [outer, inner] = [element.getBoundingClientRect(), target.getBoundingClientRect()];
    // Where this is drawn smaller than it is, as on a thumbnail, it is scrolled by more than one sees.
    const scale = element.offsetHeight > 0 ? outer.height / element.offsetHeight : 1;
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
    const calm = isNew || matchMedia('(prefers-reduced-motion: reduce)').matches;
    // Not scrollIntoView: that would move the page around this place, too.
    element.scrollBy({ top: (inner.top - outer.top) / scale - above, behavior: calm ? 'auto' : 'smooth' });
  }, [caseId, section]);

  const heading = study?.sections[section ?? 0]?.heading;
  const said = heading && inLanguage(heading, i18n.language);
  const title = study ? inLanguage(study.title, i18n.language) : undefined;
  // Said when it is shown, not again when the language changes, and not by a thumbnail of it.
  useEffect(() => {
    if (place.current?.closest('[inert]')) return;
    if (title !== undefined && said !== undefined) announce(t('cases.shows', { title, heading: said }));
  }, [caseId, section]);
  return { place, current };
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '../../i18n/bilingual.ts';
import { useView } from '../../room/roomHooks.ts';
import { cx } from '../../ui/cx.ts';
import onStage from '../../ui/OnStage.module.css';
import { Waiting } from '../../ui/Spinner.tsx';
import styles from './CaseView.module.css';
import { FigureTable } from './FigureTable.tsx';
import { PhotoPair } from './PhotoPair.tsx';
import { useShownCase } from './useShownCase.ts';
import { useShownSection } from './useShownSection.ts';

/** The case that is shown, as everybody reads it. It fills its place and scrolls in it. */
export function CaseView(): ReactElement | null {
  const { t, i18n } = useTranslation();
  const { shown } = useView('cases');
  const study = useShownCase();
  const { place, current } = useShownSection(study, shown?.section);
  if (!shown) return null;
  if (!study) return <Waiting />;
  const { title, enterprise, sections, photoPairs, figures, questions, source, consent } = study;
  const say = (text: { zh: string; en: string }): string => inLanguage(text, i18n.language);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a mouse it is scrolled by keys.
    <article ref={place} className={onStage.place} aria-label={say(title)} tabIndex={0}>
      <div className={cx(onStage.sheet, styles.case)}>
        <header>
          <p className={onStage.whose}>{say(enterprise)}</p>
          <h2 className={onStage.title}>{say(title)}</h2>
        </header>
        <div className={styles.body}>
          <div className={styles.story}>
            {sections.map(({ heading, text }, index) => {
              const isCurrent = index === shown.section;
              return (
                <section
                  key={index}
                  ref={isCurrent ? current : undefined}
                  className={styles.section}
                  aria-current={isCurrent ? 'step' : undefined}
                >
                  <h3>{say(heading)}</h3>
                  <p className={styles.text}>{say(text)}</p>
                </section>
              );
            })}
          </div>
          <div className={styles.evidence}>
            {photoPairs.map((pair) => (
              <PhotoPair key={pair.before + pair.after} pair={pair} />
            ))}
            {figures.length > 0 && <FigureTable figures={figures} />}
          </div>
        </div>
        {questions.length > 0 && (
          <section className={styles.questions}>
            <h3>{t('cases.questions')}</h3>
            <ol>
              {questions.map((question) => (
                <li key={question.en + question.zh}>{say(question)}</li>
              ))}
            </ol>
          </section>
        )}
        <footer className={styles.source}>
          <p>{t('cases.source', { text: say(source) })}</p>
          <p>{t('cases.consent', { text: say(consent) })}</p>
        </footer>
      </div>
    </article>
  );
}

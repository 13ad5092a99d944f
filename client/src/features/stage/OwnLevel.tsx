import { Mic, Square } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Level, levelOfTrack, openMicrophone } from '../../media/microphoneLevel.ts';
import { useMedia } from '../../media/useMedia.ts';
import { useView } from '../../room/roomHooks.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Meter } from '../../ui/Meter.tsx';

/** The level of one's own microphone: of the one that is sent, or, while it is off, of one opened to be tried. */
export function OwnLevel(): ReactElement {
  const { local } = useMedia();
  const { me } = useView('stage');
  const sent = me.microphone ? local.microphone.track : null;
  return sent ? <SentLevel track={sent} /> : <TriedLevel />;
}

function SentLevel({ track }: { track: MediaStreamTrack }): ReactElement | null {
  const [level, setLevel] = useState<Level | null>(null);
  useEffect(() => {
    const measured = levelOfTrack(track);
    setLevel(measured);
    return () => measured.close();
  }, [track]);
  return level && <LevelMeter level={level} />;
}

/** Nobody else hears it. It is let go with the dialog, and when another microphone is chosen. */
function TriedLevel(): ReactElement {
  const { t } = useTranslation();
  const { chosen } = useMedia();
  const microphone = chosen.microphone?.id ?? null;
  const [level, setLevel] = useState<Level | null>(null);
  const [opening, setOpening] = useState(false);
  const [problem, setProblem] = useState('');
  const which = useRef<string | null | undefined>(microphone);
  useEffect(() => {
    which.current = microphone;
    return () => {
      which.current = undefined;
    };
  }, [microphone]);
  useEffect(() => () => level?.close(), [level]);
  // What is shown belongs to the microphone that was tried.
  const [tried, setTried] = useState(microphone);
  if (tried !== microphone) {
    setTried(microphone);
    setLevel(null);
    setProblem('');
  }

  const start = async (): Promise<void> => {
    setOpening(true);
    const opened = await openMicrophone(microphone);
    setOpening(false);
    setProblem('problem' in opened ? t(`stage.problem.microphone.${opened.problem}`) : '');
    if ('problem' in opened) return;
    // The browser's question was answered when the dialog was gone already.
    if (which.current === microphone) setLevel(opened);
    else opened.close();
  };
  return (
    <>
      {level && <LevelMeter level={level} />}
      <Button
        look="quiet"
        icon={level ? Square : Mic}
        pending={opening}
        onClick={() => (level ? setLevel(null) : void start())}
      >
        {t(level ? 'stage.level.stop' : 'stage.level.try')}
      </Button>
      {problem && <Banner tone="warn">{problem}</Banner>}
    </>
  );
}

function LevelMeter({ level }: { level: Level }): ReactElement {
  const { t } = useTranslation();
  return <Meter label={t('stage.level.speak')} watch={level.watch} />;
}

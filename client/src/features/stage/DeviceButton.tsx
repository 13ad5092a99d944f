import { Camera, CameraOff, Mic, MicOff, MonitorUp, MonitorX } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Source } from '#shared/media.ts';
import { BarButton } from '../../ui/Bar.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDeviceSwitch } from './useDeviceSwitch.ts';

const icons = {
  microphone: [Mic, MicOff],
  camera: [Camera, CameraOff],
  screen: [MonitorUp, MonitorX],
} as const;

type DeviceButtonProps = {
  source: Source;
  /** As a big button of the phone's bar. */
  bar?: boolean;
};

/** Switches one's own microphone, camera or screen; says in a sentence why it can't be had. */
export function DeviceButton({ source, bar = false }: DeviceButtonProps): ReactElement {
  const { t } = useTranslation();
  const { on, elsewhere, pending, toggle } = useDeviceSwitch(source);
  const [isOn, isOff] = icons[source];
  // A screen that is shared is stopped; a microphone that is off is crossed out.
  const icon = source === 'screen' ? (on ? isOff : isOn) : on ? isOn : isOff;
  const label = t(`stage.${source}.${elsewhere ? 'elsewhere' : on ? 'on' : 'off'}`);
  return bar ? (
    <BarButton icon={icon} label={label} aria-pressed={on} pending={pending} onClick={() => void toggle()} />
  ) : (
    <Button
      icon={icon}
      aria-pressed={on}
      pending={pending}
      look={on ? 'primary' : 'quiet'}
      onClick={() => void toggle()}
    >
      {label}
    </Button>
  );
}

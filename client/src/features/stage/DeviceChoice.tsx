import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeviceKind, devicesOf, findDevice } from '../../media/chosenDevices.ts';
import type { DeviceChoice as Device } from '../../media/devices.ts';
import { useMedia } from '../../media/useMedia.ts';
import { Select } from '../../ui/Select.tsx';
import styles from './DeviceChoice.module.css';

/** Which microphone, camera or speaker. Where there is nothing to choose it says which is used. */
export function DeviceChoice({ kind }: { kind: DeviceKind }): ReactElement {
  const { devices, chosen } = useMedia();
  const plugged = devicesOf(devices, kind);
  return plugged.length > 1 || (plugged.length > 0 && chosen[kind]) ? (
    <OneOf kind={kind} plugged={plugged} />
  ) : (
    <TheOnly kind={kind} device={plugged[0]} />
  );
}

function OneOf({ kind, plugged }: { kind: DeviceKind; plugged: readonly Device[] }): ReactElement {
  const { t } = useTranslation();
  const { chosen, choose, local } = useMedia();
  const device = chosen[kind];
  const found = device && findDevice(plugged, device);
  // Which one the system has chosen is known once it has been opened.
  const opened = kind === 'speaker' ? undefined : local[kind].label;
  return (
    <Select
      label={t(`stage.choose.${kind}`)}
      hint={!found && opened ? t('stage.choose.now', { device: opened }) : undefined}
      value={device ? (found?.id ?? device.id) : ''}
      options={[
        { value: '', label: t('stage.choose.system') },
        ...plugged.map(({ id, label }, i) => ({
          value: id,
          label: label || `${t(`stage.choose.${kind}`)} ${i + 1}`,
        })),
        // Used again as soon as it's plugged in.
        ...(device && !found
          ? [{ value: device.id, label: t('stage.choose.unplugged', { device: device.label }) }]
          : []),
      ]}
      onChange={(id) => id !== device?.id && void choose(kind, id || null)}
    />
  );
}

/** Browsers that keep the speakers to themselves leave them to the system. */
function TheOnly({ kind, device }: { kind: DeviceKind; device: Device | undefined }): ReactElement {
  const { t } = useTranslation();
  const { local } = useMedia();
  const opened = kind === 'speaker' ? undefined : local[kind].label;
  const none = t(kind === 'speaker' ? 'stage.choose.system' : 'stage.choose.unknown');
  return (
    <div className={styles.only}>
      <span className={styles.kind}>{t(`stage.choose.${kind}`)}</span>
      <span>{opened || device?.label || none}</span>
    </div>
  );
}

import {
  type ChosenDevices,
  type DeviceKind,
  deviceKinds,
  devicesOf,
  findDevice,
  rememberDevice,
  rememberedDevices,
} from './chosenDevices.ts';
import { type DeviceLists, listDevices, noDevices } from './devices.ts';

/** A chosen device in use was unplugged, or is plugged in again. */
export type DeviceNews = {
  readonly kind: DeviceKind;
  readonly happened: 'gone' | 'back';
  /** Its name. */
  readonly device: string;
  /** The name of what is used now; empty where the browser doesn't tell. */
  readonly used: string;
};

export type DeviceParts = {
  /** Uses this device from now on; null: the system's. @returns the name of what is in use, or null when nothing is. */
  use(kind: DeviceKind, id: string | null): Promise<string | null>;
  changed(): void;
  news(news: DeviceNews): void;
};

/** Which devices there are and which the person chose; what is unplugged gives way and comes back with its plug. */
export class DeviceKeeper {
  readonly #parts: DeviceParts;
  readonly #plugged = new Map<DeviceKind, boolean>();
  #lists: DeviceLists = noDevices;
  #chosen: ChosenDevices = rememberedDevices();
  #looks: Promise<void> = Promise.resolve();

  constructor(parts: DeviceParts) {
    this.#parts = parts;
  }

  get lists(): DeviceLists {
    return this.#lists;
  }

  get chosen(): ChosenDevices {
    return this.#chosen;
  }

  begin(): void {
    for (const kind of deviceKinds) void this.#parts.use(kind, this.#chosen[kind]?.id ?? null);
    navigator.mediaDevices?.addEventListener('devicechange', this.look);
    void this.look();
  }

  close(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.look);
  }

  /** @param id null: as the system chooses. */
  async choose(kind: DeviceKind, id: string | null): Promise<void> {
    const device = devicesOf(this.#lists, kind).find((each) => each.id === id) ?? null;
    this.#plugged.set(kind, device !== null);
    this.#become(kind, device);
    await this.#parts.use(kind, device?.id ?? null);
  }

  /** Looks which devices there are; names come with the first permission. One look at a time. */
  look = (): Promise<void> => {
    this.#looks = this.#looks.then(async () => {
      this.#lists = await listDevices();
      this.#parts.changed();
      await Promise.all(deviceKinds.map((kind) => this.#follow(kind)));
    });
    return this.#looks;
  };

  async #follow(kind: DeviceKind): Promise<void> {
    const chosen = this.#chosen[kind];
    const plugged = devicesOf(this.#lists, kind);
    // Without permission there are no names: nobody knows what is plugged in.
    if (!chosen || !plugged.some(({ label }) => label !== '')) return;
    const found = findDevice(plugged, chosen);
    const before = this.#plugged.get(kind);
    this.#plugged.set(kind, found !== null);
    if (found && found.id !== chosen.id) this.#become(kind, found);
    const used = await this.#parts.use(kind, found?.id ?? null);
    const isNews = before !== undefined && before !== (found !== null) && used !== null;
    if (!isNews) return;
    this.#parts.news({ kind, happened: found ? 'back' : 'gone', device: chosen.label, used });
  }

  #become(kind: DeviceKind, device: ChosenDevices[DeviceKind]): void {
    this.#chosen = { ...this.#chosen, [kind]: device };
    rememberDevice(kind, device);
    this.#parts.changed();
  }
}

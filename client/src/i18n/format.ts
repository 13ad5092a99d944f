import { useTranslation } from 'react-i18next';

/** What moments are given as: milliseconds since 1970, or a Date. */
type Moment = number | Date;

/** Dates, times and numbers as a language writes them. All of it is Intl's knowledge, none is ours. */
export type Format = {
  /** "18 March 2020" */
  date: (at: Moment, timeZone?: string) => string;
  /** "Wed, 18 Mar" */
  shortDate: (at: Moment, timeZone?: string) => string;
  /** "09:30", always with 24 hours, which every language of the programme reads. */
  time: (at: Moment, timeZone?: string) => string;
  /** "18 March 2020, 09:30 GMT+8": for invitations, which are read in other time zones. */
  dateTime: (at: Moment, timeZone?: string) => string;
  /** "in 5 minutes", "3 days ago"; the largest unit that fits. */
  relative: (at: Moment, now: Moment) => string;
  number: (value: number) => string;
  /** 0.42 → "42%" */
  percent: (share: number) => string;
  /** Seconds as a clock, for timers: "2:05", "1:02:05". Never negative. */
  clock: (seconds: number) => string;
  /** "14 min" */
  minutes: (minutes: number) => string;
  /** "12.5 MB", in thousands */
  bytes: (bytes: number) => string;
  /** "A, B and C" */
  list: (items: readonly string[]) => string;
};

/** A year on top, a second at the bottom; lengths in seconds. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** The formats of one language. Without a time zone, moments are written in the device's own. */
export function formatIn(language: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const inZone = once((timeZone?: string) => new Intl.DateTimeFormat(language, { ...options, timeZone }));
    return (at: Moment, timeZone?: string) => inZone(timeZone).format(at);
  };
  const numbers = (options: Intl.NumberFormatOptions) => {
    const format = once(() => new Intl.NumberFormat(language, options));
    return (value: number) => format().format(value);
  };
  const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return {
    date: dates({ dateStyle: 'long' }),
    shortDate: dates({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: dates(clockTime),
    dateTime: dates({ day: 'numeric', month: 'long', year: 'numeric', ...clockTime, timeZoneName: 'short' }),
    relative: (at, now) => {
      const seconds = Math.round((Number(at) - Number(now)) / 1000);
      const [unit, length] = units.find(([, each]) => Math.abs(seconds) >= each) ?? units[5];
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
        Math.trunc(seconds / length),
        unit,
      );
    },
    number: numbers({}),
    percent: numbers({ style: 'percent', maximumFractionDigits: 0 }),
    clock: (seconds) => formatClock(seconds, language),
    minutes: numbers({ style: 'unit', unit: 'minute', unitDisplay: 'short' }),
    bytes: (bytes) => {
      const power = Math.min(sizes.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      const unit = sizes[power]!;
      return numbers({ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 })(
        bytes / 1000 ** power,
      );
    },
    list: (items) => new Intl.ListFormat(language, { type: 'conjunction' }).format(items),
  };
}

function formatClock(seconds: number, language: string): string {
  const whole = Math.max(0, Math.floor(seconds));
  const parts = [Math.floor(whole / 60) % 60, whole % 60];
  const hours = Math.floor(whole / 3600);
  if (hours > 0) parts.unshift(hours);
  const digits = (least: number) =>
    new Intl.NumberFormat(language, { minimumIntegerDigits: least, useGrouping: false });
  return parts.map((part, index) => digits(index === 0 ? 1 : 2).format(part)).join(':');
}

/** Makes the thing for a key when it is first asked for. To make one of Intl's takes longer than a whole message. */
function once<K, V>(make: (key?: K) => V): (key?: K) => V {
  const made = new Map<K | undefined, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** The formats of a language, made once. */
export const formatOf = once((language: string = 'en') => formatIn(language));

/** The formats of the language that the page speaks. */
export function useFormat(): Format {
  return formatOf(useTranslation().i18n.language);
}

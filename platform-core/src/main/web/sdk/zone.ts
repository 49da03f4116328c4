const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

let chosen = here();
let clock: Intl.DateTimeFormat | undefined;

/** The time zone in which times are shown and entered. */
export const zone = (): string => chosen;

/** Shows and takes times in that zone; in the browser's where there is none, or none that the browser knows. */
export function useZone(name?: string | null): void {
  clock = undefined;
  try {
    chosen = new Intl.DateTimeFormat('en', { timeZone: name || here() }).resolvedOptions().timeZone;
  } catch {
    chosen = here();
  }
}

/**
 * What the clock on the wall shows at an instant: a date whose UTC fields are the fields of that clock. Days and hours are
 * counted in it without the time zone of the browser and its changes of the clock getting in.
 */
export function wallOf(instant: Date | string): Date {
  const date = new Date(instant);
  clock ??= new Intl.DateTimeFormat('en', { timeZone: chosen, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  const part = Object.fromEntries(clock.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return new Date(Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second));
}

/** What the clock on the wall shows now. */
export const wallNow = (): Date => wallOf(new Date());

const day = 86_400_000;

/** When the clock on the wall shows that: the first time where it does so twice, as much later as is left out where it never does. */
export function instantOf(wall: Date): Date {
  const shown = wall.getTime();
  const [before, after] = [shown - day, shown + day].map((time) => {
    const offset = wallOf(new Date(time)).getTime() - Math.floor(time / 1000) * 1000;
    return new Date(shown - offset);
  });
  const fits = (instant: Date): boolean => wallOf(instant).getTime() === Math.floor(shown / 1000) * 1000;
  return !fits(before!) && fits(after!) ? after! : before!;
}

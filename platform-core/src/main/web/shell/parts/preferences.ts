/** What a person chose for this browser. */
export const appearances = { system: 'light dark', light: 'light', dark: 'dark' } as const;
export type Appearance = keyof typeof appearances;

export function appearance(): Appearance {
  const kept = localStorage.getItem('pw.appearance');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function chooseAppearance(name: Appearance): void {
  localStorage.setItem('pw.appearance', appearances[name]);
  document.documentElement.style.colorScheme = appearances[name];
}

export const density = (): string => localStorage.getItem('pw.density') ?? 'comfortable';

export function chooseDensity(name: string): void {
  localStorage.setItem('pw.density', name);
  document.documentElement.dataset.density = name;
}

/** A value kept in this browser under the key. */
export function kept<T>(key: string, otherwise: T): T {
  try {
    return (JSON.parse(localStorage.getItem(`pw.${key}`) ?? 'null') as T | null) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keep(key: string, value: unknown): void {
  localStorage.setItem(`pw.${key}`, JSON.stringify(value));
}

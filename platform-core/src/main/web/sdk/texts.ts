import IntlMessageFormat from 'intl-messageformat';
import { api, speak } from './api.js';

type Arguments = Record<string, string | number | boolean | Date | null | undefined>;

let messages: Record<string, string> = {};
let own: Record<string, string> = {};
let chosen = 'en';
let formats: string | null | undefined;
const compiled = new Map<string, IntlMessageFormat>();

/** Languages there are texts in, as the server knows them. */
export const languages = (globalThis.document?.documentElement.dataset.languages ?? 'en de').split(' ');

/** The language to speak to somebody who wants that one. */
export const languageFor = (wanted?: string): string => languages.find((each) => each === wanted?.slice(0, 2)) ?? languages[0]!;

/** What a language calls itself. */
export function languageName(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name[0]!.toLocaleUpperCase(tag) + name.slice(1);
}

export const language = (): string => chosen;

/** In which country days, times and numbers are written as the person wants them (`CH`); none for as the language does. */
export function useFormats(country?: string | null): void {
  formats = country;
}

/** How days and times are written: in the words of the language, in the order of the country that the person chose. */
export function locale(): string {
  const there = `${chosen}-${formats}`;
  if (!formats) {
    return chosen;
  }
  return new Intl.DateTimeFormat(there).resolvedOptions().locale === there ? there : `${chosen}-001`;
}

/** How numbers are written: as people write them in the country that the person chose, in whichever language. */
export const numberLocale = (): string => (formats ? `${new Intl.Locale(`und-${formats}`).maximize().language}-${formats}-u-nu-latn` : chosen);

/** Reads the texts of core and modules in the language. */
export async function loadTexts(name: string): Promise<void> {
  useTexts(name, await api.get<Record<string, string>>(`/api/texts/${name}`, { anonymous: true }));
}

export function useTexts(name: string, texts: Record<string, string>): void {
  messages = texts;
  chosen = name;
  speak(name);
  compiled.clear();
}

/** What the tenant calls things, in place of the texts of that key. */
export function useOwnTexts(texts: Record<string, string>): void {
  own = texts;
  compiled.clear();
}

export const hasText = (key: string): boolean => key in messages;

/** Whether the text of the key says nothing without values. */
export const takesValues = (key: string): boolean => (own[key] ?? messages[key] ?? '').includes('{');

/** The text of the key in the person's language; the key itself where there is none. */
export function t(key: string, values?: Arguments): string {
  const message = own[key] ?? messages[key];
  if (message === undefined) {
    return key;
  }
  if (!message.includes('{') && !message.includes("'")) {
    return message;
  }
  let format = compiled.get(key);
  if (!format) {
    format = new IntlMessageFormat(message, chosen, undefined, { ignoreTag: true });
    compiled.set(key, format);
  }
  return String(format.format(values as Record<string, string>));
}

/** Singular name of a record type. */
export const one = (label: string): string => (hasText(`${label}.one`) ? t(`${label}.one`) : t(label));

/** Plural name of a record type. */
export const many = (label: string): string => (hasText(`${label}.many`) ? t(`${label}.many`) : t(label));

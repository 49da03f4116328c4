import { language } from '@pipewright/ui';

const units: [Intl.NumberFormatOptions['unit'], number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A length of time in its largest unit, such as 3 days. */
export function lengthInWords(seconds: number): string {
  const [unit, size] = units.find(([, each]) => seconds >= each) ?? units.at(-1)!;
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(seconds / size));
}

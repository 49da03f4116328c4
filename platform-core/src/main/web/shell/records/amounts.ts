import { language } from '@pipewright/ui';

/** The sign between thousands in the person's language. */
const groupSign = (): string | undefined => new Intl.NumberFormat(language()).formatToParts(12345).find(({ type }) => type === 'group')?.value;

/** An amount as people type it (`1.234,50`, `1,234.5`) as the server takes it. */
export function plainAmount(text: string): string {
  const compact = text.replace(/[\s'’]/g, '');
  const last = Math.max(compact.lastIndexOf(','), compact.lastIndexOf('.'));
  if (last < 0) {
    return compact;
  }
  const decimals = compact.length - last - 1;
  const sign = compact[last]!;
  const single = compact.indexOf(sign) === last;
  const thousands = !single || (decimals === 3 && compact.length > 4 && sign === groupSign());
  const whole = (part: string): string => part.replace(/[.,]/g, '');
  return thousands ? whole(compact) : `${whole(compact.slice(0, last))}.${compact.slice(last + 1)}`;
}

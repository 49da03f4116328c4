import { language } from '@pipewright/ui';

/** The sign between thousands in the person's language. */
const groupSign = (): string | undefined => new Intl.NumberFormat(language()).formatToParts(12345).find(({ type }) => type === 'group')?.value;

/** Digits after the point that an amount is written with. */
const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** What amounts of one currency add up to, exactly. */
export function exactSum(amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  const units = amounts.reduce((sum, amount) => sum + BigInt(amount.replace('.', '') + '0'.repeat(decimals - decimalsOf(amount))), 0n);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${units < 0n ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`;
}

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

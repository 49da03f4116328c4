import { numberLocale } from '@pipewright/ui';

/** The sign between thousands in the person's formats. */
const groupSign = (): string | undefined => new Intl.NumberFormat(numberLocale()).formatToParts(12345).find(({ type }) => type === 'group')?.value;

/** Digits after the point that an amount is written with. */
const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/** The amount in units of its last decimal. */
const unitsOf = (amount: string, decimals: number): bigint => BigInt(amount.replace('.', '') + '0'.repeat(decimals - decimalsOf(amount)));

/** So many units of the last decimal as an amount. */
function written(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${units < 0n ? '-' : ''}${whole}${decimals ? `.${digits.slice(-decimals)}` : ''}`;
}

/** What amounts of one currency add up to, exactly. */
export function exactSum(amounts: string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  return written(amounts.reduce((sum, amount) => sum + unitsOf(amount, decimals), 0n), decimals);
}

/** Whether two amounts are the same number, however many zeros they end with. */
export function isSameAmount(one: string, other: string): boolean {
  const decimals = Math.max(decimalsOf(one), decimalsOf(other));
  return unitsOf(one, decimals) === unitsOf(other, decimals);
}

/** Decimals of exchange rates. */
const rateDecimals = 9;

/** An amount in another currency with that many decimals, by what one unit of either is worth; half a unit is rounded up. */
export function exchangedAmount(amount: string, from: number, to: number, decimals: number): string {
  const rate = (value: number): bigint => BigInt(value.toFixed(rateDecimals).replace('.', ''));
  const units = unitsOf(amount, decimalsOf(amount));
  const sign = units < 0n ? -1n : 1n;
  const dividend = sign * units * rate(from) * 10n ** BigInt(decimals);
  const divisor = rate(to) * 10n ** BigInt(decimalsOf(amount));
  return written((sign * (2n * dividend + divisor)) / (2n * divisor), decimals);
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

import { workspace } from '@pipewright/ui';

interface Option {
  value: string;
  label: string;
}

const codes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

const made = new Map<string, Option[]>();

function once(name: string, make: () => Option[]): Option[] {
  if (!made.has(name)) {
    made.set(name, make());
  }
  return made.get(name)!;
}

/** Countries by name in the language. */
export const countries = (language: string): Option[] =>
  once(`countries ${language}`, () => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    const order = new Intl.Collator(language);
    return codes
      .split(' ')
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .sort((a, b) => order.compare(a.label, b.label));
  });

const common = ['EUR', 'USD', 'GBP', 'CHF'];

/** Currencies, the common ones first. */
export const currencies = (language: string): Option[] =>
  once(`currencies ${language}`, () => {
    const names = new Intl.DisplayNames(language, { type: 'currency' });
    const others = Intl.supportedValuesOf('currency').filter((code) => !common.includes(code));
    return [...common, ...others].map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }));
  });

export const timeZones = (): Option[] =>
  once('zones', () => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({ value, label: value.replaceAll('_', ' ') })));

/** Codes of the currencies the organisation works in, and of the one that is there already. */
export function offeredCurrencies(present?: string | null): string[] {
  const codes = workspace.manifest?.tenant.currencies.map(({ code }) => code) ?? [];
  return !present || codes.includes(present) ? codes : [...codes, present];
}

/** The currency new amounts start with. */
export const preferredCurrency = (): string => workspace.manifest?.tenant.currencies.find(({ preferred }) => preferred)?.code ?? workspace.manifest?.tenant.currency ?? 'EUR';

/** Filters as people build them, and the RSQL the server takes. People never see the latter. */

export type Operator =
  | 'is'
  | 'not'
  | 'contains'
  | 'starts'
  | 'more'
  | 'less'
  | 'from'
  | 'to'
  | 'any'
  | 'none'
  | 'under'
  | 'segment'
  | 'nosegment'
  | 'empty'
  | 'filled'
  | 'within'
  | 'past'
  | 'future';

export interface Condition {
  field: string;
  operator: Operator;
  /** For `any`, `none`, `under` and segments several values; for `within` the name of a period. */
  values: string[];
}

export interface Criteria {
  /** Whether all conditions must hold, or one. */
  match: 'all' | 'one';
  conditions: Condition[];
}

/** Days a period reaches from (included) and to (not included), relative to today in the tenant's time zone. */
const reach = {
  today: ['today', 'today+1d'],
  yesterday: ['today-1d', 'today'],
  tomorrow: ['today+1d', 'today+2d'],
  'last-7-days': ['today-7d', 'today+1d'],
  'last-30-days': ['today-30d', 'today+1d'],
  'last-90-days': ['today-90d', 'today+1d'],
  'last-12-months': ['today-12m', 'today+1d'],
  'next-7-days': ['today', 'today+8d'],
  'next-30-days': ['today', 'today+31d'],
  'next-90-days': ['today', 'today+91d'],
} as const;

export type Period = keyof typeof reach;

export const periods = Object.keys(reach) as Period[];

/** Value as RSQL takes it: quoted where it holds more than plain characters. */
export function quote(value: string): string {
  return /^[\p{L}\p{N}_:.*+-]+$/u.test(value) ? value : `"${value.replace(/(["\\])/g, '\\$1')}"`;
}

/** Joins RSQL parts that all must hold. */
export const allOf = (...parts: (string | undefined)[]): string => parts.filter(Boolean).map(enclosed).join(';');

function enclosed(part: string | undefined, _index: number, parts: unknown[]): string {
  return parts.length > 1 && hasTopLevelOr(part!) ? `(${part})` : part!;
}

function hasTopLevelOr(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index];
    if (quoted && sign === '\\') {
      index++;
    } else if (sign === '"') {
      quoted = !quoted;
    } else if (!quoted) {
      depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
      if (sign === ',' && depth === 0) {
        return true;
      }
    }
  }
  return false;
}

const comparisons: Partial<Record<Operator, string>> = {
  is: '==',
  not: '!=',
  more: '=gt=',
  less: '=lt=',
  from: '=ge=',
  to: '=le=',
};

/** One condition in RSQL. */
export function toRsql({ field, operator, values }: Condition): string {
  const first = values[0] ?? '';
  switch (operator) {
    case 'contains':
      return `${field}=like=${quote(first)}`;
    case 'starts':
      return `${field}=starts=${quote(first)}`;
    case 'any':
      return `${field}=in=(${values.map(quote).join(',')})`;
    case 'none':
      return `${field}=out=(${values.map(quote).join(',')})`;
    case 'under':
      return `${field}=under=(${values.map(quote).join(',')})`;
    case 'segment':
    case 'nosegment':
      return `${field}=${operator}=(${values.map(quote).join(',')})`;
    case 'empty':
      return `${field}=isnull=true`;
    case 'filled':
      return `${field}=isnull=false`;
    case 'within':
      return `(${field}=ge=${reach[first as Period][0]};${field}=lt=${reach[first as Period][1]})`;
    case 'past':
      return `${field}=lt=today`;
    case 'future':
      return `${field}=ge=today`;
    default:
      return `${field}${comparisons[operator]}${quote(first)}`;
  }
}

/** The whole filter in RSQL; empty text for no conditions. */
export function criteriaToRsql({ match, conditions }: Criteria): string {
  return conditions.map(toRsql).join(match === 'all' ? ';' : ',');
}

const meanings: Record<string, Operator> = {
  '==': 'is',
  '!=': 'not',
  '=gt=': 'more',
  '>': 'more',
  '=lt=': 'less',
  '<': 'less',
  '=ge=': 'from',
  '>=': 'from',
  '=le=': 'to',
  '<=': 'to',
  '=in=': 'any',
  '=out=': 'none',
  '=under=': 'under',
  '=segment=': 'segment',
  '=nosegment=': 'nosegment',
  '=isnull=': 'empty',
  '=like=': 'contains',
  '=starts=': 'starts',
};

const conditionPattern =
  /^([A-Za-z][\w.]*)(==|!=|=[a-z]+=|>=|<=|>|<)(\((?:"(?:[^"\\]|\\.)*"|[^()"])*\)|"(?:[^"\\]|\\.)*"|[^;,()"]+)/;
const valuePattern = /"((?:[^"\\]|\\.)*)"|([^,()"]+)/g;

function valuesOf(text: string): string[] {
  return [...text.matchAll(valuePattern)].map(([, quoted, plain]) => (quoted === undefined ? plain! : quoted.replace(/\\(.)/g, '$1')));
}

function toCondition([, field, sign, argument]: RegExpMatchArray): Condition | undefined {
  const operator = meanings[sign!];
  const values = valuesOf(argument!);
  const first = values[0] ?? '';
  if (!operator) {
    return undefined;
  }
  if (operator === 'empty') {
    return { field: field!, operator: first === 'true' ? 'empty' : 'filled', values: [] };
  }
  if (first === 'today' && (operator === 'less' || operator === 'from')) {
    return { field: field!, operator: operator === 'less' ? 'past' : 'future', values: [] };
  }
  return { field: field!, operator, values };
}

const periodPattern = /^\(([A-Za-z][\w.]*)=ge=(today[^;)]*);\1=lt=(today[^;)]*)\)/;

function toPeriod([, field, from, to]: RegExpMatchArray): Condition | undefined {
  const name = periods.find((period) => reach[period][0] === from && reach[period][1] === to);
  return name && { field: field!, operator: 'within', values: [name] };
}

/** The filter a text of RSQL stands for, or undefined where the builder cannot show it. */
export function rsqlToCriteria(text: string): Criteria | undefined {
  const conditions: Condition[] = [];
  let rest = text;
  let joint = '';
  while (rest) {
    const period = periodPattern.exec(rest);
    const found = period ?? conditionPattern.exec(rest);
    const condition = found && (period ? toPeriod(found) : toCondition(found));
    if (!found || !condition) {
      return undefined;
    }
    conditions.push(condition);
    const next = rest[found[0].length] ?? '';
    if (next && ((joint && next !== joint) || !';,'.includes(next))) {
      return undefined;
    }
    joint = next || joint;
    rest = rest.slice(found[0].length + 1);
  }
  return { match: joint === ',' ? 'one' : 'all', conditions };
}

import { api, formatDate, query, t, tenantApi, workspace, type Page, type Reference } from '@pipewright/ui';

/** Until when somebody is away, and who stands in. */
export interface Away {
  until: string;
  deputy?: string;
}

const most = 200;
const keptFor = 60_000;

let known: { slug: string; at: number; away: Promise<Map<string, Away>> } | undefined;

async function read(): Promise<Map<string, Away>> {
  const filter = 'fromDay=le=today;untilDay=ge=today';
  const { items } = await api.get<Page>(tenantApi('absences') + query({ filter, fields: 'member,untilDay,deputy', sort: 'untilDay', limit: most }));
  return new Map(
    items.map(({ member, untilDay, deputy }) => [(member as Reference).id, { until: String(untilDay), deputy: (deputy as Reference | null)?.title }]),
  );
}

/** Who is away today, by the id of the person; asked again after a minute. */
export function awayToday(): Promise<Map<string, Away>> {
  if (!workspace.recordType('core.absence')) {
    return Promise.resolve(new Map());
  }
  if (!known || known.slug !== workspace.slug || Date.now() - known.at > keptFor) {
    known = { slug: workspace.slug, at: Date.now(), away: read().catch(() => new Map()) };
  }
  return known.away;
}

/** After an absence was entered or taken back. */
export function forgetAway(): void {
  known = undefined;
}

/** What a person is called where one is chosen: with a word on the absence, if there is one. */
export function inWords(name: string, away?: Away): string {
  if (!away) {
    return name;
  }
  const until = formatDate(away.until);
  return away.deputy ? t('core.absence.away.deputy', { name, until, deputy: away.deputy }) : t('core.absence.away', { name, until });
}

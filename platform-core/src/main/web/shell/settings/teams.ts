import { api, query, tenantApi, type Page, type RecordData } from '@pipewright/ui';

const most = 2000;

/** All teams of the organisation by name. */
export async function readTeams(): Promise<RecordData[]> {
  const teams: RecordData[] = [];
  let after: string | undefined;
  do {
    const page = await api.get<Page>(tenantApi('teams') + query({ limit: 200, sort: 'name', after }));
    teams.push(...page.items);
    after = page.next ?? undefined;
  } while (after && teams.length < most);
  return teams;
}

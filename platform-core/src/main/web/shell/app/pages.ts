import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { many, matchPath, one, Problem, t, workspace, type Contribution } from '@pipewright/ui';

export interface PageTemplate {
  title: string;
  template: TemplateResult;
  /** Drawn without menu and bar. */
  front?: boolean;
}

/** Pages of two organisations are two pages, even at the same path. */
const key = (path: string): string => `${workspace.slug} ${path}`;

/** The page of the tenant at the rest of the address. */
export async function pageOf(rest: string): Promise<PageTemplate> {
  const path = `/${rest}`;
  if (path === '/') {
    await import('../start/start-page.js');
    return { title: t('core.home'), template: html`<pw-start-page></pw-start-page>` };
  }
  if (matchPath('/settings/*', path)) {
    await import('../settings/settings-page.js');
    const section = path.split('/')[2] ?? '';
    return { title: t('core.settings'), template: html`<pw-settings-page .section=${section} .rest=${path.split('/')[3] ?? ''}></pw-settings-page>` };
  }
  const reported = matchPath('/reports/:type/:report', path);
  if (reported || path === '/reports') {
    await import('../reports/report-page.js');
    const { type = '', report = '' } = reported ?? {};
    return { title: t('core.reports'), template: html`${keyed(key(path), html`<pw-report-page .typePath=${type} .report=${report}></pw-report-page>`)}` };
  }
  if (path === '/calendar' && workspace.recordType('core.activity')) {
    await import('../activities/calendar-page.js');
    return { title: t('core.calendar'), template: html`${keyed(key(path), html`<pw-calendar-page></pw-calendar-page>`)}` };
  }
  const imported = matchPath('/imports/:id', path) ?? matchPath('/:type/import', path);
  if (imported) {
    await import('../imports/import-wizard.js');
    const { id = '', type = '' } = imported;
    return { title: t('core.import'), template: html`${keyed(key(rest), html`<pw-import-wizard .importId=${id} .typePath=${type}></pw-import-wizard>`)}` };
  }
  return (await modulePage(path)) ?? recordPage(path);
}

async function modulePage(path: string): Promise<PageTemplate | undefined> {
  const pages = workspace.manifest!.pages;
  const page = pages.find((each) => path === `/${each.target}` || path.startsWith(`/${each.target}/`));
  if (!page) {
    return undefined;
  }
  await import('../parts/contribution.js');
  const rest = path.slice(page.target.length + 2);
  return { title: t(page.label), template: contributed(page, rest) };
}

const contributed = (page: Contribution, rest: string): TemplateResult =>
  html`<pw-contribution .contribution=${page} .properties=${{ rest }}></pw-contribution>`;

async function recordPage(path: string): Promise<PageTemplate> {
  const [, typePath, id] = path.split('/');
  const type = workspace.recordTypeAt(typePath!);
  if (!type || path.split('/').length > 3) {
    throw new Problem(404, 'not-found', '', t('core.error.not-found'), []);
  }
  if (id === 'bin' && type.actions.delete) {
    await import('../records/record-bin.js');
    return { title: t('core.bin-of', { type: many(type.label) }), template: html`${keyed(key(path), html`<pw-record-bin .type=${type}></pw-record-bin>`)}` };
  }
  if (id === 'duplicates' && type.matches?.length) {
    await import('../records/duplicates-page.js');
    return { title: t('core.duplicates.of', { type: many(type.label) }), template: html`${keyed(key(path), html`<pw-duplicates-page .type=${type}></pw-duplicates-page>`)}` };
  }
  if (id === 'board' && type.boards?.length) {
    await import('../records/board.js');
    return { title: t('core.board'), template: html`${keyed(key(path), html`<pw-record-board .type=${type}></pw-record-board>`)}` };
  }
  if (id) {
    await import('../records/record-page.js');
    return { title: one(type.label), template: html`${keyed(key(path), html`<pw-record-page .type=${type} .recordId=${id}></pw-record-page>`)}` };
  }
  await import('../records/record-list.js');
  return { title: many(type.label), template: html`${keyed(key(typePath!), html`<pw-record-list .type=${type}></pw-record-list>`)}` };
}

import { workspace } from '@pipewright/ui';

export interface Section {
  path: string;
  label: string;
  icon: string;
  /** Capability or record type the person needs one of. */
  needs: string[];
  /** Only for administrators. */
  admin?: boolean;
  /** Feature that must be on. */
  feature?: string;
}

const sections: Section[] = [
  { path: 'organisation', label: 'core.organisation', icon: 'building-2', needs: ['core.settings'] },
  { path: 'currencies', label: 'core.currencies', icon: 'coins', needs: ['core.settings'], feature: 'core.multi-currency' },
  { path: 'numbers', label: 'core.numbers', icon: 'list-ordered', needs: ['core.settings'] },
  { path: 'papers', label: 'core.papers', icon: 'file-text', needs: ['core.settings'] },
  { path: 'features', label: 'core.features', icon: 'toggle-right', needs: ['core.settings'] },
  { path: 'roles', label: 'core.roles', icon: 'shield-check', needs: ['core.roles'] },
  { path: 'people', label: 'core.people', icon: 'users', needs: ['core.people'] },
  { path: 'teams', label: 'core.teams', icon: 'network', needs: ['core.people'] },
  { path: 'fields', label: 'core.fields', icon: 'list-plus', needs: ['core.settings'], feature: 'core.own-fields' },
  { path: 'layouts', label: 'core.layouts', icon: 'layout-list', needs: ['core.settings'], feature: 'core.layouts' },
  { path: 'workflows', label: 'core.workflows', icon: 'network', needs: ['core.settings'], feature: 'core.workflows' },
  { path: 'translations', label: 'core.translations', icon: 'languages', needs: ['core.settings'] },
  { path: 'modules', label: 'core.modules', icon: 'puzzle', needs: ['core.settings'] },
  { path: 'imports', label: 'core.imports', icon: 'upload', needs: ['core.import'] },
  { path: 'parked', label: 'core.parked', icon: 'inbox', needs: ['core.settings'] },
  { path: 'jobs', label: 'core.jobs', icon: 'list-checks', needs: ['core.jobs'] },
  { path: 'usage', label: 'core.usage', icon: 'gauge', needs: ['core.settings'] },
  { path: 'audit', label: 'core.audit', icon: 'history', needs: ['core.audit'] },
  { path: 'retention', label: 'core.retention', icon: 'clock', needs: ['core.settings'] },
  { path: 'deletion', label: 'core.leaving', icon: 'archive', needs: ['core.settings'], admin: true },
];

/** Tags and what is the person's own are for everybody. */
const own: Section[] = [
  { path: 'tags', label: 'core.tags', icon: 'tags', needs: [] },
  { path: 'profile', label: 'core.own-profile', icon: 'user', needs: [] },
  { path: 'mails', label: 'core.own-mails', icon: 'mail', needs: ['core.mail'], feature: 'core.mailboxes' },
  { path: 'sessions', label: 'core.sessions', icon: 'key-round', needs: [] },
];

const isAdmin = (): boolean => workspace.manifest?.me.roles.some(({ key }) => key === 'tenant-admin') ?? false;

export const openSections = (): Section[] =>
  [...sections, ...own].filter(
    ({ needs, admin, feature }) => (!feature || workspace.feature(feature)) && (!needs.length || needs.some((need) => workspace.can(need))) && (!admin || isAdmin()),
  );

export const mayOpenSettings = (): boolean => true;

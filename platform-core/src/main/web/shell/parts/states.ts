import { html, nothing, type TemplateResult } from 'lit';
import { notify, Problem, t } from '@pipewright/ui';

/** What a page or a part of it (`part`) shows while there is nothing: a picture, a sentence, ways on. */
export function emptyState(options: { icon: string; title: string; text?: unknown; actions?: unknown; part?: boolean }): TemplateResult {
  return html`<div class="empty">
    <div class="picture"><pw-icon name=${options.icon}></pw-icon></div>
    ${options.part ? html`<h2>${options.title}</h2>` : html`<h1 class="like-h2">${options.title}</h1>`}
    ${options.text ? html`<p class="muted">${options.text}</p>` : nothing}
    ${options.actions ? html`<div class="buttons">${options.actions}</div>` : nothing}
  </div>`;
}

const known = ['feature-disabled', 'forbidden', 'tenant-suspended', 'offline', 'not-found'];

/** A problem in words a person can act on. */
export function problemText(problem: unknown): string {
  if (!(problem instanceof Problem)) {
    console.error(problem);
    return t('core.error.unexpected');
  }
  if (problem.detail || problem.title) {
    return problem.detail || problem.title;
  }
  return t(known.includes(problem.slug) ? `core.error.${problem.slug}` : 'core.error.unexpected');
}

export const reportProblem = (problem: unknown): void => {
  if (!(problem instanceof DOMException && problem.name === 'AbortError')) {
    notify(problemText(problem), { kind: 'error' });
  }
};

const pictures: Record<number, [string, string]> = {
  0: ['wifi-off', 'offline'],
  403: ['lock', 'forbidden'],
  404: ['compass', 'not-found'],
};

/** What a page or a part of it shows instead of itself when it could not be read. */
export function problemState(problem: unknown, again?: () => void, part = false): TemplateResult {
  const status = problem instanceof Problem ? problem.status : -1;
  const [icon, name] = pictures[status] ?? ['triangle-alert', 'unexpected'];
  const slug = problem instanceof Problem && known.includes(problem.slug) ? problem.slug : name;
  return emptyState({
    icon,
    part,
    title: t(`core.error.${slug}.title`),
    text: problemText(problem),
    actions: again
      ? html`<button type="button" class="button" @click=${again}><pw-icon name="refresh-cw"></pw-icon>${t('core.retry')}</button>`
      : undefined,
  });
}

export const loading = (lines = 6): TemplateResult =>
  html`<div class="loading" role="status" aria-label=${t('core.loading')}>${Array.from({ length: lines }, () => html`<i></i>`)}</div>`;

/** First letters of a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return ((words[0]?.[0] ?? '') + (words.length > 1 ? words.at(-1)![0] : '')).toUpperCase();
}

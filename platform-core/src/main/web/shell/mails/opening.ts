import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant, t } from '@pipewright/ui';

/** What is known of a mail's being read, of one whose recipients agreed to that. */
export interface Opening {
  times: number;
  first?: string | null;
  clicks: number;
  links: string[];
}

/** Told as text: the links of a mail are not for us to follow, that would count as theirs. */
export const openingOf = ({ times, first, clicks, links }: Opening): TemplateResult =>
  html`<div class="muted">
    ${first ? t('core.mail.opened', { times, when: formatInstant(first) }) : t('core.mail.not-opened')}
    ${clicks ? html`<br />${t('core.mail.followed', { times: clicks })} ${links.join(', ')}` : nothing}
  </div>`;

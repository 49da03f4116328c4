import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { choiceLabel, formatCountry, isPoints, language, PwElement, t, type ContactPoint, type FieldDescriptor } from '@pipewright/ui';
import '../parts/icon.js';
import { countries } from './catalogues.js';

const parts = ['street', 'postalCode', 'city', 'region', 'country'] as const;

const inputTypes: Partial<Record<FieldDescriptor['kind'], string>> = { emails: 'email', phones: 'tel', links: 'url' };

const whole = ({ kind }: FieldDescriptor): boolean => kind !== 'addresses';

/** Whether it says anything. */
const filled = (point: ContactPoint): boolean => !!point.value?.trim() || parts.some((part) => point[part]?.trim());

const webAddress = (text: string): string => (/^https?:\/\//i.test(text) ? text : `https://${text}`);

/** A contact point in one line. */
export function pointText(point: ContactPoint): string {
  const town = [point.postalCode, point.city].filter(Boolean).join(' ');
  return point.value ?? [point.street, town, point.region, point.country && formatCountry(point.country)].filter(Boolean).join(', ');
}

function linked(field: FieldDescriptor, point: ContactPoint): TemplateResult | string {
  const text = pointText(point);
  switch (field.kind) {
    case 'emails':
      return html`<a href="mailto:${text}">${text}</a>`;
    case 'phones':
      return html`<a href="tel:${point.e164 ?? text.replace(/[^+\d]/g, '')}">${text}</a>`;
    case 'links':
      return html`<a href=${webAddress(text)} target="_blank" rel="noopener noreferrer">${text.replace(/^https?:\/\//, '')}</a>`;
    default:
      return text;
  }
}

/** The primary one and how many others there are, for a list. */
export function pointsCell(points: ContactPoint[]): TemplateResult | typeof nothing {
  const [first, ...others] = points;
  return first
    ? html`<span title=${points.map(pointText).join('\n')}>${pointText(first)}${others.length ? html` <small class="muted">${t('core.point.more', { count: others.length })}</small>` : nothing}</span>`
    : nothing;
}

/** All of them, for a page. */
export const pointsOf = (field: FieldDescriptor, points: ContactPoint[]): TemplateResult =>
  html`<ul class="points">
    ${points.map(
      (point) => html`<li>
        <span>${linked(field, point)}</span>
        <small class="muted">${choiceLabel(field, point.kind)}${point.primary && points.length > 1 ? html` · ${t('core.point.primary')}` : nothing}</small>
      </li>`,
    )}
  </ul>`;

/** Places in the lists of a type that one column of a file can fill. */
export const pointPlaces = (field: FieldDescriptor): FieldDescriptor[] =>
  isPoints(field)
    ? (field.choices ?? []).flatMap(({ value }) => {
        const label = `${t(field.label)}: ${choiceLabel(field, value)}`;
        const place = (name: string, text: string): FieldDescriptor => ({ name, label: text, kind: 'text', choices: [] });
        return whole(field)
          ? [place(`${field.name}.${value}`, label)]
          : parts.map((part) => place(`${field.name}.${value}.${part}`, `${label}, ${t(`core.point.${part}`)}`));
      })
    : [];

/** What REST takes: without empty rows and without what the server derives. */
export const sentPoints = (points: ContactPoint[]): ContactPoint[] => points.filter(filled).map(({ e164: _, ...point }) => point);

type Typed = Event & { target: HTMLInputElement | HTMLSelectElement };

/** The input for several addresses, numbers or links, of which one is primary. Sends `pw-points`. */
@customElement('pw-contact-points')
export class PwContactPoints extends PwElement {
  @property({ attribute: false }) field!: FieldDescriptor;
  @property({ attribute: false }) points: ContactPoint[] = [];
  @property() error = '';
  @property({ type: Boolean }) bare = false;

  private get rows(): ContactPoint[] {
    return this.points.length ? this.points : [this.blank(true)];
  }

  private blank(primary: boolean): ContactPoint {
    const used = new Set(this.points.map(({ kind }) => kind));
    const kinds = (this.field.choices ?? []).map(({ value }) => value);
    return { kind: kinds.find((kind) => !used.has(kind)) ?? kinds[0] ?? '', primary };
  }

  private change(points: ContactPoint[]): void {
    this.points = points;
    this.dispatchEvent(new CustomEvent('pw-points', { detail: points, bubbles: true }));
  }

  private set(index: number, change: Partial<ContactPoint>): void {
    this.change(this.rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  }

  private async add(): Promise<void> {
    this.change([...this.rows, this.blank(false)]);
    await this.updateComplete;
    this.querySelector<HTMLElement>('.point:last-of-type input')?.focus();
  }

  private drop(index: number): void {
    const left = this.rows.filter((_, at) => at !== index);
    this.change(left.some(({ primary }) => primary) ? left : left.map((row, at) => ({ ...row, primary: at === 0 })));
  }

  protected override render(): TemplateResult {
    const label = t(this.field.label);
    return html`<div class="field points-editor" role="group" aria-label=${label}>
      ${this.bare ? nothing : html`<span class="label">${label}</span>`}
      ${this.rows.map((row, index) => this.renderRow(row, index))}
      ${this.error ? html`<div class="error" role="alert">${this.error}</div>` : nothing}
      <div>
        <button type="button" class="button quiet small" @click=${() => void this.add()}>
          <pw-icon name="plus"></pw-icon>${t('core.point.add')}<span class="unseen">: ${label}</span>
        </button>
      </div>
    </div>`;
  }

  private renderRow(row: ContactPoint, index: number): TemplateResult {
    const label = t('core.point.numbered', { name: t(this.field.label), number: index + 1 });
    return html`<div class="point" role="group" aria-label=${label}>
      <select class="input" aria-label="${label}: ${t('core.point.kind')}" @change=${(event: Typed) => this.set(index, { kind: event.target.value })}>
        ${this.field.choices?.map(({ value, label: text }) => html`<option value=${value} ?selected=${value === row.kind}>${t(text)}</option>`)}
      </select>
      ${whole(this.field) ? this.renderValue(row, index, label) : this.renderAddress(row, index, label)}
      <button
        type="button"
        class="button quiet icon ${row.primary ? 'chosen' : ''}"
        aria-pressed=${row.primary ? 'true' : 'false'}
        aria-label=${`${label}: ${t(row.primary ? 'core.point.primary' : 'core.point.make-primary')}`}
        title=${t(row.primary ? 'core.point.primary' : 'core.point.make-primary')}
        @click=${() => this.change(this.rows.map((each, at) => ({ ...each, primary: at === index })))}
      >
        <pw-icon name="star"></pw-icon>
      </button>
      <button type="button" class="button quiet icon" aria-label=${`${label}: ${t('core.point.remove')}`} title=${t('core.point.remove')} @click=${() => this.drop(index)}>
        <pw-icon name="x"></pw-icon>
      </button>
    </div>`;
  }

  private renderValue(row: ContactPoint, index: number, label: string): TemplateResult {
    return html`<input
      class="input"
      type=${inputTypes[this.field.kind] ?? 'text'}
      aria-label=${label}
      autocomplete="off"
      aria-invalid=${this.error ? 'true' : 'false'}
      .value=${row.value ?? ''}
      @input=${(event: Typed) => this.set(index, { value: event.target.value })}
    />`;
  }

  private renderAddress(row: ContactPoint, index: number, label: string): TemplateResult {
    return html`<div class="address">
      ${parts.map((part) =>
        part === 'country'
          ? html`<select class="input country" aria-label="${label}: ${t('core.point.country')}" @change=${(event: Typed) => this.set(index, { country: event.target.value })}>
              <option value="">${t('core.point.country')}</option>
              ${countries(language()).map(({ value, label: text }) => html`<option value=${value} ?selected=${value === row.country}>${text}</option>`)}
            </select>`
          : html`<input
              class="input ${part}"
              aria-label="${label}: ${t(`core.point.${part}`)}"
              placeholder=${t(`core.point.${part}`)}
              autocomplete="off"
              .value=${row[part] ?? ''}
              @input=${(event: Typed) => this.set(index, { [part]: event.target.value })}
            />`,
      )}
    </div>`;
  }
}

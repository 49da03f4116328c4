import { LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import * as drawings from './drawings.js';

type Drawing = [string, Record<string, string | number>][];

const known = new Map<string, Drawing>(
  Object.entries(drawings).map(([name, drawing]) => [
    name.replace(/([a-z0-9])([A-Z])|([a-z])(\d)/g, '$1$3-$2$4').toLowerCase(),
    drawing as unknown as Drawing,
  ]),
);

function shape(tag: string, a: Record<string, string | number>) {
  switch (tag) {
    case 'path':
      return svg`<path d=${a.d!} />`;
    case 'circle':
      return svg`<circle cx=${a.cx!} cy=${a.cy!} r=${a.r!} />`;
    case 'rect':
      return svg`<rect x=${a.x ?? 0} y=${a.y ?? 0} width=${a.width!} height=${a.height!} rx=${a.rx ?? 0} />`;
    case 'line':
      return svg`<line x1=${a.x1!} y1=${a.y1!} x2=${a.x2!} y2=${a.y2!} />`;
    case 'ellipse':
      return svg`<ellipse cx=${a.cx!} cy=${a.cy!} rx=${a.rx!} ry=${a.ry!} />`;
    case 'polyline':
      return svg`<polyline points=${a.points!} />`;
    case 'polygon':
      return svg`<polygon points=${a.points!} />`;
    default:
      return nothing;
  }
}

/** A drawing by name; names of drawings.ts in kebab-case, a plain sheet for unknown ones. Hidden from screen readers. */
@customElement('pw-icon')
export class PwIcon extends LitElement {
  @property() name = 'file';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render() {
    const drawing = known.get(this.name) ?? known.get('file')!;
    return svg`<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
      stroke-linecap="round" stroke-linejoin="round">${drawing.map(([tag, attributes]) => shape(tag, attributes))}</svg>`;
  }
}

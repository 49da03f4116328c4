import { html, type TemplateResult } from 'lit';
import type { TagOfRecord } from '@pipewright/ui';

const tones: Record<string, string> = { RED: 'bad', AMBER: 'warn', GREEN: 'good', BLUE: 'info', PURPLE: 'plum' };

export const colours = ['GREY', ...Object.keys(tones)];

/** A tag as it is shown everywhere. */
export const tagBadge = (colour: string, name: string): TemplateResult => html`<span class="badge ${tones[colour] ?? ''}" title=${name}>${name}</span>`;

export const tagBadges = (tags: TagOfRecord[]): TemplateResult => html`<span class="tags">${tags.map(({ colour, title }) => tagBadge(colour, title))}</span>`;

/** Escape closes an open list or calendar inside first, and only then what is around it. */
export const innermostFirst = {
  handleEvent(event: KeyboardEvent): void {
    const around = event.currentTarget as HTMLElement;
    if (event.key === 'Escape' && around.querySelector('[opened]')) {
      event.preventDefault();
    }
  },
};

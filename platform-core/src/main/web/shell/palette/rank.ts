const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** How well the words fit the text: 0 not at all, more is better. Letters must come in order; starts of words count. */
export function fit(text: string, words: string): number {
  const where = fold(text);
  const wanted = fold(words.trim());
  const at = where.indexOf(wanted);
  if (at >= 0) {
    return at === 0 ? 100 : /\W/.test(where[at - 1]!) ? 80 : 60;
  }
  let position = -1;
  let starts = 0;
  for (const sign of wanted.replace(/\s/g, '')) {
    const next = where.indexOf(sign, position + 1);
    if (next < 0) {
      return 0;
    }
    starts += next === 0 || /\W/.test(where[next - 1]!) ? 1 : 0;
    position = next;
  }
  return starts * 8;
}

/** The entries that fit the words, best first. */
export function rank<T>(entries: T[], words: string, textOf: (entry: T) => string): T[] {
  return entries
    .map((entry) => ({ entry, score: fit(textOf(entry), words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

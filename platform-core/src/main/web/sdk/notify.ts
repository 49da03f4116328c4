export interface Notice {
  text: string;
  kind: 'plain' | 'success' | 'error';
  /** Offers Undo for eight seconds. */
  undo?: () => void | Promise<void>;
}

const listeners = new Set<(notice: Notice) => void>();

/** Shows a short message that screen readers hear; errors stay until they are closed. */
export function notify(text: string, options: Partial<Omit<Notice, 'text'>> = {}): void {
  const notice: Notice = { text, kind: 'plain', ...options };
  listeners.forEach((listener) => listener(notice));
}

/** The shell shows what it hears here. */
export function onNotice(listener: (notice: Notice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls to the product's REST API: problems as exceptions, ETags, idempotent POSTs, renewed sessions. */

let answerLanguage = 'en';

/** Language of the problems' texts. */
export function speak(language: string): void {
  answerLanguage = language;
}

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

/** An answer of the server that is not a success; {@link title} and {@link detail} are texts for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: FieldProblem[],
    readonly body: Record<string, unknown> = {},
  ) {
    super(detail || title);
  }

  /** Message of a field, or of the first field below it. */
  of(field: string): string | undefined {
    return this.errors.find((error) => error.field === field || error.field.startsWith(`${field}.`))?.message;
  }

  static offline(): Problem {
    return new Problem(0, 'offline', '', '', []);
  }
}

export interface Reply<T> {
  data: T;
  etag: string | undefined;
  status: number;
  headers: Headers;
}

export interface CallOptions {
  /** Value of If-Match. */
  etag?: string;
  signal?: AbortSignal;
  /** Sent as it is instead of JSON. */
  raw?: Blob | string | FormData;
  contentType?: string;
  /** Asked by the page, not by the person: says nothing about anybody being there. */
  byItself?: boolean;
  /** Leaves a 401 to the caller instead of asking the person to log in again. */
  anonymous?: boolean;
  /** Media type of a file that is answered instead of JSON; the answer is a Blob. */
  file?: string;
}

/** `level` is what the organisation asks for beyond an ordinary log-in, if that is why the server refused. */
type Renewal = (level?: string) => Promise<boolean>;
let renewSession: Renewal = async () => false;
let renewal: Promise<boolean> | undefined;

/** The shell says here how an ended session is renewed; calls wait for it and are sent again. */
export function onSessionEnded(renew: Renewal): void {
  renewSession = renew;
}

function renewOnce(level?: string): Promise<boolean> {
  renewal ??= renewSession(level).finally(() => (renewal = undefined));
  return renewal;
}

function headersOf(method: string, body: unknown, options: CallOptions, key: string): Headers {
  const headers = new Headers({ Accept: `${options.file ?? 'application/json'}, application/problem+json`, 'Accept-Language': answerLanguage });
  if (method !== 'GET') {
    headers.set('X-Pipewright', 'web');
  }
  if (method === 'POST') {
    headers.set('Idempotency-Key', key);
  }
  if (options.contentType) {
    headers.set('Content-Type', options.contentType);
  } else if (body !== undefined) {
    headers.set('Content-Type', method === 'PATCH' ? 'application/merge-patch+json' : 'application/json');
  }
  if (options.byItself) {
    headers.set('X-Pipewright-By-Itself', 'true');
  }
  if (options.etag) {
    headers.set('If-Match', options.etag);
  }
  return headers;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  let body: Record<string, unknown> = {};
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    body = {};
  }
  const slug = String(body.type ?? '').split(/[:/]/).pop() ?? '';
  const errors = Array.isArray(body.errors) ? (body.errors as FieldProblem[]) : [];
  return new Problem(response.status, slug, String(body.title ?? ''), String(body.detail ?? ''), errors, body);
}

/** The level of log-in a refusal asks for. */
async function levelOf(response: Response): Promise<string | undefined> {
  const { slug, body } = await problemOf(response.clone());
  return slug === 'step-up-required' ? String(body.level ?? '') : undefined;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') {
      throw failure;
    }
    throw Problem.offline();
  }
}

const asksToStay = (event: Event): void => event.preventDefault();
let underWay = 0;

/** The browser asks before it closes or reloads the page while this is under way: what was entered would be lost. */
export async function beforeLeaving<T>(work: Promise<T>): Promise<T> {
  addEventListener('beforeunload', asksToStay);
  underWay++;
  try {
    return await work;
  } finally {
    underWay--;
    if (!underWay) {
      removeEventListener('beforeunload', asksToStay);
    }
  }
}

async function replyOf<T>(response: Response, file: boolean): Promise<Reply<T>> {
  const type = response.headers.get('Content-Type') ?? '';
  const data = response.status === 204 ? undefined : file ? await response.blob() : type.includes('json') ? await response.json() : await response.text();
  return { data: data as T, etag: response.headers.get('ETag') ?? undefined, status: response.status, headers: response.headers };
}

export async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Reply<T>> {
  const key = crypto.randomUUID();
  const payload = options.raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const init = (): RequestInit => ({
    method,
    headers: headersOf(method, body, options, key),
    body: payload,
    signal: options.signal,
    credentials: 'same-origin',
  });
  let response = await send(path, init());
  if (response.status === 401 && !options.anonymous && (await renewOnce(await levelOf(response)))) {
    response = await send(path, init());
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  return replyOf<T>(response, !!options.file);
}

async function data<T>(reply: Promise<Reply<T>>): Promise<T> {
  return (await reply).data;
}

/** The answers' bodies; use {@link call} where the ETag matters. */
export const api = {
  get: <T>(path: string, options?: CallOptions): Promise<T> => data(call<T>('GET', path, undefined, options)),
  post: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => data(call<T>('POST', path, body, options)),
  put: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => data(call<T>('PUT', path, body, options)),
  patch: <T>(path: string, body?: unknown, options?: CallOptions): Promise<T> => data(call<T>('PATCH', path, body, options)),
  delete: <T = void>(path: string, options?: CallOptions): Promise<T> => data(call<T>('DELETE', path, undefined, options)),
};

/** Query string with the given values; empty ones are left out. */
export function query(values: Record<string, string | number | boolean | undefined | null>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

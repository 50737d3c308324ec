import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** Sends a GraphQL document over HTTP and answers its data; throws what the hub says is wrong. */
export async function ask<T>(url: string, query: string, variables: object = {}, key?: string): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...bearer(key) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: T; errors?: { message: string }[] };
  if (errors || !data) throw new Error(`${response.status} ${JSON.stringify(errors)}`);
  return data;
}

/** What a file is sent in for. */
export interface SentFields {
  form: string;
  organisation: string;
  place: string;
  period: string;
  dryRun?: 'true';
}

/** The answer of `POST /intake`. */
export interface IntakeAnswer {
  status: number;
  outcome: string;
  upload: string | null;
  report: string | null;
  version: number | null;
  counts: Record<string, number>;
  issues: { code: string; severity: string; sheet: string | null; cell: string | null; message: { vi: string } }[];
  values: unknown[];
}

/** Sends one file as a form in a browser does. */
export async function send(
  url: string,
  file: { name: string; bytes: Uint8Array },
  fields: SentFields,
  key: string,
): Promise<IntakeAnswer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value as string);
  form.set('file', new Blob([Uint8Array.from(file.bytes)]), file.name);
  const response = await fetch(`${url}/intake`, { method: 'POST', headers: bearer(key), body: form });
  return { ...((await response.json()) as Omit<IntakeAnswer, 'status'>), status: response.status };
}

function bearer(key: string | undefined): Record<string, string> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** An event as subscribers of these tests ask for it. */
export interface HeardEvent {
  type: string;
  version: number;
  replacedVersion: number | null;
  province: { code: string };
  organisation: { code: string } | null;
  subject: { id: string } | null;
}

/** Somebody who listens to the feed. */
export interface Listener {
  /** The next batch that has events. Rejects with why there is none. */
  next(): Promise<HeardEvent[]>;
  /** Hangs up. */
  close(): void;
}

const EVENTS = `subscription ($after: EventCursor) {
  events(types: [REPORT_PUBLISHED], after: $after) {
    cursor events { type version replacedVersion province { code } organisation { code } subject { id } }
  }
}`;

interface Batch {
  cursor: string;
  events: HeardEvent[];
}
type Delivered = AsyncIterableIterator<{ data?: { events: Batch } | null; errors?: readonly object[] }>;

/** Subscribes over WebSocket and resolves once the hub has said where the feed stands. */
export async function listenOverSocket(url: string): Promise<Listener> {
  const client = createSocketClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  return listener(client.iterate({ query: EVENTS }) as Delivered, () => void client.dispose());
}

/** The same over SSE. */
export async function listenOverSse(url: string): Promise<Listener> {
  const client = createSseClient({ url: `${url}/graphql/stream`, retryAttempts: 0 });
  return listener(client.iterate({ query: EVENTS }) as Delivered, () => client.dispose());
}

async function listener(stream: Delivered, close: () => void): Promise<Listener> {
  const batch = async (): Promise<Batch> => {
    const { value, done } = await stream.next();
    if (done === true) throw new Error('The stream has ended.');
    if (!value.data) throw new Error(`The stream failed: ${JSON.stringify(value.errors)}`);
    return value.data.events;
  };
  await batch();
  const next = async (): Promise<HeardEvent[]> => {
    for (;;) {
      const { events } = await batch();
      if (events.length > 0) return events;
    }
  };
  return { next, close };
}

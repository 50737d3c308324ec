import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Knows which requests are in flight, and ends a server without resetting anybody who is being answered. */
export class Connections {
  readonly #server: Server;
  readonly #answering = new Set<ServerResponse>();
  readonly #streams = new Set<ServerResponse>();
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Set<() => void>();
  #draining = false;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Counts a response as in flight until it is sent or its caller is gone. */
  track(response: ServerResponse): void {
    this.#answering.add(response);
    if (this.#draining) farewell(response);
    response.once('close', () => this.#over(response));
  }

  /** Marks a tracked response as a stream: it is ended by `endStreams` and not waited for. */
  stream(response: ServerResponse): void {
    if (this.#answering.delete(response)) this.#streams.add(response);
    this.#wake();
  }

  /** From now on every answer carries `Connection: close`, also those in flight whose head is not sent. */
  startDraining(): void {
    this.#draining = true;
    for (const response of this.#answering) farewell(response);
  }

  /** Ends the streams without a farewell event, so that their clients come again. */
  endStreams(): void {
    for (const response of this.#streams) response.end();
  }

  /** Resolves when nothing is in flight, at the latest after `milliseconds`. */
  settled(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const check = (): void => void (this.#answering.size === 0 && over());
      const timer = setTimeout(over, milliseconds);
      this.#waiting.add(check);
      check();
    });
  }

  /** Stops listening, closes idle connections, and after `milliseconds` whatever is left. */
  closeListener(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.destroy(), milliseconds);
      this.#server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      this.#server.closeIdleConnections();
    });
  }

  /** Drops every connection at once, upgraded ones too. */
  destroy(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #over(response: ServerResponse): void {
    this.#answering.delete(response);
    this.#streams.delete(response);
    this.#wake();
  }

  #wake(): void {
    for (const check of this.#waiting) check();
  }
}

function farewell(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

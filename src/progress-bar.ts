import type { SingleBar } from 'cli-progress';
import type { Bar } from './command-socket.ts';

/** Columns that the bar and its percentage take before the label. */
const BAR_COLUMNS = 30;

/** Draws on a terminal how far a long piece of work has come: one line, which goes as soon as something else is to be told. */
export class ProgressBar {
  readonly #terminal: NodeJS.WriteStream;
  #bar: SingleBar | null = null;
  #wanted: Bar | null = null;
  #loading = false;

  /** `terminal` is a TTY. */
  constructor(terminal: NodeJS.WriteStream) {
    this.#terminal = terminal;
  }

  /** Draws it, or moves it on. */
  show(wanted: Bar): void {
    this.#wanted = wanted;
    if (this.#bar) {
      this.#bar.setTotal(wanted.total);
      this.#bar.update(wanted.done, { label: this.#clipped(wanted.label) });
    } else if (!this.#loading) {
      this.#loading = true;
      void this.#load();
    }
  }

  /** Takes it off the screen. */
  clear(): void {
    this.#wanted = null;
    this.#bar?.stop();
    this.#bar = null;
  }

  /** Few commands take long enough for a bar, so that what draws it is loaded when the first is wanted. */
  async #load(): Promise<void> {
    const { default: progress } = await import('cli-progress');
    this.#loading = false;
    // It may have been taken off meanwhile.
    const wanted = this.#wanted;
    if (wanted === null) return;
    this.#bar = new progress.SingleBar({
      stream: this.#terminal,
      format: '{bar} {percentage}% {label}',
      barsize: 20,
      barCompleteChar: '█',
      barIncompleteChar: '░',
      clearOnComplete: true,
      // Left as they are: a process that is killed could not set them right again.
      hideCursor: false,
      linewrap: true,
    });
    this.#bar.start(wanted.total, wanted.done, { label: this.#clipped(wanted.label) });
  }

  #clipped(label: string): string {
    return label.slice(0, Math.max(0, this.#terminal.columns - BAR_COLUMNS));
  }
}

/** A repeatable source of choices (Mulberry32). */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A source of its own for one purpose, so that a change of one choice leaves the others as they were. */
  static of(seed: number, purpose: string): Draw {
    let hash = 2166136261 ^ seed;
    for (let at = 0; at < purpose.length; at++) hash = Math.imul(hash ^ purpose.charCodeAt(at), 16777619);
    return new Draw(hash);
  }

  /** At least 0 and below 1. */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** A whole number up to `most` whose count of digits is as likely as any other. */
  magnitude(most: number): number {
    return Math.floor(Math.exp(this.fraction() * Math.log(most + 1)));
  }

  chance(percent: number): boolean {
    return this.fraction() * 100 < percent;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('Expected something to choose from.');
    return item;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: this.fraction() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}

/**
 * Reads the fields of one JSON object and collects what is wrong instead of stopping at the first fault. Each read
 * answers a stand-in of the right type where the field is wrong: use nothing of it before `faults` was found empty.
 */
export class FieldReader {
  private readonly fields: Readonly<Record<string, unknown>>;
  private readonly read = new Set<string>();

  constructor(
    value: unknown,
    readonly path: string,
    readonly faults: string[],
  ) {
    this.fields = isObject(value) ? value : {};
    if (!isObject(value)) this.fault('', 'an object', value);
  }

  has(key: string): boolean {
    return this.fields[key] !== undefined;
  }

  text(key: string): string {
    const value = this.take(key);
    if (typeof value === 'string' && value.trim() !== '' && value === value.normalize('NFC')) return value;
    this.fault(key, 'a text in NFC', value);
    return '';
  }

  textOrNull(key: string): string | null {
    return this.take(key) === null ? null : this.text(key);
  }

  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T {
    const value = this.take(key);
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.fault(key, allowed.join(', '), value);
    return found ?? allowed[0];
  }

  manyOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T[] {
    const values = this.texts(key);
    const found = allowed.filter((one) => values.includes(one));
    if (found.length === 0 || found.length !== values.length) {
      this.fault(key, `some of ${allowed.join(', ')}, each once`, values);
    }
    // In the order of the file: it is the order of the columns in print.
    return found.sort((a, b) => values.indexOf(a) - values.indexOf(b));
  }

  flag(key: string): boolean {
    const value = this.take(key);
    if (typeof value !== 'boolean') this.fault(key, 'true or false', value);
    return value === true;
  }

  count(key: string): number {
    const value = this.take(key);
    if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
    this.fault(key, 'a whole number from 1', value);
    return 1;
  }

  texts(key: string): string[] {
    return this.list(key).filter((value, at): value is string => {
      const good = typeof value === 'string' && value !== '' && value === value.normalize('NFC');
      if (!good) this.fault(`${key}[${at}]`, 'a text in NFC', value);
      return good;
    });
  }

  objects<T>(key: string, toItem: (item: FieldReader) => T): T[] {
    return this.list(key).map((value, at) =>
      complete(new FieldReader(value, this.pathOf(`${key}[${at}]`), this.faults), toItem),
    );
  }

  object<T>(key: string, toItem: (item: FieldReader) => T): T {
    return complete(new FieldReader(this.take(key), this.pathOf(key), this.faults), toItem);
  }

  keys(): string[] {
    return Object.keys(this.fields);
  }

  fault(key: string, expected: string, got: unknown): void {
    this.faults.push(`${this.pathOf(key)}: expected ${expected}, got ${JSON.stringify(got) ?? 'nothing'}`);
  }

  /** Reports the fields that nothing read: a misspelt optional field would otherwise be lost in silence. */
  refuseUnread(): void {
    for (const key of this.keys()) if (!this.read.has(key)) this.fault(key, 'no such field', this.fields[key]);
  }

  private list(key: string): readonly unknown[] {
    const value = this.take(key);
    if (Array.isArray(value)) return value;
    this.fault(key, 'a list', value);
    return [];
  }

  private take(key: string): unknown {
    this.read.add(key);
    return this.fields[key];
  }

  private pathOf(key: string): string {
    return key === '' ? this.path : `${this.path}.${key}`;
  }
}

function complete<T>(reader: FieldReader, toItem: (item: FieldReader) => T): T {
  const item = toItem(reader);
  reader.refuseUnread();
  return item;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

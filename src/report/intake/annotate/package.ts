import { zipSync } from 'fflate';
import type { ZipOptions } from 'fflate';
import { applyEdits, appendInto, besides, childrenOf, escapeXml, parseXml, UnfitPart } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const OPC_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** The earliest day that ZIP knows, and not today: the same input gives the same bytes. */
const FIXED_DAY = new Date(1980, 0, 1);

/** A large part is packed fast rather than small: a sheet of 40 MB takes one second instead of three. */
const LARGE = 1024 * 1024;

/** A relation of a part. */
export interface Relation {
  readonly id: string;
  /** A URI; its last segment says the kind. */
  readonly type: string;
  readonly kind: string;
  /** The part it leads to; null when that is outside the package or absent. */
  readonly part: string | null;
}

/** The parts of an Office package; a part that is not set again keeps its bytes. */
export class OfficePackage {
  readonly #parts: Map<string, Uint8Array>;
  /** Part names are the same in any case. */
  readonly #names: Map<string, string>;
  #changed = false;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.#parts = new Map(parts);
    this.#names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  }

  /** The stored spelling of a part's name; null when there is none. */
  find(name: string): string | null {
    return this.#names.get(name.toLowerCase()) ?? null;
  }

  /** The names of all parts. */
  names(): string[] {
    return [...this.#parts.keys()];
  }

  /** The bytes of a part that must be there. */
  bytes(name: string): Uint8Array {
    const found = this.find(name);
    const bytes = found === null ? undefined : this.#parts.get(found);
    if (bytes === undefined) throw new UnfitPart(`There is no part '${name}'.`);
    return bytes;
  }

  /** The text of a part that must be there; its byte order mark stays, so that it can be written back as it was. */
  text(name: string): string {
    return decodePart(this.bytes(name));
  }

  /** Whether any part was set or removed. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Sets a part, in its old place when it was there. */
  set(name: string, content: string | Uint8Array): void {
    const stored = this.find(name) ?? name;
    this.#changed = true;
    this.#names.set(stored.toLowerCase(), stored);
    this.#parts.set(stored, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  }

  /** Removes a part. */
  remove(name: string): void {
    const stored = this.find(name);
    if (stored === null) return;
    this.#changed = true;
    this.#names.delete(name.toLowerCase());
    this.#parts.delete(stored);
  }

  /** A name like `xl/comments1.xml` that no part has. */
  freeName(stem: string, ending: string): string {
    let number = 1;
    while (this.find(`${stem}${number}${ending}`) !== null) number += 1;
    return `${stem}${number}${ending}`;
  }

  /** The package as an archive. */
  pack(): Uint8Array {
    const packed = [...this.#parts].map(([name, bytes]): [string, [Uint8Array, ZipOptions]] => [
      name,
      [bytes, { level: bytes.length > LARGE ? 1 : 6, mtime: FIXED_DAY }],
    ]);
    return zipSync(Object.fromEntries(packed));
  }
}

/** UTF-8 text of a part; other encodings are unfit, as no spreadsheet program writes them. */
export function decodePart(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnfitPart('The part is not UTF-8.');
  }
}

/** The relations of a part, or of the package when the part is ''. */
export function relationsOf(pack: OfficePackage, part: string): Relation[] {
  const name = pack.find(relationsName(part));
  if (name === null) return [];
  return childrenOf(parseXml(pack.text(name)), 'Relationship').map(({ attributes }) => {
    const type = attributes.get('Type') ?? '';
    const outside = attributes.get('TargetMode') === 'External';
    return {
      id: attributes.get('Id') ?? '',
      type,
      kind: type.slice(type.lastIndexOf('/') + 1),
      part: outside ? null : pack.find(resolveTarget(part, attributes.get('Target') ?? '')),
    };
  });
}

/** Adds a relation and gives its id: the one wanted, or a new one. */
export function addRelation(
  pack: OfficePackage,
  part: string,
  { type, to, id }: { type: string; to: string; id?: string | undefined },
): string {
  const name = relationsName(part);
  const text = pack.find(name) === null ? `${XML_HEAD}<Relationships xmlns="${OPC_RELATION}"/>` : pack.text(name);
  const root = parseXml(text);
  const taken = new Set(childrenOf(root, 'Relationship').map(({ attributes }) => attributes.get('Id')));
  let number = 1;
  while (taken.has(`rId${number}`)) number += 1;
  const chosen = id ?? `rId${number}`;
  const target = escapeXml(relativeTarget(part, to));
  const markup = `<${besides(root, 'Relationship')} Id="${escapeXml(chosen)}" Type="${type}" Target="${target}"/>`;
  pack.set(name, applyEdits(text, [appendInto(root, markup)]));
  return chosen;
}

/** Says what kind of content a part is, unless its ending already does. */
export function declarePart(pack: OfficePackage, part: string, type: string): void {
  const { text, root } = contentTypes(pack);
  if (contentTypeIn(root, part) === type) return;
  const ending = part.slice(part.lastIndexOf('.') + 1);
  const known = childrenOf(root, 'Default').some(({ attributes }) => sameName(attributes.get('Extension'), ending));
  const markup =
    ending === 'xml' || known
      ? `<${besides(root, 'Override')} PartName="/${escapeXml(part)}" ContentType="${type}"/>`
      : `<${besides(root, 'Default')} Extension="${ending}" ContentType="${type}"/>`;
  pack.set(CONTENT_TYPES, applyEdits(text, [appendInto(root, markup)]));
}

/** The declared content type of a part; null when there is none. */
export function contentTypeOf(pack: OfficePackage, part: string): string | null {
  return contentTypeIn(contentTypes(pack).root, part);
}

/** Declares a part anew with another content type; with null, as no longer there. */
export function redeclarePart(pack: OfficePackage, part: string, type: string | null): void {
  const { text, root } = contentTypes(pack);
  const old = childrenOf(root, 'Override').find(({ attributes }) => sameName(attributes.get('PartName'), `/${part}`));
  if (old !== undefined) pack.set(CONTENT_TYPES, applyEdits(text, [{ from: old.from, to: old.to, text: '' }]));
  if (type !== null) declarePart(pack, part, type);
}

/** Takes a relation away. */
export function removeRelation(pack: OfficePackage, part: string, id: string): void {
  const name = relationsName(part);
  const text = pack.text(name);
  const found = childrenOf(parseXml(text), 'Relationship').find(({ attributes }) => attributes.get('Id') === id);
  if (found !== undefined) pack.set(name, applyEdits(text, [{ from: found.from, to: found.to, text: '' }]));
}

/** How every new part begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function contentTypes(pack: OfficePackage): { text: string; root: XmlElement } {
  const text = pack.text(CONTENT_TYPES);
  return { text, root: parseXml(text) };
}

function contentTypeIn(root: XmlElement, part: string): string | null {
  const override = childrenOf(root, 'Override').find(({ attributes }) =>
    sameName(attributes.get('PartName'), `/${part}`),
  );
  const byEnding = childrenOf(root, 'Default').find(({ attributes }) =>
    sameName(attributes.get('Extension'), part.slice(part.lastIndexOf('.') + 1)),
  );
  return (override ?? byEnding)?.attributes.get('ContentType') ?? null;
}

function sameName(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolveTarget(part: string, target: string): string {
  const folder = target.startsWith('/') ? '' : part.slice(0, part.lastIndexOf('/') + 1);
  const path: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  const joined = path.join('/');
  try {
    return decodeURIComponent(joined);
  } catch {
    return joined;
  }
}

function relativeTarget(part: string, to: string): string {
  const [from, target] = [part.split('/').slice(0, -1), to.split('/')];
  while (from.length > 0 && target.length > 1 && from[0] === target[0]) {
    from.shift();
    target.shift();
  }
  return '../'.repeat(from.length) + target.join('/');
}

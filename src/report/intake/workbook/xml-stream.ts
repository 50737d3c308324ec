import { XmlScanner } from './xml-scanner.ts';
import { XmlFault } from './xml-text.ts';
import type { XmlListener } from './xml-scanner.ts';

/**
 * Reads an XML document as it comes. Entities are only the five of XML and characters by number: declarations are refused
 * before anything of them could be expanded. Throws `XmlFault`, and whatever the listener or the source throws.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const scanner = new XmlScanner(listener);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const chunk of chunks) {
    if (first && looksWide(chunk)) throw new XmlFault('DTD');
    first = false;
    scanner.write(decoded(decoder, chunk));
  }
  scanner.write(decoded(decoder));
  scanner.close();
}

function decoded(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (cause) {
    throw new XmlFault('BROKEN', cause);
  }
}

/** UTF-16 or UTF-32, in which a search for declarations would see nothing. */
function looksWide(chunk: Uint8Array): boolean {
  const [a, b] = chunk;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0;
}

/** Throws `XmlFault` DTD where a document that is not read otherwise holds declarations. */
export async function refuseDeclarations(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  let before = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (before.length === 0 && looksWide(chunk)) throw new XmlFault('DTD');
    const view = Buffer.concat([before, chunk]);
    if (view.includes('<!DOCTYPE') || view.includes('<!ENTITY')) throw new XmlFault('DTD');
    before = view.subarray(-16);
  }
}

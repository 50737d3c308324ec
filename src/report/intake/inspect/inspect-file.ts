import { bearsStamp } from '../check/forbidden.ts';
import { XmlFault } from '../workbook/xml-text.ts';
import { BrokenZip, type Zip } from '../workbook/zip-file.ts';
import { hasTooMuchText, tellLines } from './document-lines.ts';
import { type FileFault, fileKind, type FileKind } from './file-kind.ts';

/** Largest attached file, in bytes: 20 MB, as a workbook. */
export const MOST_ATTACHED_BYTES = 20 * 1024 * 1024;

/** What an attached file is, or why it is refused. */
export type InspectedFile = { readonly kind: FileKind } | { readonly fault: FileFault };

/** Twelve digits that begin with the province of birth: an identity number. A letter may name one or two persons, a list has more. */
const IDENTITY_NUMBER = /^\s*0\d{11}\s*$/;
const FEW_PERSONS = 2;

/**
 * What an attached file is, or why it is refused. The text of Office and OpenDocument files is looked through for stamps of
 * secrecy and lists of persons, a part at a time; the text of PDF files and of pictures is not. Never throws on account of
 * the file.
 */
export async function inspectFile(bytes: Uint8Array): Promise<InspectedFile> {
  if (bytes.length > MOST_ATTACHED_BYTES) return { fault: 'SIZE' };
  const known = fileKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (typeof known === 'string') return { fault: known };
  const fault = known.zip === null ? null : await zipFault(known.kind, known.zip);
  return fault === null ? { kind: known.kind } : { fault };
}

async function zipFault(kind: FileKind, zip: Zip): Promise<FileFault | null> {
  if (hasTooMuchText(zip)) return 'BOMB';
  if (kind === 'ODT' && (await isEncrypted(zip))) return 'PASSWORD';
  return forbiddenText(zip);
}

async function forbiddenText(zip: Zip): Promise<FileFault | null> {
  let secret = false;
  let persons = 0;
  try {
    await tellLines(zip, (line) => {
      secret ||= bearsStamp(line);
      if (IDENTITY_NUMBER.test(line)) persons += 1;
    });
  } catch (fault) {
    if (fault instanceof BrokenZip || fault instanceof XmlFault) return 'BROKEN';
    throw fault;
  }
  if (secret) return 'SECRET';
  return persons > FEW_PERSONS ? 'PERSONS' : null;
}

/** An OpenDocument file with a password keeps its names readable and says of each part how it is encrypted. */
async function isEncrypted(zip: Zip): Promise<boolean> {
  try {
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.chunks('META-INF/manifest.xml')) pieces.push(piece);
    return Buffer.concat(pieces).includes('encryption-data');
  } catch (fault) {
    if (fault instanceof BrokenZip) return false;
    throw fault;
  }
}

/** Records of BIFF8 that hold texts outside the cells: text boxes and comments, page headers and footers. */
const [TEXT_OBJECT, CONTINUE, HEADER, FOOTER] = [0x1b6, 0x3c, 0x14, 0x15];

/** The texts outside the cells of a BIFF8 stream; a stream of another version has none that are found. */
export function marginTextsOf(stream: Uint8Array): string[] {
  const view = Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength);
  const texts: string[] = [];
  let inObject = false;
  for (let at = 0; at + 4 <= view.length; ) {
    const [type, length] = [view.readUInt16LE(at), view.readUInt16LE(at + 2)];
    const body = view.subarray(at + 4, at + 4 + length);
    // The text of an object goes on behind it, its first byte telling how it is written; the formatting after that is no text.
    if (type === CONTINUE && inObject && body.length > 1) texts.push(characters(body.subarray(1), body[0] ?? 0));
    if ((type === HEADER || type === FOOTER) && body.length > 3) texts.push(characters(body.subarray(3), body[2] ?? 0));
    inObject = type === TEXT_OBJECT;
    at += 4 + length;
  }
  return texts;
}

function characters(bytes: Buffer, flags: number): string {
  return bytes.toString((flags & 1) === 1 ? 'utf16le' : 'latin1');
}

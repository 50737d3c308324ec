import iconv from 'iconv-lite';

/**
 * A text typed in a TCVN3 (ABC) font, as Unicode. Such fonts show Vietnamese letters in the places of Western ones, so the
 * letters go back to their bytes first; all other characters stay as they are. Text of other fonts turns to
 * nonsense: use it only where the plain text was not understood.
 */
export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]+/g, (run) =>
    iconv.decode(iconv.encode(run, 'win1252'), 'tcvn').normalize('NFC'),
  );
}

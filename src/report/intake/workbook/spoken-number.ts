import { isSpoken } from './packed-sheet.ts';
import type { CellStyle } from './packed-sheet.ts';

/**
 * How numbers are shown under formats that add to their digits. The library that knows all formats is loaded only for a
 * workbook that has such a format.
 */
export async function spokenNumbers(styles: readonly CellStyle[]): Promise<(value: number, format: string) => string> {
  if (!styles.some((style) => isSpoken(style.format))) return (value) => String(value);
  const { SSF } = await import('@e965/xlsx');
  return (value, format) => {
    // The library knows no blank before a percent sign, and programs write it.
    const known = format.replace(/(?: |\\ |" *")+%/g, '%');
    try {
      return String(SSF.format(known, value));
    } catch {
      return String(value);
    }
  };
}

import type { FontEvidence } from './font-evidence.ts';
import type { OdsStyles } from './ods-styles.ts';
import { isErrorText } from './packed-sheet.ts';
import type { CellStyle, TextPool } from './packed-sheet.ts';
import type { CellKind } from './sheet.ts';
import { serialOf } from './xlsx-sheet.ts';
import { XmlFault } from './xml-text.ts';

/** A cell of an OpenDocument sheet while it is read. */
export interface OpenCell {
  readonly type: string | undefined;
  /** LibreOffice marks an error beside the plain type of the cell. */
  readonly isError: boolean;
  readonly value: string | undefined;
  readonly formula: string | undefined;
  readonly style: string | undefined;
  readonly repeated: number;
  text: string;
  paragraphs: number;
}

/** What one cell becomes; null where it holds nothing. */
export interface Content {
  readonly kind: CellKind;
  readonly value: number;
  readonly format: string;
  readonly legacy: CellStyle['legacy'];
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** What a cell that has been read becomes. Throws `XmlFault` where its number is none. */
export function contentOf(
  { type, isError, value = '', formula, style, text }: OpenCell,
  ods: OdsStyles,
  pool: TextPool,
  evidence: FontEvidence,
): Content | null {
  const font = ods.fontOf(style, 'table-cell');
  const legacy = font === 'UNICODE' ? null : font;
  const words = (kind: CellKind, printed: string): Content => {
    if (legacy !== null && kind === 'TEXT') evidence.see(printed, legacy);
    return { kind, value: pool.put(printed), format: '', legacy };
  };
  if (isError || isErrorText(text)) return words('ERROR', text);
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      if (!NUMBER.test(value) || !Number.isFinite(Number(value))) throw new XmlFault('BROKEN');
      return plain('NUMBER', Number(value), withPercent(ods.formatOf(style), type === 'percentage'));
    }
    case 'date':
      return plain('DATE', serialOf(value));
    case 'time':
      return plain('DATE', 0);
    case 'boolean':
      return plain('BOOLEAN', value === 'true' ? 1 : 0);
    default: {
      const shown = text === '' ? value : text;
      if (shown.trim() !== '') return words('TEXT', shown);
      return formula !== undefined && type === undefined ? words('ERROR', '') : null;
    }
  }
}

function plain(kind: CellKind, value: number, format = ''): Content {
  return { kind, value, format, legacy: null };
}

/** A percentage is one by its type, whatever its style says. */
function withPercent(format: string, percentage: boolean): string {
  return percentage && !format.includes('%') ? '0%' : format;
}

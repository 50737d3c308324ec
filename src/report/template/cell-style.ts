import type { Alignment, Borders, Fill, Font, Style } from '@cj-tech-master/excelts';

/** How a cell looks and whether it may be filled in; `styleOf` says it in the library's words. */
export type CellStyle = keyof typeof STYLES;

interface Look {
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly size?: number;
  readonly horizontal?: Alignment['horizontal'];
  readonly indent?: number;
  readonly border?: true;
  /** ARGB of the ground. */
  readonly ground?: string;
  readonly open?: true;
  /** For texts alone: what is typed stays a text. */
  readonly text?: true;
}

const HEADING_GROUND = 'FFDCE6F1';
const SECTION_GROUND = 'FFF2F2F2';
const REQUIRED_GROUND = 'FFFFFBE6';

const STYLES = {
  text: { horizontal: 'left' },
  superior: { horizontal: 'center', size: 12 },
  organisation: { horizontal: 'center', size: 12, bold: true },
  nation: { horizontal: 'center', size: 12, bold: true },
  motto: { horizontal: 'center', size: 12, bold: true, underline: true },
  formCode: { horizontal: 'right', size: 10, italic: true },
  blank: { horizontal: 'center', size: 12, italic: true, open: true },
  title: { horizontal: 'center', size: 14, bold: true },
  subtitle: { horizontal: 'center', size: 12, bold: true },
  window: { horizontal: 'center', size: 12, italic: true },
  heading: { horizontal: 'center', bold: true, border: true, ground: HEADING_GROUND },
  numbering: { horizontal: 'center', italic: true, size: 9, border: true },
  section: { horizontal: 'left', bold: true, border: true, ground: SECTION_GROUND },
  sectionOrdinal: { horizontal: 'center', bold: true, border: true, ground: SECTION_GROUND },
  ordinal: { horizontal: 'center', border: true },
  code: { horizontal: 'center', border: true, text: true },
  label: { horizontal: 'left', border: true },
  part: { horizontal: 'left', border: true, indent: 1, italic: true },
  unit: { horizontal: 'center', border: true },
  number: { horizontal: 'right', border: true, open: true },
  required: { horizontal: 'right', border: true, open: true, ground: REQUIRED_GROUND },
  reference: { horizontal: 'right', border: true, italic: true, ground: SECTION_GROUND },
  total: { horizontal: 'right', border: true, bold: true, open: true, ground: SECTION_GROUND },
  note: { horizontal: 'left', border: true, open: true },
  remark: { horizontal: 'left', italic: true, size: 10 },
  signer: { horizontal: 'center', bold: true, size: 12 },
  signerOpen: { horizontal: 'center', bold: true, size: 12, open: true },
  recipients: { horizontal: 'left', bold: true, italic: true, size: 11 },
  recipientsOpen: { horizontal: 'left', size: 10, open: true },
  guideTitle: { horizontal: 'left', bold: true, size: 14 },
  guideHeading: { horizontal: 'left', bold: true, size: 12 },
  guideText: { horizontal: 'left', size: 12 },
  guideMark: { horizontal: 'center', size: 12, bold: true },
  plain: { horizontal: 'left', text: true },
} as const satisfies Readonly<Record<string, Look>>;

const EDGE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const EDGES: Partial<Borders> = { top: EDGE, left: EDGE, bottom: EDGE, right: EDGE };

const made = new Map<string, Partial<Style>>();

/** The style in the library's words; one object for all cells that look the same, since the library compares by them. */
export function styleOf(name: CellStyle, format: string | undefined): Partial<Style> {
  const key = `${name} ${format ?? ''}`;
  const style = made.get(key) ?? styleFrom(STYLES[name], format);
  made.set(key, style);
  return style;
}

function styleFrom(look: Look, format: string | undefined): Partial<Style> {
  const font: Partial<Font> = {
    name: 'Times New Roman',
    family: 1,
    size: look.size ?? 11,
    bold: look.bold ?? false,
    italic: look.italic ?? false,
    underline: look.underline ?? false,
  };
  const numFmt = look.text === true ? '@' : format;
  return {
    font,
    alignment: {
      horizontal: look.horizontal ?? 'left',
      vertical: 'middle',
      wrapText: true,
      ...(look.indent === undefined ? {} : { indent: look.indent }),
    },
    ...(look.border === true ? { border: EDGES } : {}),
    ...(look.ground === undefined ? {} : { fill: solid(look.ground) }),
    ...(numFmt === undefined ? {} : { numFmt }),
    protection: { locked: look.open !== true },
  };
}

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

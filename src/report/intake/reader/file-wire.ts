import type { AreaName, ReportFile } from '../reading.ts';

/** A file on its way to the reading process: areas, of which a province has thousands, are one text. */
export interface PackedFile extends Omit<ReportFile, 'areas'> {
  readonly areas: {
    /** How long each code and each name is, in turn. */
    readonly lengths: Uint32Array;
    /** Codes and names on end. */
    readonly text: string;
  };
}

/** Packs a file so that it can be sent. */
export function packFile({ areas, ...file }: ReportFile): PackedFile {
  const texts = areas.flatMap(({ code, name }) => [code, name]);
  return { ...file, areas: { lengths: Uint32Array.from(texts, (text) => text.length), text: texts.join('') } };
}

/** The file that was packed. */
export function unpackFile({ areas: { lengths, text }, ...file }: PackedFile): ReportFile {
  const areas: AreaName[] = [];
  let from = 0;
  for (let at = 0; at < lengths.length; at += 2) {
    const middle = from + (lengths[at] ?? 0);
    const end = middle + (lengths[at + 1] ?? 0);
    areas.push({ code: text.slice(from, middle), name: text.slice(middle, end) });
    from = end;
  }
  return { ...file, areas };
}

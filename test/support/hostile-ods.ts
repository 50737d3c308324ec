import type { HostileFile } from './hostile-files.ts';
import { hostileOds, odsNumber } from './hostile-workbook.ts';
import { noisyText } from './hostile-zip.ts';

const row = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const repeatedRows = (count: number): string => `table:number-rows-repeated="${count}"`;
const repeatedCells = (count: number): string => `table:number-columns-repeated="${count}"`;

/** OpenDocument, where a few bytes stand for as many cells as one likes. */
export const HUGE_ODS: readonly HostileFile[] = [
  {
    name: 'a whole sheet of one number',
    why: ['BOMB'],
    bytes: () => hostileOds(row(odsNumber(repeatedCells(16_384)), repeatedRows(1_048_576))),
  },
  {
    name: 'ten million times one number',
    why: ['BOMB'],
    large: true,
    bytes: () =>
      hostileOds(
        row(odsNumber(repeatedCells(499)), repeatedRows(20_000)) +
          row(odsNumber(repeatedCells(499)), repeatedRows(20_000)),
      ),
  },
  {
    name: 'a thousand wide rows in one',
    why: ['BOMB'],
    bytes: () => hostileOds(row(odsNumber(repeatedCells(20_000)).repeat(1_000))),
  },
  {
    name: 'a whole sheet of nothing',
    why: ['NO_TABLE'],
    bytes: () =>
      hostileOds(row(odsNumber()) + row(`<table:table-cell ${repeatedCells(16_384)}/>`, repeatedRows(1_048_575))),
  },
  {
    name: 'more rows of nothing than there are numbers',
    why: ['BOMB'],
    bytes: () => hostileOds(row('<table:table-cell/>', repeatedRows(9e15)) + row(odsNumber())),
  },
  {
    name: 'a cell that spans a thousand million',
    why: ['BOMB'],
    bytes: () => hostileOds(row(odsNumber('table:number-rows-spanned="100000" table:number-columns-spanned="10000"'))),
  },
  {
    name: 'ten million blanks in a cell',
    why: ['BOMB'],
    bytes: () =>
      hostileOds(
        row(
          `<table:table-cell office:value-type="string"><text:p>${'<text:s text:c="1000"/>'.repeat(10_000)}</text:p></table:table-cell>`,
        ),
      ),
  },
  {
    name: 'eighty thousand wide columns',
    why: ['NO_TABLE'],
    bytes: () => hostileOds(`<table:table-column ${repeatedCells(1024)}/>`.repeat(80_000) + row(odsNumber())),
  },
  {
    name: 'a cell nested in itself',
    why: ['BROKEN'],
    bytes: () => hostileOds(row('<table:table-cell>'.repeat(300) + '</table:table-cell>'.repeat(300))),
  },
  {
    name: 'a password',
    why: ['PASSWORD'],
    bytes: () =>
      hostileOds(row(odsNumber()), {
        'META-INF/manifest.xml': '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
      }),
  },
  {
    name: 'a password for all of it',
    why: ['PASSWORD'],
    bytes: () => hostileOds('', { 'encrypted-package': noisyText(1000) }),
  },
  {
    name: 'a declaration',
    why: ['DTD'],
    bytes: () =>
      hostileOds('', { 'content.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>' }),
  },
  {
    name: 'a declaration in its manifest',
    why: ['DTD'],
    bytes: () => hostileOds('', { 'META-INF/manifest.xml': '<!DOCTYPE a><a/>' }),
  },
  {
    name: 'a declaration in a part that is not read',
    why: ['DTD'],
    bytes: () => hostileOds('', { 'settings.xml': '<!DOCTYPE a><a/>' }),
  },
];

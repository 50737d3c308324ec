import { normalise, toneNormal } from '../../ground/text/fold.ts';
import { cellAt, textsOf } from './sheet.ts';
import type { Grid } from './sheet.ts';

/** A stamp alone on its line; the last three spellings are the VNI fonts' bytes, which no other text has. */
const STAMP =
  /^[^\p{L}\p{N}]*(?:độ mật[^\p{L}\p{N}]*)?(?:tuyệt mật|tối mật|mật|tuyeät maät|toái maät|maät)[^\p{L}\p{N}]*$/u;
/** A stamp followed by its copy number: “TỐI MẬT - Bản số 01”. */
const NUMBERED_STAMP =
  /^[^\p{L}\p{N}]*(?:độ mật[^\p{L}\p{N}]*)?(?:tuyệt mật|tối mật|mật)[^\p{L}\p{N}]+bản số(?!\p{L})/u;

/**
 * Whether a text bears a stamp of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT alone on a line, in any case. The words inside a
 * sentence (“bảo mật dữ liệu”, “không có bí mật nhà nước”) are no stamp.
 */
export function isSecrecyStamp(text: string): boolean {
  return text.split(/[\r\n]+/).some((line) => {
    const plain = toneNormal(unspaced(normalise(line)));
    return STAMP.test(plain) || NUMBERED_STAMP.test(plain);
  });
}

/** “M Ậ T” as a stamp is often set; words are parted by two blanks or more, which `normalise` has folded. */
function unspaced(line: string): string {
  if (!/^(?:\p{L} )+\p{L}$/u.test(line)) return line;
  return line
    .replaceAll(' ', '')
    .replace(/(?=mật$)/iu, ' ')
    .trim();
}

const NAME_HEADING =
  /^(?:họ(?:,? (?:và )?(?:tên|đệm)(?: (?:lót|đệm|hội viên|đoàn viên))?)?|tên hội viên|tên đoàn viên)$/u;
const PERSON_HEADING =
  /^(?:ngày,? (?:tháng,? )?năm sinh|ngày sinh|năm sinh|tên|giới tính|nam\/nữ|cccd|cmnd|số cccd|số cmnd|căn cước|số căn cước|số định danh|điện thoại|số điện thoại|sđt|địa chỉ|nơi ở|chỗ ở|quê quán|hộ khẩu|nơi thường trú|dân tộc|tôn giáo|ngày vào|ngày kết nạp|chức vụ)/u;
/** An identity number: twelve digits that begin with the province of birth. */
const IDENTITY_NUMBER = /^0\d{11}$/;

/**
 * Whether a sheet holds a list of persons: a heading of names beside another heading about persons, or a column of
 * identity numbers. The signature block (“Ký, ghi rõ họ tên”) is none.
 */
export function isListOfPersons(grid: Grid): boolean {
  const byRow = new Map<number, string[]>();
  const identities = new Map<number, number>();
  for (const { row, column, text } of textsOf(grid)) {
    const plain = toneNormal(text);
    byRow.set(row, [...(byRow.get(row) ?? []), plain]);
    if (IDENTITY_NUMBER.test(plain)) identities.set(column, (identities.get(column) ?? 0) + 1);
  }
  if ([...identities.values()].some((count) => count >= 3)) return true;
  return [...byRow].some(([row, texts]) => isPersonHeading([...texts, ...below(grid, row)]));
}

/** Two-level headings put 'Họ và tên' above and 'Nam', 'Nữ' under 'Năm sinh'; one row below is looked at as well. */
function below(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.width }, (_, column) => toneNormal(cellAt(grid, row + 1, column).text));
}

function isPersonHeading(texts: readonly string[]): boolean {
  const name = texts.findIndex((text) => NAME_HEADING.test(text));
  return name >= 0 && texts.some((text, at) => at !== name && PERSON_HEADING.test(text));
}

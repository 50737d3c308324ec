import { normalise, toneNormal } from '../../ground/text/fold.ts';
import { cellAt } from './sheet.ts';
import type { Grid } from './sheet.ts';

/** A stamp alone on its line; the last three spellings are the VNI fonts' bytes, which no other text has. */
const STAMP =
  /^[^\p{L}\p{N}]*(?:độ mật[^\p{L}\p{N}]*)?(?:tuyệt mật|tối mật|mật|tuyeät maät|toái maät|maät)[^\p{L}\p{N}]*$/u;
/** Whether it is worth looking closer; most texts of a sheet are not. */
const STAMP_WORD = /m[\s.-]*(?:ậ|aä)[\s.-]*t/iu;
/** A stamp followed by its copy number: “TỐI MẬT - Bản số 01”. */
const NUMBERED_STAMP =
  /^[^\p{L}\p{N}]*(?:độ mật[^\p{L}\p{N}]*)?(?:tuyệt mật|tối mật|mật)[^\p{L}\p{N}]+bản số(?!\p{L})/u;

/**
 * Whether a text bears a stamp of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT alone on a line, in any case. The words inside a
 * sentence (“bảo mật dữ liệu”, “không có bí mật nhà nước”) are no stamp.
 */
export function isSecrecyStamp(text: string): boolean {
  if (!STAMP_WORD.test(text.normalize('NFC'))) return false;
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
/** Whether it is worth looking closer: begins like a heading of names, or is a number of twelve digits. */
const MAY_BE_PERSON = /^\W*(?:h|t)|^\s*0\d{11}\s*$/i;
const FEWEST_IDENTITIES = 3;
const LONGEST_HEADING = 80;

/**
 * Whether a sheet holds a list of persons: a heading of names beside another heading about persons, or a column of
 * identity numbers. The signature block (“Ký, ghi rõ họ tên”) is none.
 */
export function isListOfPersons(grid: Grid): boolean {
  const identities = new Map<number, number>();
  for (let row = 0; row < grid.height; row++) {
    let names = false;
    let listed = false;
    grid.eachText(row, (text, column) => {
      if (text.length > LONGEST_HEADING || !MAY_BE_PERSON.test(text)) return;
      const plain = toneNormal(text);
      names ||= NAME_HEADING.test(plain);
      if (!IDENTITY_NUMBER.test(plain)) return;
      const count = (identities.get(column) ?? 0) + 1;
      listed ||= count >= FEWEST_IDENTITIES;
      identities.set(column, count);
    });
    if (listed) return true;
    // Two-level headings put 'Họ và tên' above and 'Nam', 'Nữ' under 'Năm sinh'; one row below is looked at as well.
    if (names && isPersonHeading([...plainTexts(grid, row), ...plainTexts(grid, row + 1)])) return true;
  }
  return false;
}

function plainTexts(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.width }, (_, column) => toneNormal(cellAt(grid, row, column).text));
}

function isPersonHeading(texts: readonly string[]): boolean {
  const name = texts.findIndex((text) => NAME_HEADING.test(text));
  return name >= 0 && texts.some((text, at) => at !== name && PERSON_HEADING.test(text));
}

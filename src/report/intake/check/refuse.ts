import { normalise, toneNormal } from '../../../ground/text/fold.ts';
import { cellAt } from '../workbook/sheet.ts';
import type { Grid } from '../workbook/sheet.ts';

/** The three levels; the last three spellings are the VNI fonts' bytes, which no other text has. */
const LEVEL = '(?:tuyệt mật|tối mật|mật|tuyeät maät|toái maät|maät)';
/** What a stamp may call itself, and what it may be combined with. */
const CALLED = '(?:(?:(?:mức|cấp|dấu|dấu chỉ(?: mức)?) )?độ (?:bảo )?mật|loại|tài liệu|hồ sơ|văn bản|công văn|báo cáo)';
const URGENCY = '(?:khẩn|thượng khẩn|hỏa tốc|hẹn giờ)';
const GAP = '[^\\p{L}\\p{N}]';
/** A stamp alone on its line: “TỐI MẬT”, “Độ mật: Mật”, “KHẨN - MẬT”. */
const STAMP = new RegExp(
  `^${GAP}*(?:${CALLED}${GAP}*)?(?:${URGENCY}${GAP}+)*${LEVEL}(?:${GAP}+${URGENCY})*${GAP}*$`,
  'u',
);
/** A stamp followed by its copy number: “TỐI MẬT - Bản số 01”. */
const NUMBERED_STAMP = new RegExp(`^${GAP}*(?:${CALLED}${GAP}*)?${LEVEL}${GAP}+bản số(?!\\p{L})`, 'u');
/** A document's number with its level behind it: “Số: 12/BC-HPN (MẬT)”. */
const NUMBER_STAMP = new RegExp(`^số *:.*\\(${LEVEL}\\)${GAP}*$`, 'u');
/** Whether it is worth looking closer; most texts of a sheet are not. */
const STAMP_WORD = /m[\s.-]*(?:ậ|aä)[\s.-]*t/iu;

/**
 * Whether a text bears a stamp of secrecy: MẬT, TỐI MẬT or TUYỆT MẬT alone on a line, in any case. The words inside a
 * sentence (“bảo mật dữ liệu”, “không có bí mật nhà nước”) are no stamp.
 */
export function isSecrecyStamp(text: string): boolean {
  if (!STAMP_WORD.test(text.normalize('NFC'))) return false;
  return text.split(/[\r\n]+/).some((line) => {
    const plain = toneNormal(unspaced(normalise(line)));
    return STAMP.test(plain) || NUMBERED_STAMP.test(plain) || NUMBER_STAMP.test(plain);
  });
}

/** “M Ậ T” as a stamp is often set; words are parted by two blanks or more, which `normalise` has folded. */
function unspaced(line: string): string {
  if (!/^(?:\p{L}[ .])+\p{L}\.?$/u.test(line)) return line;
  return line
    .replaceAll(/[ .]/g, '')
    .replace(/(?=mật$)/iu, ' ')
    .trim();
}

const NAME_HEADING =
  /^(?:họ(?:,? (?:và )?(?:tên|đệm)(?: [\p{L} ]{1,25})?)?|tên (?:hội viên|đoàn viên|chủ hộ|cán bộ|người [\p{L} ]{1,20}))$/u;
/** Headings that only a list of persons has; two of them beside each other need no heading of names. */
const SURE_HEADING =
  /^(?:ngày,? (?:tháng,? )?năm sinh|ngày sinh|năm sinh|(?:số )?(?:cccd|cmnd|căn cước|định danh)(?: cá nhân)?|(?:số )?điện thoại|sđt|số đt|chức vụ|quê quán|nơi thường trú|hộ khẩu(?: thường trú)?)$/u;
const PERSON_HEADING =
  /^(?:ngày,? (?:tháng,? )?năm sinh|ngày sinh|năm sinh|tên|giới tính|nam\/nữ|cccd|cmnd|số cccd|số cmnd|căn cước|số căn cước|số định danh|điện thoại|số điện thoại|sđt|địa chỉ|nơi ở|chỗ ở|quê quán|hộ khẩu|nơi thường trú|dân tộc|tôn giáo|ngày vào|ngày kết nạp|chức vụ)/u;
/** An identity number: twelve digits that begin with the province of birth. */
const IDENTITY_NUMBER = /^0\d{11}$/;
/** Whether it is worth looking closer: begins like a heading of names, or is a number of twelve digits. */
const MAY_BE_PERSON = /^[^\p{L}\d]*(?:h|t|n|s|c|đ|q|0\d{11}\s*$)/iu;
const FEWEST_IDENTITIES = 3;
/** Two to five words with capitals and no digit. */
const PERSON_NAME = /^(?:\p{Lu}\p{L}*\s){1,4}\p{Lu}\p{L}*$/u;
const FEWEST_NAMES = 3;
const PERSON_DETAIL = /^\s*(?:(?:0|\+84)\d{9}|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|(?:19|20)\d\d)\s*$/;
const PLACE_NAME = /^(?:phường|xã|đặc khu|thị trấn|tỉnh|thành phố|huyện|quận|thị xã|thôn|ấp|tổng|khối|cộng)\s/iu;
const FEWEST_PERSONS = 5;
const LONGEST_HEADING = 80;

/**
 * Whether a sheet holds a list of persons: a heading of names beside another heading about persons, or a column of
 * identity numbers. The signature block (“Ký, ghi rõ họ tên”) is none.
 */
export function isListOfPersons(grid: Grid): boolean {
  const identities = new Map<number, number>();
  const nameColumns = new Map<number, number>();
  let persons = 0;
  for (let row = 0; row < grid.height; row++) {
    let names = false;
    let listed = false;
    grid.eachText(row, (text, column) => {
      const named = nameColumns.get(column);
      if (named !== undefined && PERSON_NAME.test(normalise(text))) {
        nameColumns.set(column, named + 1);
        listed ||= named + 1 >= FEWEST_NAMES;
      }
      if (text.length > LONGEST_HEADING || !MAY_BE_PERSON.test(text)) return;
      const plain = toneNormal(text);
      if (NAME_HEADING.test(plain)) nameColumns.set(column, 0);
      names ||= nameColumns.has(column) || SURE_HEADING.test(plain);
      if (!IDENTITY_NUMBER.test(plain)) return;
      const count = (identities.get(column) ?? 0) + 1;
      listed ||= count >= FEWEST_IDENTITIES;
      identities.set(column, count);
    });
    if (listed || (isPersonRow(grid, row) && ++persons >= FEWEST_PERSONS)) return true;
    // Two-level headings put 'Họ và tên' above and 'Nam', 'Nữ' under 'Năm sinh'; one row below is looked at as well.
    if (names && isPersonHeading([...plainTexts(grid, row), ...plainTexts(grid, row + 1)])) return true;
  }
  return false;
}

/** A name beside a telephone number or a day, as in a list whose headings were left out. */
function isPersonRow(grid: Grid, row: number): boolean {
  const texts: string[] = [];
  let detail = false;
  grid.eachText(row, (text) => {
    detail ||= PERSON_DETAIL.test(text);
    texts.push(text);
  });
  return detail && texts.some((text) => PERSON_NAME.test(normalise(text)) && !PLACE_NAME.test(normalise(text)));
}

function plainTexts(grid: Grid, row: number): string[] {
  return Array.from({ length: grid.width }, (_, column) => toneNormal(cellAt(grid, row, column).text));
}

function isPersonHeading(texts: readonly string[]): boolean {
  if (new Set(texts.filter((text) => SURE_HEADING.test(text))).size >= 2) return true;
  const name = texts.findIndex((text) => NAME_HEADING.test(text));
  return name >= 0 && texts.some((text, at) => at !== name && PERSON_HEADING.test(text));
}

import { HubError } from '../gql/hub-error.ts';
import { toGlobalId } from '../gql/node.ts';
import type { NumberedPaper } from './document.store.ts';

/** Why a document is refused. */
export const documentRefusals = {
  noNumber: (came: string) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['number'],
      vi: `“number” cần số, ký hiệu như 125/BC-UBND, 12/UBND-KGVX hoặc 225-KH/TWĐTN-CTTN; nhận được “${came}”.`,
      en: `“number” needs a number and symbol such as 125/BC-UBND, 12/UBND-KGVX or 225-KH/TWĐTN-CTTN; got “${came}”.`,
    }),
  articleWithNumber: () =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['number'],
      vi: 'Bài viết (ARTICLE) không có số, ký hiệu; chỉ văn bản (OFFICIAL) mới có. Hãy bỏ number hoặc đổi kind.',
      en: 'An article (ARTICLE) has no official number, only a paper (OFFICIAL) has. Leave number out or change kind.',
    }),
  otherYear: (symbol: string, said: number, given: number) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['year'],
      vi: `Năm của số ${symbol} là ${said} theo ký hiệu hoặc ngày văn bản; nhận được year ${given}. Hãy sửa lại.`,
      en: `The year of ${symbol} is ${said} by its symbol or its day; got year ${given}. Correct one of them.`,
    }),
  otherDay: (symbol: string, borne: number) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['dated'],
      vi: `Ký hiệu ${symbol} ghi một năm khác với ngày văn bản (năm ${borne}). Hãy sửa lại số hoặc ngày.`,
      en: `The symbol ${symbol} names another year than the day the paper bears (${borne}). Correct one of them.`,
    }),
  taken: ({ id, symbol, title }: NumberedPaper) =>
    new HubError({
      code: 'BAD_USER_INPUT',
      path: ['number'],
      vi: `Cơ quan này đã có văn bản cùng loại, cùng số trong năm: ${symbol} “${title}” (${toGlobalId('SourceDocument', id)}). Hãy sửa văn bản đó hoặc kiểm tra lại số.`,
      en: `This issuer has a paper of that type and number in the year already: ${symbol} “${title}” (${toGlobalId('SourceDocument', id)}). Correct that one, or check the number.`,
    }),
} as const;

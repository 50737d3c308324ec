import { documentedEnum } from '../../ground/gql/enum.ts';
import type { AwardForm, AwardLadder, AwardLevel, AwardRung } from './award-ladder.ts';
import type { AwardReason, AwardRecipientKind } from './award.row.ts';

/** `AwardRung` in the graph. */
export const AwardRungEnum = documentedEnum<AwardRung>(
  'AwardRung',
  'A step on a ladder of awards, as the law on emulation and commendation names it.',
  {
    NATIONAL_EMULATION_FIGHTER: 'Chiến sĩ thi đua toàn quốc.',
    PROVINCIAL_EMULATION_FIGHTER: 'Chiến sĩ thi đua bộ, ban, ngành, tỉnh.',
    GRASSROOTS_EMULATION_FIGHTER: 'Chiến sĩ thi đua cơ sở.',
    ADVANCED_WORKER: 'Lao động tiên tiến; in the armed forces Chiến sĩ tiên tiến.',
    GOVERNMENT_EMULATION_FLAG: 'Cờ thi đua của Chính phủ.',
    PROVINCIAL_EMULATION_FLAG: 'Cờ thi đua của bộ, ban, ngành, tỉnh.',
    EXCELLENT_LABOUR_COLLECTIVE: 'Tập thể lao động xuất sắc; in the armed forces Đơn vị quyết thắng.',
    ADVANCED_LABOUR_COLLECTIVE: 'Tập thể lao động tiên tiến; in the armed forces Đơn vị tiên tiến.',
    EXEMPLARY_COMMUNE: 'Xã, phường tiêu biểu.',
    CULTURAL_HAMLET: 'Thôn, tổ dân phố văn hóa.',
    CULTURAL_FAMILY: 'Gia đình văn hóa.',
    ORDER: 'Huân chương.',
    MEDAL: 'Huy chương.',
    STATE_HONORARY_TITLE: 'Danh hiệu vinh dự nhà nước.',
    STATE_PRIZE: 'Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước.',
    COMMEMORATIVE_MEDAL: 'Kỷ niệm chương.',
    PRIME_MINISTER_MERIT: 'Bằng khen của Thủ tướng Chính phủ.',
    PROVINCIAL_MERIT: 'Bằng khen của bộ, ban, ngành, tỉnh.',
    CENTRAL_BODY_MERIT: 'Bằng khen của cơ quan trung ương của đoàn thể.',
    COMMENDATION: 'Giấy khen.',
  },
);

/** `AwardLadder` in the graph. */
export const AwardLadderEnum = documentedEnum<AwardLadder>(
  'AwardLadder',
  'A ladder of awards. Rungs of one ladder can be ranked; those of different ladders cannot.',
  {
    PERSONAL_TITLES: 'Titles of emulation for persons (danh hiệu thi đua đối với cá nhân).',
    COLLECTIVE_TITLES: 'Titles of emulation for collectives (danh hiệu thi đua đối với tập thể).',
    COMMUNITY_TITLES: 'Titles of communes, hamlets and families, in the order in which the law names them.',
    COMMENDATIONS: 'Forms of commendation (hình thức khen thưởng), in the order in which the law names them.',
  },
);

/** `AwardForm` in the graph. */
export const AwardFormEnum = documentedEnum<AwardForm>('AwardForm', 'Whether an award is a title or a commendation.', {
  TITLE: 'A title of emulation (danh hiệu thi đua).',
  COMMENDATION: 'A form of commendation (hình thức khen thưởng).',
});

/** `AwardLevel` in the graph. */
export const AwardLevelEnum = documentedEnum<AwardLevel>('AwardLevel', 'The level that an award names.', {
  STATE: 'Of the State (Nhà nước).',
  GOVERNMENT: 'Of the Government or its Prime Minister, or of the whole country (Chính phủ, toàn quốc).',
  PROVINCE: 'Of a ministry, a sector or a province (bộ, ban, ngành, tỉnh).',
  CENTRAL_BODY: 'Of the central body of an organisation (cơ quan trung ương của đoàn thể).',
  GRASSROOTS: 'Of the grassroots (cơ sở).',
});

/** `AwardRecipientKind` in the graph. */
export const AwardRecipientKindEnum = documentedEnum<AwardRecipientKind>(
  'AwardRecipientKind',
  'Whom an award goes to.',
  {
    PERSON: 'Persons (cá nhân): they are counted, never named.',
    COLLECTIVE: 'Collectives (tập thể), communities and families (hộ gia đình).',
  },
);

/** `AwardReason` in the graph. */
export const AwardReasonEnum = documentedEnum<AwardReason>('AwardReason', 'What an award is given for.', {
  ANNUAL: 'The work of a year (tổng kết năm, thường xuyên).',
  MOVEMENT: 'A movement of emulation (phong trào thi đua).',
  THEMATIC: 'One theme or task (chuyên đề).',
  SUDDEN: 'A feat of the moment (đột xuất).',
});

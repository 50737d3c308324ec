/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on activities. All that are given must hold. */
export type ActivityFilter = {
  /** On the agreement it carries out. */
  agreement?: AgreementFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<ActivityFilter> | null | undefined;
  /** On the campaign it belongs to. */
  campaign?: CampaignFilter | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the number of gifts. */
  gifts?: NumberFilter | null | undefined;
  /** On the first day it can have been held. */
  held?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On what is done. */
  kind?: ActivityKindFilter | null | undefined;
  /** On the movement it belongs to. */
  movement?: MovementFilter | null | undefined;
  /** On the name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: ActivityFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<ActivityFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On the participants, in turns (lượt người). */
  participants?: NumberFilter | null | undefined;
  /** On the place where it was held. */
  place?: PlaceFilter | null | undefined;
  /** Some policy that it carries out. */
  policy?: PolicyReferenceFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** Some organisation that takes part. */
  roles?: ParticipationFilter | null | undefined;
  /** Some target group that it is for. */
  targetGroup?: TargetGroupFilter | null | undefined;
  /** On the value in đồng (VND). */
  valueVnd?: DecimalFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** What is done in an activity. */
export type ActivityKind =
  /** Charity in work and money, as houses for the poor (từ thiện nhân đạo, đền ơn đáp nghĩa, an sinh xã hội). */
  | 'CHARITY'
  /** Informing and persuading the public (tuyên truyền, vận động). */
  | 'COMMUNICATION'
  /** Culture, arts and sport (văn hóa, văn nghệ, thể dục thể thao). */
  | 'CULTURE_SPORT'
  /** Dialogue and meetings with workers, members or youth (đối thoại, gặp gỡ). */
  | 'DIALOGUE'
  /** Selling goods at reduced prices (bán hàng giảm giá, phiên chợ nghĩa tình). */
  | 'DISCOUNT_SALE'
  /** Mobilising young people for military service (vận động thanh niên nhập ngũ). */
  | 'ENLISTMENT'
  /** Removing difficulties of enterprises (tháo gỡ khó khăn, hỗ trợ doanh nghiệp). */
  | 'ENTERPRISE_SUPPORT'
  /** Giving gifts and visiting (tặng quà, thăm hỏi, chăm lo). */
  | 'GIFTS'
  /** Building roads, bridges and other works (công trình, phần việc, đường giao thông nông thôn). */
  | 'INFRASTRUCTURE'
  /** Advising on the law and informing about it (tư vấn pháp luật, tuyên truyền pháp luật). */
  | 'LEGAL_ADVICE'
  /** Seeing patients and handing out medicine free of charge (khám và phát thuốc miễn phí). */
  | 'MEDICAL_CARE'
  /** Something else (hoạt động khác). */
  | 'OTHER'
  /** Keeping order and preventing crime (giữ gìn an ninh trật tự, phòng chống tội phạm). */
  | 'SECURITY'
  /** Teaching and training (tập huấn, đào tạo nghề, bồi dưỡng). */
  | 'TRAINING';

/** Conditions on a ActivityKind. */
export type ActivityKindFilter = {
  /** Equal to this. */
  eq?: ActivityKind | null | undefined;
  /** One of these. */
  in?: Array<ActivityKind> | null | undefined;
  /** Not equal to this. */
  ne?: ActivityKind | null | undefined;
};

/** Conditions on events around agreements. All that are given must hold. */
export type AgreementEventFilter = {
  /** On its agreement. */
  agreement?: AgreementFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<AgreementEventFilter> | null | undefined;
  /** On who was in the chair. */
  chair?: PersonFilter | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the first day it can have been held, else the last. */
  held?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On what happened. */
  kind?: AgreementEventKindFilter | null | undefined;
  /** On the name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: AgreementEventFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<AgreementEventFilter> | null | undefined;
  /** Some organisation that held it or took part. */
  organisation?: OrganisationFilter | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On the place where it was held. */
  place?: PlaceFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** What happened around an agreement. */
export type AgreementEventKind =
  /** Leaders met and talked with officers or workers (gặp gỡ, đối thoại). */
  | 'DIALOGUE'
  /** The parties met to evaluate and draw lessons (họp đánh giá, rút kinh nghiệm). */
  | 'REVIEW_MEETING'
  /** It was signed (lễ ký kết). */
  | 'SIGNING';

/** Conditions on a AgreementEventKind. */
export type AgreementEventKindFilter = {
  /** Equal to this. */
  eq?: AgreementEventKind | null | undefined;
  /** One of these. */
  in?: Array<AgreementEventKind> | null | undefined;
  /** Not equal to this. */
  ne?: AgreementEventKind | null | undefined;
};

/** Conditions on agreements. All that are given must hold. */
export type AgreementFilter = {
  /** All of these must hold. */
  and?: Array<AgreementFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** Some event around it that you may see. */
  events?: AgreementEventFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** It holds on this day, as far as its days are known: begun by then (term, else signing: the first day it can have been), not ended or closed before, and with a party that was still there. One whose beginning is unknown holds on no day. */
  inForceOn?: string | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On its kind. */
  kind?: AgreementKindFilter | null | undefined;
  /** On the name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: AgreementFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<AgreementFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** Some party of it. */
  party?: AgreementPartyFilter | null | undefined;
  /** Some yearly plan of it that you may see. */
  plans?: AgreementPlanFilter | null | undefined;
  /** Some resolution or law that it refers to. */
  policy?: PolicyReferenceFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** Some person who signed it. */
  signatory?: PersonFilter | null | undefined;
  /** On the first day it can have been signed. */
  signed?: DateFilter | null | undefined;
  /** Some target group that one of its contents or objectives is for. */
  targetGroup?: TargetGroupFilter | null | undefined;
  /** On the first day its term can end. */
  termEnd?: DateFilter | null | undefined;
  /** On the first day its term can have begun. */
  termStart?: DateFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** What an agreement is. */
export type AgreementKind =
  /** A coordination programme (chương trình phối hợp): for a term, with contents and yearly plans. */
  | 'PROGRAMME'
  /** A coordination regulation (quy chế phối hợp): standing; who does what, how often they meet and report. */
  | 'REGULATION';

/** Conditions on a AgreementKind. */
export type AgreementKindFilter = {
  /** Equal to this. */
  eq?: AgreementKind | null | undefined;
  /** One of these. */
  in?: Array<AgreementKind> | null | undefined;
  /** Not equal to this. */
  ne?: AgreementKind | null | undefined;
};

/** One term of an order of Agreement; text goes by the Vietnamese alphabet. */
export type AgreementOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: AgreementOrderField;
};

/** What a list of Agreement can be ordered by. */
export type AgreementOrderField =
  /** The name, by the Vietnamese alphabet. */
  | 'NAME'
  /** The first day it can have been signed; unknown days come last. */
  | 'SIGNED'
  /** The first day its term can have begun; unknown days come last. */
  | 'TERM_START';

/** Conditions on a party of an agreement and on its role; both must hold of the same one. */
export type AgreementPartyFilter = {
  /** On the organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** On its role. */
  role?: AgreementPartyRoleFilter | null | undefined;
};

/** What a party is in an agreement. */
export type AgreementPartyRole =
  /** It leads the coordination (chủ trì). */
  | 'LEAD'
  /** It is bound like the others (thành viên). */
  | 'MEMBER';

/** Conditions on a AgreementPartyRole. */
export type AgreementPartyRoleFilter = {
  /** Equal to this. */
  eq?: AgreementPartyRole | null | undefined;
  /** One of these. */
  in?: Array<AgreementPartyRole> | null | undefined;
  /** Not equal to this. */
  ne?: AgreementPartyRole | null | undefined;
};

/** Conditions on yearly plans. All that are given must hold. */
export type AgreementPlanFilter = {
  /** On its agreement. */
  agreement?: AgreementFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<AgreementPlanFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the first day it can have been issued. */
  issued?: DateFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: AgreementPlanFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<AgreementPlanFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
  /** On the calendar year it is for. */
  year?: NumberFilter | null | undefined;
};

/** A ladder of awards. Rungs of one ladder can be ranked; those of different ladders cannot. */
export type AwardLadder =
  /** Titles of emulation for collectives (danh hiệu thi đua đối với tập thể). */
  | 'COLLECTIVE_TITLES'
  /** Forms of commendation (hình thức khen thưởng), in the order in which the law names them. */
  | 'COMMENDATIONS'
  /** Titles of communes, hamlets and families, in the order in which the law names them. */
  | 'COMMUNITY_TITLES'
  /** Titles of emulation for persons (danh hiệu thi đua đối với cá nhân). */
  | 'PERSONAL_TITLES';

/** A step on a ladder of awards, as the law on emulation and commendation names it. */
export type AwardRung =
  /** Tập thể lao động tiên tiến; in the armed forces Đơn vị tiên tiến. */
  | 'ADVANCED_LABOUR_COLLECTIVE'
  /** Lao động tiên tiến; in the armed forces Chiến sĩ tiên tiến. */
  | 'ADVANCED_WORKER'
  /** Bằng khen của cơ quan trung ương của đoàn thể. */
  | 'CENTRAL_BODY_MERIT'
  /** Kỷ niệm chương. */
  | 'COMMEMORATIVE_MEDAL'
  /** Giấy khen. */
  | 'COMMENDATION'
  /** Gia đình văn hóa. */
  | 'CULTURAL_FAMILY'
  /** Thôn, tổ dân phố văn hóa. */
  | 'CULTURAL_HAMLET'
  /** Tập thể lao động xuất sắc; in the armed forces Đơn vị quyết thắng. */
  | 'EXCELLENT_LABOUR_COLLECTIVE'
  /** Xã, phường tiêu biểu. */
  | 'EXEMPLARY_COMMUNE'
  /** Cờ thi đua của Chính phủ. */
  | 'GOVERNMENT_EMULATION_FLAG'
  /** Chiến sĩ thi đua cơ sở. */
  | 'GRASSROOTS_EMULATION_FIGHTER'
  /** Huy chương. */
  | 'MEDAL'
  /** Chiến sĩ thi đua toàn quốc. */
  | 'NATIONAL_EMULATION_FIGHTER'
  /** Huân chương. */
  | 'ORDER'
  /** Bằng khen của Thủ tướng Chính phủ. */
  | 'PRIME_MINISTER_MERIT'
  /** Chiến sĩ thi đua bộ, ban, ngành, tỉnh. */
  | 'PROVINCIAL_EMULATION_FIGHTER'
  /** Cờ thi đua của bộ, ban, ngành, tỉnh. */
  | 'PROVINCIAL_EMULATION_FLAG'
  /** Bằng khen của bộ, ban, ngành, tỉnh. */
  | 'PROVINCIAL_MERIT'
  /** Danh hiệu vinh dự nhà nước. */
  | 'STATE_HONORARY_TITLE'
  /** Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước. */
  | 'STATE_PRIZE';

/** Conditions on campaigns. All that are given must hold. */
export type CampaignFilter = {
  /** All of these must hold. */
  and?: Array<CampaignFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the first day it can have ended. */
  ends?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the kind. */
  kind?: CampaignKindFilter | null | undefined;
  /** On the movement it belongs to. */
  movement?: MovementFilter | null | undefined;
  /** On the name; `contains` looks at the English one too. */
  name?: TextFilter | null | undefined;
  /** True: only national campaigns; false: only those of provinces. */
  national?: boolean | null | undefined;
  /** This must not hold. */
  not?: CampaignFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<CampaignFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** Some organisation that takes part. */
  roles?: ParticipationFilter | null | undefined;
  /** On the first day it can have begun. */
  starts?: DateFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
  /** On the calendar year it is of. */
  year?: NumberFilter | null | undefined;
};

/** What kind of campaign it is. */
export type CampaignKind =
  /** A standing mobilisation (cuộc vận động), as “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”. */
  | 'CAMPAIGN'
  /** A month that comes again every year: Tháng Công nhân in May, Tháng Thanh niên in March. */
  | 'MONTH'
  /** A week that comes again every year, as Tuần lễ Thanh niên công nhân. */
  | 'WEEK';

/** Conditions on a CampaignKind. */
export type CampaignKindFilter = {
  /** Equal to this. */
  eq?: CampaignKind | null | undefined;
  /** One of these. */
  in?: Array<CampaignKind> | null | undefined;
  /** Not equal to this. */
  ne?: CampaignKind | null | undefined;
};

/** Conditions on a day. */
export type DateFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** After this day. */
  gt?: string | null | undefined;
  /** This day or later. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Before this day. */
  lt?: string | null | undefined;
  /** This day or earlier. */
  lte?: string | null | undefined;
  /** Not equal to this. */
  ne?: string | null | undefined;
};

/** How exactly a day is known. */
export type DatePrecision =
  /** Some day between the two. */
  | 'BETWEEN'
  /** The day itself. */
  | 'DAY'
  /** Some day of one calendar month. */
  | 'MONTH'
  /** On or after `earliest`; how long after is not known. */
  | 'NOT_EARLIER'
  /** On or before `latest`; how long before is not known. */
  | 'NOT_LATER'
  /** Some day of one calendar year. */
  | 'YEAR';

/** Conditions on an exact decimal number. */
export type DecimalFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** More than this. */
  gt?: string | null | undefined;
  /** This or more. */
  gte?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Less than this. */
  lt?: string | null | undefined;
  /** This or less. */
  lte?: string | null | undefined;
  /** Not equal to this. */
  ne?: string | null | undefined;
};

/** Conditions on evaluations. All that are given must hold. */
export type EvaluationFilter = {
  /** On the agreement it is about. */
  agreement?: AgreementFilter | null | undefined;
  /** True: only those of all parties together; false: only those of one organisation. */
  allParties?: boolean | null | undefined;
  /** All of these must hold. */
  and?: Array<EvaluationFilter> | null | undefined;
  /** On the campaign it is about. */
  campaign?: CampaignFilter | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the person who concluded it. */
  concludedBy?: PersonFilter | null | undefined;
  /** On the organisation that is evaluated. */
  evaluated?: OrganisationFilter | null | undefined;
  /** On the grade. */
  grade?: EvaluationGradeFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the meeting at which it was made. */
  meeting?: AgreementEventFilter | null | undefined;
  /** On the movement it is about. */
  movement?: MovementFilter | null | undefined;
  /** On the name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: EvaluationFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<EvaluationFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On the yearly plan it is about. */
  plan?: AgreementPlanFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** On how far it has come. */
  stage?: EvaluationStageFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
  /** On the calendar year it is about. */
  year?: NumberFilter | null | undefined;
};

/** A grade, only where an evaluation states one: prose is not turned into a grade. */
export type EvaluationGrade =
  /** Hoàn thành nhiệm vụ. */
  | 'COMPLETED'
  /** Hoàn thành xuất sắc nhiệm vụ. */
  | 'EXCELLENT'
  /** Hoàn thành tốt nhiệm vụ. */
  | 'GOOD'
  /** Không hoàn thành nhiệm vụ. */
  | 'NOT_COMPLETED';

/** Conditions on a EvaluationGrade. */
export type EvaluationGradeFilter = {
  /** Equal to this. */
  eq?: EvaluationGrade | null | undefined;
  /** One of these. */
  in?: Array<EvaluationGrade> | null | undefined;
  /** Not equal to this. */
  ne?: EvaluationGrade | null | undefined;
};

/** How far an evaluation has come. It goes one step at a time, and never back. */
export type EvaluationStage =
  /** It has been concluded (kết luận). */
  | 'CONCLUDED'
  /** Reviewers appraise it (thẩm định). */
  | 'REVIEW'
  /** The organisation evaluates itself (tự đánh giá). */
  | 'SELF';

/** Conditions on a EvaluationStage. */
export type EvaluationStageFilter = {
  /** Equal to this. */
  eq?: EvaluationStage | null | undefined;
  /** One of these. */
  in?: Array<EvaluationStage> | null | undefined;
  /** Not equal to this. */
  ne?: EvaluationStage | null | undefined;
};

/** What happened. */
export type EventType =
  /** Organisations were merged into one, which is the subject. */
  | 'ORGANISATIONS_MERGED'
  /** An organisation outside the seven actors was registered. */
  | 'ORGANISATION_REGISTERED'
  /** Places were merged into one, which is the subject. */
  | 'PLACES_MERGED'
  /** Something was done about a recommendation; its state may have changed. */
  | 'RECOMMENDATION_FOLLOWED_UP'
  /** A record was closed. */
  | 'RECORD_CLOSED'
  /** A record has a new version. */
  | 'RECORD_CORRECTED'
  /** A movement, agreement or other record was entered. */
  | 'RECORD_CREATED'
  /** A signed document or another file was added to a version of a report. */
  | 'REPORT_ATTACHED'
  /** A version of a report was published (chốt); it may replace another. */
  | 'REPORT_PUBLISHED'
  /** A version of a report came in (tiếp nhận). */
  | 'REPORT_RECEIVED'
  /** Grassroots units were merged into one, which is the subject. */
  | 'UNITS_MERGED'
  /** A grassroots unit was dissolved. */
  | 'UNIT_DISSOLVED'
  /** A grassroots unit was founded. */
  | 'UNIT_FOUNDED';

/** Where a value comes from. A reported figure wins over the sum of its parts. */
export type FigureSource =
  /** Added up from shorter periods or from the places below. Also where there is no number. */
  | 'AGGREGATED'
  /** Reported for exactly this place and period. */
  | 'REPORTED';

/** How long one column of a table is. */
export type Grain =
  /** The first six months of each year, `2026-S1`. */
  | 'HALF_YEAR'
  /** A month, `2026-06`. */
  | 'MONTH'
  /** The first nine months of each year, `2026-9M`. */
  | 'NINE_MONTHS'
  /** A quarter, `2026-Q2`. */
  | 'QUARTER'
  /** A year, `2026`. */
  | 'YEAR';

/** Conditions on an id. */
export type IdFilter = {
  /** Equal to this. */
  eq?: string | number | null | undefined;
  /** One of these. */
  in?: Array<string | number> | null | undefined;
  /** Not equal to this. */
  ne?: string | number | null | undefined;
};

/** Which indicators, for which places and periods, from which organisations. */
export type IndicatorQuery = {
  /** Codes of indicators, as `LD_MEMBERS`. */
  indicators: Array<string>;
  /** Codes (`LDLD-91`) or kinds (`LDLD`) of the organisations that report. By default the owners of each indicator; several give a series each and are never added. */
  organisations?: Array<string> | null | undefined;
  /** Periods, the columns. */
  periods: PeriodSelector;
  /** Places, the rows of a dashboard. */
  places: PlaceSelector;
};

/** Why there is no number. Missing is never zero. */
export type MissingReason =
  /** The cell was left empty, or nothing was reported. */
  | 'BLANK'
  /** Only a longer period was reported; the hub does not split it. */
  | 'COARSER_ONLY'
  /** “x”: does not apply here. */
  | 'NOT_APPLICABLE'
  /** “-”: nothing of the kind arose. Counts as received. */
  | 'NOT_ARISEN'
  /** “…”: not known yet. */
  | 'NOT_AVAILABLE'
  /** A percentage whose numerator and denominator were not reported cannot be worked out here. */
  | 'NO_PARTS';

/** Conditions on movements. All that are given must hold. */
export type MovementFilter = {
  /** All of these must hold. */
  and?: Array<MovementFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the first day it can have ended. */
  ended?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the first day it can have been launched. */
  launched?: DateFilter | null | undefined;
  /** On the name; `contains` looks at the English one too. */
  name?: TextFilter | null | undefined;
  /** True: only national movements; false: only those of provinces. */
  national?: boolean | null | undefined;
  /** This must not hold. */
  not?: MovementFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<MovementFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** Some organisation that takes part. */
  roles?: ParticipationFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** One term of an order of Movement; text goes by the Vietnamese alphabet. */
export type MovementOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: MovementOrderField;
};

/** What a list of Movement can be ordered by. */
export type MovementOrderField =
  /** The first day it can have been launched; unknown days come last. */
  | 'LAUNCHED'
  /** The name, by the Vietnamese alphabet. */
  | 'NAME';

/** Conditions on a whole number. */
export type NumberFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** More than this. */
  gt?: number | null | undefined;
  /** This or more. */
  gte?: number | null | undefined;
  /** One of these. */
  in?: Array<number> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** This or less. */
  lte?: number | null | undefined;
  /** Not equal to this. */
  ne?: number | null | undefined;
};

/** How often it is owed. */
export type ObligationFrequency =
  /** Once in every calendar year. */
  | 'YEARLY';

/** What is owed. */
export type ObligationKind =
  /** A plan for the year (kế hoạch phối hợp hằng năm). A plan of the agreement for that year meets it. */
  | 'PLAN'
  /** A meeting to evaluate and draw lessons (họp đánh giá, rút kinh nghiệm). A review meeting of the agreement held in that year meets it. */
  | 'REVIEW_MEETING'
  /** A summary of how the year’s plan was carried out (tổng kết, đánh giá). An evaluation of the agreement for that year meets it. */
  | 'SUMMARY';

/** How an obligation stands in one year, by the records that you may see. */
export type ObligationState =
  /** A record of that year meets it; `metBy` leads to it. */
  | 'MET'
  /** Nothing is recorded, and the year ended before the hub’s records of this obligation begin: whether it was met cannot be told. */
  | 'NOT_KNOWN'
  /** Nothing is recorded, and the year has not ended. */
  | 'OPEN'
  /** Nothing is recorded, the year has ended, and the hub’s records reach back to it: the obligation was entered by its end, or something that meets it is recorded for an earlier year. */
  | 'OVERDUE';

/** Conditions on an office; all that are given must hold of the same one. */
export type OfficeFilter = {
  /** On the organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** On the first day it is known for. */
  since?: DateFilter | null | undefined;
  /** On the title. */
  title?: TextFilter | null | undefined;
  /** On the last day it is known for. */
  until?: DateFilter | null | undefined;
};

/** Which way an order runs. */
export type OrderDirection =
  /** Smallest first, A before Z. */
  | 'ASC'
  /** Largest first, Z before A. */
  | 'DESC';

/** Conditions on organisations. All that are given must hold. Names and parents are those of the list’s day. */
export type OrganisationFilter = {
  /** All of these must hold. */
  and?: Array<OrganisationFilter> | null | undefined;
  /** On the code. */
  code?: TextFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the kind. */
  kind?: OrganisationKindFilter | null | undefined;
  /** On the official Vietnamese name; `contains` also looks at the abbreviation and the English name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: OrganisationFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<OrganisationFilter> | null | undefined;
  /** On the organisation directly above it. */
  parent?: OrganisationFilter | null | undefined;
  /** On its province. */
  province?: PlaceFilter | null | undefined;
  /** On the first day of life. */
  validFrom?: DateFilter | null | undefined;
  /** On the last day of life. */
  validTo?: DateFilter | null | undefined;
  /** The organisations of the place with this id: of the province, or for the country of every province. */
  within?: string | number | null | undefined;
};

/** What an organisation is: one of the seven actors of a province, or another body. */
export type OrganisationKind =
  /** Veterans’ Association: Hội Cựu chiến binh. */
  | 'CCB'
  /** Farmers’ Union: Hội Nông dân. */
  | 'HND'
  /** Women’s Union: Hội Liên hiệp Phụ nữ. */
  | 'HPN'
  /** Any other body. Not one of the seven. */
  | 'KHAC'
  /** Federation of Labour: Liên đoàn Lao động. */
  | 'LDLD'
  /** Vietnam Youth Federation: Hội Liên hiệp Thanh niên Việt Nam. Not one of the seven: it sends no reports. */
  | 'LHTN'
  /** Fatherland Front Committee: Ủy ban Mặt trận Tổ quốc Việt Nam, above the five organisations since 1 July 2025. */
  | 'MTTQ'
  /** Departments and sectors of a province: sở, ban, ngành. Not one of the seven. */
  | 'SO_NGANH'
  /** Ho Chi Minh Communist Youth Union: Tỉnh đoàn, or Thành đoàn in a centrally-run city. */
  | 'TD'
  /** Provincial Party committee: Tỉnh ủy, or Thành ủy in a centrally-run city. Not one of the seven. */
  | 'TINH_UY'
  /** People’s Committee: Ủy ban nhân dân. */
  | 'UBND';

/** Conditions on a OrganisationKind. */
export type OrganisationKindFilter = {
  /** Equal to this. */
  eq?: OrganisationKind | null | undefined;
  /** One of these. */
  in?: Array<OrganisationKind> | null | undefined;
  /** Not equal to this. */
  ne?: OrganisationKind | null | undefined;
};

/** What an organisation has to do with a movement, a campaign or an activity. None of them owns it. */
export type OrganisationRole =
  /** It does the work (thực hiện, tổ chức). */
  | 'CARRIES_OUT'
  /** It calls for it (phát động). */
  | 'LAUNCHES'
  /** It leads what several hold together (chủ trì): counted once, under the one that leads. */
  | 'LEADS'
  /** Its own work is tied to it (gắn với). */
  | 'LINKED'
  /** It answers a call of others (hưởng ứng). */
  | 'RESPONDS'
  /** It helps with means or people (hỗ trợ, phối hợp). */
  | 'SUPPORTS';

/** Conditions on a OrganisationRole. */
export type OrganisationRoleFilter = {
  /** Equal to this. */
  eq?: OrganisationRole | null | undefined;
  /** One of these. */
  in?: Array<OrganisationRole> | null | undefined;
  /** Not equal to this. */
  ne?: OrganisationRole | null | undefined;
};

/** Conditions on an organisation that takes part, and on its role; both must hold of the same one. */
export type ParticipationFilter = {
  /** On the organisation. */
  organisation?: OrganisationFilter | null | undefined;
  /** On its role. */
  role?: OrganisationRoleFilter | null | undefined;
};

/** The columns of a table. Give `keys`; or `from` and `to`, with `grain` for a column each, without it for one column. */
export type PeriodSelector = {
  /** The first period, included. */
  from?: string | null | undefined;
  /** The length of each column. Without it the whole window is one column. */
  grain?: Grain | null | undefined;
  /** The columns by their keys. */
  keys?: Array<string> | null | undefined;
  /** The last period, included. */
  to?: string | null | undefined;
};

/** Conditions on persons. All that are given must hold. */
export type PersonFilter = {
  /** All of these must hold. */
  and?: Array<PersonFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the full name. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: PersonFilter | null | undefined;
  /** Some office that the person held. */
  offices?: OfficeFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PersonFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** Conditions on places. All that are given must hold. Names, types and parents are those of the list’s day. */
export type PlaceFilter = {
  /** All of these must hold. */
  and?: Array<PlaceFilter> | null | undefined;
  /** On the official code. */
  code?: TextFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the level. */
  level?: PlaceLevelFilter | null | undefined;
  /** On the official Vietnamese name with its type word. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: PlaceFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PlaceFilter> | null | undefined;
  /** On the place directly above it. */
  parent?: PlaceFilter | null | undefined;
  /** On the province it lies in; a province lies in itself. */
  province?: PlaceFilter | null | undefined;
  /** On what the place is called by law. */
  type?: PlaceTypeFilter | null | undefined;
  /** On the first day of life. */
  validFrom?: DateFilter | null | undefined;
  /** On the last day of life. */
  validTo?: DateFilter | null | undefined;
  /** The place with this id itself and everything below it. */
  within?: string | number | null | undefined;
};

/** How high a place stands in the order of places. */
export type PlaceLevel =
  /** Communes, wards and special zones (cấp xã): 3,321 since 1 July 2025. */
  | 'COMMUNE'
  /** Việt Nam, code `VN`. */
  | 'COUNTRY'
  /** Provinces and centrally-run cities (cấp tỉnh): 63 until 30 June 2025, 34 since. */
  | 'PROVINCE';

/** Conditions on a PlaceLevel. */
export type PlaceLevelFilter = {
  /** Equal to this. */
  eq?: PlaceLevel | null | undefined;
  /** One of these. */
  in?: Array<PlaceLevel> | null | undefined;
  /** Not equal to this. */
  ne?: PlaceLevel | null | undefined;
};

/** The places of a table. Give `codes`, or `within` with `level`, or `all`. */
export type PlaceSelector = {
  /** Every place of a level. */
  all?: TableLevel | null | undefined;
  /** Official codes, as they were on the day `on`: `["91", "30337"]`; the nation is `VN`. */
  codes?: Array<string> | null | undefined;
  /** The level wanted with `within`. */
  level?: TableLevel | null | undefined;
  /** The day on which codes, names and the tree are read. By default the last day of the data of the last period. */
  on?: string | null | undefined;
  /** A place: itself and everything below it, of the given level. */
  within?: string | number | null | undefined;
};

/** What a place is called by law on a day. */
export type PlaceType =
  /** Thành phố trực thuộc trung ương. */
  | 'CENTRAL_CITY'
  /** Xã. */
  | 'COMMUNE'
  /** Quốc gia. */
  | 'COUNTRY'
  /** Huyện, until 30 June 2025; named in older documents only. */
  | 'DISTRICT'
  /** Thị xã, until 30 June 2025; named in older documents only. */
  | 'DISTRICT_TOWN'
  /** Tỉnh. */
  | 'PROVINCE'
  /** Thành phố thuộc tỉnh, until 30 June 2025; named in older documents only. */
  | 'PROVINCIAL_CITY'
  /** Đặc khu, since 1 July 2025. */
  | 'SPECIAL_ZONE'
  /** Quận, until 30 June 2025; named in older documents only. */
  | 'URBAN_DISTRICT'
  /** Phường. */
  | 'WARD';

/** Conditions on a PlaceType. */
export type PlaceTypeFilter = {
  /** Equal to this. */
  eq?: PlaceType | null | undefined;
  /** One of these. */
  in?: Array<PlaceType> | null | undefined;
  /** Not equal to this. */
  ne?: PlaceType | null | undefined;
};

/** Conditions on references to policies. All that are given must hold. */
export type PolicyReferenceFilter = {
  /** On the first day it can have been adopted. */
  adopted?: DateFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<PolicyReferenceFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On who adopted it. */
  issuer?: TextFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** This must not hold. */
  not?: PolicyReferenceFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<PolicyReferenceFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** On the number and symbol as written. */
  symbol?: TextFilter | null | undefined;
  /** On the title; `contains` looks at the symbol too. */
  title?: TextFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** Whether the source itself says it. */
export type ProvenanceBasis =
  /** Worked out from what the source says; the field says from what. */
  | 'DERIVED'
  /** The source says so. */
  | 'STATED';

/** Where a record comes from. */
export type ProvenanceKind =
  /** Entered by an organisation or by the hub’s catalogue. */
  | 'MANUAL'
  /** From a report that was taken in. */
  | 'REPORT'
  /** From a document that is named. */
  | 'SOURCE'
  /** Made up for the demonstration (số liệu giả lập); it says nothing about the world. */
  | 'SYNTHETIC';

/** Conditions on a ProvenanceKind. */
export type ProvenanceKindFilter = {
  /** Equal to this. */
  eq?: ProvenanceKind | null | undefined;
  /** One of these. */
  in?: Array<ProvenanceKind> | null | undefined;
  /** Not equal to this. */
  ne?: ProvenanceKind | null | undefined;
};

/** Which version of which report is published, and why. */
export type PublishReportInput = {
  /** The version you have seen, from 1. If a newer one has come, the answer is CONFLICT and says both. */
  expectedVersion: number;
  /** A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key. */
  idempotencyKey?: string | null | undefined;
  /** Why it is published without the review. It is kept in the audit trail. */
  reason: string;
  /** The report. */
  report: string | number;
};

/** Conditions on recommendations. All that are given must hold. */
export type RecommendationFilter = {
  /** On the agreement it belongs to. */
  agreement?: AgreementFilter | null | undefined;
  /** All of these must hold. */
  and?: Array<RecommendationFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the last day on which it is due. */
  deadline?: DateFilter | null | undefined;
  /** On the evaluation it comes from. */
  evaluation?: EvaluationFilter | null | undefined;
  /** On the organisation it comes from. */
  from?: OrganisationFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the first day it can have been made. */
  issued?: DateFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the kind. */
  kind?: RecommendationKindFilter | null | undefined;
  /** On the meeting at which it was made. */
  meeting?: AgreementEventFilter | null | undefined;
  /** This must not hold. */
  not?: RecommendationFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<RecommendationFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** True: only those overdue today; false: only those that are not, of those with a deadline and a known state. */
  overdue?: boolean | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** On the person who spoke. */
  speaker?: PersonFilter | null | undefined;
  /** On what became of it. */
  state?: RecommendationStateFilter | null | undefined;
  /** Some group of people that it is about. */
  targetGroups?: TargetGroupFilter | null | undefined;
  /** On the words; `contains` looks at the addressee too. */
  text?: TextFilter | null | undefined;
  /** Some organisation that it is addressed to. */
  to?: OrganisationFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** What a recommendation is, by who speaks to whom. */
export type RecommendationKind =
  /** A superior body instructs (chỉ đạo, giao nhiệm vụ). */
  | 'DIRECTIVE'
  /** Something is put forward to be considered (đề xuất). */
  | 'PROPOSAL'
  /** One body asks another for something (đề nghị, kiến nghị). */
  | 'REQUEST';

/** Conditions on a RecommendationKind. */
export type RecommendationKindFilter = {
  /** Equal to this. */
  eq?: RecommendationKind | null | undefined;
  /** One of these. */
  in?: Array<RecommendationKind> | null | undefined;
  /** Not equal to this. */
  ne?: RecommendationKind | null | undefined;
};

/** One term of an order of Recommendation; text goes by the Vietnamese alphabet. */
export type RecommendationOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: RecommendationOrderField;
};

/** What a list of Recommendation can be ordered by. */
export type RecommendationOrderField =
  /** The last day on which it is due; those without one come last. */
  | 'DEADLINE'
  /** The first day it can have been made; unknown days come last. */
  | 'ISSUED'
  /** The place among those made together; those without one come last. */
  | 'ORDINAL'
  /** The words, by the Vietnamese alphabet. */
  | 'TEXT';

/** What became of a recommendation. Follow-ups move it: from OPEN to IN_PROGRESS, from there to DONE or DECLINED, and from DONE back to IN_PROGRESS. */
export type RecommendationState =
  /** It was not taken up (không tiếp thu). */
  | 'DECLINED'
  /** It has been carried out (đã thực hiện). */
  | 'DONE'
  /** It is being carried out (đang thực hiện). */
  | 'IN_PROGRESS'
  /** Nothing has been done about it yet (chưa thực hiện). */
  | 'OPEN';

/** Conditions on a RecommendationState. */
export type RecommendationStateFilter = {
  /** Equal to this. */
  eq?: RecommendationState | null | undefined;
  /** One of these. */
  in?: Array<RecommendationState> | null | undefined;
  /** Not equal to this. */
  ne?: RecommendationState | null | undefined;
};

/** What a version says about its period. */
export type ReportContent =
  /** Neither a number nor a word that nothing arose. */
  | 'EMPTY'
  /** No number, and it says that nothing arose (không phát sinh). */
  | 'NIL_RETURN'
  /** It has at least one number. */
  | 'RECEIVED';

/** How far a version of a report has come. */
export type ReportState =
  /** Tiếp nhận: the committee has taken note. */
  | 'ACCEPTED'
  /** Đang soạn: taken in, seen by the organisation only. */
  | 'DRAFT'
  /** Chốt: its figures are current. */
  | 'PUBLISHED'
  /** A later version was published in its place. */
  | 'REPLACED'
  /** Đề nghị bổ sung: the committee asks for more, with reasons. */
  | 'RETURNED'
  /** The leader of the organisation has signed it off. */
  | 'SIGNED_OFF'
  /** Đã gửi: before the committee. */
  | 'SUBMITTED'
  /** Taken back. */
  | 'WITHDRAWN';

/** Kinds of things that can be searched. */
export type SearchKind =
  /** Activities, by name. */
  | 'ACTIVITY'
  /** Agreements, by name. */
  | 'AGREEMENT'
  /** Campaigns, by name. */
  | 'CAMPAIGN'
  /** Documents, by title and number. */
  | 'DOCUMENT'
  /** Evaluations, by name. */
  | 'EVALUATION'
  /** Forms, by title. */
  | 'FORM'
  /** Indicators, by name. */
  | 'INDICATOR'
  /** Movements, by name. */
  | 'MOVEMENT'
  /** Organisations, by every name and abbreviation they ever had. */
  | 'ORGANISATION'
  /** Public office-holders, by name. */
  | 'PERSON'
  /** Places, by every name they ever had. */
  | 'PLACE'
  /** Resolutions and laws that records refer to, by title and number. */
  | 'POLICY'
  /** Recommendations, by text and addressee. */
  | 'RECOMMENDATION'
  /** Target groups, by name. */
  | 'TARGET_GROUP'
  /** Grassroots units, by name. */
  | 'UNIT';

/** How a hit matches, the best first. Case, punctuation and where a tone stands (hòa, hoà) never count. */
export type SearchMatch =
  /** Only with abbreviations written out, or what is written out abbreviated. */
  | 'ABBREVIATION'
  /** The name begins with it. */
  | 'BEGINS'
  /** As BEGINS, without regard to marks and đ. */
  | 'BEGINS_FOLDED'
  /** The name has all its words as parts of words, in any order. */
  | 'CONTAINS'
  /** As CONTAINS, without regard to marks and đ. */
  | 'CONTAINS_FOLDED'
  /** The name is what was looked for. */
  | 'EXACT'
  /** As EXACT, without regard to marks and đ. */
  | 'EXACT_FOLDED'
  /** The name has all its words, in any order. */
  | 'WORDS'
  /** As WORDS, without regard to marks and đ. */
  | 'WORDS_FOLDED';

/** How much of the predecessor went into the successor. */
export type SuccessionExtent =
  /** All of it: its figures are part of the successor’s. */
  | 'FULL'
  /** A part: its figures cannot be carried over. */
  | 'PARTIAL';

/** Which places of a tree a table lists. */
export type TableLevel =
  /** Communes, wards and special zones. */
  | 'COMMUNE'
  /** The nation. */
  | 'COUNTRY'
  /** Provinces and centrally-run cities. */
  | 'PROVINCE';

/** Conditions on target groups. All that are given must hold. */
export type TargetGroupFilter = {
  /** All of these must hold. */
  and?: Array<TargetGroupFilter> | null | undefined;
  /** On the day it was closed. */
  closedOn?: DateFilter | null | undefined;
  /** On the id. */
  id?: IdFilter | null | undefined;
  /** On the organisation that keeps it. */
  keeper?: OrganisationFilter | null | undefined;
  /** On the name; `contains` looks at the English one too. */
  name?: TextFilter | null | undefined;
  /** This must not hold. */
  not?: TargetGroupFilter | null | undefined;
  /** At least one of these must hold. */
  or?: Array<TargetGroupFilter> | null | undefined;
  /** On where it comes from. */
  origin?: ProvenanceKindFilter | null | undefined;
  /** On its province as it was. */
  province?: PlaceFilter | null | undefined;
  /** The records of the place with this id: of the province, or for the country of every province; what lies or was held in a commune also by that commune. */
  within?: string | number | null | undefined;
};

/** Conditions on a text. */
export type TextFilter = {
  /** Contains this, whatever the case, the tone marks and đ: `lao dong` finds “Lao động”. */
  contains?: string | null | undefined;
  /** Equal to this. */
  eq?: string | null | undefined;
  /** One of these. */
  in?: Array<string> | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. */
  ne?: string | null | undefined;
};

/** What a value is. Where several hold, the one named first of RESTRICTED, CARRIED, ESTIMATE, OK. */
export type ValueStatus =
  /** A stock known earlier than the end of the period, and nothing later. */
  | 'CARRIED'
  /** At least one estimate (ước) is in it. */
  | 'ESTIMATE'
  /** No number; `missing` says why. Missing is not zero. */
  | 'MISSING'
  /** The place did not exist at the end of the period, or the organisation does not report there. */
  | 'NOT_APPLICABLE'
  /** A number as reported or added up. */
  | 'OK'
  /** You may not see this indicator here; said whether or not there is a number. */
  | 'RESTRICTED';

/** What a caller may be. */
export type ViewerRole =
  /** Everything. */
  | 'ADMIN'
  /** Published figures of public and state indicators. */
  | 'ANALYST'
  /** Without a key: published figures of public indicators, no breakdowns. */
  | 'ANONYMOUS'
  /** As an officer; signs reports off. */
  | 'LEADER'
  /** Everything of their organisation and of those it came from; sends its reports. */
  | 'OFFICER'
  /** An application with a key; sees what anonymous callers see. */
  | 'PARTNER'
  /** Their province from the day a report is submitted, whatever its disclosure. */
  | 'REVIEWER';

/** Who may know of a record. */
export type Visibility =
  /** The organisation that keeps it, and nobody else. */
  | 'ORGANISATION'
  /** Everybody. */
  | 'PUBLIC'
  /** The organisation and the reviewers of its province. */
  | 'REVIEWERS';

export type ActivitiesByDayQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ActivityFilter | null | undefined;
  days: number;
}>;


export type ActivitiesByDayQuery = { activities: { totalCount: number, nodes: Array<{ id: string, kind: ActivityKind, name: string, participants: number | null, gifts: number | null, valueVnd: string | null, held: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, place: { id: string, code: string, name: string } | null }>, groups: Array<{ count: number, key: { heldDay: string | null }, sum: { participants: string | null, gifts: string | null, valueVnd: string | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type AgreementByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementByIdQuery = { node:
    | { id: string }
    | { kind: AgreementKind, name: string, version: number, visibility: Visibility, closedOn: string | null, id: string, province: { id: string, code: string, name: string }, keeper: { id: string, code: string, name: string } | null, document: { id: string, title: string, number: { symbol: string } | null } | null, signed: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, termStart: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, termEnd: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, parties: Array<{ ordinal: number, role: AgreementPartyRole, organisation: { id: string, code: string, name: string, abbreviation: string } }>, signatories: Array<{ person: { id: string, name: string } | null, organisation: { id: string, code: string }, offices: Array<{ id: string, title: string }> }>, contents: Array<{ ordinal: number, text: string, targetGroups: Array<{ id: string, name: string }>, indicators: Array<{ id: string, code: string, name: string }> }>, objectives: Array<{ ordinal: number, text: string }>, supports: Array<{ ordinal: number, text: string, giver: { id: string, abbreviation: string } | null, receivers: Array<{ id: string, abbreviation: string }> }>, obligations: { nodes: Array<{ id: string, kind: ObligationKind, frequency: ObligationFrequency, text: string, years: Array<{ year: number, due: string, state: ObligationState, metBy:
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
              | { id: string }
             | null }> }> }, plans: { nodes: Array<{ id: string, year: number, name: string, issued: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, fedBy: { id: string, name: string } | null }> }, events: { nodes: Array<{ id: string, kind: AgreementEventKind, name: string, held: { earliest: string | null, latest: string | null, precision: DatePrecision } | null }> }, evaluations: { nodes: Array<{ id: string, year: number | null, stage: EvaluationStage, name: string, grade: EvaluationGrade | null, score: string | null, maxScore: string | null, summary: string | null, conclusion: string | null }> }, recommendations: { totalCount: number, nodes: Array<{ id: string, kind: RecommendationKind, text: string, deadline: string | null, state: RecommendationState | null, overdue: boolean | null, from: { id: string, abbreviation: string }, to: Array<{ id: string, abbreviation: string }> }> }, provenance: { kind: ProvenanceKind, basis: ProvenanceBasis | null, document: { id: string, title: string } | null, quote: { id: string, text: string } | null, fields: Array<{ field: string, basis: ProvenanceBasis, derivedFrom: string | null, quote: { id: string, text: string } | null }> } }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type AgreementsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AgreementFilter | null | undefined;
  orderBy?: Array<AgreementOrder> | AgreementOrder | null | undefined;
}>;


export type AgreementsPageQuery = { agreements: { totalCount: number, nodes: Array<{ id: string, kind: AgreementKind, name: string, version: number, province: { id: string, code: string, name: string }, keeper: { id: string, code: string, abbreviation: string } | null, signed: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, termStart: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, termEnd: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, parties: Array<{ role: AgreementPartyRole, organisation: { id: string, code: string, abbreviation: string } }>, provenance: { kind: ProvenanceKind } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type EventFieldsFragment = { id: string, type: EventType, cursor: string, numberedAt: string, version: number, replacedVersion: number | null, province: { code: string, name: string }, organisation: { code: string } | null, subject:
    | { __typename: 'Activity', id: string }
    | { __typename: 'Agreement', id: string }
    | { __typename: 'AgreementEvent', id: string }
    | { __typename: 'AgreementPlan', id: string }
    | { __typename: 'Attachment', id: string }
    | { __typename: 'Award', id: string }
    | { __typename: 'Campaign', id: string }
    | { __typename: 'Evaluation', id: string }
    | { __typename: 'Figure', id: string }
    | { __typename: 'Form', id: string }
    | { __typename: 'HubEvent', id: string }
    | { __typename: 'Indicator', id: string }
    | { __typename: 'Member', id: string }
    | { __typename: 'Movement', id: string }
    | { __typename: 'Obligation', id: string }
    | { __typename: 'Office', id: string }
    | { __typename: 'Organisation', id: string }
    | { __typename: 'OrganisationUnit', id: string }
    | { __typename: 'Person', id: string }
    | { __typename: 'Place', id: string }
    | { __typename: 'PolicyReference', id: string }
    | { __typename: 'Quote', id: string }
    | { __typename: 'Recommendation', id: string }
    | { __typename: 'Report', id: string }
    | { __typename: 'ReportVersion', id: string }
    | { __typename: 'SourceDocument', id: string }
    | { __typename: 'TargetGroup', id: string }
    | { __typename: 'Upload', id: string }
   | null };

export type EventsLiveSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types?: Array<EventType> | EventType | null | undefined;
  within?: string | number | null | undefined;
  batchSize?: number | null | undefined;
}>;


export type EventsLiveSubscription = { events: { cursor: string, head: string, events: Array<{ id: string, type: EventType, cursor: string, numberedAt: string, version: number, replacedVersion: number | null, province: { code: string, name: string }, organisation: { code: string } | null, subject:
        | { __typename: 'Activity', id: string }
        | { __typename: 'Agreement', id: string }
        | { __typename: 'AgreementEvent', id: string }
        | { __typename: 'AgreementPlan', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Award', id: string }
        | { __typename: 'Campaign', id: string }
        | { __typename: 'Evaluation', id: string }
        | { __typename: 'Figure', id: string }
        | { __typename: 'Form', id: string }
        | { __typename: 'HubEvent', id: string }
        | { __typename: 'Indicator', id: string }
        | { __typename: 'Member', id: string }
        | { __typename: 'Movement', id: string }
        | { __typename: 'Obligation', id: string }
        | { __typename: 'Office', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'OrganisationUnit', id: string }
        | { __typename: 'Person', id: string }
        | { __typename: 'Place', id: string }
        | { __typename: 'PolicyReference', id: string }
        | { __typename: 'Quote', id: string }
        | { __typename: 'Recommendation', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'ReportVersion', id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'TargetGroup', id: string }
        | { __typename: 'Upload', id: string }
       | null }> } };

export type EventsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  types?: Array<EventType> | EventType | null | undefined;
  within?: string | number | null | undefined;
}>;


export type EventsPageQuery = { events: { nodes: Array<{ id: string, type: EventType, cursor: string, numberedAt: string, version: number, replacedVersion: number | null, province: { code: string, name: string }, organisation: { code: string } | null, subject:
        | { __typename: 'Activity', id: string }
        | { __typename: 'Agreement', id: string }
        | { __typename: 'AgreementEvent', id: string }
        | { __typename: 'AgreementPlan', id: string }
        | { __typename: 'Attachment', id: string }
        | { __typename: 'Award', id: string }
        | { __typename: 'Campaign', id: string }
        | { __typename: 'Evaluation', id: string }
        | { __typename: 'Figure', id: string }
        | { __typename: 'Form', id: string }
        | { __typename: 'HubEvent', id: string }
        | { __typename: 'Indicator', id: string }
        | { __typename: 'Member', id: string }
        | { __typename: 'Movement', id: string }
        | { __typename: 'Obligation', id: string }
        | { __typename: 'Office', id: string }
        | { __typename: 'Organisation', id: string }
        | { __typename: 'OrganisationUnit', id: string }
        | { __typename: 'Person', id: string }
        | { __typename: 'Place', id: string }
        | { __typename: 'PolicyReference', id: string }
        | { __typename: 'Quote', id: string }
        | { __typename: 'Recommendation', id: string }
        | { __typename: 'Report', id: string }
        | { __typename: 'ReportVersion', id: string }
        | { __typename: 'SourceDocument', id: string }
        | { __typename: 'TargetGroup', id: string }
        | { __typename: 'Upload', id: string }
       | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type IndicatorRowsQueryVariables = Exact<{
  query: IndicatorQuery;
  first: number;
  after?: string | null | undefined;
  cells?: number | null | undefined;
}>;


export type IndicatorRowsQuery = { indicatorTable: { rows: { nodes: Array<{ status: ValueStatus, source: FigureSource, synthetic: boolean, value: number | null, exact: string | null, missing: MissingReason | null, difference: string | null, indicator: { code: string }, place: { code: string, name: string }, organisation: { code: string } | null, period: { key: string }, coverage: { received: number, placesExpected: number | null, placesReceived: number | null }, contributions: { totalCount: number, nodes: Array<{ exact: string | null, missing: MissingReason | null, version: number, fileSha256: string, sheet: string | null, cell: string, printed: string, place: { code: string }, period: { key: string }, submitter: { code: string } }> } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } };

export type IndicatorSeriesQueryVariables = Exact<{
  query: IndicatorQuery;
}>;


export type IndicatorSeriesQuery = { indicatorTable: { periods: Array<{ key: string, label: string, dataFrom: string, dataTo: string }>, freshness: { position: string, instant: string, unnumbered: number }, series: Array<{ values: Array<number | null>, exact: Array<string | null>, statuses: Array<ValueStatus>, indicator: { code: string, name: string, unit: string }, place: { code: string, name: string }, organisation: { code: string, abbreviation: string } | null }> } };

export type MovementByIdQueryVariables = Exact<{
  id: string | number;
}>;


export type MovementByIdQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { name: string, description: string | null, version: number, visibility: Visibility, closedOn: string | null, id: string, english: string, province: { id: string, code: string, name: string }, keeper: { id: string, code: string, name: string } | null, national: { id: string, name: string } | null, launched: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, ended: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, roles: Array<{ role: OrganisationRole, among: string | null, organisation: { id: string, code: string, name: string } }>, linked: Array<{ movement: { id: string, name: string } | null }>, linkedFrom: Array<{ movement: { id: string, name: string } | null }>, carriedOut: { totalCount: number, nodes: Array<{ id: string, name: string, province: { id: string, name: string } }> }, campaigns: { totalCount: number, nodes: Array<{ id: string, kind: CampaignKind, name: string, year: number | null, starts: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, activities: { totalCount: number } }> }, evaluations: { nodes: Array<{ id: string, year: number | null, stage: EvaluationStage, grade: EvaluationGrade | null, score: string | null, maxScore: string | null }> }, awards: { totalCount: number, nodes: Array<{ id: string, name: string, ladder: AwardLadder, rung: AwardRung, quantity: number }> }, provenance: { kind: ProvenanceKind, basis: ProvenanceBasis | null, document: { id: string, title: string } | null, quote: { id: string, text: string } | null, fields: Array<{ field: string, basis: ProvenanceBasis, derivedFrom: string | null, quote: { id: string, text: string } | null }> }, versions: Array<{ version: number, action: string, reason: string | null, recordedAt: string, changes: Array<{ field: string, before: string | null, after: string | null }> }> }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type MovementsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: MovementFilter | null | undefined;
  orderBy?: Array<MovementOrder> | MovementOrder | null | undefined;
}>;


export type MovementsPageQuery = { movements: { totalCount: number, nodes: Array<{ id: string, name: string, version: number, province: { id: string, code: string, name: string }, national: { id: string, name: string } | null, launched: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, roles: Array<{ role: OrganisationRole, organisation: { id: string, code: string, abbreviation: string } }>, campaigns: { totalCount: number }, provenance: { kind: ProvenanceKind } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type OrganisationMembershipQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  period: string;
}>;


export type OrganisationMembershipQuery = { organisation: { id: string, code: string, name: string, membership: { balance: string | null, period: { key: string, label: string }, membersBefore: { exact: string | null, status: ValueStatus } | null, admitted: { exact: string | null, status: ValueStatus } | null, left: { exact: string | null, status: ValueStatus } | null, members: { exact: string | null, status: ValueStatus, synthetic: boolean } | null } | null } | null };

export type PlaceByCodeQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
}>;


export type PlaceByCodeQuery = { place: { id: string, code: string, name: string, type: PlaceType, validFrom: string | null, validTo: string | null, province: { id: string, code: string, name: string } | null, predecessors: Array<{ on: string, extent: SuccessionExtent, place: { code: string, name: string, validTo: string | null } }>, successors: Array<{ on: string, extent: SuccessionExtent, place: { code: string, name: string, validFrom: string | null } }> } | null };

export type ProvenanceFieldsFragment = { kind: ProvenanceKind, basis: ProvenanceBasis | null, document: { id: string, title: string } | null, quote: { id: string, text: string } | null, fields: Array<{ field: string, basis: ProvenanceBasis, derivedFrom: string | null, quote: { id: string, text: string } | null }> };

export type PublishReportMutationVariables = Exact<{
  input: PublishReportInput;
}>;


export type PublishReportMutation = { publishReport: { report: { id: string, published: { version: number } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string, english: string }> } };

export type RecommendationsPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: RecommendationFilter | null | undefined;
  orderBy?: Array<RecommendationOrder> | RecommendationOrder | null | undefined;
}>;


export type RecommendationsPageQuery = { recommendations: { totalCount: number, nodes: Array<{ id: string, version: number, kind: RecommendationKind, text: string, addressee: string | null, deadline: string | null, state: RecommendationState | null, overdue: boolean | null, issued: { earliest: string | null, latest: string | null, precision: DatePrecision } | null, from: { id: string, abbreviation: string }, to: Array<{ id: string, abbreviation: string }>, agreement: { id: string, name: string } | null, evaluation: { id: string, name: string } | null, followUps: Array<{ ordinal: number, on: string, state: RecommendationState, text: string, organisation: { id: string, abbreviation: string } | null }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReportsOfPlaceQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportsOfPlaceQuery = { place: { name: string, reports: { totalCount: number, nodes: Array<{ id: string, period: { key: string, label: string }, form: { code: string, title: string }, organisation: { code: string, name: string }, versions: Array<{ version: number, state: ReportState, content: ReportContent, synthetic: boolean, createdAt: string }>, published: { version: number, fileSha256: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first: number;
  after?: string | null | undefined;
  kinds?: Array<SearchKind> | SearchKind | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, nodes: Array<{ kind: SearchKind, match: SearchMatch, matched: string, highlights: Array<{ start: number, end: number }>, node:
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
        | { code: string, name: string, id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string, province: { id: string, name: string } }
        | { code: string, name: string, id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
        | { id: string }
        | { id: string }
        | { id: string, province: { id: string, name: string } }
        | { id: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type SpanFieldsFragment = { earliest: string | null, latest: string | null, precision: DatePrecision };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: ViewerRole, organisations: Array<{ code: string, name: string }>, provinces: Array<{ code: string, name: string }> } };

export const EventFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventFieldsFragment, unknown>;
export const ProvenanceFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProvenanceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Provenance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<ProvenanceFieldsFragment, unknown>;
export const SpanFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]} as unknown as DocumentNode<SpanFieldsFragment, unknown>;
export const ActivitiesByDayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ActivitiesByDay"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ActivityFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"days"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"HELD"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"participants"}},{"kind":"Field","name":{"kind":"Name","value":"gifts"}},{"kind":"Field","name":{"kind":"Name","value":"valueVnd"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"by"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"HELD_DAY"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"days"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"heldDay"}}]}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"sum"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"participants"}},{"kind":"Field","name":{"kind":"Name","value":"gifts"}},{"kind":"Field","name":{"kind":"Name","value":"valueVnd"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]} as unknown as DocumentNode<ActivitiesByDayQuery, ActivitiesByDayQueryVariables>;
export const AgreementByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AgreementById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Agreement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"keeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"number"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"symbol"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"termStart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"termEnd"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"signatories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"person"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"offices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"contents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"targetGroups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"indicators"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"objectives"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"supports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"giver"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"receivers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"obligations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"years"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"due"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"metBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"issued"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"HELD"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"held"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"evaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"maxScore"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recommendations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ISSUED"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"ORDINAL"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProvenanceFields"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProvenanceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Provenance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<AgreementByIdQuery, AgreementByIdQueryVariables>;
export const AgreementsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AgreementsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AgreementFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AgreementOrder"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"agreements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"keeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"signed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"termStart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"termEnd"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parties"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]} as unknown as DocumentNode<AgreementsPageQuery, AgreementsPageQueryVariables>;
export const EventsLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"EventsLive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchSize"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"batchSize"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchSize"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"head"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsLiveSubscription, EventsLiveSubscriptionVariables>;
export const EventsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsPageQuery, EventsPageQueryVariables>;
export const IndicatorRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndicatorQuery"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cells"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicatorTable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"placesExpected"}},{"kind":"Field","name":{"kind":"Name","value":"placesReceived"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cells"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"fileSha256"}},{"kind":"Field","name":{"kind":"Name","value":"sheet"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}},{"kind":"Field","name":{"kind":"Name","value":"printed"}},{"kind":"Field","name":{"kind":"Name","value":"submitter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IndicatorRowsQuery, IndicatorRowsQueryVariables>;
export const IndicatorSeriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorSeries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndicatorQuery"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicatorTable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dataFrom"}},{"kind":"Field","name":{"kind":"Name","value":"dataTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"instant"}},{"kind":"Field","name":{"kind":"Name","value":"unnumbered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}}]}}]}}]}}]} as unknown as DocumentNode<IndicatorSeriesQuery, IndicatorSeriesQueryVariables>;
export const MovementByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MovementById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Movement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","alias":{"kind":"Name","value":"english"},"name":{"kind":"Name","value":"name"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"visibility"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"keeper"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"national"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"launched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ended"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"among"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"linked"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"linkedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"carriedOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaigns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"STARTS"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"starts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"activities"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"evaluations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"YEAR"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}},{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"maxScore"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"awards"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"LADDER"}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"RANK"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"ladder"}},{"kind":"Field","name":{"kind":"Name","value":"rung"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProvenanceFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"action"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"before"}},{"kind":"Field","name":{"kind":"Name","value":"after"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProvenanceFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Provenance"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"fields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"derivedFrom"}},{"kind":"Field","name":{"kind":"Name","value":"quote"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]} as unknown as DocumentNode<MovementByIdQuery, MovementByIdQueryVariables>;
export const MovementsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MovementsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MovementFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MovementOrder"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"movements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"national"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"launched"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"campaigns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provenance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]} as unknown as DocumentNode<MovementsPageQuery, MovementsPageQueryVariables>;
export const OrganisationMembershipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OrganisationMembership"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodKey"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organisation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"membership"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"membersBefore"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"admitted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"left"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"}}]}}]}}]}}]} as unknown as DocumentNode<OrganisationMembershipQuery, OrganisationMembershipQueryVariables>;
export const PlaceByCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlaceByCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"predecessors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"successors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlaceByCodeQuery, PlaceByCodeQueryVariables>;
export const PublishReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","alias":{"kind":"Name","value":"english"},"name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]} as unknown as DocumentNode<PublishReportMutation, PublishReportMutationVariables>;
export const RecommendationsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecommendationsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"RecommendationFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecommendationOrder"}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"field"},"value":{"kind":"EnumValue","value":"DEADLINE"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"addressee"}},{"kind":"Field","name":{"kind":"Name","value":"issued"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SpanFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"from"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"agreement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"evaluation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"followUps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ordinal"}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SpanFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DateSpan"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"earliest"}},{"kind":"Field","name":{"kind":"Name","value":"latest"}},{"kind":"Field","name":{"kind":"Name","value":"precision"}}]}}]} as unknown as DocumentNode<RecommendationsPageQuery, RecommendationsPageQueryVariables>;
export const ReportsOfPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportsOfPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"form"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"fileSha256"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportsOfPlaceQuery, ReportsOfPlaceQueryVariables>;
export const SearchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Search"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SearchKind"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"match"}},{"kind":"Field","name":{"kind":"Name","value":"matched"}},{"kind":"Field","name":{"kind":"Name","value":"highlights"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Record"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Organisation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Place"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<SearchQuery, SearchQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provinces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type EventFieldsFragment = { id: string, type: EventType, cursor: string, numberedAt: string, version: number, replacedVersion: number | null, province: { code: string, name: string }, organisation: { code: string } | null, subject:
    | { __typename: 'Activity', id: string }
    | { __typename: 'Agreement', id: string }
    | { __typename: 'AgreementEvent', id: string }
    | { __typename: 'AgreementPlan', id: string }
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

export type PlaceByCodeQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
}>;


export type PlaceByCodeQuery = { place: { id: string, code: string, name: string, type: PlaceType, validFrom: string | null, validTo: string | null, province: { id: string, code: string, name: string } | null, predecessors: Array<{ on: string, extent: SuccessionExtent, place: { code: string, name: string, validTo: string | null } }>, successors: Array<{ on: string, extent: SuccessionExtent, place: { code: string, name: string, validFrom: string | null } }> } | null };

export type PublishReportMutationVariables = Exact<{
  input: PublishReportInput;
}>;


export type PublishReportMutation = { publishReport: { report: { id: string, published: { version: number } | null } | null, userErrors: Array<{ code: string, path: Array<string>, message: string, english: string }> } };

export type ReportsOfPlaceQueryVariables = Exact<{
  code: string;
  on?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReportsOfPlaceQuery = { place: { name: string, reports: { totalCount: number, nodes: Array<{ id: string, period: { key: string, label: string }, form: { code: string, title: string }, organisation: { code: string, name: string }, versions: Array<{ version: number, state: ReportState, content: ReportContent, synthetic: boolean, createdAt: string }>, published: { version: number, fileSha256: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { role: ViewerRole, organisations: Array<{ code: string, name: string }>, provinces: Array<{ code: string, name: string }> } };

export const EventFieldsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventFieldsFragment, unknown>;
export const EventsLiveDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"EventsLive"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"batchSize"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}},{"kind":"Argument","name":{"kind":"Name","value":"batchSize"},"value":{"kind":"Variable","name":{"kind":"Name","value":"batchSize"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"head"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsLiveSubscription, EventsLiveSubscriptionVariables>;
export const EventsPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EventsPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventCursor"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"types"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EventType"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"within"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"Variable","name":{"kind":"Name","value":"types"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"Variable","name":{"kind":"Name","value":"within"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"EventFields"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EventFields"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"HubEvent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"numberedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"replacedVersion"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<EventsPageQuery, EventsPageQueryVariables>;
export const IndicatorRowsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorRows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndicatorQuery"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"cells"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicatorTable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"difference"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"received"}},{"kind":"Field","name":{"kind":"Name","value":"placesExpected"}},{"kind":"Field","name":{"kind":"Name","value":"placesReceived"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contributions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"cells"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"fileSha256"}},{"kind":"Field","name":{"kind":"Name","value":"sheet"}},{"kind":"Field","name":{"kind":"Name","value":"cell"}},{"kind":"Field","name":{"kind":"Name","value":"printed"}},{"kind":"Field","name":{"kind":"Name","value":"submitter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IndicatorRowsQuery, IndicatorRowsQueryVariables>;
export const IndicatorSeriesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IndicatorSeries"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"query"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IndicatorQuery"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicatorTable"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"query"},"value":{"kind":"Variable","name":{"kind":"Name","value":"query"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"dataFrom"}},{"kind":"Field","name":{"kind":"Name","value":"dataTo"}}]}},{"kind":"Field","name":{"kind":"Name","value":"freshness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"instant"}},{"kind":"Field","name":{"kind":"Name","value":"unnumbered"}}]}},{"kind":"Field","name":{"kind":"Name","value":"series"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"indicator"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"abbreviation"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"exact"}},{"kind":"Field","name":{"kind":"Name","value":"statuses"}}]}}]}}]}}]} as unknown as DocumentNode<IndicatorSeriesQuery, IndicatorSeriesQueryVariables>;
export const PlaceByCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PlaceByCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}},{"kind":"Field","name":{"kind":"Name","value":"province"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"predecessors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validTo"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"successors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"place"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PlaceByCodeQuery, PlaceByCodeQueryVariables>;
export const PublishReportDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishReport"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PublishReportInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishReport"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"report"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","alias":{"kind":"Name","value":"english"},"name":{"kind":"Name","value":"message"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"lang"},"value":{"kind":"EnumValue","value":"EN"}}]}]}}]}}]}}]} as unknown as DocumentNode<PublishReportMutation, PublishReportMutationVariables>;
export const ReportsOfPlaceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReportsOfPlace"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"reports"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"form"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"organisation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"versions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"content"}},{"kind":"Field","name":{"kind":"Name","value":"synthetic"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"published"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"fileSha256"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ReportsOfPlaceQuery, ReportsOfPlaceQueryVariables>;
export const ViewerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organisations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"provinces"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
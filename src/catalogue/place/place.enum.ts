import { documentedEnum } from '../../ground/gql/enum.ts';
import type { PlaceType } from './place-name.ts';
import type { PlaceEdgeRow } from './place.row.ts';
import type { PlaceLevel } from './place.seed.ts';

/** `PlaceLevel` in the graph. */
export const PlaceLevelEnum = documentedEnum<PlaceLevel>(
  'PlaceLevel',
  'How high a place stands in the order of places.',
  {
    COUNTRY: 'Việt Nam, code `VN`.',
    PROVINCE: 'Provinces and centrally-run cities (cấp tỉnh): 63 until 30 June 2025, 34 since.',
    COMMUNE: 'Communes, wards and special zones (cấp xã): 3,321 since 1 July 2025.',
  },
);

/** `PlaceType` in the graph. */
export const PlaceTypeEnum = documentedEnum<PlaceType>('PlaceType', 'What a place is called by law on a day.', {
  COUNTRY: 'Quốc gia.',
  PROVINCE: 'Tỉnh.',
  CENTRAL_CITY: 'Thành phố trực thuộc trung ương.',
  WARD: 'Phường.',
  COMMUNE: 'Xã.',
  SPECIAL_ZONE: 'Đặc khu, since 1 July 2025.',
  DISTRICT: 'Huyện, until 30 June 2025; named in older documents only.',
  DISTRICT_TOWN: 'Thị xã, until 30 June 2025; named in older documents only.',
  URBAN_DISTRICT: 'Quận, until 30 June 2025; named in older documents only.',
  PROVINCIAL_CITY: 'Thành phố thuộc tỉnh, until 30 June 2025; named in older documents only.',
});

/** `SuccessionExtent` in the graph: how much of a predecessor went into its successor. */
export const SuccessionExtentEnum = documentedEnum<PlaceEdgeRow['extent']>(
  'SuccessionExtent',
  'How much of the predecessor went into the successor.',
  {
    FULL: 'All of it: its figures are part of the successor’s.',
    PARTIAL: 'A part: its figures cannot be carried over.',
  },
);

import Big from 'big.js';
import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import { groupByKey } from '../../ground/database/by-key.ts';
import type { Tx } from '../../ground/database/data-source.ts';
import { parsePeriodKey } from '../../ground/period/period.ts';
import type { Viewer } from '../../ground/viewer/viewer.ts';
import { type AnsweredTable, answerParsed } from '../table/answer-table.ts';
import type { Cell, Column } from '../table/cell.ts';
import type { AnsweredSeries } from '../table/question.ts';
import { type MembershipIndicators, membershipIndicators } from './membership-indicators.ts';
import { periodBefore } from './period-before.ts';

/** An organisation whose membership is asked. */
export interface MembershipOf {
  readonly organisationId: number;
  readonly provinceId: number;
  readonly kind: OrganisationKind;
}

/** A value of the table with what it takes to show it. */
export interface TableValue {
  readonly series: AnsweredSeries;
  readonly column: Column;
  readonly cell: Cell;
}

/** The values that the membership of an organisation, or of one part of it, consists of; null where it reports no such thing. */
export interface MembershipValues {
  readonly members: TableValue | null;
  readonly before: TableValue | null;
  readonly admitted: TableValue | null;
  readonly left: TableValue | null;
}

/** The membership of one organisation in one period. */
export interface AnsweredMembership {
  readonly table: AnsweredTable;
  readonly column: Column;
  readonly whole: MembershipValues;
  /** By part, as `sex=FEMALE`. */
  readonly parts: readonly { readonly breakdown: string; readonly values: MembershipValues }[];
}

/**
 * The membership of organisations in one period, in their order, from one table and with a fixed number of statements; null for
 * those without members. `parts` asks for women, sectors and the like as well, where the viewer may see them.
 */
export async function answerMemberships(
  tx: Tx,
  viewer: Viewer,
  asked: readonly MembershipOf[],
  key: string,
  parts: boolean,
): Promise<(AnsweredMembership | null)[]> {
  const period = parsePeriodKey(key);
  const kinds = [...new Set(asked.map(({ kind }) => kind))].filter((kind) => membershipIndicators(kind) !== null);
  if (period === null || kinds.length === 0) return asked.map(() => null);
  const before = periodBefore(key);
  const table = await answerParsed(tx, viewer, {
    codes: kinds.flatMap((kind) => Object.values(membershipIndicators(kind) ?? {})),
    columns: before === null ? [period] : [period, before],
    choice: { by: 'keys', keys: [...new Set(asked.map(({ provinceId }) => provinceId))] },
    reporters: { kinds, codes: new Map() },
    on: period.dataTo,
    parts,
  });
  const keyOf = (placeId: number, organisationId: number | null): string => `${placeId}|${organisationId}`;
  const groups = groupByKey(
    asked.map(({ provinceId, organisationId }) => keyOf(provinceId, organisationId)),
    table.series,
    ({ place, organisationId }) => keyOf(place.id, organisationId),
  );
  return asked.map(({ kind }, at) => {
    const indicators = membershipIndicators(kind);
    const series = groups[at] ?? [];
    return indicators && series.length > 0 ? membershipOf(table, indicators, series) : null;
  });
}

function membershipOf(
  table: AnsweredTable,
  indicators: MembershipIndicators,
  series: readonly AnsweredSeries[],
): AnsweredMembership | null {
  const [column, before] = table.columns;
  if (!column) return null;
  const valuesOf = (breakdown: string): MembershipValues => {
    const value = (code: string | undefined, at: number): TableValue | null => {
      const found = series.find((one) => one.definition.code === code && one.breakdown === breakdown);
      const cell = found?.cells[at];
      const under = table.columns[at];
      return found && cell && under ? { series: found, column: under, cell } : null;
    };
    return {
      members: value(indicators.members, 0),
      before: before ? value(indicators.members, 1) : null,
      admitted: value(indicators.admitted, 0),
      left: value(indicators.left, 0),
    };
  };
  const breakdowns = [...new Set(series.map(({ breakdown }) => breakdown))].filter((key) => key !== '').sort();
  return {
    table,
    column,
    whole: valuesOf(''),
    parts: breakdowns.map((breakdown) => ({ breakdown, values: valuesOf(breakdown) })),
  };
}

/** What the four values leave open, exactly: members before, plus admitted, less left, less members now; null where one is missing. */
export function balanceOf({ members, before, admitted, left }: MembershipValues): string | null {
  const [now, then, came, gone] = [members, before, admitted, left].map((value) => value?.cell.exact ?? null);
  if (now == null || then == null || came == null || gone == null) return null;
  return new Big(then).plus(came).minus(gone).minus(now).toFixed();
}

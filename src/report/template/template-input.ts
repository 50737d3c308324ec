import type { FormSpec } from '../../catalogue/form/form.spec.ts';
import type { OrganisationKind } from '../../catalogue/organisation/organisation.kind.ts';
import type { Period } from '../../ground/period/period.ts';
import type { PublishedFigure } from './published-figure.store.ts';

/** Everything a template is made of; the same input gives the same bytes. */
export interface TemplateInput {
  readonly form: FormSpec;
  readonly organisation: {
    readonly code: string;
    readonly kind: OrganisationKind;
    readonly name: string;
    /** The body it belongs to; null where there is none. */
    readonly superior: string | null;
  };
  readonly place: { readonly id: number; readonly code: string; readonly name: string };
  /** The province that the place lies in, or is. */
  readonly province: { readonly name: string };
  readonly period: Period;
  /** The communes of the province on the last day of the data, in the order they are printed. */
  readonly communes: readonly { readonly id: number; readonly code: string; readonly name: string }[];
  /** What is filled in beforehand; null where the viewer does not report for the organisation. */
  readonly figures: TemplateFigures | null;
}

/** Where figures for filling in beforehand come from. */
export interface TemplateFigures {
  readonly published: readonly PublishedFigure[];
  /** The same period of the year before. */
  readonly yearBefore: Period;
  /** The period before, for reference: a month's or quarter's neighbour, else the same period of the year before. */
  readonly before: Period;
  /** Key of the year whose targets are filled in. */
  readonly year: string;
}

/** Finds a figure by place, indicator, breakdown, measure and period. */
export type FigureFinder = (
  placeId: number,
  indicator: string,
  breakdown: string,
  measure: PublishedFigure['measure'],
  period: string,
) => PublishedFigure | null;

/** A finder over figures. */
export function figureFinder(figures: readonly PublishedFigure[]): FigureFinder {
  const keyOf = (...parts: readonly (string | number)[]): string => parts.join(' ');
  const byKey = new Map(
    figures.map((figure) => [
      keyOf(figure.placeId, figure.indicator, figure.breakdown, figure.measure, figure.period),
      figure,
    ]),
  );
  return (...parts) => byKey.get(keyOf(...parts)) ?? null;
}

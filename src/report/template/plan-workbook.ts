import { areaReferenceSheet, areaSheet } from './area-sheet.ts';
import { guideSheet } from './guide-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { identityOf, identitySheet } from './template-identity.ts';
import type { TemplateInput } from './template-input.ts';
import type { WorkbookPlan } from './workbook-plan.ts';

/** Lays a template out: the form, what was reported before where it needs a sheet, the instruction, the hidden identity. */
export function planWorkbook(input: TemplateInput): { plan: WorkbookPlan; prefilled: number } {
  const { form } = input;
  const { sheet, prefilled } = form.layout === 'AREA_ROWS' ? areaSheet(input, form) : indicatorSheet(input, form);
  const reference = form.layout === 'AREA_ROWS' ? areaReferenceSheet(input, form) : null;
  const properties = identityOf(input);
  const identity = identitySheet(properties);
  const plan: WorkbookPlan = {
    title: `${form.code} – ${form.titleVi}`,
    author: 'Phối Hợp',
    sheets: [sheet, ...(reference === null ? [] : [reference]), guideSheet(input), identity.sheet],
    names: identity.names,
    properties,
  };
  return { plan, prefilled };
}

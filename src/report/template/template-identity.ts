import { SheetCanvas } from './sheet-canvas.ts';
import type { TemplateInput } from './template-input.ts';
import type { PlannedSheet } from './workbook-plan.ts';

/** Raised when the layout of templates changes in a way that a program has to know of. */
const TEMPLATE_VERSION = '1';
const SHEET = 'phoi-hop';

/** What tells a program which form, organisation, place and period a template is for: by custom document property. */
export function identityOf({ form, organisation, place, period }: TemplateInput): Map<string, string> {
  return new Map([
    ['phoi-hop-template', TEMPLATE_VERSION],
    ['phoi-hop-form', form.code],
    ['phoi-hop-form-version', String(form.version)],
    ['phoi-hop-organisation', organisation.code],
    ['phoi-hop-place', place.code],
    ['phoi-hop-period', period.key],
    ['phoi-hop-data-from', period.dataFrom],
    ['phoi-hop-data-to', period.dataTo],
  ]);
}

/** The same on a hidden sheet, for formats and programs that drop document properties, and names for its cells. */
export function identitySheet(identity: ReadonlyMap<string, string>): {
  sheet: PlannedSheet;
  names: Map<string, string>;
} {
  const canvas = new SheetCanvas();
  const names = new Map<string, string>();
  for (const [at, [name, value]] of [...identity].entries()) {
    canvas.put(at + 1, 1, 'plain', name);
    canvas.put(at + 1, 2, 'plain', value);
    names.set(name.replaceAll('-', '_'), `'${SHEET}'!$B$${at + 1}`);
  }
  const sheet: PlannedSheet = {
    name: SHEET,
    hidden: true,
    cells: canvas.cells,
    rules: [],
    widths: [28, 24],
    heights: canvas.heights,
    frozen: { rows: 0, columns: 0 },
    repeated: null,
    landscape: false,
    footer: '',
  };
  return { sheet, names };
}

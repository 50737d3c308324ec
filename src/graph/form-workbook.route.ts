import { HubError } from '../ground/gql/hub-error.ts';
import type { Context } from '../ground/gql/context.ts';
import { parseSubmittedPeriod } from '../report/intake/submitted-period.ts';
import { formWorkbook, XLSX_MEDIA_TYPE } from '../report/template/form-workbook.ts';
import type { RouteHandler } from './edge-options.ts';
import { disposition } from './file.route.ts';

const FIELDS = ['organisation', 'place', 'period'] as const;

/**
 * `GET /forms/:code/workbook?organisation=LDLD-91&place=91&period=2026-S1`: the form as an Excel workbook, to be filled in.
 * Refusals are answered as `{ errors }`: 400 with all that is missing or unknown.
 */
export function formWorkbookRoute(): RouteHandler<Context> {
  return async (request, response, tools) => {
    const context = await tools.context();
    const query = new URL(request.url ?? '/', 'http://hub').searchParams;
    const [organisation = '', place = '', period = ''] = FIELDS.map((name) => query.get(name) ?? '');
    const missing = FIELDS.filter((name) => (query.get(name) ?? '') === '');
    if (missing.length > 0) throw incomplete(missing);
    const form = tools.params['code'] ?? '';
    const made = await formWorkbook(context, { form, organisation, place, period: parseSubmittedPeriod(period) });
    if (tools.signal.aborted) return;
    response.writeHead(200, {
      'content-type': XLSX_MEDIA_TYPE,
      'content-length': made.bytes.length,
      'content-disposition': disposition(made.fileName),
      'repr-digest': `sha-256=:${Buffer.from(made.sha256, 'hex').toString('base64')}:`,
      'cache-control': 'no-store',
    });
    response.end(made.bytes);
  };
}

function incomplete(missing: readonly string[]): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Thiếu tham số ${missing.join(', ')}; cần: ${FIELDS.join(', ')}.`,
    en: `Missing the parameters ${missing.join(', ')}; needed: ${FIELDS.join(', ')}.`,
  });
}

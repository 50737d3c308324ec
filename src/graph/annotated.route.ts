import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../ground/gql/context.ts';
import { type AnnotatedCopy, annotatedUpload } from '../report/attachment/annotated-copy.ts';
import { XLSX_MEDIA_TYPE } from '../report/template/form-workbook.ts';
import type { FileReader } from '../report/intake/reader/file-reader.ts';
import type { IntakeResult } from '../report/intake/receive.ts';
import type { RouteHandler } from './edge-options.ts';
import { disposition, noFile } from './file.route.ts';
import { sendText } from './http-answer.ts';

/**
 * `GET /uploads/:id/annotated`: the workbook of an upload with its issues as comments, for those who may see the upload. The
 * same 404 whether there is nothing, nothing for this caller, or nothing to comment on.
 */
export function annotatedRoute({ reader }: { reader: FileReader }): RouteHandler<Context> {
  return async (_request, response, tools) => {
    const copy = await annotatedUpload(await tools.context(), reader, tools.params['id'] ?? '');
    if (copy === null) throw noFile();
    sendCopy(response, 200, copy);
  };
}

/** Whether a sender asks for the workbook back instead of JSON: by the field `annotate`, or by `Accept`. */
export function wantsCopy(request: IncomingMessage, annotate: string | undefined): boolean {
  if (annotate !== undefined) return annotate === 'true';
  const { accept = '' } = request.headers;
  const workbook = weightOf(accept, XLSX_MEDIA_TYPE);
  return workbook > 0 && workbook >= weightOf(accept, 'application/json');
}

/** How much a media type is wanted that is named as such: 0 where it is not. */
function weightOf(accept: string, type: string): number {
  for (const range of accept.split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    if (name !== type) continue;
    const weight = parameters.find((parameter) => parameter.startsWith('q='));
    return weight === undefined ? 1 : Number(weight.slice(2)) || 0;
  }
  return 0;
}

/** Answers with the copy; what became of the file stands in short in `Intake-Result`, where it has just been sent. */
export function sendCopy(
  response: ServerResponse,
  status: number,
  copy: AnnotatedCopy,
  result?: Omit<IntakeResult, 'values' | 'changes'>,
): void {
  sendText(response, status, copy.bytes, {
    'content-type': copy.mediaType,
    'content-disposition': disposition(copy.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
    ...(result === undefined ? {} : { 'intake-result': shortForm(result) }),
    ...(result?.upload ? { 'content-location': `/uploads/${result.upload}/annotated` } : {}),
  });
}

/** JSON in plain letters, as a header can carry it. */
function shortForm({
  outcome,
  dryRun,
  upload,
  report,
  version,
  counts,
  issues,
  issuesOmitted,
}: Omit<IntakeResult, 'values' | 'changes'>): string {
  return JSON.stringify({ outcome, dryRun, upload, report, version, counts, issues: issues.length + issuesOmitted });
}

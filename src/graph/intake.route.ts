import type { ServerResponse } from 'node:http';
import type { Context } from '../ground/gql/context.ts';
import type { ErrorCode } from '../ground/gql/error-code.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { annotatedCopy } from '../report/attachment/annotated-copy.ts';
import { attachRefusals } from '../report/attachment/attach-refusal.ts';
import { receiveWithAttachments } from '../report/attachment/receive-with-attachments.ts';
import { parseSubmittedPeriod } from '../report/intake/submitted-period.ts';
import type { FileReader } from '../report/intake/reader/file-reader.ts';
import { sendCopy, wantsCopy } from './annotated.route.ts';
import type { RouteHandler } from './edge-options.ts';
import { badForm, readForm } from './multipart.ts';
import { MOST_ALONG, sentAlong } from './sent-along.ts';

const RULES = { files: 1 + MOST_ALONG, needed: 'file, form, organisation, place, period' };
const FIELDS = ['form', 'organisation', 'place', 'period'] as const;

const STATUSES: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ILLEGAL_STATE: 409,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/**
 * `POST /intake`: takes one workbook in, with its signed document (`signed`) and other files (`narrative`, `attachment`),
 * and answers the intake result as JSON, or the workbook with its issues as comments where that is asked for and there are
 * any: 200 where it was taken (or would be, in a dry run), 422 where it was refused, 400, 401, 403, 409, 413 or 415 with
 * `{ errors }` where it could not be read at all.
 */
export function intakeRoute({ synthetic, reader }: { synthetic: boolean; reader: FileReader }): RouteHandler<Context> {
  return async (request, response, tools) => {
    try {
      const context = await tools.context();
      // Before the first byte of a body that may be large.
      if (context.viewer.role === 'ANONYMOUS') throw attachRefusals.unauthenticated();
      const form = await readForm(request, RULES);
      const { fields } = form;
      const { sent, others } = sentAlong(form, RULES);
      const [file] = others;
      if (!file) throw badForm(RULES, 'thiếu tệp', 'there is no file');
      if (others.length > 1) throw badForm(RULES, 'mỗi lần chỉ gửi một tệp số liệu', 'send one workbook at a time');
      const missing = FIELDS.filter((name) => !fields[name]);
      if (missing.length > 0)
        throw badForm(RULES, `thiếu trường ${missing.join(', ')}`, `missing fields ${missing.join(', ')}`);
      const submission = {
        form: fields['form'] ?? '',
        organisation: fields['organisation'] ?? '',
        place: fields['place'] ?? '',
        period: parseSubmittedPeriod(fields['period'] ?? ''),
      };
      const options = { dryRun: fields['dryRun'] === 'true', synthetic, reader, sent };
      const result = await receiveWithAttachments(context, file, submission, options);
      const status = result.outcome === 'REJECT' ? 422 : 200;
      const copy =
        result.annotatable && wantsCopy(request, fields['annotate'])
          ? await annotatedCopy(reader, file, result.issues)
          : null;
      if (copy === null) answer(response, status, result);
      else sendCopy(response, status, copy, result);
    } catch (fault) {
      if (!(fault instanceof HubError)) throw fault;
      answer(response, STATUSES[fault.code] ?? 400, {
        errors: [{ message: fault.message, extensions: fault.extensions }],
      });
    }
    return true;
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

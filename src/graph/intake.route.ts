import type { IncomingMessage, ServerResponse } from 'node:http';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import type { Context } from '../ground/gql/context.ts';
import type { ErrorCode } from '../ground/gql/error-code.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { parseSubmittedPeriod } from '../report/intake/submitted-period.ts';
import { type ArrivedFile, receive } from '../report/intake/receive.ts';
import type { RouteHandler } from './edge-options.ts';

/** Bytes a report file may have. */
const FILE_LIMIT = 20 * 1024 * 1024;

const FIELDS = ['form', 'organisation', 'place', 'period', 'dryRun'] as const;
type FieldName = (typeof FIELDS)[number];

/** What a multipart request carried. */
interface Arrived {
  file: ArrivedFile;
  fields: Partial<Record<FieldName, string>>;
}

const STATUSES: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/**
 * `POST /intake`: takes one file in and answers the intake result as JSON: 200 where it was taken (or would be, in a dry
 * run), 422 where it was refused, 400, 401, 403, 413 or 415 with `{ errors }` where it could not be read at all.
 */
export function intakeRoute(synthetic: boolean): RouteHandler<Context> {
  return async (request, response, tools) => {
    try {
      const context = await tools.context();
      const { file, fields } = await readForm(request);
      const missing = (['form', 'organisation', 'place', 'period'] as const).filter((name) => !fields[name]);
      if (missing.length > 0)
        throw badForm(`thiếu trường ${missing.join(', ')}`, `missing fields ${missing.join(', ')}`);
      const submission = {
        form: fields.form ?? '',
        organisation: fields.organisation ?? '',
        place: fields.place ?? '',
        period: parseSubmittedPeriod(fields.period ?? ''),
      };
      const result = await receive(context, file, submission, { dryRun: fields.dryRun === 'true', synthetic });
      answer(response, result.outcome === 'REJECT' ? 422 : 200, result);
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

/** Reads one file and the fields; holds at most one file in memory and stops reading where the limit is passed. */
function readForm(request: IncomingMessage): Promise<Arrived> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new HubError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      vi: `Cần gửi multipart/form-data; nhận được “${type}”.`,
      en: `Send multipart/form-data; got “${type}”.`,
    });
  }
  const form = openForm(request);
  return new Promise((resolve, reject) => {
    const fields: Arrived['fields'] = {};
    const files: ArrivedFile[] = [];
    const fail = (fault: Error): void => {
      request.unpipe(form);
      request.resume();
      reject(fault);
    };
    const broken = (): void => fail(badForm('nội dung multipart bị hỏng', 'the multipart body is broken'));
    form.on('field', (name, value) => {
      const known = FIELDS.find((field) => field === name);
      if (known) fields[known] = value;
    });
    form.on('file', (_field, stream, name) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => fail(tooLarge()));
      // A body that ends in the middle of the file raises this here as well; unheard, it would end the process.
      stream.on('error', broken);
      stream.on('end', () => files.push({ bytes: Buffer.concat(chunks), name: plainName(name) }));
    });
    form.on('filesLimit', () => fail(badForm('mỗi lần chỉ gửi một tệp', 'send one file at a time')));
    form.on('error', broken);
    form.on('finish', () => {
      const [file] = files;
      if (file) resolve({ file, fields });
      else reject(badForm('thiếu tệp', 'there is no file'));
    });
    request.on('aborted', () => fail(badForm('đường truyền bị ngắt', 'the connection was cut')));
    request.pipe(form);
  });
}

/** The reader of a multipart body, which wants a boundary in the header before it has seen a byte. */
function openForm(request: IncomingMessage): InstanceType<typeof Busboy> {
  const limits = { files: 1, fileSize: FILE_LIMIT, fields: 20, fieldSize: 2_000, parts: 25 };
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits });
  } catch (cause) {
    throw badForm('tiêu đề Content-Type không có boundary đúng', 'the Content-Type has no proper boundary', cause);
  }
}

/** Only the last part of a name that a client may have sent as a path. */
function plainName(name: string | undefined): string {
  return (name ?? '').split(/[\\/]/).at(-1)?.normalize('NFC').slice(0, 200) || 'unnamed';
}

function tooLarge(): HubError {
  const megabytes = FILE_LIMIT / 1024 / 1024;
  return new HubError({
    code: 'BODY_TOO_LARGE',
    vi: `Tệp lớn hơn ${megabytes} MB. Hãy bỏ ảnh và các trang không thuộc biểu mẫu rồi gửi lại.`,
    en: `The file is larger than ${megabytes} MB. Remove pictures and sheets that are not part of the form, and send it again.`,
  });
}

function badForm(vi: string, en: string, cause?: unknown): HubError {
  const fields = 'file, form, organisation, place, period';
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Yêu cầu gửi báo cáo không đúng: ${vi}. Cần: ${fields}.`,
    en: `Not an intake request: ${en}. Needed: ${fields}.`,
    cause,
  });
}

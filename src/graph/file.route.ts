import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../ground/gql/context.ts';
import { HubError } from '../ground/gql/hub-error.ts';
import { fold } from '../ground/text/fold.ts';
import { attachLater } from '../report/attachment/attach-later.ts';
import { attachRefusals } from '../report/attachment/attach-refusal.ts';
import { attachmentDownload, type Download, workbookDownload } from '../report/attachment/download.ts';
import type { FileReader } from '../report/intake/reader/file-reader.ts';
import type { RouteHandler } from './edge-options.ts';
import { sendJson } from './http-answer.ts';
import { badForm, readForm } from './multipart.ts';
import { MOST_ALONG, sentAlong } from './sent-along.ts';

const RULES = { files: MOST_ALONG, needed: 'signed, narrative, attachment' };

/**
 * The paths of files: `GET /uploads/{id}/file` and `GET /attachments/{id}` answer exact bytes, with the same 404 whether
 * there is nothing or nothing for this caller; `POST /reports/{id}/attachments` takes files for the latest version of a
 * report: 200 with what became of them, 422 where they were refused.
 */
export function fileRoutes({ reader }: { reader: FileReader }): Readonly<Record<string, RouteHandler<Context>>> {
  return {
    'GET /uploads/:id/file': download(workbookDownload),
    'GET /attachments/:id': download(attachmentDownload),
    'POST /reports/:id/attachments': attachRoute(reader),
  };
}

function attachRoute(reader: FileReader): RouteHandler<Context> {
  return async (request, response, tools) => {
    const context = await tools.context();
    if (context.viewer.role === 'ANONYMOUS') throw attachRefusals.unauthenticated();
    const form = await readForm(request, RULES);
    const { sent, others } = sentAlong(form, RULES);
    if (others.length > 0)
      throw badForm(RULES, `không có phần “${others[0]?.field}”`, `there is no part “${others[0]?.field}”`);
    const { expectedVersion, dryRun } = form.fields;
    if (expectedVersion !== undefined && !/^[1-9]\d{0,8}$/.test(expectedVersion))
      throw badForm(RULES, 'expectedVersion là số từ 1', 'expectedVersion is a number from 1');
    const result = await attachLater(context, tools.params['id'] ?? '', sent, {
      reader,
      dryRun: dryRun === 'true',
      expectedVersion: expectedVersion === undefined ? undefined : Number(expectedVersion),
    });
    sendJson(response, result.outcome === 'REJECT' ? 422 : 200, result, { 'cache-control': 'no-store' });
  };
}

function download(find: (context: Context, id: string) => Promise<Download | null>): RouteHandler<Context> {
  return async (request, response, tools) => {
    const file = await find(await tools.context(), tools.params['id'] ?? '');
    if (file === null) throw noFile();
    await send(request, response, file, tools.signal);
  };
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  file: Download,
  signal: AbortSignal,
): Promise<void> {
  const etag = `"${file.sha256}"`;
  // Private and asked about each time: who may have it can change, the bytes never do.
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': file.mediaType,
    'content-length': file.byteSize,
    'content-disposition': disposition(file.fileName),
    'content-security-policy': "default-src 'none'; sandbox",
  });
  let sent = 0;
  for await (const chunk of file.chunks()) {
    sent += chunk.length;
    if (!response.write(chunk)) await once(response, 'drain', { signal });
  }
  if (sent === file.byteSize) response.end();
  // A file that ends early must not look whole.
  else response.destroy();
}

/** To be saved and never shown in place, under its own name (RFC 6266, RFC 5987) and one in plain letters. */
export function disposition(name: string): string {
  const plain = fold(name).replace(/[^\w.-]+/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** The one answer where a file is not there, or not for the caller. */
export function noFile(): HubError {
  return new HubError({
    code: 'NOT_FOUND',
    vi: 'Không có tệp này, hoặc khóa truy cập không được lấy. Hãy kiểm tra đường dẫn và tiêu đề Authorization: Bearer <khóa>.',
    en: 'There is no such file, or the key may not have it. Check the path and the header Authorization: Bearer <key>.',
  });
}

import type { IncomingMessage } from 'node:http';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { HubError } from '../ground/gql/hub-error.ts';
import { MOST_ATTACHED_BYTES } from '../report/intake/inspect/inspect-file.ts';

const MEGABYTE = 1024 * 1024;
/** Bytes that a whole request may have: a workbook, a signed document and what belongs to them. */
const BODY_LIMIT = 60 * MEGABYTE;

/** A file of a form. */
export interface FormFile {
  /** Name of the part. */
  readonly field: string;
  /** The last part of the name it was sent under, in NFC. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What a multipart request carried. */
export interface Form {
  /** By name; of a field that stands several times the last. */
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly files: readonly FormFile[];
}

/** What a form may hold. */
export interface FormRules {
  /** Files at most. */
  readonly files: number;
  /** What is needed, for the refusal: names of fields. */
  readonly needed: string;
}

/**
 * Reads a form; it is in memory as a whole and never more than the limits, beyond which reading stops. Raises `HubError`
 * UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE or BAD_USER_INPUT.
 */
export async function readForm(request: IncomingMessage, rules: FormRules): Promise<Form> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) {
    throw new HubError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      vi: `Cần gửi multipart/form-data; nhận được “${type}”.`,
      en: `Send multipart/form-data; got “${type}”.`,
    });
  }
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT) throw bodyTooLarge();
  const form = openForm(request, rules);
  try {
    return await collect(request, form, rules);
  } finally {
    request.unpipe(form);
    request.resume();
  }
}

function collect(request: IncomingMessage, form: InstanceType<typeof Busboy>, rules: FormRules): Promise<Form> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = Object.create(null) as Record<string, string>;
    const files: FormFile[] = [];
    const broken = (): void => reject(badForm(rules, 'nội dung multipart bị hỏng', 'the multipart body is broken'));
    form.on('field', (name, value, _nameCut, valueCut) => {
      if (valueCut) reject(badForm(rules, `trường ${name} quá dài`, `the field ${name} is too long`));
      fields[name] = value;
    });
    form.on('file', (field, stream, name) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('limit', () => reject(fileTooLarge()));
      // A body that ends in the middle of the file raises this here as well; unheard, it would end the process.
      stream.on('error', broken);
      stream.on('end', () => files.push({ field, bytes: Buffer.concat(chunks), name: plainName(name) }));
    });
    form.on('filesLimit', () =>
      reject(badForm(rules, `mỗi lần gửi tối đa ${rules.files} tệp`, `send at most ${rules.files} files at a time`)),
    );
    form.on('error', broken);
    form.on('finish', () => resolve({ fields, files }));
    request.on('aborted', () => reject(badForm(rules, 'đường truyền bị ngắt', 'the connection was cut')));
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > BODY_LIMIT) reject(bodyTooLarge());
    });
    request.pipe(form);
  });
}

/** The reader of a multipart body, which wants a boundary in the header before it has seen a byte. */
function openForm(request: IncomingMessage, rules: FormRules): InstanceType<typeof Busboy> {
  const limits = {
    files: rules.files,
    fileSize: MOST_ATTACHED_BYTES,
    fields: 30,
    fieldSize: 8_000,
    parts: rules.files + 30,
  };
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits });
  } catch (cause) {
    throw badForm(
      rules,
      'tiêu đề Content-Type không có boundary đúng',
      'the Content-Type has no proper boundary',
      cause,
    );
  }
}

/** Only the last part of a name that a client may have sent as a path, without signs that are not seen. */
function plainName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(0, 200) || 'unnamed'
  );
}

function fileTooLarge(): HubError {
  const megabytes = MOST_ATTACHED_BYTES / MEGABYTE;
  return new HubError({
    code: 'BODY_TOO_LARGE',
    vi: `Tệp lớn hơn ${megabytes} MB. Hãy bỏ ảnh và các trang không thuộc biểu mẫu rồi gửi lại.`,
    en: `The file is larger than ${megabytes} MB. Remove pictures and sheets that are not part of the form, and send it again.`,
  });
}

function bodyTooLarge(): HubError {
  const megabytes = BODY_LIMIT / MEGABYTE;
  return new HubError({
    code: 'BODY_TOO_LARGE',
    vi: `Các tệp gửi một lần lớn hơn ${megabytes} MB. Hãy gửi biểu số liệu và văn bản ký trước, các tệp khác gửi sau.`,
    en: `The files sent at once are larger than ${megabytes} MB. Send the workbook and the signed document first and the others later.`,
  });
}

/** A form that is not what the path needs. */
export function badForm({ needed }: FormRules, vi: string, en: string, cause?: unknown): HubError {
  return new HubError({
    code: 'BAD_USER_INPUT',
    vi: `Yêu cầu gửi báo cáo không đúng: ${vi}. Cần: ${needed}.`,
    en: `Not an intake request: ${en}. Needed: ${needed}.`,
    cause,
  });
}

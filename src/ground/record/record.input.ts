import { Field, ID, InputType, Int } from 'type-graphql';
import { HubError } from '../gql/hub-error.ts';
import { fromGlobalId, numbersInId } from '../gql/node.ts';
import { DateScalar } from '../gql/scalars.ts';
import { normalise } from '../text/fold.ts';
import { type Visibility, VisibilityEnum } from './visibility.enum.ts';

/** What every mutation that enters a record is given. */
@InputType({ description: 'What every such input has.' })
export abstract class NewRecordInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation that keeps the record; left out for a national one, which only an administrator enters.',
  })
  keeper?: string | null;
  @Field(() => VisibilityEnum, { description: 'Who may know of it.' }) visibility!: Visibility;
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key.',
  })
  idempotencyKey?: string | null;
}

/** What every mutation that changes a record is given. */
@InputType({ description: 'What every such input has.' })
export abstract class NextVersionInput {
  @Field(() => ID, { description: 'The record.' }) id!: string;
  @Field(() => Int, {
    description: 'The version you have seen. If a newer one has come, the answer is CONFLICT and says both.',
  })
  expectedVersion!: number;
  @Field(() => String, { description: 'Why it is changed. It is kept with the version and in the audit trail.' })
  reason!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice, 1 to 200 characters: the same key and input answer the same, once. May also come as the header Idempotency-Key.',
  })
  idempotencyKey?: string | null;
}

/** What closes a record. */
@InputType('CloseRecordInput', { description: 'Which record is closed, on which day and why.' })
export class CloseRecordInput extends NextVersionInput {
  @Field(() => DateScalar, { description: 'The first day on which it is closed.' }) on!: string;
}

/** The key in a global id of the wanted type. Raises `HubError` BAD_USER_INPUT with the path of the input. */
export function keyOf(type: string, globalId: string, ...path: string[]): number {
  const key = numbersInId(globalId, type, 1)?.[0];
  if (key !== undefined) return key;
  const came = fromGlobalId(globalId)?.type ?? globalId;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path,
    vi: `“${path.join('.')}” cần mã định danh của ${type}; nhận được ${came}.`,
    en: `“${path.join('.')}” needs the id of a ${type}; got ${came}.`,
  });
}

/** The same for an input that may be left out (undefined: unchanged) or null (nothing). */
export function optionalKey(
  type: string,
  globalId: string | null | undefined,
  ...path: string[]
): number | null | undefined {
  return globalId === null || globalId === undefined ? globalId : keyOf(type, globalId, ...path);
}

/** The text as the hub stores it. Raises `HubError` BAD_USER_INPUT where it is null, nothing is left of it or it is too long. */
export function textOf(text: string | null, ...path: string[]): string {
  const clean = normalise((text ?? '').replaceAll('\0', ''));
  if (clean.length > 0 && clean.length <= 10_000) return clean;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path,
    vi: `“${path.join('.')}” cần từ 1 đến 10.000 ký tự; nhận được ${clean.length}.`,
    en: `“${path.join('.')}” needs 1 to 10,000 characters; got ${clean.length}.`,
  });
}

/** The same for an input that may be left out (undefined: unchanged) or null (nothing). */
export function optionalText(text: string | null | undefined, ...path: string[]): string | null | undefined {
  return text === null || text === undefined ? text : textOf(text, ...path);
}

/** What an input may leave out (undefined: unchanged) and not take away. Raises `HubError` BAD_USER_INPUT for null. */
export function kept<T>(value: T | null | undefined, ...path: string[]): T | undefined {
  if (value !== null) return value;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path,
    vi: `“${path.join('.')}” không được để trống; nhận được null. Hãy bỏ trường này nếu không sửa.`,
    en: `“${path.join('.')}” cannot be taken away; got null. Leave it out to keep it.`,
  });
}

/** The same for a text, as the hub stores it. Raises `HubError` BAD_USER_INPUT. */
export function keptText(text: string | null | undefined, ...path: string[]): string | undefined {
  return text === undefined ? undefined : textOf(text, ...path);
}

/** A calendar year, 1900 to 2100, that may be left out (undefined: unchanged) or null (nothing). Raises `HubError` BAD_USER_INPUT. */
export function yearOf(year: number | null | undefined, ...path: string[]): number | null | undefined {
  if (year === null || year === undefined || (year >= 1900 && year <= 2100)) return year;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path,
    vi: `“${path.join('.')}” cần một năm dương lịch từ 1900 đến 2100; nhận được ${year}.`,
    en: `“${path.join('.')}” needs a calendar year from 1900 to 2100; got ${year}.`,
  });
}

/** A calendar year that may be left out (undefined: unchanged) or null (nothing). Raises `HubError` BAD_USER_INPUT outside 1945 to 2200. */
export function optionalYear(year: number | null | undefined, ...path: string[]): number | null | undefined {
  if (year === null || year === undefined || (year >= 1945 && year <= 2200)) return year;
  throw new HubError({
    code: 'BAD_USER_INPUT',
    path,
    vi: `“${path.join('.')}” cần năm từ 1945 đến 2200; nhận được ${year}.`,
    en: `“${path.join('.')}” needs a year from 1945 to 2200; got ${year}.`,
  });
}

/** Without what was left out: what remains is what a change states. */
export function stated(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

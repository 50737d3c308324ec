import { Args, Field, ObjectType } from 'type-graphql';
import { documentedEnum } from '../gql/enum.ts';
import { inLanguage, LanguageArgs } from '../gql/language.ts';
import type { Basis, Origin, SourcedRow } from './record.row.ts';

/** `ProvenanceKind` in the graph. */
export const ProvenanceKindEnum = documentedEnum<Origin>('ProvenanceKind', 'Where a record comes from.', {
  SOURCE: 'From a document that is named.',
  REPORT: 'From a report that was taken in.',
  SYNTHETIC: 'Made up for the demonstration (số liệu giả lập); it says nothing about the world.',
  MANUAL: 'Entered by an organisation or by the hub’s catalogue.',
});

/** `ProvenanceBasis` in the graph. */
const ProvenanceBasisEnum = documentedEnum<Basis>('ProvenanceBasis', 'Whether the source itself says it.', {
  STATED: 'The source says so.',
  DERIVED: 'Worked out from what the source says; the field says from what.',
});

/** Properties of a row that its provenance is made from. */
export const PROVENANCE_NEEDS = [
  'origin',
  'basis',
  'sourceDocumentId',
  'sourceQuoteId',
  'sourceReportProvinceId',
  'sourceReportId',
  'fieldSources',
] as const;

/** Where one field comes from, where that differs from its record. */
@ObjectType({ description: 'Where one field comes from, where that differs from the record as a whole.' })
export class FieldProvenance {
  @Field(() => String, { description: 'The field of the record, as `launched`.' }) field!: string;
  @Field(() => ProvenanceBasisEnum, { description: 'Whether the source itself says it.' }) basis!: Basis;
  quoteId!: number | null;
  vi!: string | null;
  en!: string | null;

  @Field(() => String, { nullable: true, description: 'From what it was derived; null where it is stated.' })
  derivedFrom(@Args(() => LanguageArgs) { lang }: LanguageArgs): string | null {
    return this.vi === null || this.en === null ? null : inLanguage(lang, this.vi, this.en);
  }
}

/** Where a record, or a part of one, comes from. */
@ObjectType({ description: 'Where a record, or a part of one, comes from.' })
export class Provenance {
  @Field(() => ProvenanceKindEnum, { description: 'The kind of its origin.' }) kind!: Origin;
  @Field(() => ProvenanceBasisEnum, {
    nullable: true,
    description: 'Whether the document itself says it; null where there is no document.',
  })
  basis!: Basis | null;
  @Field(() => [FieldProvenance], { description: 'The fields whose origin differs from the whole, by name.' })
  fields!: FieldProvenance[];
  documentId!: number | null;
  quoteId!: number | null;
  reportProvinceId!: number | null;
  reportId!: string | null;
}

/** The provenance of a row; nothing is made where its columns were not read, since then nobody asked. */
export function toProvenance(row: SourcedRow): Provenance {
  if (row.origin === undefined) return undefined as never;
  const fields = Object.entries(row.fieldSources ?? {}).map(([field, { basis, quoteId, from }]) =>
    Object.assign(new FieldProvenance(), {
      field,
      basis,
      quoteId: quoteId ?? null,
      vi: from?.vi ?? null,
      en: from?.en ?? null,
    }),
  );
  return Object.assign(new Provenance(), {
    kind: row.origin,
    basis: row.basis,
    fields: fields.sort((a, b) => (a.field < b.field ? -1 : 1)),
    documentId: row.sourceDocumentId,
    quoteId: row.sourceQuoteId,
    reportProvinceId: row.sourceReportProvinceId,
    reportId: row.sourceReportId,
  });
}

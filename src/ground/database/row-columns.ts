import { getMetadataArgsStorage } from 'typeorm';

/** Types that must leave the database as text: exact numbers and days. */
const AS_TEXT: ReadonlySet<string> = new Set(['bigint', 'numeric', 'date']);

/**
 * The columns of a table class as SQL over an alias, by property: what `ListSource.select` takes. Days, bigints and numerics
 * leave as text. The class must have been declared; inherited columns count.
 */
export function rowColumns(row: abstract new () => object, alias: string): Record<string, string> {
  const classes: unknown[] = [];
  for (
    let type: unknown = row;
    typeof type === 'function' && type !== Function.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    classes.push(type);
  }
  const columns = getMetadataArgsStorage().columns.filter(({ target }) => classes.includes(target));
  return Object.fromEntries(
    columns.map(({ propertyName, options }) => {
      const sql = `${alias}.${options.name ?? propertyName}`;
      return [propertyName, AS_TEXT.has(String(options.type)) ? `${sql}::text` : sql];
    }),
  );
}

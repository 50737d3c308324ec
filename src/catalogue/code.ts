/** Whether a text can be a code at all: letters, digits, '-' and '_', at most 40. Others (a NUL among them) need not reach the database. */
export function isCode(text: string): boolean {
  return /^[0-9A-Za-z_-]{1,40}$/.test(text);
}

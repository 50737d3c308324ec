import { Big } from 'big.js';

/** Whole numbers up to here are added as such: their sums stay exact for a thousand rows more than a sheet has. */
const MOST_WHOLE = 2 ** 32;

/**
 * A sum of decimal strings, exact. Whole numbers, which most are, are added as numbers while that is exact: adding up a
 * million of them as decimals takes as long as reading them.
 */
export class ExactSum {
  #whole = 0;
  #rest = new Big(0);

  add(value: string): void {
    // A fraction may be lost in a double: 3000000000.00000001 would pass for a whole number.
    const number = value.includes('.') ? NaN : Number(value);
    if (Number.isInteger(number) && Math.abs(number) <= MOST_WHOLE && Number.isSafeInteger(this.#whole + number))
      this.#whole += number;
    else this.#rest = this.#rest.plus(value);
  }

  get value(): Big {
    return this.#rest.plus(this.#whole);
  }
}

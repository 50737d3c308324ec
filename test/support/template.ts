/** Loads what every test database begins with: the catalogue. */
export async function loadTemplate(_ownerUrl: string): Promise<void> {
  // The catalogue's loader joins here.
}

import { loadCatalogue } from '../../src/catalogue/load-catalogue.ts';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import { rows } from '../../src/rows.ts';

/** Loads what every test database begins with: the catalogue, in an archive of real reports. */
export async function loadTemplate(ownerUrl: string): Promise<void> {
  const owner = await openDataSource({ url: ownerUrl, entities: rows, poolSize: 1, applicationName: 'test template' });
  try {
    await owner.transaction((tx) => loadCatalogue(tx));
    await owner.query(`insert into archive (kind) values ('REAL')`);
  } finally {
    await owner.destroy();
  }
}

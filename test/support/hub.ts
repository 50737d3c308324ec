import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../../src/ground/database/data-source.ts';
import type { RoleUrls } from '../../src/ground/database/roles.ts';
import { rows } from '../../src/rows.ts';
import { createDatabase, dropDatabase, testServer, withDatabase } from './postgres.ts';

/** The variable by which globalSetup passes on the logins of the template database. */
export const templateVariable = 'PHOI_HOP_TEST_TEMPLATE';

/** A database of one test file: migrated, with the catalogue, and nothing else. */
export interface TestDatabase {
  name: string;
  ownerUrl: string;
  urls: RoleUrls;
  drop(): Promise<void>;
}

/** Clones the template; 50–80 ms. Drop it when the file is done. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const logins = process.env[templateVariable];
  if (!logins) throw new Error(`${templateVariable} is not set: run the tests with "npm test".`);
  const urls = JSON.parse(logins) as RoleUrls;
  const name = `t_${randomBytes(6).toString('hex')}`;
  const server = testServer();
  const ownerUrl = await createDatabase(server, name, 'hub_template');
  return {
    name,
    ownerUrl,
    urls: {
      hub: withDatabase(urls.hub, name),
      sequencer: withDatabase(urls.sequencer, name),
      reader: withDatabase(urls.reader, name),
    },
    drop: () => dropDatabase(server, name),
  };
}

/** Both pools of a hub on a test database, with every statement heard. */
export interface TestPools {
  hub: DataSource;
  reader: DataSource;
  /** Texts of the statements since the last `splice`; transaction control is left out. */
  statements: string[];
  close(): Promise<void>;
}

/** Opens the pools a hub works with. */
export async function openTestPools(database: TestDatabase): Promise<TestPools> {
  const statements: string[] = [];
  const onStatement = (text: string): void => {
    if (
      !/^(start transaction|begin|commit|rollback|set transaction|select version\(\)|select \* from current_schema)/i.test(
        text,
      )
    ) {
      statements.push(text);
    }
  };
  const [hub, reader] = await Promise.all([
    openDataSource({ url: database.urls.hub, entities: rows, poolSize: 6, applicationName: 'test hub', onStatement }),
    openDataSource({
      url: database.urls.reader,
      entities: rows,
      poolSize: 6,
      applicationName: 'test reader',
      onStatement,
    }),
  ]);
  statements.length = 0;
  return { hub, reader, statements, close: async () => void (await Promise.all([hub.destroy(), reader.destroy()])) };
}

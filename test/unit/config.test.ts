import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Config, configTable, type Environment, parseConfig } from '../../src/config.ts';

function accepted(env: Environment): Config {
  const result = parseConfig(env);
  if ('faults' in result) throw new Error(result.faults.join('\n'));
  return result.ok;
}

function faults(env: Environment): string[] {
  const result = parseConfig(env);
  return 'faults' in result ? result.faults : [];
}

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(accepted({})).toEqual({
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      roleUrls: { hub: null, sequencer: null, reader: null },
      rolePrefix: 'phoi_hop',
      dataDir: '.hub',
      demo: 'auto',
      introspection: 'open',
      corsOrigins: [],
      logLevel: 'info',
      shutdownGraceMs: 10_000,
    });
  });

  it('takes every variable', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgresql://owner:secret@db:5433/hub',
      HUB_RUNTIME_URL: 'postgres://a:b@db/hub',
      HUB_SEQUENCER_URL: 'postgres://c:d@db/hub',
      HUB_READER_URL: 'postgres://e:f@localhost/hub?host=/run/postgresql',
      HUB_ROLE_PREFIX: '_tay_ninh_2',
      HUB_DATA_DIR: '/srv/hub',
      HUB_DEMO: 'off',
      HUB_INTROSPECTION: 'authenticated',
      HUB_CORS_ORIGINS: 'https://a.example.vn, http://localhost:5173',
      LOG_LEVEL: 'debug',
      HUB_SHUTDOWN_GRACE_MS: '2500',
    };
    expect(accepted(env)).toEqual({
      port: 0,
      host: '::1',
      databaseUrl: 'postgresql://owner:secret@db:5433/hub',
      roleUrls: {
        hub: 'postgres://a:b@db/hub',
        sequencer: 'postgres://c:d@db/hub',
        reader: 'postgres://e:f@localhost/hub?host=/run/postgresql',
      },
      rolePrefix: '_tay_ninh_2',
      dataDir: '/srv/hub',
      demo: 'off',
      introspection: 'authenticated',
      corsOrigins: ['https://a.example.vn', 'http://localhost:5173'],
      logLevel: 'debug',
      shutdownGraceMs: 2500,
    });
    expect(Object.keys(env).sort()).toEqual(configTable.map((row) => row.name).sort());
  });

  it('counts an empty variable as unset', () => {
    expect(accepted(Object.fromEntries(configTable.map((row) => [row.name, '']))).port).toBe(4000);
  });

  it('reports all faults together, each with its variable, what came and what is accepted', () => {
    const found = faults({
      PORT: '70000',
      HUB_DEMO: 'yes',
      LOG_LEVEL: 'loud',
      HUB_ROLE_PREFIX: 'Phối',
      HUB_CORS_ORIGINS: 'https://a.vn/x',
    });
    expect(found).toHaveLength(5);
    expect(found[0]).toBe('PORT is "70000"; accepted is a whole number from 0 to 65535.');
    expect(found.join('\n')).toContain('HUB_DEMO is "yes"; accepted is one of on, off, auto.');
    expect(found.join('\n')).toContain('HUB_ROLE_PREFIX is "Phối"');
    expect(found.join('\n')).toContain('HUB_CORS_ORIGINS is "https://a.vn/x"');
  });

  it.each(['80.5', '1e3', '-1', '0x50', 'http', '65536', '99999999999'])('refuses %j as a port', (PORT) => {
    expect(faults({ PORT })).toHaveLength(1);
  });

  it.each(['mysql://root:geheim@db/hub', 'postgres//root:geheim@db/hub', 'root:geheim@db'])(
    'refuses the database %j without repeating its password',
    (DATABASE_URL) => {
      const found = faults({ DATABASE_URL });
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^DATABASE_URL is .*accepted is postgres:\/\//);
      expect(found[0]).not.toContain('geheim');
    },
  );

  it('refuses ready logins without a database of their own', () => {
    expect(faults({ HUB_RUNTIME_URL: 'postgres://a:b@db/hub' })).toEqual([
      'HUB_RUNTIME_URL is set but DATABASE_URL is not: the embedded database makes its own logins. Set DATABASE_URL too, or unset HUB_RUNTIME_URL.',
    ]);
  });

  it('never throws, whatever the environment holds', () => {
    const names = configTable.map((row) => row.name);
    const env = fc.dictionary(fc.constantFrom(...names), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(
        env,
        (given) =>
          'ok' in parseConfig(given) || faults(given).every((fault) => names.some((name) => fault.startsWith(name))),
      ),
    );
  });

  it('takes every port and no other number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        (port) => (faults({ PORT: String(port) }).length === 0) === port <= 65_535,
      ),
    );
  });
});

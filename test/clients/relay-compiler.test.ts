import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { promisedSchema } from '../support/client-operations.ts';
import {
  addPaginated,
  addSavedOperations,
  openRelayProject,
  pagedFields,
  type RelayProject,
} from '../support/client-relay.ts';

let project: RelayProject;
beforeEach(async () => {
  project = await openRelayProject();
});
afterEach(() => project.remove());

describe('Relay’s compiler', () => {
  it('compiles every saved operation', async () => {
    const names = await addSavedOperations(project);
    expect(names.length).toBeGreaterThan(15);
    expect(await project.compile()).toMatchObject({ code: 0, said: expect.not.stringMatching(/error/i) });
    for (const name of names) expect([name, project.artifact(name)]).toEqual([name, expect.anything()]);
  });

  it('pages through every connection, and on the root and on nodes fetches the next page by itself', async () => {
    const fields = pagedFields(await promisedSchema());
    expect(fields.filter(({ parent }) => parent === 'Query').length).toBeGreaterThanOrEqual(6);
    expect(fields.filter(({ parent, refetchable }) => parent !== 'Query' && refetchable).length).toBeGreaterThanOrEqual(
      5,
    );
    const names = await Promise.all(fields.map((field) => addPaginated(project, field)));
    expect(await project.compile()).toMatchObject({ code: 0, said: expect.not.stringMatching(/error/i) });
    for (const name of names) expect([name, project.artifact(name)]).toEqual([name, expect.anything()]);
  });

  it('refuses what the schema does not have, so that the two above can fail', async () => {
    await project.add('Wrong', 'query WrongQuery { place(code: "91") { colour } }');
    expect(await project.compile()).toMatchObject({ code: 1, said: expect.stringContaining('colour') });
  });
});

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  Kind,
  print,
  visit,
} from 'graphql';
import { projectPath } from '../../src/ground/project-path.ts';
import { savedFiles } from './client-operations.ts';
import { isPaged } from './schema-walk.ts';

/** A folder with modules of `graphql` tags, and what Relay's compiler makes of them. */
export interface RelayProject {
  /** Puts a module `<name>.js` with these definitions into the project. */
  add(name: string, ...definitions: string[]): Promise<void>;
  /** Runs the compiler; answers how it ended and what it said. */
  compile(): Promise<{ code: number; said: string }>;
  /** What the compiler has written for an operation or fragment. */
  artifact(name: string): unknown;
  remove(): Promise<void>;
}

/** Makes an empty project over schema/hub.graphql in a temporary folder. */
export async function openRelayProject(): Promise<RelayProject> {
  const folder = await mkdtemp(join(tmpdir(), 'phoi-hop-relay-'));
  await mkdir(join(folder, 'src'));
  await mkdir(join(folder, 'made'));
  await cp(projectPath('schema', 'hub.graphql'), join(folder, 'hub.graphql'));
  const config = {
    src: './src',
    schema: './hub.graphql',
    artifactDirectory: './made',
    language: 'javascript',
    eagerEsModules: false,
  };
  await writeFile(join(folder, 'relay.config.json'), JSON.stringify(config));
  const compiler = projectPath('node_modules', 'relay-compiler', 'cli.js');
  return {
    add: (name, ...definitions) =>
      writeFile(
        join(folder, 'src', `${name}.js`),
        definitions.map((text) => `graphql\`\n${text.replaceAll('`', '\\`')}\n\`;\n`).join('\n'),
      ),
    compile: () =>
      new Promise((resolve) => {
        const arguments_ = [compiler, '--noWatchman', join(folder, 'relay.config.json')];
        execFile(process.execPath, arguments_, { cwd: folder }, (fault, stdout, stderr) => {
          const code = fault === null ? 0 : typeof fault.code === 'number' ? fault.code : -1;
          resolve({ code, said: `${stdout}${stderr}` });
        });
      }),
    artifact: (name) => createRequire(join(folder, 'made', 'any.js'))(`./${name}.graphql.js`) as unknown,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Adds every saved operation, each file as a module, with the names Relay wants: beginning with the module's, ending with the kind. */
export async function addSavedOperations(project: RelayProject): Promise<string[]> {
  const files = await savedFiles();
  const names = new Map<string, string>();
  for (const { file, definitions } of files) {
    for (const node of definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) names.set(node.name.value, `${moduleOf(file)}_${node.name.value}`);
  }
  const made: string[] = [];
  for (const { file, definitions } of files) {
    const module = moduleOf(file);
    const texts = definitions.map((definition, at) => {
      const kind = definition.kind === Kind.OPERATION_DEFINITION ? capital(definition.operation) : '';
      const own = kind === '' ? '' : `${module}${at === 0 ? '' : at}${kind}`;
      const renamed = visit(definition, {
        OperationDefinition: (node) => ({ ...node, name: { kind: Kind.NAME as const, value: own } }),
        FragmentDefinition: (node) => ({ ...node, name: { ...node.name, value: names.get(node.name.value) ?? '' } }),
        FragmentSpread: (node) => ({ ...node, name: { ...node.name, value: names.get(node.name.value) ?? '' } }),
      });
      made.push(own === '' ? (names.get(definition.name?.value ?? '') ?? '') : own);
      return print(renamed);
    });
    await project.add(module, ...texts);
  }
  return made;
}

/** `explorer/01-first-numbers.graphql` as `Explorer01FirstNumbers`. */
function moduleOf(file: string): string {
  return file
    .replace(/\.graphql$/, '')
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join('');
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

/** A field that answers a connection. */
export interface PagedField {
  parent: string;
  field: GraphQLField<unknown, unknown>;
  /** Whether it can be fetched again on its own: on the root, or through `node(id)`. */
  refetchable: boolean;
}

/** Every field of the schema that answers a connection one can go on in with `first` and `after`. */
export function pagedFields(schema: GraphQLSchema): PagedField[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    const refetchable = type === schema.getQueryType() || type.getInterfaces().some(({ name }) => name === 'Node');
    return Object.values(type.getFields())
      .filter((field) => isPaged(field) && getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => ({ parent: type.name, field, refetchable }));
  });
}

/**
 * Adds a module with a fragment that pages through the field, and on the root and on nodes the query that goes on in it.
 * Answers the name of what the compiler will make of the last of them.
 */
export async function addPaginated(project: RelayProject, { parent, field, refetchable }: PagedField): Promise<string> {
  const module = `${parent}${capital(field.name)}`;
  const fragment = `${module}_it`;
  const own = field.args.filter(
    (argument) => ['first', 'after'].includes(argument.name) || isRequiredArgument(argument),
  );
  const again = refetchable ? ` @refetchable(queryName: "${module}PageQuery")` : '';
  await project.add(
    module,
    `fragment ${fragment} on ${parent} @argumentDefinitions(${own.map(definitionOf).join(', ')})${again} {
      ${field.name}(${own.map(({ name }) => `${name}: $${name}`).join(', ')}) @connection(key: "${module}_${field.name}") {
        edges { node { __typename } }
      }
    }`,
  );
  return refetchable ? `${module}PageQuery` : fragment;
}

function definitionOf({ name, type }: GraphQLArgument): string {
  return `${name}: { type: "${String(type)}" }`;
}

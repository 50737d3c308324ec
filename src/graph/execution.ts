import { GraphQLError, createSourceEventStream, execute, getOperationAST, getVariableValues } from 'graphql';
import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLErrorExtensions,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { compileSchema, planOf, type Plan } from './compile-plan.ts';
import { copyError } from './error-copy.ts';
import { guardJitRuntime } from './jit-guard.ts';
import { mappedStream } from './mapped-stream.ts';
import { masked, maskedFault, maskedThrown, type EdgeLogger } from './mask.ts';
import { coded, unknownOperation } from './validate.ts';

/** Compiled programs that are kept; the least recently used goes first. */
const MOST_PROGRAMS = 500;
/** A document is compiled when it comes for the second time: one-off documents do not pay for it. */
const COMPILE_AT = 2;

/** What an execution needs: as graphql-js's `execute`, without the schema, which is fixed. */
export type OperationArgs = Pick<
  ExecutionArgs,
  'document' | 'contextValue' | 'operationName' | 'variableValues' | 'rootValue'
>;

/** Counters for tests and logs. */
export interface ExecutionStats {
  /** Programs held now. */
  readonly programs: number;
  /** Executions by a compiled program since the start. */
  readonly compiled: number;
  /** Executions by graphql-js since the start. */
  readonly interpreted: number;
}

/** One executor for all transports; its errors are masked already. */
export interface Execution {
  execute(args: OperationArgs): Promise<ExecutionResult>;
  /** A stream of results, or one result with errors when the subscription could not start. */
  subscribe(args: OperationArgs): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult>;
  stats(): ExecutionStats;
}

/** Settings of `compiledExecution`. */
export interface ExecutionOptions {
  /** Where masked faults are logged with their cause. */
  readonly logger: EdgeLogger;
  /** The context for the next event of a subscription (fresh loaders, permissions looked up again); default: the same one. */
  readonly renewContext?: (context: unknown) => unknown;
}

type Run = (
  root: unknown,
  context: unknown,
  variables: Record<string, unknown>,
) => ExecutionResult | Promise<ExecutionResult>;

interface Entry {
  seen: number;
  plan: Plan | undefined;
  run: Run | undefined;
}

/**
 * Executes by graphql-jit from an operation's second sight on, and by graphql-js before that and for whatever the compiler
 * would answer differently (see compile-plan.ts). graphql-js reads the variables in both cases, so coercion errors are its own.
 * In resolvers, `info.schema` and the variable types in `info.operation` are those of the compiled copy.
 * Fields without a resolver must be plain properties: no functions and no promises.
 */
export function compiledExecution(schema: GraphQLSchema, options: ExecutionOptions): Execution {
  guardJitRuntime();
  return new CompiledExecution(schema, options);
}

class CompiledExecution implements Execution {
  readonly #schema: GraphQLSchema;
  readonly #compileSchema: GraphQLSchema;
  readonly #options: ExecutionOptions;
  readonly #entries = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Entry>>();
  readonly #recent = new Set<Entry>();
  #compiled = 0;
  #interpreted = 0;

  constructor(schema: GraphQLSchema, options: ExecutionOptions) {
    this.#schema = schema;
    this.#compileSchema = compileSchema(schema);
    this.#options = options;
  }

  stats(): ExecutionStats {
    return { programs: this.#recent.size, compiled: this.#compiled, interpreted: this.#interpreted };
  }

  async execute(args: OperationArgs): Promise<ExecutionResult> {
    const prepared = this.#prepare(args);
    return 'errors' in prepared
      ? { errors: prepared.errors }
      : this.#run(args, prepared, args.rootValue, args.contextValue);
  }

  async subscribe(args: OperationArgs): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
    const prepared = this.#prepare(args);
    if ('errors' in prepared) return { errors: prepared.errors };
    const { logger, renewContext } = this.#options;
    try {
      const source = await createSourceEventStream({ ...withoutUndefined(args), schema: this.#schema });
      if (!isStream(source)) return this.#masked(source);
      const onEvent = async (event: unknown): Promise<ExecutionResult> => {
        const context = renewContext === undefined ? args.contextValue : await renewContext(args.contextValue);
        return this.#run(args, prepared, event, context);
      };
      return mappedStream(source, onEvent, (error) => ({ errors: [maskedThrown(error, logger)] }));
    } catch (error) {
      return { errors: [maskedThrown(error, logger)] };
    }
  }

  #prepare(
    args: OperationArgs,
  ):
    | { readonly operation: OperationDefinitionNode; readonly variables: Record<string, unknown> }
    | { readonly errors: readonly GraphQLError[] } {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation == null) return { errors: [unknownOperation(args.document, args.operationName)] };
    const read = getVariableValues(this.#schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
      maxErrors: 50,
    });
    if (read.errors !== undefined) return { errors: read.errors.map((error) => coded(error, 'BAD_USER_INPUT')) };
    return { operation, variables: read.coerced };
  }

  async #run(
    args: OperationArgs,
    prepared: { operation: OperationDefinitionNode; variables: Record<string, unknown> },
    root: unknown,
    context: unknown,
  ): Promise<ExecutionResult> {
    const { operation, variables } = prepared;
    const run = this.#programFor(args.document, operation, variables);
    try {
      if (run !== undefined) {
        this.#compiled += 1;
        return this.#masked(await run(root, context, variables));
      }
      this.#interpreted += 1;
      return this.#masked(
        await execute({ ...withoutUndefined(args), schema: this.#schema, rootValue: root, contextValue: context }),
      );
    } catch (error) {
      return { errors: [maskedFault(error, this.#options.logger)], data: null };
    }
  }

  #programFor(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): Run | undefined {
    const entry = this.#entry(document, operation);
    entry.seen += 1;
    if (entry.seen < COMPILE_AT) return undefined;
    entry.plan ??= planOf(this.#schema, document, operation);
    if (!entry.plan.compile) return undefined;
    for (const name of entry.plan.nested) if (!Object.hasOwn(variables, name)) return undefined;
    const run = entry.run ?? this.#compile(entry, entry.plan.document, operation);
    if (run !== undefined) this.#keep(entry, run);
    return run;
  }

  /** Entries hang on the operation's node, so a client cannot grow them with names that do not exist. */
  #entry(document: DocumentNode, operation: OperationDefinitionNode): Entry {
    let entries = this.#entries.get(document);
    if (entries === undefined) this.#entries.set(document, (entries = new Map<OperationDefinitionNode, Entry>()));
    let entry = entries.get(operation);
    if (entry === undefined) entries.set(operation, (entry = { seen: 0, plan: undefined, run: undefined }));
    return entry;
  }

  #compile(entry: Entry, document: DocumentNode, operation: OperationDefinitionNode): Run | undefined {
    const program = compileQuery(this.#compileSchema, document, operation.name?.value, {
      disablingCapturingStackErrors: true,
    });
    if (isCompiledQuery(program)) return program.query as Run;
    entry.plan = { compile: false, reason: 'refused by the compiler' };
    return undefined;
  }

  #keep(entry: Entry, run: Run): void {
    entry.run = run;
    this.#recent.delete(entry);
    this.#recent.add(entry);
    if (this.#recent.size <= MOST_PROGRAMS) return;
    const [oldest] = this.#recent;
    if (oldest === undefined) return;
    oldest.run = undefined;
    this.#recent.delete(oldest);
  }

  #masked(result: ExecutionResult): ExecutionResult {
    if (result.errors === undefined) return result;
    return { ...result, errors: result.errors.map((error) => masked(rebuilt(error), this.#options.logger)) };
  }
}

/** graphql-jit's errors lack extensions where the cause has none; Apollo and the mask rely on the object. */
function rebuilt(error: GraphQLError): GraphQLError {
  const cause = error.originalError;
  const own = cause instanceof GraphQLError ? cause.extensions : undefined;
  return copyError(error, { extensions: { ...own, ...(error.extensions as GraphQLErrorExtensions | undefined) } });
}

function isStream(value: AsyncIterable<unknown> | ExecutionResult): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}

/** `exactOptionalPropertyTypes`: graphql-js's arguments may be absent or null, and not undefined. */
function withoutUndefined(args: OperationArgs): OperationArgs {
  return Object.fromEntries(
    Object.entries(args).filter(([, value]) => value !== undefined),
  ) as unknown as OperationArgs;
}

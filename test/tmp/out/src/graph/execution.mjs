import { GraphQLError, createSourceEventStream, execute, getOperationAST, getVariableValues } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { compileSchema, planOf } from './compile-plan.mjs';
import { copyError } from './error-copy.mjs';
import { guardJitRuntime } from './jit-guard.mjs';
import { mappedStream } from './mapped-stream.mjs';
import { masked, maskedFault, maskedThrown } from './mask.mjs';
import { coded, unknownOperation } from './validate.mjs';
/** Compiled programs that are kept; the least recently used goes first. */ const MOST_PROGRAMS = 500;
/** A document is compiled when it comes for the second time: one-off documents do not pay for it. */ const COMPILE_AT = 2;
/**
 * Executes by graphql-jit from an operation's second sight on, and by graphql-js before that and for whatever the compiler
 * would answer differently (see compile-plan.ts). graphql-js reads the variables in both cases, so coercion errors are its own.
 * In resolvers, `info.schema` and the variable types in `info.operation` are those of the compiled copy.
 * Fields without a resolver must be plain properties: no functions and no promises.
 */ export function compiledExecution(schema, options) {
    guardJitRuntime();
    return new CompiledExecution(schema, options);
}
let CompiledExecution = class CompiledExecution {
    #schema;
    #compileSchema;
    #options;
    #entries = new WeakMap();
    #recent = new Set();
    #compiled = 0;
    #interpreted = 0;
    constructor(schema, options){
        this.#schema = schema;
        this.#compileSchema = compileSchema(schema);
        this.#options = options;
    }
    stats() {
        return {
            programs: this.#recent.size,
            compiled: this.#compiled,
            interpreted: this.#interpreted
        };
    }
    async execute(args) {
        const prepared = this.#prepare(args);
        return 'errors' in prepared ? {
            errors: prepared.errors
        } : this.#run(args, prepared, args.rootValue, args.contextValue);
    }
    async subscribe(args) {
        const prepared = this.#prepare(args);
        if ('errors' in prepared) return {
            errors: prepared.errors
        };
        const { logger, renewContext } = this.#options;
        try {
            const source = await createSourceEventStream({
                ...withoutUndefined(args),
                schema: this.#schema
            });
            if (!isStream(source)) return this.#masked(source);
            const onEvent = async (event)=>{
                const context = renewContext === undefined ? args.contextValue : await renewContext(args.contextValue);
                return this.#run(args, prepared, event, context);
            };
            return mappedStream(source, onEvent, (error)=>({
                    errors: [
                        maskedThrown(error, logger)
                    ]
                }));
        } catch (error) {
            return {
                errors: [
                    maskedThrown(error, logger)
                ]
            };
        }
    }
    #prepare(args) {
        const operation = getOperationAST(args.document, args.operationName);
        if (operation == null) return {
            errors: [
                unknownOperation(args.document, args.operationName)
            ]
        };
        const read = getVariableValues(this.#schema, operation.variableDefinitions ?? [], args.variableValues ?? {}, {
            maxErrors: 50
        });
        if (read.errors !== undefined) return {
            errors: read.errors.map((error)=>coded(error, 'BAD_USER_INPUT'))
        };
        return {
            operation,
            variables: read.coerced
        };
    }
    async #run(args, prepared, root, context) {
        const { operation, variables } = prepared;
        const run = this.#programFor(args.document, operation, variables);
        try {
            if (run !== undefined) {
                this.#compiled += 1;
                return this.#masked(await run(root, context, variables));
            }
            this.#interpreted += 1;
            return this.#masked(await execute({
                ...withoutUndefined(args),
                schema: this.#schema,
                rootValue: root,
                contextValue: context
            }));
        } catch (error) {
            return {
                errors: [
                    maskedFault(error, this.#options.logger)
                ],
                data: null
            };
        }
    }
    #programFor(document, operation, variables) {
        const entry = this.#entry(document, operation);
        entry.seen += 1;
        if (entry.seen < COMPILE_AT) return undefined;
        entry.plan ??= planOf(this.#schema, document, operation);
        if (!entry.plan.compile) return undefined;
        for (const name of entry.plan.nested)if (!Object.hasOwn(variables, name)) return undefined;
        const run = entry.run ?? this.#compile(entry, entry.plan.document, operation);
        if (run !== undefined) this.#keep(entry, run);
        return run;
    }
    /** Entries hang on the operation's node, so a client cannot grow them with names that do not exist. */ #entry(document, operation) {
        let entries = this.#entries.get(document);
        if (entries === undefined) this.#entries.set(document, entries = new Map());
        let entry = entries.get(operation);
        if (entry === undefined) entries.set(operation, entry = {
            seen: 0,
            plan: undefined,
            run: undefined
        });
        return entry;
    }
    #compile(entry, document, operation) {
        const program = compileQuery(this.#compileSchema, document, operation.name?.value, {
            disablingCapturingStackErrors: true
        });
        if (isCompiledQuery(program)) return program.query;
        entry.plan = {
            compile: false,
            reason: 'refused by the compiler'
        };
        return undefined;
    }
    #keep(entry, run) {
        entry.run = run;
        this.#recent.delete(entry);
        this.#recent.add(entry);
        if (this.#recent.size <= MOST_PROGRAMS) return;
        const [oldest] = this.#recent;
        if (oldest === undefined) return;
        oldest.run = undefined;
        this.#recent.delete(oldest);
    }
    #masked(result) {
        if (result.errors === undefined) return result;
        return {
            ...result,
            errors: result.errors.map((error)=>masked(rebuilt(error), this.#options.logger))
        };
    }
};
/** graphql-jit's errors lack extensions where the cause has none; Apollo and the mask rely on the object. */ function rebuilt(error) {
    const cause = error.originalError;
    const own = cause instanceof GraphQLError ? cause.extensions : undefined;
    return copyError(error, {
        extensions: {
            ...own,
            ...error.extensions
        }
    });
}
function isStream(value) {
    return Symbol.asyncIterator in value;
}
/** `exactOptionalPropertyTypes`: graphql-js's arguments may be absent or null, and not undefined. */ function withoutUndefined(args) {
    return Object.fromEntries(Object.entries(args).filter(([, value])=>value !== undefined));
}

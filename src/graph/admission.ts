import { Kind, getOperationAST, visit } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, GraphQLError } from 'graphql';
import { HubError } from '../ground/gql/hub-error.ts';
import { pageSizeErrors, variablePages, type PageUse } from './page.rule.ts';
import { parseDocument, unknownOperation, validateDocument } from './validate.ts';

/** Characters of documents that are kept parsed for WebSocket and SSE; the least recently used go first. */
const KEPT_CHARACTERS = 4_000_000;

/** Who may read the schema: anybody, or callers that `isAuthenticated` knows. */
export type IntrospectionPolicy = 'open' | 'authenticated';

/** One operation as a caller asks for it. */
export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Settings of `Admission`. */
export interface AdmissionOptions<Context> {
  readonly schema: GraphQLSchema;
  readonly introspection: IntrospectionPolicy;
  readonly isAuthenticated: (context: Context) => boolean;
}

interface Facts {
  readonly errors: readonly GraphQLError[];
  /** Filled for an operation when it is first asked for. */
  readonly pages: Map<OperationDefinitionNode, readonly PageUse[]>;
  readonly introspects: boolean;
}

/** Decides, in the same way for every transport, whether an operation may be executed. */
export class Admission<Context> {
  readonly #options: AdmissionOptions<Context>;
  readonly #facts = new WeakMap<DocumentNode, Facts>();
  readonly #parsed = new Map<string, DocumentNode>();
  #characters = 0;

  constructor(options: AdmissionOptions<Context>) {
    this.#options = options;
  }

  /** The parsed document, the same object for the same text while it is kept; or the errors, each with its code. */
  parse(text: string): DocumentNode | readonly GraphQLError[] {
    const known = this.#parsed.get(text);
    if (known !== undefined) {
      this.#parsed.delete(text);
      this.#parsed.set(text, known);
      return known;
    }
    const document = parseDocument(text);
    if ('kind' in document && this.#factsOf(document).errors.length === 0) this.#keep(text, document);
    return document;
  }

  /** Why this operation is refused, for this caller and these variables; empty when it is not. */
  refusals(asked: AskedOperation, context: Context): readonly GraphQLError[] {
    const facts = this.#factsOf(asked.document);
    if (facts.errors.length > 0) return facts.errors;
    if (
      facts.introspects &&
      this.#options.introspection === 'authenticated' &&
      !this.#options.isAuthenticated(context)
    ) {
      return [introspectionClosed()];
    }
    const operation = getOperationAST(asked.document, asked.operationName);
    if (operation == null) return [unknownOperation(asked.document, asked.operationName)];
    const pages = facts.pages.get(operation) ?? variablePages(this.#options.schema, asked.document, operation);
    facts.pages.set(operation, pages);
    return pageSizeErrors(pages, operation, asked.variables ?? {});
  }

  #factsOf(document: DocumentNode): Facts {
    const known = this.#facts.get(document);
    if (known !== undefined) return known;
    const { schema } = this.#options;
    const errors = validateDocument(schema, document);
    const facts = {
      errors,
      pages: new Map<OperationDefinitionNode, readonly PageUse[]>(),
      introspects: errors.length === 0 && introspects(document),
    };
    this.#facts.set(document, facts);
    return facts;
  }

  #keep(text: string, document: DocumentNode): void {
    this.#parsed.set(text, document);
    this.#characters += text.length;
    for (const oldest of this.#parsed.keys()) {
      if (this.#characters <= KEPT_CHARACTERS) return;
      this.#parsed.delete(oldest);
      this.#characters -= oldest.length;
    }
  }
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    [Kind.FIELD](node) {
      if (node.name.value === '__schema' || node.name.value === '__type') found = true;
    },
  });
  return found;
}

function introspectionClosed(): HubError {
  return new HubError({
    code: 'INTROSPECTION_CLOSED',
    vi: 'Chỉ người dùng đã xác thực mới được tra cứu lược đồ. Hãy gửi khoá trong tiêu đề Authorization.',
    en: 'Only authenticated callers may introspect. Send a key in the Authorization header.',
  });
}

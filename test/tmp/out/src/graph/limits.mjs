import { HubError } from '../ground/gql/hub-error.mjs';
/**
 * The published limits. This one table feeds the enforcement, the README and the tests, so what is written is what holds.
 * `vi` and `en` name the thing counted in a refusal.
 */ export const LIMITS = {
    bodyBytes: {
        value: 100 * 1024,
        meaning: 'Bytes of a request body on /graphql and /graphql/stream, and of one WebSocket message.',
        code: 'BODY_TOO_LARGE',
        vi: 'kích thước nội dung yêu cầu (byte)',
        en: 'the size of the request body (bytes)'
    },
    tokens: {
        value: 1000,
        meaning: 'Tokens of a document; the parser stops there.',
        code: 'TOKENS',
        vi: 'số từ tố của tài liệu GraphQL',
        en: 'tokens of the document'
    },
    depth: {
        value: 12,
        meaning: 'Nested fields, fragments written out; `edges`, `node` and `nodes` are not counted.',
        code: 'DEPTH',
        vi: 'độ sâu của tài liệu GraphQL',
        en: 'the depth of the document'
    },
    introspectionDepth: {
        value: 15,
        meaning: 'Nested fields from `__schema` or `__type` down; one `__schema` a document.',
        code: 'INTROSPECTION',
        vi: 'độ sâu của phần tra cứu lược đồ',
        en: 'the depth of the introspection'
    },
    aliases: {
        value: 30,
        meaning: 'Aliases of an operation, fragments written out.',
        code: 'ALIASES',
        vi: 'số bí danh',
        en: 'aliases'
    },
    rootFields: {
        value: 25,
        meaning: 'Fields at the root of an operation, fragments written out.',
        code: 'ROOT_FIELDS',
        vi: 'số trường ở gốc',
        en: 'root fields'
    },
    directives: {
        value: 3,
        meaning: 'Directives on one field, fragment or operation.',
        code: 'DIRECTIVES',
        vi: 'số chỉ thị trên một nút',
        en: 'directives on one node'
    },
    selections: {
        value: 2000,
        meaning: 'Fields and spreads of an operation, fragments written out: fragments that double each other end here.',
        code: 'SELECTIONS',
        vi: 'số trường sau khi khai triển các đoạn',
        en: 'fields with all fragments written out'
    },
    pageSize: {
        value: 100,
        meaning: '`first` or `last` of a list, at least 1; one of them is required.',
        code: 'BAD_USER_INPUT',
        vi: 'số phần tử mỗi trang',
        en: 'the page size'
    },
    nodes: {
        value: 50_000,
        meaning: 'Nodes that an operation could return: page sizes multiplied along each path and added; a variable counts as 100.',
        code: 'NODE_LIMIT',
        vi: 'số nút có thể trả về',
        en: 'nodes that the answer could have'
    },
    errors: {
        value: 5,
        meaning: 'Errors listed when a document is refused.',
        code: 'GRAPHQL_VALIDATION_FAILED',
        vi: 'số lỗi được liệt kê',
        en: 'errors listed'
    },
    socketOperations: {
        value: 50,
        meaning: 'Operations that run at once on one WebSocket.',
        code: 'TOO_MANY_SUBSCRIPTIONS',
        vi: 'số thao tác đang chạy trên một kết nối',
        en: 'operations running on one socket'
    }
};
/** The refusal for a limit: which one, what came, what is accepted, what to do. `came` may be a number or a bound such as "> 1000". */ export function limitError(name, came) {
    const { value, code, vi, en } = LIMITS[name];
    return new HubError({
        code,
        vi: `Vượt giới hạn: ${vi} là ${came}, tối đa ${value}. Hãy chia nhỏ yêu cầu.`,
        en: `Over the limit: ${en}: ${came}, at most ${value}. Ask in smaller parts.`,
        facts: {
            limit: name,
            maximum: value
        }
    });
}

function _ts_decorate(decorators, target, key, desc) {
    var c = arguments.length, r = c < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d;
    if (typeof Reflect === "object" && typeof Reflect.decorate === "function") {
        r = Reflect.decorate(decorators, target, key, desc);
    } else {
        for(var i = decorators.length - 1; i >= 0; i--){
            if (d = decorators[i]) {
                r = (c < 3 ? d(r) : c > 3 ? d(target, key, r) : d(target, key)) || r;
            }
        }
    }
    return c > 3 && r && Object.defineProperty(target, key, r), r;
}
function _ts_param(paramIndex, decorator) {
    return function(target, key) {
        decorator(target, key, paramIndex);
    };
}
import { GraphQLBigInt, GraphQLDateTime, GraphQLJSON } from 'graphql-scalars';
import { Arg, Args, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription, buildSchema } from 'type-graphql';
import { HubError } from '../../src/ground/gql/hub-error.mjs';
import { Club, EchoArgs, Found, PageArgs, PageInfo, Stage, Stray, Thing, ThingFilter, Ward, WardConnection, WardEdge } from './toy-types.mjs';
import { SECRET, count, failing, quiet } from './toy-streams.mjs';
function ward(id, name = `Phường ${id}`) {
    return Object.assign(new Ward(), {
        id,
        name,
        households: 3,
        population: 9_007_199_254_740_993n,
        founded: new Date(0)
    });
}
function club(id) {
    return Object.assign(new Club(), {
        id,
        name: `Câu lạc bộ ${id}`,
        stage: Stage.CONCLUDED
    });
}
/** Prints values that JSON cannot, so that what a resolver received can be compared. */ function shown(value) {
    return JSON.stringify(value, (_key, inner)=>typeof inner === 'bigint' ? `${inner}n` : inner) ?? 'undefined';
}
function page(first) {
    const nodes = Array.from({
        length: first ?? 1
    }, (_, index)=>ward(String(index)));
    const edges = nodes.map((node)=>Object.assign(new WardEdge(), {
            cursor: node.id,
            node
        }));
    return Object.assign(new WardConnection(), {
        nodes,
        edges,
        pageInfo: Object.assign(new PageInfo(), {
            hasNextPage: false
        })
    });
}
let WardResolver = class WardResolver {
    broken(_ward) {
        throw new Error(SECRET);
    }
    required(self) {
        return self.id === '1' ? null : 'có';
    }
    wards(_self, args) {
        return page(args.first ?? args.last);
    }
    self(self) {
        return self;
    }
};
_ts_decorate([
    FieldResolver(()=>Stray, {
        nullable: true
    }),
    _ts_param(0, Root())
], WardResolver.prototype, "broken", null);
_ts_decorate([
    FieldResolver(()=>String),
    _ts_param(0, Root())
], WardResolver.prototype, "required", null);
_ts_decorate([
    FieldResolver(()=>WardConnection),
    _ts_param(0, Root()),
    _ts_param(1, Args(()=>PageArgs))
], WardResolver.prototype, "wards", null);
_ts_decorate([
    FieldResolver(()=>Ward),
    _ts_param(0, Root())
], WardResolver.prototype, "self", null);
WardResolver = _ts_decorate([
    Resolver(()=>Ward)
], WardResolver);
let QueryResolver = class QueryResolver {
    ping() {
        return 'pong';
    }
    echo(args) {
        return shown(args);
    }
    filtered(filter) {
        return shown(filter);
    }
    required(n, texts) {
        return shown({
            n,
            texts
        });
    }
    dated(at, big) {
        return `${at instanceof Date ? at.toISOString() : String(at)} ${typeof big} ${String(big)}`;
    }
    json(value) {
        return shown(value);
    }
    stage(is) {
        return is;
    }
    thing(id) {
        return id === 'w' ? ward('1') : id === 'c' ? club('2') : null;
    }
    found() {
        return [
            ward('1'),
            club('2'),
            ward('3')
        ];
    }
    plain() {
        return {
            id: 'x'
        };
    }
    async plains() {
        return [
            ward('1'),
            {
                id: 'x'
            }
        ];
    }
    ward(id) {
        return ward(id ?? '0');
    }
    wards(args) {
        return page(args.first ?? args.last);
    }
    promised() {
        return [
            Promise.reject(new Error(SECRET)),
            Promise.resolve(ward('5')),
            Promise.reject(refused()),
            Promise.resolve(null),
            Promise.resolve(ward('6'))
        ];
    }
    strict() {
        return [
            ward('1'),
            new Error(SECRET)
        ];
    }
    badList() {
        return 'not a list';
    }
};
_ts_decorate([
    Query(()=>String)
], QueryResolver.prototype, "ping", null);
_ts_decorate([
    Query(()=>String, {
        nullable: true
    }),
    _ts_param(0, Args(()=>EchoArgs))
], QueryResolver.prototype, "echo", null);
_ts_decorate([
    Query(()=>String),
    _ts_param(0, Arg('filter', ()=>ThingFilter, {
        nullable: true
    }))
], QueryResolver.prototype, "filtered", null);
_ts_decorate([
    Query(()=>String),
    _ts_param(0, Arg('n', ()=>Int)),
    _ts_param(1, Arg('texts', ()=>[
            String
        ], {
        defaultValue: [
            'a'
        ]
    }))
], QueryResolver.prototype, "required", null);
_ts_decorate([
    Query(()=>String),
    _ts_param(0, Arg('at', ()=>GraphQLDateTime, {
        nullable: true
    })),
    _ts_param(1, Arg('big', ()=>GraphQLBigInt, {
        nullable: true
    }))
], QueryResolver.prototype, "dated", null);
_ts_decorate([
    Query(()=>String),
    _ts_param(0, Arg('value', ()=>GraphQLJSON, {
        nullable: true
    }))
], QueryResolver.prototype, "json", null);
_ts_decorate([
    Query(()=>Stage, {
        nullable: true
    }),
    _ts_param(0, Arg('is', ()=>Stage))
], QueryResolver.prototype, "stage", null);
_ts_decorate([
    Query(()=>Thing, {
        nullable: true
    }),
    _ts_param(0, Arg('id', ()=>ID))
], QueryResolver.prototype, "thing", null);
_ts_decorate([
    Query(()=>[
            Found
        ])
], QueryResolver.prototype, "found", null);
_ts_decorate([
    Query(()=>Found, {
        nullable: true
    })
], QueryResolver.prototype, "plain", null);
_ts_decorate([
    Query(()=>[
            Found
        ], {
        nullable: true
    })
], QueryResolver.prototype, "plains", null);
_ts_decorate([
    Query(()=>Ward, {
        nullable: true
    }),
    _ts_param(0, Arg('id', ()=>ID, {
        nullable: true
    }))
], QueryResolver.prototype, "ward", null);
_ts_decorate([
    Query(()=>WardConnection),
    _ts_param(0, Args(()=>PageArgs))
], QueryResolver.prototype, "wards", null);
_ts_decorate([
    Query(()=>[
            Ward
        ], {
        nullable: 'items'
    })
], QueryResolver.prototype, "promised", null);
_ts_decorate([
    Query(()=>[
            Ward
        ])
], QueryResolver.prototype, "strict", null);
_ts_decorate([
    Query(()=>[
            Int
        ], {
        nullable: true
    })
], QueryResolver.prototype, "badList", null);
QueryResolver = _ts_decorate([
    Resolver()
], QueryResolver);
function refused() {
    return new HubError({
        code: 'FORBIDDEN',
        vi: 'Không được phép.',
        en: 'Not allowed.'
    });
}
let Faulty = class Faulty {
    thrown() {
        throw new Error(SECRET);
    }
    async rejected() {
        throw new Error(SECRET);
    }
    text() {
        // oxlint-disable-next-line no-throw-literal, only-throw-error -- the point of the case
        throw SECRET;
    }
    expected() {
        throw refused();
    }
    returned() {
        return refused();
    }
    unserial() {
        return SECRET;
    }
    hard() {
        throw new Error(SECRET);
    }
    harder() {
        return null;
    }
    async hardest() {
        throw refused();
    }
};
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Faulty.prototype, "thrown", null);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Faulty.prototype, "rejected", null);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Faulty.prototype, "text", null);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Faulty.prototype, "expected", null);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Faulty.prototype, "returned", null);
_ts_decorate([
    Field(()=>Int, {
        nullable: true
    })
], Faulty.prototype, "unserial", null);
_ts_decorate([
    Field(()=>Int)
], Faulty.prototype, "hard", null);
_ts_decorate([
    Field(()=>Int)
], Faulty.prototype, "harder", null);
_ts_decorate([
    Field(()=>Int)
], Faulty.prototype, "hardest", null);
Faulty = _ts_decorate([
    ObjectType()
], Faulty);
let FaultResolver = class FaultResolver {
    faulty() {
        return new Faulty();
    }
    faultyHard() {
        return new Faulty();
    }
    async slow(context) {
        await context.gate;
        return 'xong';
    }
    user(context) {
        return context.user;
    }
};
_ts_decorate([
    Query(()=>Faulty, {
        nullable: true
    })
], FaultResolver.prototype, "faulty", null);
_ts_decorate([
    Query(()=>Faulty)
], FaultResolver.prototype, "faultyHard", null);
_ts_decorate([
    Query(()=>String),
    _ts_param(0, Ctx())
], FaultResolver.prototype, "slow", null);
_ts_decorate([
    Query(()=>String, {
        nullable: true
    }),
    _ts_param(0, Ctx())
], FaultResolver.prototype, "user", null);
FaultResolver = _ts_decorate([
    Resolver()
], FaultResolver);
let WriteResolver = class WriteResolver {
    #written = [];
    async write(text, wait) {
        for(let tick = 0; tick < wait; tick++)await Promise.resolve();
        this.#written.push(text);
        return this.#written.slice(-3).join(',');
    }
    fail() {
        throw new Error(SECRET);
    }
    counted(value, _to) {
        return value;
    }
    failing(value) {
        return value;
    }
    refused(value) {
        return value;
    }
    quiet(value) {
        return value;
    }
};
_ts_decorate([
    Mutation(()=>String),
    _ts_param(0, Arg('text', ()=>String)),
    _ts_param(1, Arg('wait', ()=>Int, {
        defaultValue: 0
    }))
], WriteResolver.prototype, "write", null);
_ts_decorate([
    Mutation(()=>String, {
        nullable: true
    })
], WriteResolver.prototype, "fail", null);
_ts_decorate([
    Subscription(()=>Int, {
        subscribe: ({ args })=>count(args.to)
    }),
    _ts_param(0, Root()),
    _ts_param(1, Arg('to', ()=>Int))
], WriteResolver.prototype, "counted", null);
_ts_decorate([
    Subscription(()=>Int, {
        nullable: true,
        subscribe: ()=>failing()
    }),
    _ts_param(0, Root())
], WriteResolver.prototype, "failing", null);
_ts_decorate([
    Subscription(()=>Int, {
        nullable: true,
        subscribe: ()=>Promise.reject(new Error(SECRET))
    }),
    _ts_param(0, Root())
], WriteResolver.prototype, "refused", null);
_ts_decorate([
    Subscription(()=>Int, {
        nullable: true,
        subscribe: ()=>quiet()
    }),
    _ts_param(0, Root())
], WriteResolver.prototype, "quiet", null);
WriteResolver = _ts_decorate([
    Resolver()
], WriteResolver);
/** A schema with one of everything that compiled execution and the edge have to get right. */ export function toySchema() {
    return buildSchema({
        resolvers: [
            QueryResolver,
            WardResolver,
            FaultResolver,
            WriteResolver
        ],
        orphanedTypes: [
            Ward,
            Club
        ],
        validate: false,
        pubSub: {
            publish: ()=>{
                throw new Error('not used');
            },
            subscribe: ()=>{
                throw new Error('not used');
            }
        }
    });
}

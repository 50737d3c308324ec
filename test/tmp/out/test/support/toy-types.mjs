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
import { GraphQLBigInt, GraphQLDateTime } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, InterfaceType, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
/** An enum whose internal values differ from its names. */ export var Stage = /*#__PURE__*/ function(Stage) {
    Stage["SELF"] = "stage:self";
    Stage["REVIEW"] = "stage:review";
    Stage["CONCLUDED"] = "stage:concluded";
    return Stage;
}({});
registerEnumType(Stage, {
    name: 'Stage'
});
export class Thing {
    id;
    name;
}
_ts_decorate([
    Field(()=>ID)
], Thing.prototype, "id", void 0);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], Thing.prototype, "name", void 0);
Thing = _ts_decorate([
    InterfaceType()
], Thing);
export class Ward extends Thing {
    households;
    population;
    founded;
}
_ts_decorate([
    Field(()=>Int)
], Ward.prototype, "households", void 0);
_ts_decorate([
    Field(()=>GraphQLBigInt)
], Ward.prototype, "population", void 0);
_ts_decorate([
    Field(()=>GraphQLDateTime, {
        nullable: true
    })
], Ward.prototype, "founded", void 0);
Ward = _ts_decorate([
    ObjectType({
        implements: Thing,
        simpleResolvers: true
    })
], Ward);
export class Club extends Thing {
    stage;
}
_ts_decorate([
    Field(()=>Stage)
], Club.prototype, "stage", void 0);
Club = _ts_decorate([
    ObjectType({
        implements: Thing
    })
], Club);
export class Stray {
    note;
}
_ts_decorate([
    Field(()=>String)
], Stray.prototype, "note", void 0);
Stray = _ts_decorate([
    ObjectType()
], Stray);
/** A union. */ export const Found = createUnionType({
    name: 'Found',
    types: ()=>[
            Ward,
            Club
        ]
});
export class ThingFilter {
    and;
    or;
    not;
    stage;
    in;
    above;
    since;
    limit;
}
_ts_decorate([
    Field(()=>[
            ThingFilter
        ], {
        nullable: true
    })
], ThingFilter.prototype, "and", void 0);
_ts_decorate([
    Field(()=>[
            ThingFilter
        ], {
        nullable: true
    })
], ThingFilter.prototype, "or", void 0);
_ts_decorate([
    Field(()=>ThingFilter, {
        nullable: true
    })
], ThingFilter.prototype, "not", void 0);
_ts_decorate([
    Field(()=>Stage, {
        nullable: true,
        defaultValue: "stage:review"
    })
], ThingFilter.prototype, "stage", void 0);
_ts_decorate([
    Field(()=>[
            String
        ], {
        nullable: true
    })
], ThingFilter.prototype, "in", void 0);
_ts_decorate([
    Field(()=>GraphQLBigInt, {
        nullable: true
    })
], ThingFilter.prototype, "above", void 0);
_ts_decorate([
    Field(()=>GraphQLDateTime, {
        nullable: true
    })
], ThingFilter.prototype, "since", void 0);
_ts_decorate([
    Field(()=>Int, {
        defaultValue: 7
    })
], ThingFilter.prototype, "limit", void 0);
ThingFilter = _ts_decorate([
    InputType()
], ThingFilter);
export class EchoArgs {
    number;
    stage;
    text;
    list;
}
_ts_decorate([
    Field(()=>Int, {
        defaultValue: 5
    })
], EchoArgs.prototype, "number", void 0);
_ts_decorate([
    Field(()=>Stage, {
        defaultValue: "stage:self"
    })
], EchoArgs.prototype, "stage", void 0);
_ts_decorate([
    Field(()=>String, {
        nullable: true
    })
], EchoArgs.prototype, "text", void 0);
_ts_decorate([
    Field(()=>[
            Int
        ], {
        nullable: true
    })
], EchoArgs.prototype, "list", void 0);
EchoArgs = _ts_decorate([
    ArgsType()
], EchoArgs);
export class PageInfo {
    hasNextPage;
}
_ts_decorate([
    Field(()=>Boolean)
], PageInfo.prototype, "hasNextPage", void 0);
PageInfo = _ts_decorate([
    ObjectType()
], PageInfo);
export class WardEdge {
    cursor;
    node;
}
_ts_decorate([
    Field(()=>String)
], WardEdge.prototype, "cursor", void 0);
_ts_decorate([
    Field(()=>Ward)
], WardEdge.prototype, "node", void 0);
WardEdge = _ts_decorate([
    ObjectType()
], WardEdge);
export class WardConnection {
    edges;
    nodes;
    pageInfo;
}
_ts_decorate([
    Field(()=>[
            WardEdge
        ])
], WardConnection.prototype, "edges", void 0);
_ts_decorate([
    Field(()=>[
            Ward
        ])
], WardConnection.prototype, "nodes", void 0);
_ts_decorate([
    Field(()=>PageInfo)
], WardConnection.prototype, "pageInfo", void 0);
WardConnection = _ts_decorate([
    ObjectType()
], WardConnection);
export class PageArgs {
    first;
    last;
}
_ts_decorate([
    Field(()=>Int, {
        nullable: true
    })
], PageArgs.prototype, "first", void 0);
_ts_decorate([
    Field(()=>Int, {
        nullable: true
    })
], PageArgs.prototype, "last", void 0);
PageArgs = _ts_decorate([
    ArgsType()
], PageArgs);

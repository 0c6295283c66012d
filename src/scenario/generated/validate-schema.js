// Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate52;
var stdin_default = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "rampwright:scenario", "type": "object", "additionalProperties": false, "properties": { "$schema": { "type": "string" }, "name": { "type": "string", "minLength": 1 }, "description": { "type": "string" }, "baseUrl": { "type": "string", "minLength": 1 }, "vars": { "$ref": "#/$defs/vars" }, "data": { "$ref": "#/$defs/data" }, "environments": { "$ref": "#/$defs/environments" }, "http": { "$ref": "#/$defs/http" }, "metrics": { "$ref": "#/$defs/metrics" }, "refresh": { "$ref": "#/$defs/refresh" }, "setup": { "$ref": "#/$defs/steps" }, "setupTimeout": { "$ref": "#/$defs/duration" }, "teardown": { "$ref": "#/$defs/steps" }, "teardownTimeout": { "$ref": "#/$defs/duration" }, "flows": { "$ref": "#/$defs/flows" }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "$ref": "#/$defs/stages" }, "steps": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "scenarios": { "$ref": "#/$defs/scenarios" }, "thresholds": { "$ref": "#/$defs/thresholds" } }, "$defs": { "duration": { "type": "string", "pattern": "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, "rate": { "anyOf": [{ "type": "number", "exclusiveMinimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$" }] }, "size": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$" }] }, "status": { "anyOf": [{ "type": "integer", "minimum": 100, "maximum": 599 }, { "type": "string", "pattern": "^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$" }] }, "statuses": { "anyOf": [{ "$ref": "#/$defs/status" }, { "type": "array", "items": { "$ref": "#/$defs/status" }, "minItems": 1 }] }, "vars": { "type": "object", "additionalProperties": {}, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "tags": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "auth": { "anyOf": [{ "type": "object", "additionalProperties": false, "properties": { "bearer": { "type": "string", "minLength": 1 } }, "required": ["bearer"] }, { "type": "object", "additionalProperties": false, "properties": { "basic": { "type": "object", "additionalProperties": false, "properties": { "username": { "type": "string" }, "password": { "type": "string" } }, "required": ["username", "password"] } }, "required": ["basic"] }] }, "stage": { "type": "object", "additionalProperties": false, "properties": { "duration": { "$ref": "#/$defs/duration" }, "target": { "type": "number", "minimum": 0 }, "name": { "type": "string", "minLength": 1 } }, "required": ["duration", "target"] }, "think": { "anyOf": [{ "type": "string", "pattern": "^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$" }, { "type": "object", "additionalProperties": false, "properties": { "min": { "$ref": "#/$defs/duration" }, "max": { "$ref": "#/$defs/duration" } }, "required": ["min", "max"] }, { "type": "object", "additionalProperties": false, "properties": { "mean": { "$ref": "#/$defs/duration" }, "sd": { "$ref": "#/$defs/duration" } }, "required": ["mean", "sd"] }] }, "expect": { "type": "object", "additionalProperties": false, "properties": { "status": { "$ref": "#/$defs/statuses" }, "header": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] }, "minProperties": 1 }, "json": { "type": ["string", "boolean", "number"] }, "bodyContains": { "type": "string", "minLength": 1 }, "maxDuration": { "$ref": "#/$defs/duration" }, "tolerate": { "$ref": "#/$defs/statuses" } }, "minProperties": 1 }, "http": { "type": "object", "additionalProperties": false, "properties": { "headers": { "$ref": "#/$defs/headers" }, "timeout": { "$ref": "#/$defs/duration" }, "connectTimeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "http2": { "type": "boolean" }, "reuseConnections": { "enum": [true, "perIteration"] }, "cookies": { "type": "boolean" }, "keepCookies": { "type": "boolean" }, "maxBodySize": { "$ref": "#/$defs/size" }, "proxy": { "type": "string", "minLength": 1 }, "hosts": { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 }, "minProperties": 1 }, "dns": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "ttl": { "$ref": "#/$defs/duration" }, "select": { "enum": ["first", "random", "roundRobin"] }, "policy": { "enum": ["preferIPv4", "preferIPv6", "onlyIPv4", "onlyIPv6", "any"] } } }, "tls": { "type": "object", "additionalProperties": false, "properties": { "verify": { "type": "boolean" }, "ca": { "type": "string", "minLength": 1 }, "cert": { "type": "string", "minLength": 1 }, "key": { "type": "string", "minLength": 1 }, "minVersion": { "type": "string", "enum": ["TLSv1.2", "TLSv1.3"] } } }, "expect": { "$ref": "#/$defs/expect" } } }, "metric": { "anyOf": [{ "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, "unit": { "type": "string", "enum": ["ms", "B"] } }, "required": ["type"] }] }, "threshold": { "anyOf": [{ "$ref": "#/$defs/condition" }, { "$ref": "#/$defs/requirement" }, { "type": "array", "items": { "anyOf": [{ "$ref": "#/$defs/condition" }, { "$ref": "#/$defs/requirement" }] }, "minItems": 1 }] }, "condition": { "type": "string" }, "requirement": { "type": "object", "additionalProperties": false, "properties": { "expect": { "$ref": "#/$defs/condition" }, "acceptable": { "$ref": "#/$defs/condition" }, "name": { "type": "string", "minLength": 1 }, "window": { "$ref": "#/$defs/duration" }, "abortOnFail": { "type": "boolean" }, "delayAbortEval": { "$ref": "#/$defs/duration" } }, "required": ["expect"] }, "scenario": { "type": "object", "additionalProperties": false, "properties": { "executor": { "type": "string", "enum": ["constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate", "shared-iterations", "per-vu-iterations"] }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "$ref": "#/$defs/stages" }, "rate": { "$ref": "#/$defs/rate" }, "startRate": { "type": "number", "minimum": 0 }, "timeUnit": { "$ref": "#/$defs/duration" }, "preAllocatedVUs": { "type": "integer", "minimum": 0 }, "maxVUs": { "type": "integer", "minimum": 1 }, "startVUs": { "type": "integer", "minimum": 0 }, "spawnRate": { "type": "number", "exclusiveMinimum": 0 }, "maxDuration": { "$ref": "#/$defs/duration" }, "startTime": { "$ref": "#/$defs/duration" }, "gracefulStop": { "$ref": "#/$defs/duration" }, "gracefulRampDown": { "$ref": "#/$defs/duration" }, "pacing": { "$ref": "#/$defs/duration" }, "onStart": { "$ref": "#/$defs/steps" }, "onStop": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" }, "tags": { "$ref": "#/$defs/tags" }, "vars": { "$ref": "#/$defs/vars" } } }, "steps": { "type": "array", "items": { "$ref": "#/$defs/step" } }, "step": { "anyOf": [{ "$ref": "#/$defs/requestStep" }, { "$ref": "#/$defs/thinkStep" }, { "$ref": "#/$defs/setStep" }, { "$ref": "#/$defs/chooseStep" }, { "$ref": "#/$defs/groupStep" }, { "$ref": "#/$defs/useStep" }, { "$ref": "#/$defs/recordStep" }, { "$ref": "#/$defs/repeatStep" }, { "$ref": "#/$defs/whileStep" }, { "$ref": "#/$defs/forEachStep" }, { "$ref": "#/$defs/ifStep" }, { "$ref": "#/$defs/parallelStep" }, { "$ref": "#/$defs/pollStep" }, { "$ref": "#/$defs/graphqlStep" }, { "$ref": "#/$defs/sseStep" }, { "$ref": "#/$defs/websocketStep" }, { "$ref": "#/$defs/logStep" }, { "$ref": "#/$defs/failStep" }, { "$ref": "#/$defs/abortStep" }] }, "branch": { "anyOf": [{ "$ref": "#/$defs/requestStep" }, { "$ref": "#/$defs/stepsBranch" }, { "$ref": "#/$defs/useStep" }] }, "stepsBranch": { "type": "object", "additionalProperties": false, "properties": { "weight": { "type": "number", "exclusiveMinimum": 0 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["steps"] }, "requestStep": { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "multipart": { "$ref": "#/$defs/multipart" }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "$ref": "#/$defs/retry" }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] }, "thinkStep": { "type": "object", "additionalProperties": false, "properties": { "think": { "$ref": "#/$defs/think" } }, "required": ["think"] }, "setStep": { "type": "object", "additionalProperties": false, "properties": { "set": { "type": "object", "additionalProperties": {}, "minProperties": 1 } }, "required": ["set"] }, "chooseStep": { "type": "object", "additionalProperties": false, "properties": { "choose": { "type": "array", "items": { "$ref": "#/$defs/branch" }, "minItems": 1 }, "exact": { "type": "boolean" } }, "required": ["choose"] }, "groupStep": { "type": "object", "additionalProperties": false, "properties": { "group": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["group", "steps"] }, "useStep": { "type": "object", "additionalProperties": false, "properties": { "use": { "type": "string", "minLength": 1 }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "required": ["use"] }, "recordStep": { "type": "object", "additionalProperties": false, "properties": { "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 } }, "required": ["record"] }, "repeatStep": { "type": "object", "additionalProperties": false, "properties": { "repeat": { "type": ["string", "boolean", "number"] }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["repeat", "steps"] }, "whileStep": { "type": "object", "additionalProperties": false, "properties": { "while": { "type": ["string", "boolean", "number"] }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["while", "steps"] }, "forEachStep": { "type": "object", "additionalProperties": false, "properties": { "forEach": { "anyOf": [{ "type": ["string", "boolean", "number"] }, { "type": "array", "items": {} }] }, "as": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["forEach", "steps"] }, "ifStep": { "type": "object", "additionalProperties": false, "properties": { "if": { "type": ["string", "boolean", "number"] }, "then": { "$ref": "#/$defs/steps" }, "else": { "$ref": "#/$defs/steps" } }, "required": ["if", "then"] }, "parallelStep": { "type": "object", "additionalProperties": false, "properties": { "parallel": { "type": "array", "items": { "$ref": "#/$defs/requestStep" }, "minItems": 1 }, "connections": { "type": "integer", "minimum": 1 } }, "required": ["parallel"] }, "pollStep": { "type": "object", "additionalProperties": false, "properties": { "poll": { "$ref": "#/$defs/poll" } }, "required": ["poll"] }, "graphqlStep": { "type": "object", "additionalProperties": false, "properties": { "graphql": { "$ref": "#/$defs/graphql" } }, "required": ["graphql"] }, "sseStep": { "type": "object", "additionalProperties": false, "properties": { "sse": { "$ref": "#/$defs/sse" } }, "required": ["sse"] }, "websocketStep": { "type": "object", "additionalProperties": false, "properties": { "websocket": { "$ref": "#/$defs/websocket" } }, "required": ["websocket"] }, "logStep": { "type": "object", "additionalProperties": false, "properties": { "log": { "type": "string", "minLength": 1 } }, "required": ["log"] }, "failStep": { "type": "object", "additionalProperties": false, "properties": { "fail": { "type": "string", "minLength": 1 } }, "required": ["fail"] }, "abortStep": { "type": "object", "additionalProperties": false, "properties": { "abort": { "type": "string", "minLength": 1 } }, "required": ["abort"] }, "scalarOrList": { "anyOf": [{ "type": ["string", "number", "boolean"] }, { "type": "array", "items": { "type": ["string", "number", "boolean"] } }] }, "multipart": { "type": "object", "additionalProperties": { "anyOf": [{ "$ref": "#/$defs/multipartPart" }, { "type": "array", "items": { "$ref": "#/$defs/multipartPart" }, "minItems": 1 }] }, "minProperties": 1 }, "multipartPart": { "anyOf": [{ "type": ["string", "number", "boolean"] }, { "$ref": "#/$defs/multipartFile" }] }, "multipartFile": { "type": "object", "additionalProperties": false, "properties": { "file": { "type": "string", "minLength": 1 }, "filename": { "type": "string", "minLength": 1 }, "contentType": { "type": "string", "minLength": 1 } }, "required": ["file"] }, "retryCause": { "anyOf": [{ "$ref": "#/$defs/status" }, { "type": "string", "enum": ["timeout", "connect", "reset", "dns", "tls", "protocol", "expectation"] }] }, "retry": { "type": "object", "additionalProperties": false, "properties": { "max": { "type": "integer", "minimum": 1 }, "on": { "anyOf": [{ "$ref": "#/$defs/retryCause" }, { "type": "array", "items": { "$ref": "#/$defs/retryCause" }, "minItems": 1 }] }, "backoff": { "$ref": "#/$defs/duration" } } }, "poll": { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "until": { "type": ["string", "boolean", "number"] }, "every": { "$ref": "#/$defs/duration" }, "timeout": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "multipart": { "$ref": "#/$defs/multipart" }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["until"], "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] }, "graphql": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "query": { "type": "string", "minLength": 1 }, "variables": { "type": "object", "additionalProperties": {} }, "name": { "type": "string", "minLength": 1 }, "headers": { "$ref": "#/$defs/headers" }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "$ref": "#/$defs/retry" } }, "required": ["url", "query"] }, "sse": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "until": { "type": ["string", "boolean", "number"] }, "maxEvents": { "type": "integer", "minimum": 1 }, "timeout": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "body": { "type": "string" }, "auth": { "$ref": "#/$defs/auth" }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["url"] }, "websocket": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "send": {}, "expect": { "type": ["string", "boolean", "number"] }, "duration": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "auth": { "$ref": "#/$defs/auth" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["url"] }, "feeder": { "type": "object", "additionalProperties": false, "properties": { "file": { "type": "string", "minLength": 1 }, "values": { "type": "array", "items": {}, "minItems": 1 }, "pick": { "type": "string", "enum": ["sequential", "random", "unique"] }, "per": { "type": "string", "enum": ["iteration", "vu"] }, "atEnd": { "type": "string", "enum": ["recycle", "stop", "fail"] } } }, "data": { "type": "object", "additionalProperties": { "$ref": "#/$defs/feeder" }, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "metrics": { "type": "object", "additionalProperties": { "$ref": "#/$defs/metric" }, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "refresh": { "type": "object", "additionalProperties": false, "properties": { "every": { "$ref": "#/$defs/duration" }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["every", "steps"] }, "flows": { "type": "object", "additionalProperties": { "$ref": "#/$defs/steps" } }, "scenarios": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scenario" }, "minProperties": 1 }, "thresholds": { "type": "object", "additionalProperties": { "$ref": "#/$defs/threshold" } }, "stages": { "type": "array", "items": { "$ref": "#/$defs/stage" }, "minItems": 1 }, "environment": { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1 }, "description": { "type": "string" }, "baseUrl": { "type": "string", "minLength": 1 }, "vars": { "$ref": "#/$defs/vars" }, "data": { "$ref": "#/$defs/data" }, "http": { "$ref": "#/$defs/http" }, "metrics": { "$ref": "#/$defs/metrics" }, "refresh": { "$ref": "#/$defs/refresh" }, "setup": { "$ref": "#/$defs/steps" }, "setupTimeout": { "$ref": "#/$defs/duration" }, "teardown": { "$ref": "#/$defs/steps" }, "teardownTimeout": { "$ref": "#/$defs/duration" }, "flows": { "$ref": "#/$defs/flows" }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "$ref": "#/$defs/stages" }, "steps": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "scenarios": { "$ref": "#/$defs/scenarios" }, "thresholds": { "$ref": "#/$defs/thresholds" } }, "minProperties": 1 }, "environments": { "type": "object", "additionalProperties": { "$ref": "#/$defs/environment" } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs1 = errors;
        if (typeof key0 === "string") {
          if (!pattern3.test(key0)) {
            const err0 = { instancePath, schemaPath: "#/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
          validate53.errors = vErrors;
          return false;
          break;
        }
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema22 = { "type": "object", "additionalProperties": false, "properties": { "file": { "type": "string", "minLength": 1 }, "values": { "type": "array", "items": {}, "minItems": 1 }, "pick": { "type": "string", "enum": ["sequential", "random", "unique"] }, "per": { "type": "string", "enum": ["iteration", "vu"] }, "atEnd": { "type": "string", "enum": ["recycle", "stop", "fail"] } } };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!(key0 === "file" || key0 === "values" || key0 === "pick" || key0 === "per" || key0 === "atEnd")) {
          validate56.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.file !== void 0) {
          let data0 = data.file;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) < 1) {
                validate56.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate56.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.values !== void 0) {
            let data1 = data.values;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (Array.isArray(data1)) {
                if (data1.length < 1) {
                  validate56.errors = [{ instancePath: instancePath + "/values", schemaPath: "#/properties/values/minItems", keyword: "minItems", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate56.errors = [{ instancePath: instancePath + "/values", schemaPath: "#/properties/values/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.pick !== void 0) {
              let data2 = data.pick;
              const _errs6 = errors;
              if (typeof data2 !== "string") {
                validate56.errors = [{ instancePath: instancePath + "/pick", schemaPath: "#/properties/pick/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "sequential" || data2 === "random" || data2 === "unique")) {
                validate56.errors = [{ instancePath: instancePath + "/pick", schemaPath: "#/properties/pick/enum", keyword: "enum", params: { allowedValues: schema22.properties.pick.enum } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.per !== void 0) {
                let data3 = data.per;
                const _errs8 = errors;
                if (typeof data3 !== "string") {
                  validate56.errors = [{ instancePath: instancePath + "/per", schemaPath: "#/properties/per/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
                if (!(data3 === "iteration" || data3 === "vu")) {
                  validate56.errors = [{ instancePath: instancePath + "/per", schemaPath: "#/properties/per/enum", keyword: "enum", params: { allowedValues: schema22.properties.per.enum } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.atEnd !== void 0) {
                  let data4 = data.atEnd;
                  const _errs10 = errors;
                  if (typeof data4 !== "string") {
                    validate56.errors = [{ instancePath: instancePath + "/atEnd", schemaPath: "#/properties/atEnd/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                  if (!(data4 === "recycle" || data4 === "stop" || data4 === "fail")) {
                    validate56.errors = [{ instancePath: instancePath + "/atEnd", schemaPath: "#/properties/atEnd/enum", keyword: "enum", params: { allowedValues: schema22.properties.atEnd.enum } }];
                    return false;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate56.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs1 = errors;
        if (typeof key0 === "string") {
          if (!pattern3.test(key0)) {
            const err0 = { instancePath, schemaPath: "#/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
          validate55.errors = vErrors;
          return false;
          break;
        }
      }
      if (valid0) {
        for (const key1 in data) {
          const _errs3 = errors;
          if (!validate56(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs3 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema24 = { "type": "object", "additionalProperties": false, "properties": { "name": { "type": "string", "minLength": 1 }, "description": { "type": "string" }, "baseUrl": { "type": "string", "minLength": 1 }, "vars": { "$ref": "#/$defs/vars" }, "data": { "$ref": "#/$defs/data" }, "http": { "$ref": "#/$defs/http" }, "metrics": { "$ref": "#/$defs/metrics" }, "refresh": { "$ref": "#/$defs/refresh" }, "setup": { "$ref": "#/$defs/steps" }, "setupTimeout": { "$ref": "#/$defs/duration" }, "teardown": { "$ref": "#/$defs/steps" }, "teardownTimeout": { "$ref": "#/$defs/duration" }, "flows": { "$ref": "#/$defs/flows" }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "$ref": "#/$defs/stages" }, "steps": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "scenarios": { "$ref": "#/$defs/scenarios" }, "thresholds": { "$ref": "#/$defs/thresholds" } }, "minProperties": 1 };
var schema25 = { "type": "object", "additionalProperties": false, "properties": { "headers": { "$ref": "#/$defs/headers" }, "timeout": { "$ref": "#/$defs/duration" }, "connectTimeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "http2": { "type": "boolean" }, "reuseConnections": { "enum": [true, "perIteration"] }, "cookies": { "type": "boolean" }, "keepCookies": { "type": "boolean" }, "maxBodySize": { "$ref": "#/$defs/size" }, "proxy": { "type": "string", "minLength": 1 }, "hosts": { "type": "object", "additionalProperties": { "type": "string", "minLength": 1 }, "minProperties": 1 }, "dns": { "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "ttl": { "$ref": "#/$defs/duration" }, "select": { "enum": ["first", "random", "roundRobin"] }, "policy": { "enum": ["preferIPv4", "preferIPv6", "onlyIPv4", "onlyIPv6", "any"] } } }, "tls": { "type": "object", "additionalProperties": false, "properties": { "verify": { "type": "boolean" }, "ca": { "type": "string", "minLength": 1 }, "cert": { "type": "string", "minLength": 1 }, "key": { "type": "string", "minLength": 1 }, "minVersion": { "type": "string", "enum": ["TLSv1.2", "TLSv1.3"] } } }, "expect": { "$ref": "#/$defs/expect" } } };
var schema26 = { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        const _errs2 = errors;
        if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean") {
          validate64.errors = [{ instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema26.additionalProperties.type } }];
          return false;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate64.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern5 = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", "u");
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern5.test(data)) {
        validate66.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" } }];
        return false;
      }
    } else {
      validate66.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
      return false;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern6 = new RegExp("^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$", "u");
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate69.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern6.test(data)) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
    validate69.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate69.errors = vErrors;
  return errors === 0;
}
validate69.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema29 = { "type": "object", "additionalProperties": false, "properties": { "status": { "$ref": "#/$defs/statuses" }, "header": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] }, "minProperties": 1 }, "json": { "type": ["string", "boolean", "number"] }, "bodyContains": { "type": "string", "minLength": 1 }, "maxDuration": { "$ref": "#/$defs/duration" }, "tolerate": { "$ref": "#/$defs/statuses" } }, "minProperties": 1 };
var pattern7 = new RegExp("^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$", "u");
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 599 || isNaN(data)) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      } else {
        if (data < 100 || isNaN(data)) {
          const err2 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern7.test(data)) {
        const err3 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
    validate74.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate74(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err0 = { instancePath, schemaPath: "#/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        var valid1 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          const _errs4 = errors;
          if (!validate74(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs4 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var items0 = true;
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate73.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate73.errors = vErrors;
  evaluated0.items = items0;
  return errors === 0;
}
validate73.evaluated = { "dynamicProps": false, "dynamicItems": true };
function validate72(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate72.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        validate72.errors = [{ instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "status" || key0 === "header" || key0 === "json" || key0 === "bodyContains" || key0 === "maxDuration" || key0 === "tolerate")) {
            validate72.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.status !== void 0) {
            const _errs2 = errors;
            if (!validate73(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.header !== void 0) {
              let data1 = data.header;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length < 1) {
                    validate72.errors = [{ instancePath: instancePath + "/header", schemaPath: "#/properties/header/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                    return false;
                  } else {
                    for (const key1 in data1) {
                      let data2 = data1[key1];
                      const _errs6 = errors;
                      if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean") {
                        validate72.errors = [{ instancePath: instancePath + "/header/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/header/additionalProperties/type", keyword: "type", params: { type: schema29.properties.header.additionalProperties.type } }];
                        return false;
                      }
                      var valid1 = _errs6 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                } else {
                  validate72.errors = [{ instancePath: instancePath + "/header", schemaPath: "#/properties/header/type", keyword: "type", params: { type: "object" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.json !== void 0) {
                let data3 = data.json;
                const _errs8 = errors;
                if (typeof data3 !== "string" && typeof data3 !== "boolean" && !(typeof data3 == "number" && isFinite(data3))) {
                  validate72.errors = [{ instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: schema29.properties.json.type } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.bodyContains !== void 0) {
                  let data4 = data.bodyContains;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate72.errors = [{ instancePath: instancePath + "/bodyContains", schemaPath: "#/properties/bodyContains/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate72.errors = [{ instancePath: instancePath + "/bodyContains", schemaPath: "#/properties/bodyContains/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.maxDuration !== void 0) {
                    const _errs12 = errors;
                    if (!validate66(data.maxDuration, { instancePath: instancePath + "/maxDuration", parentData: data, parentDataProperty: "maxDuration", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.tolerate !== void 0) {
                      const _errs13 = errors;
                      if (!validate73(data.tolerate, { instancePath: instancePath + "/tolerate", parentData: data, parentDataProperty: "tolerate", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate72.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate72.errors = vErrors;
  return errors === 0;
}
validate72.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema25.properties, key0)) {
          validate63.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.headers !== void 0) {
          const _errs2 = errors;
          if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timeout !== void 0) {
            const _errs3 = errors;
            if (!validate66(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.connectTimeout !== void 0) {
              const _errs4 = errors;
              if (!validate66(data.connectTimeout, { instancePath: instancePath + "/connectTimeout", parentData: data, parentDataProperty: "connectTimeout", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.redirects !== void 0) {
                let data3 = data.redirects;
                const _errs5 = errors;
                if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                  validate63.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                  return false;
                }
                if (errors === _errs5) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 < 0 || isNaN(data3)) {
                      validate63.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.http2 !== void 0) {
                  const _errs7 = errors;
                  if (typeof data.http2 !== "boolean") {
                    validate63.errors = [{ instancePath: instancePath + "/http2", schemaPath: "#/properties/http2/type", keyword: "type", params: { type: "boolean" } }];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.reuseConnections !== void 0) {
                    let data5 = data.reuseConnections;
                    const _errs9 = errors;
                    if (!(data5 === true || data5 === "perIteration")) {
                      validate63.errors = [{ instancePath: instancePath + "/reuseConnections", schemaPath: "#/properties/reuseConnections/enum", keyword: "enum", params: { allowedValues: schema25.properties.reuseConnections.enum } }];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cookies !== void 0) {
                      const _errs10 = errors;
                      if (typeof data.cookies !== "boolean") {
                        validate63.errors = [{ instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" } }];
                        return false;
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.keepCookies !== void 0) {
                        const _errs12 = errors;
                        if (typeof data.keepCookies !== "boolean") {
                          validate63.errors = [{ instancePath: instancePath + "/keepCookies", schemaPath: "#/properties/keepCookies/type", keyword: "type", params: { type: "boolean" } }];
                          return false;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.maxBodySize !== void 0) {
                          const _errs14 = errors;
                          if (!validate69(data.maxBodySize, { instancePath: instancePath + "/maxBodySize", parentData: data, parentDataProperty: "maxBodySize", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.proxy !== void 0) {
                            let data9 = data.proxy;
                            const _errs15 = errors;
                            if (errors === _errs15) {
                              if (typeof data9 === "string") {
                                if (func2(data9) < 1) {
                                  validate63.errors = [{ instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/minLength", keyword: "minLength", params: { limit: 1 } }];
                                  return false;
                                }
                              } else {
                                validate63.errors = [{ instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.hosts !== void 0) {
                              let data10 = data.hosts;
                              const _errs17 = errors;
                              if (errors === _errs17) {
                                if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                  if (Object.keys(data10).length < 1) {
                                    validate63.errors = [{ instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                    return false;
                                  } else {
                                    for (const key1 in data10) {
                                      let data11 = data10[key1];
                                      const _errs20 = errors;
                                      if (errors === _errs20) {
                                        if (typeof data11 === "string") {
                                          if (func2(data11) < 1) {
                                            validate63.errors = [{ instancePath: instancePath + "/hosts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/hosts/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 } }];
                                            return false;
                                          }
                                        } else {
                                          validate63.errors = [{ instancePath: instancePath + "/hosts/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/hosts/additionalProperties/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                      }
                                      var valid1 = _errs20 === errors;
                                      if (!valid1) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate63.errors = [{ instancePath: instancePath + "/hosts", schemaPath: "#/properties/hosts/type", keyword: "type", params: { type: "object" } }];
                                  return false;
                                }
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.dns !== void 0) {
                                let data12 = data.dns;
                                const _errs22 = errors;
                                if (errors === _errs22) {
                                  if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                    if (Object.keys(data12).length < 1) {
                                      validate63.errors = [{ instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                      return false;
                                    } else {
                                      const _errs24 = errors;
                                      for (const key2 in data12) {
                                        if (!(key2 === "ttl" || key2 === "select" || key2 === "policy")) {
                                          validate63.errors = [{ instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs24 === errors) {
                                        if (data12.ttl !== void 0) {
                                          const _errs25 = errors;
                                          if (!validate66(data12.ttl, { instancePath: instancePath + "/dns/ttl", parentData: data12, parentDataProperty: "ttl", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid2 = _errs25 === errors;
                                        } else {
                                          var valid2 = true;
                                        }
                                        if (valid2) {
                                          if (data12.select !== void 0) {
                                            let data14 = data12.select;
                                            const _errs26 = errors;
                                            if (!(data14 === "first" || data14 === "random" || data14 === "roundRobin")) {
                                              validate63.errors = [{ instancePath: instancePath + "/dns/select", schemaPath: "#/properties/dns/properties/select/enum", keyword: "enum", params: { allowedValues: schema25.properties.dns.properties.select.enum } }];
                                              return false;
                                            }
                                            var valid2 = _errs26 === errors;
                                          } else {
                                            var valid2 = true;
                                          }
                                          if (valid2) {
                                            if (data12.policy !== void 0) {
                                              let data15 = data12.policy;
                                              const _errs27 = errors;
                                              if (!(data15 === "preferIPv4" || data15 === "preferIPv6" || data15 === "onlyIPv4" || data15 === "onlyIPv6" || data15 === "any")) {
                                                validate63.errors = [{ instancePath: instancePath + "/dns/policy", schemaPath: "#/properties/dns/properties/policy/enum", keyword: "enum", params: { allowedValues: schema25.properties.dns.properties.policy.enum } }];
                                                return false;
                                              }
                                              var valid2 = _errs27 === errors;
                                            } else {
                                              var valid2 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  } else {
                                    validate63.errors = [{ instancePath: instancePath + "/dns", schemaPath: "#/properties/dns/type", keyword: "type", params: { type: "object" } }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.tls !== void 0) {
                                  let data16 = data.tls;
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                      const _errs30 = errors;
                                      for (const key3 in data16) {
                                        if (!(key3 === "verify" || key3 === "ca" || key3 === "cert" || key3 === "key" || key3 === "minVersion")) {
                                          validate63.errors = [{ instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs30 === errors) {
                                        if (data16.verify !== void 0) {
                                          const _errs31 = errors;
                                          if (typeof data16.verify !== "boolean") {
                                            validate63.errors = [{ instancePath: instancePath + "/tls/verify", schemaPath: "#/properties/tls/properties/verify/type", keyword: "type", params: { type: "boolean" } }];
                                            return false;
                                          }
                                          var valid3 = _errs31 === errors;
                                        } else {
                                          var valid3 = true;
                                        }
                                        if (valid3) {
                                          if (data16.ca !== void 0) {
                                            let data18 = data16.ca;
                                            const _errs33 = errors;
                                            if (errors === _errs33) {
                                              if (typeof data18 === "string") {
                                                if (func2(data18) < 1) {
                                                  validate63.errors = [{ instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                  return false;
                                                }
                                              } else {
                                                validate63.errors = [{ instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                            }
                                            var valid3 = _errs33 === errors;
                                          } else {
                                            var valid3 = true;
                                          }
                                          if (valid3) {
                                            if (data16.cert !== void 0) {
                                              let data19 = data16.cert;
                                              const _errs35 = errors;
                                              if (errors === _errs35) {
                                                if (typeof data19 === "string") {
                                                  if (func2(data19) < 1) {
                                                    validate63.errors = [{ instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate63.errors = [{ instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" } }];
                                                  return false;
                                                }
                                              }
                                              var valid3 = _errs35 === errors;
                                            } else {
                                              var valid3 = true;
                                            }
                                            if (valid3) {
                                              if (data16.key !== void 0) {
                                                let data20 = data16.key;
                                                const _errs37 = errors;
                                                if (errors === _errs37) {
                                                  if (typeof data20 === "string") {
                                                    if (func2(data20) < 1) {
                                                      validate63.errors = [{ instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate63.errors = [{ instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid3 = _errs37 === errors;
                                              } else {
                                                var valid3 = true;
                                              }
                                              if (valid3) {
                                                if (data16.minVersion !== void 0) {
                                                  let data21 = data16.minVersion;
                                                  const _errs39 = errors;
                                                  if (typeof data21 !== "string") {
                                                    validate63.errors = [{ instancePath: instancePath + "/tls/minVersion", schemaPath: "#/properties/tls/properties/minVersion/type", keyword: "type", params: { type: "string" } }];
                                                    return false;
                                                  }
                                                  if (!(data21 === "TLSv1.2" || data21 === "TLSv1.3")) {
                                                    validate63.errors = [{ instancePath: instancePath + "/tls/minVersion", schemaPath: "#/properties/tls/properties/minVersion/enum", keyword: "enum", params: { allowedValues: schema25.properties.tls.properties.minVersion.enum } }];
                                                    return false;
                                                  }
                                                  var valid3 = _errs39 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate63.errors = [{ instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" } }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs28 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.expect !== void 0) {
                                    const _errs41 = errors;
                                    if (!validate72(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs41 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate63.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema33 = { "anyOf": [{ "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, "unit": { "type": "string", "enum": ["ms", "B"] } }, "required": ["type"] }] };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "counter" || data === "gauge" || data === "rate" || data === "trend")) {
    const err1 = { instancePath, schemaPath: "#/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema33.anyOf[0].enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      } else {
        const _errs5 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "unit")) {
            const err3 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
            break;
          }
        }
        if (_errs5 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs6 = errors;
            if (typeof data0 !== "string") {
              const err4 = { instancePath: instancePath + "/type", schemaPath: "#/anyOf/1/properties/type/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (!(data0 === "counter" || data0 === "gauge" || data0 === "rate" || data0 === "trend")) {
              const err5 = { instancePath: instancePath + "/type", schemaPath: "#/anyOf/1/properties/type/enum", keyword: "enum", params: { allowedValues: schema33.anyOf[1].properties.type.enum } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            var valid1 = _errs6 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.unit !== void 0) {
              let data1 = data.unit;
              const _errs8 = errors;
              if (typeof data1 !== "string") {
                const err6 = { instancePath: instancePath + "/unit", schemaPath: "#/anyOf/1/properties/unit/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (!(data1 === "ms" || data1 === "B")) {
                const err7 = { instancePath: instancePath + "/unit", schemaPath: "#/anyOf/1/properties/unit/enum", keyword: "enum", params: { allowedValues: schema33.anyOf[1].properties.unit.enum } };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
              var valid1 = _errs8 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err8 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  if (!valid0) {
    const err9 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
    validate83.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate83.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate83.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate82.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs1 = errors;
        if (typeof key0 === "string") {
          if (!pattern3.test(key0)) {
            const err0 = { instancePath, schemaPath: "#/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
          validate82.errors = vErrors;
          return false;
          break;
        }
      }
      if (valid0) {
        for (const key1 in data) {
          const _errs3 = errors;
          if (!validate83(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs3 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      validate82.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate82.errors = vErrors;
  return errors === 0;
}
validate82.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema37 = { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "multipart": { "$ref": "#/$defs/multipart" }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "$ref": "#/$defs/retry" }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] };
var pattern9 = new RegExp("^[A-Za-z][A-Za-z0-9-]*$", "u");
var schema38 = { "anyOf": [{ "type": ["string", "number", "boolean"] }, { "type": "array", "items": { "type": ["string", "number", "boolean"] } }] };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: schema38.anyOf[0].type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (Array.isArray(data)) {
      var valid1 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        const _errs5 = errors;
        if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean") {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/anyOf/1/items/type", keyword: "type", params: { type: schema38.anyOf[1].items.type } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        var valid1 = _errs5 === errors;
        if (!valid1) {
          break;
        }
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var items0 = true;
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
    validate91.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate91.errors = vErrors;
  evaluated0.items = items0;
  return errors === 0;
}
validate91.evaluated = { "dynamicProps": false, "dynamicItems": true };
var schema40 = { "anyOf": [{ "type": ["string", "number", "boolean"] }, { "$ref": "#/$defs/multipartFile" }] };
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate97.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.file === void 0 && (missing0 = "file")) {
        validate97.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "file" || key0 === "filename" || key0 === "contentType")) {
            validate97.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.file !== void 0) {
            let data0 = data.file;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate97.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate97.errors = [{ instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.filename !== void 0) {
              let data1 = data.filename;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func2(data1) < 1) {
                    validate97.errors = [{ instancePath: instancePath + "/filename", schemaPath: "#/properties/filename/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate97.errors = [{ instancePath: instancePath + "/filename", schemaPath: "#/properties/filename/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.contentType !== void 0) {
                let data2 = data.contentType;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate97.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate97.errors = [{ instancePath: instancePath + "/contentType", schemaPath: "#/properties/contentType/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate97.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate97.errors = vErrors;
  return errors === 0;
}
validate97.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate96.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && typeof data !== "boolean") {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: schema40.anyOf[0].type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (!validate97(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  if (!valid0) {
    const err1 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
    validate96.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate96.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate96.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate95(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate95.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        validate95.errors = [{ instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } }];
        return false;
      } else {
        for (const key0 in data) {
          let data0 = data[key0];
          const _errs2 = errors;
          const _errs3 = errors;
          let valid1 = false;
          const _errs4 = errors;
          if (!validate96(data0, { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
            errors = vErrors.length;
          }
          var _valid0 = _errs4 === errors;
          valid1 = valid1 || _valid0;
          const _errs5 = errors;
          if (errors === _errs5) {
            if (Array.isArray(data0)) {
              if (data0.length < 1) {
                const err0 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                if (vErrors === null) {
                  vErrors = [err0];
                } else {
                  vErrors.push(err0);
                }
                errors++;
              } else {
                var valid2 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs7 = errors;
                  if (!validate96(data0[i0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
                    errors = vErrors.length;
                  }
                  var valid2 = _errs7 === errors;
                  if (!valid2) {
                    break;
                  }
                }
              }
            } else {
              const err1 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "array" } };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          }
          var _valid0 = _errs5 === errors;
          valid1 = valid1 || _valid0;
          if (!valid1) {
            const err2 = { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/anyOf", keyword: "anyOf", params: {} };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
            validate95.errors = vErrors;
            return false;
          } else {
            errors = _errs3;
            if (vErrors !== null) {
              if (_errs3) {
                vErrors.length = _errs3;
              } else {
                vErrors = null;
              }
            }
          }
          var valid0 = _errs2 === errors;
          if (!valid0) {
            break;
          }
        }
      }
    } else {
      validate95.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate95.errors = vErrors;
  return errors === 0;
}
validate95.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate102.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.bearer === void 0 && (missing0 = "bearer")) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs3 = errors;
        for (const key0 in data) {
          if (!(key0 === "bearer")) {
            const err1 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
            break;
          }
        }
        if (_errs3 === errors) {
          if (data.bearer !== void 0) {
            let data0 = data.bearer;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  const err2 = { instancePath: instancePath + "/bearer", schemaPath: "#/anyOf/0/properties/bearer/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                }
              } else {
                const err3 = { instancePath: instancePath + "/bearer", schemaPath: "#/anyOf/0/properties/bearer/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs6 = errors;
  if (errors === _errs6) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.basic === void 0 && (missing1 = "basic")) {
        const err5 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing1 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        const _errs8 = errors;
        for (const key1 in data) {
          if (!(key1 === "basic")) {
            const err6 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
            break;
          }
        }
        if (_errs8 === errors) {
          if (data.basic !== void 0) {
            let data1 = data.basic;
            const _errs9 = errors;
            if (errors === _errs9) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing2;
                if (data1.username === void 0 && (missing2 = "username") || data1.password === void 0 && (missing2 = "password")) {
                  const err7 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/required", keyword: "required", params: { missingProperty: missing2 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                } else {
                  const _errs11 = errors;
                  for (const key2 in data1) {
                    if (!(key2 === "username" || key2 === "password")) {
                      const err8 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                      break;
                    }
                  }
                  if (_errs11 === errors) {
                    if (data1.username !== void 0) {
                      const _errs12 = errors;
                      if (typeof data1.username !== "string") {
                        const err9 = { instancePath: instancePath + "/basic/username", schemaPath: "#/anyOf/1/properties/basic/properties/username/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err9];
                        } else {
                          vErrors.push(err9);
                        }
                        errors++;
                      }
                      var valid3 = _errs12 === errors;
                    } else {
                      var valid3 = true;
                    }
                    if (valid3) {
                      if (data1.password !== void 0) {
                        const _errs14 = errors;
                        if (typeof data1.password !== "string") {
                          const err10 = { instancePath: instancePath + "/basic/password", schemaPath: "#/anyOf/1/properties/basic/properties/password/type", keyword: "type", params: { type: "string" } };
                          if (vErrors === null) {
                            vErrors = [err10];
                          } else {
                            vErrors.push(err10);
                          }
                          errors++;
                        }
                        var valid3 = _errs14 === errors;
                      } else {
                        var valid3 = true;
                      }
                    }
                  }
                }
              } else {
                const err11 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          }
        }
      }
    } else {
      const err12 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err13 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
    validate102.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate102.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate102.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema43 = { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } };
function validate106(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate106.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        const _errs2 = errors;
        if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean") {
          validate106.errors = [{ instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema43.additionalProperties.type } }];
          return false;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate106.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate106.errors = vErrors;
  return errors === 0;
}
validate106.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "anyOf": [{ "$ref": "#/$defs/status" }, { "type": "string", "enum": ["timeout", "connect", "reset", "dns", "tls", "protocol", "expectation"] }] };
function validate109(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate109.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate74(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "timeout" || data === "connect" || data === "reset" || data === "dns" || data === "tls" || data === "protocol" || data === "expectation")) {
    const err1 = { instancePath, schemaPath: "#/anyOf/1/enum", keyword: "enum", params: { allowedValues: schema45.anyOf[1].enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate109.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate109.errors = vErrors;
  return errors === 0;
}
validate109.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate108(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate108.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!(key0 === "max" || key0 === "on" || key0 === "backoff")) {
          validate108.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.max !== void 0) {
          let data0 = data.max;
          const _errs2 = errors;
          if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
            validate108.errors = [{ instancePath: instancePath + "/max", schemaPath: "#/properties/max/type", keyword: "type", params: { type: "integer" } }];
            return false;
          }
          if (errors === _errs2) {
            if (typeof data0 == "number" && isFinite(data0)) {
              if (data0 < 1 || isNaN(data0)) {
                validate108.errors = [{ instancePath: instancePath + "/max", schemaPath: "#/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                return false;
              }
            }
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.on !== void 0) {
            let data1 = data.on;
            const _errs4 = errors;
            const _errs5 = errors;
            let valid1 = false;
            const _errs6 = errors;
            if (!validate109(data1, { instancePath: instancePath + "/on", parentData: data, parentDataProperty: "on", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
              errors = vErrors.length;
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
            const _errs7 = errors;
            if (errors === _errs7) {
              if (Array.isArray(data1)) {
                if (data1.length < 1) {
                  const err0 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err0];
                  } else {
                    vErrors.push(err0);
                  }
                  errors++;
                } else {
                  var valid2 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs9 = errors;
                    if (!validate109(data1[i0], { instancePath: instancePath + "/on/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate109.errors : vErrors.concat(validate109.errors);
                      errors = vErrors.length;
                    }
                    var valid2 = _errs9 === errors;
                    if (!valid2) {
                      break;
                    }
                  }
                }
              } else {
                const err1 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/anyOf/1/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
              }
            }
            var _valid0 = _errs7 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const err2 = { instancePath: instancePath + "/on", schemaPath: "#/properties/on/anyOf", keyword: "anyOf", params: {} };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
              validate108.errors = vErrors;
              return false;
            } else {
              errors = _errs5;
              if (vErrors !== null) {
                if (_errs5) {
                  vErrors.length = _errs5;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.backoff !== void 0) {
              const _errs10 = errors;
              if (!validate66(data.backoff, { instancePath: instancePath + "/backoff", parentData: data, parentDataProperty: "backoff", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs10 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate108.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate108.errors = vErrors;
  return errors === 0;
}
validate108.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate90(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate90.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.get === void 0 && (missing0 = "get")) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: missing0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.post === void 0 && (missing1 = "post")) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.put === void 0 && (missing2 = "put")) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: missing2 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing3;
        if (data.patch === void 0 && (missing3 = "patch")) {
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: missing3 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
        const _errs6 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing4;
          if (data.delete === void 0 && (missing4 = "delete")) {
            const err4 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: missing4 } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid0 = _errs6 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
          }
          const _errs7 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing5;
            if (data.head === void 0 && (missing5 = "head")) {
              const err5 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: missing5 } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid0 = _errs7 === errors;
          if (_valid0 && valid0) {
            valid0 = false;
            passing0 = [passing0, 5];
          } else {
            if (_valid0) {
              valid0 = true;
              passing0 = 5;
            }
            const _errs8 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing6;
              if (data.options === void 0 && (missing6 = "options")) {
                const err6 = { instancePath, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: missing6 } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid0 = _errs8 === errors;
            if (_valid0 && valid0) {
              valid0 = false;
              passing0 = [passing0, 6];
            } else {
              if (_valid0) {
                valid0 = true;
                passing0 = 6;
              }
              const _errs9 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing7;
                if (data.request === void 0 && (missing7 = "request")) {
                  const err7 = { instancePath, schemaPath: "#/oneOf/7/required", keyword: "required", params: { missingProperty: missing7 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs9 === errors;
              if (_valid0 && valid0) {
                valid0 = false;
                passing0 = [passing0, 7];
              } else {
                if (_valid0) {
                  valid0 = true;
                  passing0 = 7;
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate90.errors = vErrors;
    return false;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs10 = errors;
      for (const key0 in data) {
        if (!func1.call(schema37.properties, key0)) {
          validate90.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs10 === errors) {
        if (data.get !== void 0) {
          let data0 = data.get;
          const _errs11 = errors;
          if (errors === _errs11) {
            if (typeof data0 === "string") {
              if (func2(data0) < 1) {
                validate90.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/minLength", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate90.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid1 = _errs11 === errors;
        } else {
          var valid1 = true;
        }
        if (valid1) {
          if (data.post !== void 0) {
            let data1 = data.post;
            const _errs13 = errors;
            if (errors === _errs13) {
              if (typeof data1 === "string") {
                if (func2(data1) < 1) {
                  validate90.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate90.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid1 = _errs13 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.put !== void 0) {
              let data2 = data.put;
              const _errs15 = errors;
              if (errors === _errs15) {
                if (typeof data2 === "string") {
                  if (func2(data2) < 1) {
                    validate90.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate90.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid1 = _errs15 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.patch !== void 0) {
                let data3 = data.patch;
                const _errs17 = errors;
                if (errors === _errs17) {
                  if (typeof data3 === "string") {
                    if (func2(data3) < 1) {
                      validate90.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate90.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid1 = _errs17 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.delete !== void 0) {
                  let data4 = data.delete;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate90.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate90.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid1 = _errs19 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.head !== void 0) {
                    let data5 = data.head;
                    const _errs21 = errors;
                    if (errors === _errs21) {
                      if (typeof data5 === "string") {
                        if (func2(data5) < 1) {
                          validate90.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/minLength", keyword: "minLength", params: { limit: 1 } }];
                          return false;
                        }
                      } else {
                        validate90.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    var valid1 = _errs21 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.options !== void 0) {
                      let data6 = data.options;
                      const _errs23 = errors;
                      if (errors === _errs23) {
                        if (typeof data6 === "string") {
                          if (func2(data6) < 1) {
                            validate90.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate90.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs23 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.request !== void 0) {
                        let data7 = data.request;
                        const _errs25 = errors;
                        if (errors === _errs25) {
                          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                            let missing8;
                            if (data7.method === void 0 && (missing8 = "method") || data7.url === void 0 && (missing8 = "url")) {
                              validate90.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/required", keyword: "required", params: { missingProperty: missing8 } }];
                              return false;
                            } else {
                              const _errs27 = errors;
                              for (const key1 in data7) {
                                if (!(key1 === "method" || key1 === "url")) {
                                  validate90.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs27 === errors) {
                                if (data7.method !== void 0) {
                                  let data8 = data7.method;
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (typeof data8 === "string") {
                                      if (!pattern9.test(data8)) {
                                        validate90.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]*$" } }];
                                        return false;
                                      }
                                    } else {
                                      validate90.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs28 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data7.url !== void 0) {
                                    let data9 = data7.url;
                                    const _errs30 = errors;
                                    if (errors === _errs30) {
                                      if (typeof data9 === "string") {
                                        if (func2(data9) < 1) {
                                          validate90.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                                          return false;
                                        }
                                      } else {
                                        validate90.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs30 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          } else {
                            validate90.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/type", keyword: "type", params: { type: "object" } }];
                            return false;
                          }
                        }
                        var valid1 = _errs25 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.name !== void 0) {
                          let data10 = data.name;
                          const _errs32 = errors;
                          if (errors === _errs32) {
                            if (typeof data10 === "string") {
                              if (func2(data10) < 1) {
                                validate90.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                                return false;
                              }
                            } else {
                              validate90.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid1 = _errs32 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.query !== void 0) {
                            let data11 = data.query;
                            const _errs34 = errors;
                            if (errors === _errs34) {
                              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                for (const key2 in data11) {
                                  const _errs37 = errors;
                                  if (!validate91(data11[key2], { instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data11, parentDataProperty: key2, rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid3 = _errs37 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              } else {
                                validate90.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid1 = _errs34 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.headers !== void 0) {
                              const _errs38 = errors;
                              if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs38 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.form !== void 0) {
                                let data14 = data.form;
                                const _errs39 = errors;
                                if (errors === _errs39) {
                                  if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                    for (const key3 in data14) {
                                      const _errs42 = errors;
                                      if (!validate91(data14[key3], { instancePath: instancePath + "/form/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data14, parentDataProperty: key3, rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid4 = _errs42 === errors;
                                      if (!valid4) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate90.errors = [{ instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: "object" } }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs39 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.multipart !== void 0) {
                                  const _errs43 = errors;
                                  if (!validate95(data.multipart, { instancePath: instancePath + "/multipart", parentData: data, parentDataProperty: "multipart", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid1 = _errs43 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.body !== void 0) {
                                    const _errs44 = errors;
                                    if (typeof data.body !== "string") {
                                      validate90.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                    var valid1 = _errs44 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.bodyFile !== void 0) {
                                      let data18 = data.bodyFile;
                                      const _errs46 = errors;
                                      if (errors === _errs46) {
                                        if (typeof data18 === "string") {
                                          if (func2(data18) < 1) {
                                            validate90.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/minLength", keyword: "minLength", params: { limit: 1 } }];
                                            return false;
                                          }
                                        } else {
                                          validate90.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                      }
                                      var valid1 = _errs46 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data.auth !== void 0) {
                                        const _errs48 = errors;
                                        if (!validate102(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid1 = _errs48 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                      if (valid1) {
                                        if (data.timeout !== void 0) {
                                          const _errs49 = errors;
                                          if (!validate66(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid1 = _errs49 === errors;
                                        } else {
                                          var valid1 = true;
                                        }
                                        if (valid1) {
                                          if (data.redirects !== void 0) {
                                            let data21 = data.redirects;
                                            const _errs50 = errors;
                                            if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                                              validate90.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                                              return false;
                                            }
                                            if (errors === _errs50) {
                                              if (typeof data21 == "number" && isFinite(data21)) {
                                                if (data21 < 0 || isNaN(data21)) {
                                                  validate90.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid1 = _errs50 === errors;
                                          } else {
                                            var valid1 = true;
                                          }
                                          if (valid1) {
                                            if (data.expect !== void 0) {
                                              const _errs52 = errors;
                                              if (!validate72(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid1 = _errs52 === errors;
                                            } else {
                                              var valid1 = true;
                                            }
                                            if (valid1) {
                                              if (data.check !== void 0) {
                                                let data23 = data.check;
                                                const _errs53 = errors;
                                                if (errors === _errs53) {
                                                  if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                                    if (Object.keys(data23).length < 1) {
                                                      validate90.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                      return false;
                                                    } else {
                                                      for (const key4 in data23) {
                                                        let data24 = data23[key4];
                                                        const _errs56 = errors;
                                                        if (typeof data24 !== "string" && typeof data24 !== "boolean" && !(typeof data24 == "number" && isFinite(data24))) {
                                                          validate90.errors = [{ instancePath: instancePath + "/check/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema37.properties.check.additionalProperties.type } }];
                                                          return false;
                                                        }
                                                        var valid5 = _errs56 === errors;
                                                        if (!valid5) {
                                                          break;
                                                        }
                                                      }
                                                    }
                                                  } else {
                                                    validate90.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid1 = _errs53 === errors;
                                              } else {
                                                var valid1 = true;
                                              }
                                              if (valid1) {
                                                if (data.capture !== void 0) {
                                                  let data25 = data.capture;
                                                  const _errs58 = errors;
                                                  if (errors === _errs58) {
                                                    if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                                      if (Object.keys(data25).length < 1) {
                                                        validate90.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                        return false;
                                                      } else {
                                                        for (const key5 in data25) {
                                                          let data26 = data25[key5];
                                                          const _errs61 = errors;
                                                          if (typeof data26 !== "string" && typeof data26 !== "boolean" && !(typeof data26 == "number" && isFinite(data26))) {
                                                            validate90.errors = [{ instancePath: instancePath + "/capture/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema37.properties.capture.additionalProperties.type } }];
                                                            return false;
                                                          }
                                                          var valid6 = _errs61 === errors;
                                                          if (!valid6) {
                                                            break;
                                                          }
                                                        }
                                                      }
                                                    } else {
                                                      validate90.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid1 = _errs58 === errors;
                                                } else {
                                                  var valid1 = true;
                                                }
                                                if (valid1) {
                                                  if (data.record !== void 0) {
                                                    let data27 = data.record;
                                                    const _errs63 = errors;
                                                    if (errors === _errs63) {
                                                      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                        if (Object.keys(data27).length < 1) {
                                                          validate90.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                          return false;
                                                        } else {
                                                          for (const key6 in data27) {
                                                            let data28 = data27[key6];
                                                            const _errs66 = errors;
                                                            if (typeof data28 !== "string" && typeof data28 !== "boolean" && !(typeof data28 == "number" && isFinite(data28))) {
                                                              validate90.errors = [{ instancePath: instancePath + "/record/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema37.properties.record.additionalProperties.type } }];
                                                              return false;
                                                            }
                                                            var valid7 = _errs66 === errors;
                                                            if (!valid7) {
                                                              break;
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate90.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid1 = _errs63 === errors;
                                                  } else {
                                                    var valid1 = true;
                                                  }
                                                  if (valid1) {
                                                    if (data.tags !== void 0) {
                                                      const _errs68 = errors;
                                                      if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid1 = _errs68 === errors;
                                                    } else {
                                                      var valid1 = true;
                                                    }
                                                    if (valid1) {
                                                      if (data.if !== void 0) {
                                                        let data30 = data.if;
                                                        const _errs69 = errors;
                                                        if (typeof data30 !== "string" && typeof data30 !== "boolean" && !(typeof data30 == "number" && isFinite(data30))) {
                                                          validate90.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema37.properties.if.type } }];
                                                          return false;
                                                        }
                                                        var valid1 = _errs69 === errors;
                                                      } else {
                                                        var valid1 = true;
                                                      }
                                                      if (valid1) {
                                                        if (data.retry !== void 0) {
                                                          const _errs71 = errors;
                                                          if (!validate108(data.retry, { instancePath: instancePath + "/retry", parentData: data, parentDataProperty: "retry", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid1 = _errs71 === errors;
                                                        } else {
                                                          var valid1 = true;
                                                        }
                                                        if (valid1) {
                                                          if (data.weight !== void 0) {
                                                            let data32 = data.weight;
                                                            const _errs72 = errors;
                                                            if (errors === _errs72) {
                                                              if (typeof data32 == "number" && isFinite(data32)) {
                                                                if (data32 <= 0 || isNaN(data32)) {
                                                                  validate90.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate90.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid1 = _errs72 === errors;
                                                          } else {
                                                            var valid1 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate90.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate90.errors = vErrors;
  return errors === 0;
}
validate90.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern10 = new RegExp("^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$", "u");
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate117.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (typeof data === "string") {
      if (!pattern10.test(data)) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$" } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.min === void 0 && (missing0 = "min") || data.max === void 0 && (missing0 = "max")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      } else {
        const _errs5 = errors;
        for (const key0 in data) {
          if (!(key0 === "min" || key0 === "max")) {
            const err3 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
            break;
          }
        }
        if (_errs5 === errors) {
          if (data.min !== void 0) {
            const _errs6 = errors;
            if (!validate66(data.min, { instancePath: instancePath + "/min", parentData: data, parentDataProperty: "min", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs6 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.max !== void 0) {
              const _errs7 = errors;
              if (!validate66(data.max, { instancePath: instancePath + "/max", parentData: data, parentDataProperty: "max", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs7 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs8 = errors;
  if (errors === _errs8) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.mean === void 0 && (missing1 = "mean") || data.sd === void 0 && (missing1 = "sd")) {
        const err5 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: missing1 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        const _errs10 = errors;
        for (const key1 in data) {
          if (!(key1 === "mean" || key1 === "sd")) {
            const err6 = { instancePath, schemaPath: "#/anyOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
            break;
          }
        }
        if (_errs10 === errors) {
          if (data.mean !== void 0) {
            const _errs11 = errors;
            if (!validate66(data.mean, { instancePath: instancePath + "/mean", parentData: data, parentDataProperty: "mean", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid2 = _errs11 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.sd !== void 0) {
              const _errs12 = errors;
              if (!validate66(data.sd, { instancePath: instancePath + "/sd", parentData: data, parentDataProperty: "sd", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                errors = vErrors.length;
              }
              var valid2 = _errs12 === errors;
            } else {
              var valid2 = true;
            }
          }
        }
      }
    } else {
      const err7 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  }
  var _valid0 = _errs8 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate117.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate117.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate117.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate116.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.think === void 0 && (missing0 = "think")) {
        validate116.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "think")) {
            validate116.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.think !== void 0) {
            if (!validate117(data.think, { instancePath: instancePath + "/think", parentData: data, parentDataProperty: "think", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate116.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate116.errors = vErrors;
  return errors === 0;
}
validate116.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate124(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate124.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.set === void 0 && (missing0 = "set")) {
        validate124.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "set")) {
            validate124.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.set !== void 0) {
            let data0 = data.set;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                if (Object.keys(data0).length < 1) {
                  validate124.errors = [{ instancePath: instancePath + "/set", schemaPath: "#/properties/set/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate124.errors = [{ instancePath: instancePath + "/set", schemaPath: "#/properties/set/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate124.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate124.errors = vErrors;
  return errors === 0;
}
validate124.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var wrapper0 = { validate: validate88 };
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate129.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.steps === void 0 && (missing0 = "steps")) {
        validate129.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "weight" || key0 === "steps")) {
            validate129.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.weight !== void 0) {
            let data0 = data.weight;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 <= 0 || isNaN(data0)) {
                  validate129.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                  return false;
                }
              } else {
                validate129.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate129.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate129.errors = vErrors;
  return errors === 0;
}
validate129.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate131(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate131.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.use === void 0 && (missing0 = "use")) {
        validate131.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "use" || key0 === "weight")) {
            validate131.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.use !== void 0) {
            let data0 = data.use;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate131.errors = [{ instancePath: instancePath + "/use", schemaPath: "#/properties/use/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate131.errors = [{ instancePath: instancePath + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.weight !== void 0) {
              let data1 = data.weight;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 <= 0 || isNaN(data1)) {
                    validate131.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                    return false;
                  }
                } else {
                  validate131.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate131.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate131.errors = vErrors;
  return errors === 0;
}
validate131.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate127(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate127.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate90(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs2 = errors;
  if (!validate129(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs3 = errors;
  if (!validate131(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate127.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate127.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate127.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate126(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate126.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.choose === void 0 && (missing0 = "choose")) {
        validate126.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "choose" || key0 === "exact")) {
            validate126.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.choose !== void 0) {
            let data0 = data.choose;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length < 1) {
                  validate126.errors = [{ instancePath: instancePath + "/choose", schemaPath: "#/properties/choose/minItems", keyword: "minItems", params: { limit: 1 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs4 = errors;
                    if (!validate127(data0[i0], { instancePath: instancePath + "/choose/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate126.errors = [{ instancePath: instancePath + "/choose", schemaPath: "#/properties/choose/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.exact !== void 0) {
              const _errs5 = errors;
              if (typeof data.exact !== "boolean") {
                validate126.errors = [{ instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "boolean" } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate126.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate126.errors = vErrors;
  return errors === 0;
}
validate126.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate135.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.group === void 0 && (missing0 = "group") || data.steps === void 0 && (missing0 = "steps")) {
        validate135.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "group" || key0 === "steps")) {
            validate135.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.group !== void 0) {
            let data0 = data.group;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate135.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate135.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate135.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate135.errors = vErrors;
  return errors === 0;
}
validate135.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema54 = { "type": "object", "additionalProperties": false, "properties": { "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 } }, "required": ["record"] };
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate138.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.record === void 0 && (missing0 = "record")) {
        validate138.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "record")) {
            validate138.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.record !== void 0) {
            let data0 = data.record;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                if (Object.keys(data0).length < 1) {
                  validate138.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                  return false;
                } else {
                  for (const key1 in data0) {
                    let data1 = data0[key1];
                    const _errs5 = errors;
                    if (typeof data1 !== "string" && typeof data1 !== "boolean" && !(typeof data1 == "number" && isFinite(data1))) {
                      validate138.errors = [{ instancePath: instancePath + "/record/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema54.properties.record.additionalProperties.type } }];
                      return false;
                    }
                    var valid1 = _errs5 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate138.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate138.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate138.errors = vErrors;
  return errors === 0;
}
validate138.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema55 = { "type": "object", "additionalProperties": false, "properties": { "repeat": { "type": ["string", "boolean", "number"] }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["repeat", "steps"] };
function validate140(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate140.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.repeat === void 0 && (missing0 = "repeat") || data.steps === void 0 && (missing0 = "steps")) {
        validate140.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "repeat" || key0 === "steps")) {
            validate140.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.repeat !== void 0) {
            let data0 = data.repeat;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate140.errors = [{ instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/type", keyword: "type", params: { type: schema55.properties.repeat.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate140.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate140.errors = vErrors;
  return errors === 0;
}
validate140.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema56 = { "type": "object", "additionalProperties": false, "properties": { "while": { "type": ["string", "boolean", "number"] }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["while", "steps"] };
function validate142(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate142.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.while === void 0 && (missing0 = "while") || data.steps === void 0 && (missing0 = "steps")) {
        validate142.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "while" || key0 === "limit" || key0 === "steps")) {
            validate142.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.while !== void 0) {
            let data0 = data.while;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate142.errors = [{ instancePath: instancePath + "/while", schemaPath: "#/properties/while/type", keyword: "type", params: { type: schema56.properties.while.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.limit !== void 0) {
              let data1 = data.limit;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate142.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate142.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.steps !== void 0) {
                const _errs6 = errors;
                if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate142.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate142.errors = vErrors;
  return errors === 0;
}
validate142.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema57 = { "type": "object", "additionalProperties": false, "properties": { "forEach": { "anyOf": [{ "type": ["string", "boolean", "number"] }, { "type": "array", "items": {} }] }, "as": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["forEach", "steps"] };
function validate144(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate144.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.forEach === void 0 && (missing0 = "forEach") || data.steps === void 0 && (missing0 = "steps")) {
        validate144.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "forEach" || key0 === "as" || key0 === "limit" || key0 === "steps")) {
            validate144.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.forEach !== void 0) {
            let data0 = data.forEach;
            const _errs2 = errors;
            const _errs3 = errors;
            let valid1 = false;
            const _errs4 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              const err0 = { instancePath: instancePath + "/forEach", schemaPath: "#/properties/forEach/anyOf/0/type", keyword: "type", params: { type: schema57.properties.forEach.anyOf[0].type } };
              if (vErrors === null) {
                vErrors = [err0];
              } else {
                vErrors.push(err0);
              }
              errors++;
            }
            var _valid0 = _errs4 === errors;
            valid1 = valid1 || _valid0;
            const _errs6 = errors;
            if (errors === _errs6) {
              if (!Array.isArray(data0)) {
                const err1 = { instancePath: instancePath + "/forEach", schemaPath: "#/properties/forEach/anyOf/1/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err1];
                } else {
                  vErrors.push(err1);
                }
                errors++;
              }
            }
            var _valid0 = _errs6 === errors;
            valid1 = valid1 || _valid0;
            if (!valid1) {
              const err2 = { instancePath: instancePath + "/forEach", schemaPath: "#/properties/forEach/anyOf", keyword: "anyOf", params: {} };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
              validate144.errors = vErrors;
              return false;
            } else {
              errors = _errs3;
              if (vErrors !== null) {
                if (_errs3) {
                  vErrors.length = _errs3;
                } else {
                  vErrors = null;
                }
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.as !== void 0) {
              let data1 = data.as;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data1 === "string") {
                  if (!pattern3.test(data1)) {
                    validate144.errors = [{ instancePath: instancePath + "/as", schemaPath: "#/properties/as/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } }];
                    return false;
                  }
                } else {
                  validate144.errors = [{ instancePath: instancePath + "/as", schemaPath: "#/properties/as/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.limit !== void 0) {
                let data2 = data.limit;
                const _errs10 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate144.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } }];
                  return false;
                }
                if (errors === _errs10) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate144.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.steps !== void 0) {
                  const _errs12 = errors;
                  if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate144.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate144.errors = vErrors;
  return errors === 0;
}
validate144.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema58 = { "type": "object", "additionalProperties": false, "properties": { "if": { "type": ["string", "boolean", "number"] }, "then": { "$ref": "#/$defs/steps" }, "else": { "$ref": "#/$defs/steps" } }, "required": ["if", "then"] };
function validate146(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate146.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.if === void 0 && (missing0 = "if") || data.then === void 0 && (missing0 = "then")) {
        validate146.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "if" || key0 === "then" || key0 === "else")) {
            validate146.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.if !== void 0) {
            let data0 = data.if;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate146.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema58.properties.if.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.then !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.then, { instancePath: instancePath + "/then", parentData: data, parentDataProperty: "then", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.else !== void 0) {
                const _errs5 = errors;
                if (!wrapper0.validate(data.else, { instancePath: instancePath + "/else", parentData: data, parentDataProperty: "else", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate146.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate146.errors = vErrors;
  return errors === 0;
}
validate146.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate148(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate148.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.parallel === void 0 && (missing0 = "parallel")) {
        validate148.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "parallel" || key0 === "connections")) {
            validate148.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.parallel !== void 0) {
            let data0 = data.parallel;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length < 1) {
                  validate148.errors = [{ instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/minItems", keyword: "minItems", params: { limit: 1 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs4 = errors;
                    if (!validate90(data0[i0], { instancePath: instancePath + "/parallel/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate148.errors = [{ instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.connections !== void 0) {
              let data2 = data.connections;
              const _errs5 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate148.errors = [{ instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs5) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate148.errors = [{ instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate148.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate148.errors = vErrors;
  return errors === 0;
}
validate148.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema61 = { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "until": { "type": ["string", "boolean", "number"] }, "every": { "$ref": "#/$defs/duration" }, "timeout": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "multipart": { "$ref": "#/$defs/multipart" }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["until"], "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] };
function validate152(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate152.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.get === void 0 && (missing0 = "get")) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: missing0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.post === void 0 && (missing1 = "post")) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.put === void 0 && (missing2 = "put")) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: missing2 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing3;
        if (data.patch === void 0 && (missing3 = "patch")) {
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: missing3 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
        const _errs6 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing4;
          if (data.delete === void 0 && (missing4 = "delete")) {
            const err4 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: missing4 } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid0 = _errs6 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
          }
          const _errs7 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing5;
            if (data.head === void 0 && (missing5 = "head")) {
              const err5 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: missing5 } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid0 = _errs7 === errors;
          if (_valid0 && valid0) {
            valid0 = false;
            passing0 = [passing0, 5];
          } else {
            if (_valid0) {
              valid0 = true;
              passing0 = 5;
            }
            const _errs8 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing6;
              if (data.options === void 0 && (missing6 = "options")) {
                const err6 = { instancePath, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: missing6 } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid0 = _errs8 === errors;
            if (_valid0 && valid0) {
              valid0 = false;
              passing0 = [passing0, 6];
            } else {
              if (_valid0) {
                valid0 = true;
                passing0 = 6;
              }
              const _errs9 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing7;
                if (data.request === void 0 && (missing7 = "request")) {
                  const err7 = { instancePath, schemaPath: "#/oneOf/7/required", keyword: "required", params: { missingProperty: missing7 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs9 === errors;
              if (_valid0 && valid0) {
                valid0 = false;
                passing0 = [passing0, 7];
              } else {
                if (_valid0) {
                  valid0 = true;
                  passing0 = 7;
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate152.errors = vErrors;
    return false;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing8;
      if (data.until === void 0 && (missing8 = "until")) {
        validate152.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing8 } }];
        return false;
      } else {
        const _errs10 = errors;
        for (const key0 in data) {
          if (!func1.call(schema61.properties, key0)) {
            validate152.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs10 === errors) {
          if (data.get !== void 0) {
            let data0 = data.get;
            const _errs11 = errors;
            if (errors === _errs11) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate152.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate152.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid1 = _errs11 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.post !== void 0) {
              let data1 = data.post;
              const _errs13 = errors;
              if (errors === _errs13) {
                if (typeof data1 === "string") {
                  if (func2(data1) < 1) {
                    validate152.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate152.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid1 = _errs13 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.put !== void 0) {
                let data2 = data.put;
                const _errs15 = errors;
                if (errors === _errs15) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate152.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate152.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid1 = _errs15 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.patch !== void 0) {
                  let data3 = data.patch;
                  const _errs17 = errors;
                  if (errors === _errs17) {
                    if (typeof data3 === "string") {
                      if (func2(data3) < 1) {
                        validate152.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate152.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid1 = _errs17 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.delete !== void 0) {
                    let data4 = data.delete;
                    const _errs19 = errors;
                    if (errors === _errs19) {
                      if (typeof data4 === "string") {
                        if (func2(data4) < 1) {
                          validate152.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/minLength", keyword: "minLength", params: { limit: 1 } }];
                          return false;
                        }
                      } else {
                        validate152.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    var valid1 = _errs19 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.head !== void 0) {
                      let data5 = data.head;
                      const _errs21 = errors;
                      if (errors === _errs21) {
                        if (typeof data5 === "string") {
                          if (func2(data5) < 1) {
                            validate152.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate152.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs21 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.options !== void 0) {
                        let data6 = data.options;
                        const _errs23 = errors;
                        if (errors === _errs23) {
                          if (typeof data6 === "string") {
                            if (func2(data6) < 1) {
                              validate152.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/minLength", keyword: "minLength", params: { limit: 1 } }];
                              return false;
                            }
                          } else {
                            validate152.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                        var valid1 = _errs23 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.request !== void 0) {
                          let data7 = data.request;
                          const _errs25 = errors;
                          if (errors === _errs25) {
                            if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                              let missing9;
                              if (data7.method === void 0 && (missing9 = "method") || data7.url === void 0 && (missing9 = "url")) {
                                validate152.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/required", keyword: "required", params: { missingProperty: missing9 } }];
                                return false;
                              } else {
                                const _errs27 = errors;
                                for (const key1 in data7) {
                                  if (!(key1 === "method" || key1 === "url")) {
                                    validate152.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs27 === errors) {
                                  if (data7.method !== void 0) {
                                    let data8 = data7.method;
                                    const _errs28 = errors;
                                    if (errors === _errs28) {
                                      if (typeof data8 === "string") {
                                        if (!pattern9.test(data8)) {
                                          validate152.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]*$" } }];
                                          return false;
                                        }
                                      } else {
                                        validate152.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs28 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data7.url !== void 0) {
                                      let data9 = data7.url;
                                      const _errs30 = errors;
                                      if (errors === _errs30) {
                                        if (typeof data9 === "string") {
                                          if (func2(data9) < 1) {
                                            validate152.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                                            return false;
                                          }
                                        } else {
                                          validate152.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                      }
                                      var valid2 = _errs30 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                  }
                                }
                              }
                            } else {
                              validate152.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid1 = _errs25 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.until !== void 0) {
                            let data10 = data.until;
                            const _errs32 = errors;
                            if (typeof data10 !== "string" && typeof data10 !== "boolean" && !(typeof data10 == "number" && isFinite(data10))) {
                              validate152.errors = [{ instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: schema61.properties.until.type } }];
                              return false;
                            }
                            var valid1 = _errs32 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.every !== void 0) {
                              const _errs34 = errors;
                              if (!validate66(data.every, { instancePath: instancePath + "/every", parentData: data, parentDataProperty: "every", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs34 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.timeout !== void 0) {
                                const _errs35 = errors;
                                if (!validate66(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                  errors = vErrors.length;
                                }
                                var valid1 = _errs35 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.name !== void 0) {
                                  let data13 = data.name;
                                  const _errs36 = errors;
                                  if (errors === _errs36) {
                                    if (typeof data13 === "string") {
                                      if (func2(data13) < 1) {
                                        validate152.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                                        return false;
                                      }
                                    } else {
                                      validate152.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid1 = _errs36 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.query !== void 0) {
                                    let data14 = data.query;
                                    const _errs38 = errors;
                                    if (errors === _errs38) {
                                      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                        for (const key2 in data14) {
                                          const _errs41 = errors;
                                          if (!validate91(data14[key2], { instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data14, parentDataProperty: key2, rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid3 = _errs41 === errors;
                                          if (!valid3) {
                                            break;
                                          }
                                        }
                                      } else {
                                        validate152.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } }];
                                        return false;
                                      }
                                    }
                                    var valid1 = _errs38 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.headers !== void 0) {
                                      const _errs42 = errors;
                                      if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid1 = _errs42 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data.form !== void 0) {
                                        let data17 = data.form;
                                        const _errs43 = errors;
                                        if (errors === _errs43) {
                                          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                                            for (const key3 in data17) {
                                              const _errs46 = errors;
                                              if (!validate91(data17[key3], { instancePath: instancePath + "/form/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data17, parentDataProperty: key3, rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid4 = _errs46 === errors;
                                              if (!valid4) {
                                                break;
                                              }
                                            }
                                          } else {
                                            validate152.errors = [{ instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: "object" } }];
                                            return false;
                                          }
                                        }
                                        var valid1 = _errs43 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                      if (valid1) {
                                        if (data.multipart !== void 0) {
                                          const _errs47 = errors;
                                          if (!validate95(data.multipart, { instancePath: instancePath + "/multipart", parentData: data, parentDataProperty: "multipart", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate95.errors : vErrors.concat(validate95.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid1 = _errs47 === errors;
                                        } else {
                                          var valid1 = true;
                                        }
                                        if (valid1) {
                                          if (data.body !== void 0) {
                                            const _errs48 = errors;
                                            if (typeof data.body !== "string") {
                                              validate152.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" } }];
                                              return false;
                                            }
                                            var valid1 = _errs48 === errors;
                                          } else {
                                            var valid1 = true;
                                          }
                                          if (valid1) {
                                            if (data.bodyFile !== void 0) {
                                              let data21 = data.bodyFile;
                                              const _errs50 = errors;
                                              if (errors === _errs50) {
                                                if (typeof data21 === "string") {
                                                  if (func2(data21) < 1) {
                                                    validate152.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                    return false;
                                                  }
                                                } else {
                                                  validate152.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/type", keyword: "type", params: { type: "string" } }];
                                                  return false;
                                                }
                                              }
                                              var valid1 = _errs50 === errors;
                                            } else {
                                              var valid1 = true;
                                            }
                                            if (valid1) {
                                              if (data.auth !== void 0) {
                                                const _errs52 = errors;
                                                if (!validate102(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid1 = _errs52 === errors;
                                              } else {
                                                var valid1 = true;
                                              }
                                              if (valid1) {
                                                if (data.redirects !== void 0) {
                                                  let data23 = data.redirects;
                                                  const _errs53 = errors;
                                                  if (!(typeof data23 == "number" && (!(data23 % 1) && !isNaN(data23)) && isFinite(data23))) {
                                                    validate152.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                                                    return false;
                                                  }
                                                  if (errors === _errs53) {
                                                    if (typeof data23 == "number" && isFinite(data23)) {
                                                      if (data23 < 0 || isNaN(data23)) {
                                                        validate152.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid1 = _errs53 === errors;
                                                } else {
                                                  var valid1 = true;
                                                }
                                                if (valid1) {
                                                  if (data.expect !== void 0) {
                                                    const _errs55 = errors;
                                                    if (!validate72(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid1 = _errs55 === errors;
                                                  } else {
                                                    var valid1 = true;
                                                  }
                                                  if (valid1) {
                                                    if (data.check !== void 0) {
                                                      let data25 = data.check;
                                                      const _errs56 = errors;
                                                      if (errors === _errs56) {
                                                        if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                                          if (Object.keys(data25).length < 1) {
                                                            validate152.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                            return false;
                                                          } else {
                                                            for (const key4 in data25) {
                                                              let data26 = data25[key4];
                                                              const _errs59 = errors;
                                                              if (typeof data26 !== "string" && typeof data26 !== "boolean" && !(typeof data26 == "number" && isFinite(data26))) {
                                                                validate152.errors = [{ instancePath: instancePath + "/check/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema61.properties.check.additionalProperties.type } }];
                                                                return false;
                                                              }
                                                              var valid5 = _errs59 === errors;
                                                              if (!valid5) {
                                                                break;
                                                              }
                                                            }
                                                          }
                                                        } else {
                                                          validate152.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid1 = _errs56 === errors;
                                                    } else {
                                                      var valid1 = true;
                                                    }
                                                    if (valid1) {
                                                      if (data.capture !== void 0) {
                                                        let data27 = data.capture;
                                                        const _errs61 = errors;
                                                        if (errors === _errs61) {
                                                          if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                            if (Object.keys(data27).length < 1) {
                                                              validate152.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                              return false;
                                                            } else {
                                                              for (const key5 in data27) {
                                                                let data28 = data27[key5];
                                                                const _errs64 = errors;
                                                                if (typeof data28 !== "string" && typeof data28 !== "boolean" && !(typeof data28 == "number" && isFinite(data28))) {
                                                                  validate152.errors = [{ instancePath: instancePath + "/capture/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema61.properties.capture.additionalProperties.type } }];
                                                                  return false;
                                                                }
                                                                var valid6 = _errs64 === errors;
                                                                if (!valid6) {
                                                                  break;
                                                                }
                                                              }
                                                            }
                                                          } else {
                                                            validate152.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid1 = _errs61 === errors;
                                                      } else {
                                                        var valid1 = true;
                                                      }
                                                      if (valid1) {
                                                        if (data.record !== void 0) {
                                                          let data29 = data.record;
                                                          const _errs66 = errors;
                                                          if (errors === _errs66) {
                                                            if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                                                              if (Object.keys(data29).length < 1) {
                                                                validate152.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                                return false;
                                                              } else {
                                                                for (const key6 in data29) {
                                                                  let data30 = data29[key6];
                                                                  const _errs69 = errors;
                                                                  if (typeof data30 !== "string" && typeof data30 !== "boolean" && !(typeof data30 == "number" && isFinite(data30))) {
                                                                    validate152.errors = [{ instancePath: instancePath + "/record/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema61.properties.record.additionalProperties.type } }];
                                                                    return false;
                                                                  }
                                                                  var valid7 = _errs69 === errors;
                                                                  if (!valid7) {
                                                                    break;
                                                                  }
                                                                }
                                                              }
                                                            } else {
                                                              validate152.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid1 = _errs66 === errors;
                                                        } else {
                                                          var valid1 = true;
                                                        }
                                                        if (valid1) {
                                                          if (data.tags !== void 0) {
                                                            const _errs71 = errors;
                                                            if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid1 = _errs71 === errors;
                                                          } else {
                                                            var valid1 = true;
                                                          }
                                                          if (valid1) {
                                                            if (data.if !== void 0) {
                                                              let data32 = data.if;
                                                              const _errs72 = errors;
                                                              if (typeof data32 !== "string" && typeof data32 !== "boolean" && !(typeof data32 == "number" && isFinite(data32))) {
                                                                validate152.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema61.properties.if.type } }];
                                                                return false;
                                                              }
                                                              var valid1 = _errs72 === errors;
                                                            } else {
                                                              var valid1 = true;
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate152.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate152.errors = vErrors;
  return errors === 0;
}
validate152.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate151(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate151.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.poll === void 0 && (missing0 = "poll")) {
        validate151.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "poll")) {
            validate151.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.poll !== void 0) {
            if (!validate152(data.poll, { instancePath: instancePath + "/poll", parentData: data, parentDataProperty: "poll", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate152.errors : vErrors.concat(validate152.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate151.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate151.errors = vErrors;
  return errors === 0;
}
validate151.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema63 = { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "query": { "type": "string", "minLength": 1 }, "variables": { "type": "object", "additionalProperties": {} }, "name": { "type": "string", "minLength": 1 }, "headers": { "$ref": "#/$defs/headers" }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "$ref": "#/$defs/retry" } }, "required": ["url", "query"] };
function validate165(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate165.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.url === void 0 && (missing0 = "url") || data.query === void 0 && (missing0 = "query")) {
        validate165.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func1.call(schema63.properties, key0)) {
            validate165.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.url !== void 0) {
            let data0 = data.url;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate165.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate165.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.query !== void 0) {
              let data1 = data.query;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (func2(data1) < 1) {
                    validate165.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate165.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.variables !== void 0) {
                let data2 = data.variables;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  } else {
                    validate165.errors = [{ instancePath: instancePath + "/variables", schemaPath: "#/properties/variables/type", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.name !== void 0) {
                  let data3 = data.name;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (typeof data3 === "string") {
                      if (func2(data3) < 1) {
                        validate165.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate165.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.headers !== void 0) {
                    const _errs11 = errors;
                    if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.auth !== void 0) {
                      const _errs12 = errors;
                      if (!validate102(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.timeout !== void 0) {
                        const _errs13 = errors;
                        if (!validate66(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.redirects !== void 0) {
                          let data7 = data.redirects;
                          const _errs14 = errors;
                          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                            validate165.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                            return false;
                          }
                          if (errors === _errs14) {
                            if (typeof data7 == "number" && isFinite(data7)) {
                              if (data7 < 0 || isNaN(data7)) {
                                validate165.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.expect !== void 0) {
                            const _errs16 = errors;
                            if (!validate72(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.check !== void 0) {
                              let data9 = data.check;
                              const _errs17 = errors;
                              if (errors === _errs17) {
                                if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                                  if (Object.keys(data9).length < 1) {
                                    validate165.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                    return false;
                                  } else {
                                    for (const key1 in data9) {
                                      let data10 = data9[key1];
                                      const _errs20 = errors;
                                      if (typeof data10 !== "string" && typeof data10 !== "boolean" && !(typeof data10 == "number" && isFinite(data10))) {
                                        validate165.errors = [{ instancePath: instancePath + "/check/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema63.properties.check.additionalProperties.type } }];
                                        return false;
                                      }
                                      var valid1 = _errs20 === errors;
                                      if (!valid1) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate165.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                                  return false;
                                }
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.capture !== void 0) {
                                let data11 = data.capture;
                                const _errs22 = errors;
                                if (errors === _errs22) {
                                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                    if (Object.keys(data11).length < 1) {
                                      validate165.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                      return false;
                                    } else {
                                      for (const key2 in data11) {
                                        let data12 = data11[key2];
                                        const _errs25 = errors;
                                        if (typeof data12 !== "string" && typeof data12 !== "boolean" && !(typeof data12 == "number" && isFinite(data12))) {
                                          validate165.errors = [{ instancePath: instancePath + "/capture/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema63.properties.capture.additionalProperties.type } }];
                                          return false;
                                        }
                                        var valid2 = _errs25 === errors;
                                        if (!valid2) {
                                          break;
                                        }
                                      }
                                    }
                                  } else {
                                    validate165.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.record !== void 0) {
                                  let data13 = data.record;
                                  const _errs27 = errors;
                                  if (errors === _errs27) {
                                    if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                                      if (Object.keys(data13).length < 1) {
                                        validate165.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                        return false;
                                      } else {
                                        for (const key3 in data13) {
                                          let data14 = data13[key3];
                                          const _errs30 = errors;
                                          if (typeof data14 !== "string" && typeof data14 !== "boolean" && !(typeof data14 == "number" && isFinite(data14))) {
                                            validate165.errors = [{ instancePath: instancePath + "/record/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema63.properties.record.additionalProperties.type } }];
                                            return false;
                                          }
                                          var valid3 = _errs30 === errors;
                                          if (!valid3) {
                                            break;
                                          }
                                        }
                                      }
                                    } else {
                                      validate165.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                      return false;
                                    }
                                  }
                                  var valid0 = _errs27 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.tags !== void 0) {
                                    const _errs32 = errors;
                                    if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs32 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.if !== void 0) {
                                      let data16 = data.if;
                                      const _errs33 = errors;
                                      if (typeof data16 !== "string" && typeof data16 !== "boolean" && !(typeof data16 == "number" && isFinite(data16))) {
                                        validate165.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema63.properties.if.type } }];
                                        return false;
                                      }
                                      var valid0 = _errs33 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.retry !== void 0) {
                                        const _errs35 = errors;
                                        if (!validate108(data.retry, { instancePath: instancePath + "/retry", parentData: data, parentDataProperty: "retry", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate108.errors : vErrors.concat(validate108.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs35 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate165.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate165.errors = vErrors;
  return errors === 0;
}
validate165.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate164(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate164.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.graphql === void 0 && (missing0 = "graphql")) {
        validate164.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "graphql")) {
            validate164.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.graphql !== void 0) {
            if (!validate165(data.graphql, { instancePath: instancePath + "/graphql", parentData: data, parentDataProperty: "graphql", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate165.errors : vErrors.concat(validate165.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate164.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate164.errors = vErrors;
  return errors === 0;
}
validate164.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema65 = { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "until": { "type": ["string", "boolean", "number"] }, "maxEvents": { "type": "integer", "minimum": 1 }, "timeout": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "body": { "type": "string" }, "auth": { "$ref": "#/$defs/auth" }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["url"] };
function validate175(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate175.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.url === void 0 && (missing0 = "url")) {
        validate175.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func1.call(schema65.properties, key0)) {
            validate175.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.url !== void 0) {
            let data0 = data.url;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate175.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate175.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.method !== void 0) {
              let data1 = data.method;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern9.test(data1)) {
                    validate175.errors = [{ instancePath: instancePath + "/method", schemaPath: "#/properties/method/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]*$" } }];
                    return false;
                  }
                } else {
                  validate175.errors = [{ instancePath: instancePath + "/method", schemaPath: "#/properties/method/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.until !== void 0) {
                let data2 = data.until;
                const _errs6 = errors;
                if (typeof data2 !== "string" && typeof data2 !== "boolean" && !(typeof data2 == "number" && isFinite(data2))) {
                  validate175.errors = [{ instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: schema65.properties.until.type } }];
                  return false;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.maxEvents !== void 0) {
                  let data3 = data.maxEvents;
                  const _errs8 = errors;
                  if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                    validate175.errors = [{ instancePath: instancePath + "/maxEvents", schemaPath: "#/properties/maxEvents/type", keyword: "type", params: { type: "integer" } }];
                    return false;
                  }
                  if (errors === _errs8) {
                    if (typeof data3 == "number" && isFinite(data3)) {
                      if (data3 < 1 || isNaN(data3)) {
                        validate175.errors = [{ instancePath: instancePath + "/maxEvents", schemaPath: "#/properties/maxEvents/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.timeout !== void 0) {
                    const _errs10 = errors;
                    if (!validate66(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.name !== void 0) {
                      let data5 = data.name;
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (typeof data5 === "string") {
                          if (func2(data5) < 1) {
                            validate175.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate175.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.query !== void 0) {
                        let data6 = data.query;
                        const _errs13 = errors;
                        if (errors === _errs13) {
                          if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                            for (const key1 in data6) {
                              const _errs16 = errors;
                              if (!validate91(data6[key1], { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data6, parentDataProperty: key1, rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs16 === errors;
                              if (!valid1) {
                                break;
                              }
                            }
                          } else {
                            validate175.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } }];
                            return false;
                          }
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.headers !== void 0) {
                          const _errs17 = errors;
                          if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs17 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.form !== void 0) {
                            let data9 = data.form;
                            const _errs18 = errors;
                            if (errors === _errs18) {
                              if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
                                for (const key2 in data9) {
                                  const _errs21 = errors;
                                  if (!validate91(data9[key2], { instancePath: instancePath + "/form/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data9, parentDataProperty: key2, rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid2 = _errs21 === errors;
                                  if (!valid2) {
                                    break;
                                  }
                                }
                              } else {
                                validate175.errors = [{ instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.body !== void 0) {
                              const _errs22 = errors;
                              if (typeof data.body !== "string") {
                                validate175.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                              var valid0 = _errs22 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.auth !== void 0) {
                                const _errs24 = errors;
                                if (!validate102(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs24 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.expect !== void 0) {
                                  const _errs25 = errors;
                                  if (!validate72(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate72.errors : vErrors.concat(validate72.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs25 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.check !== void 0) {
                                    let data14 = data.check;
                                    const _errs26 = errors;
                                    if (errors === _errs26) {
                                      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                        if (Object.keys(data14).length < 1) {
                                          validate175.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                          return false;
                                        } else {
                                          for (const key3 in data14) {
                                            let data15 = data14[key3];
                                            const _errs29 = errors;
                                            if (typeof data15 !== "string" && typeof data15 !== "boolean" && !(typeof data15 == "number" && isFinite(data15))) {
                                              validate175.errors = [{ instancePath: instancePath + "/check/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema65.properties.check.additionalProperties.type } }];
                                              return false;
                                            }
                                            var valid3 = _errs29 === errors;
                                            if (!valid3) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate175.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs26 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.capture !== void 0) {
                                      let data16 = data.capture;
                                      const _errs31 = errors;
                                      if (errors === _errs31) {
                                        if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                          if (Object.keys(data16).length < 1) {
                                            validate175.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                            return false;
                                          } else {
                                            for (const key4 in data16) {
                                              let data17 = data16[key4];
                                              const _errs34 = errors;
                                              if (typeof data17 !== "string" && typeof data17 !== "boolean" && !(typeof data17 == "number" && isFinite(data17))) {
                                                validate175.errors = [{ instancePath: instancePath + "/capture/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema65.properties.capture.additionalProperties.type } }];
                                                return false;
                                              }
                                              var valid4 = _errs34 === errors;
                                              if (!valid4) {
                                                break;
                                              }
                                            }
                                          }
                                        } else {
                                          validate175.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs31 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.record !== void 0) {
                                        let data18 = data.record;
                                        const _errs36 = errors;
                                        if (errors === _errs36) {
                                          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                                            if (Object.keys(data18).length < 1) {
                                              validate175.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                              return false;
                                            } else {
                                              for (const key5 in data18) {
                                                let data19 = data18[key5];
                                                const _errs39 = errors;
                                                if (typeof data19 !== "string" && typeof data19 !== "boolean" && !(typeof data19 == "number" && isFinite(data19))) {
                                                  validate175.errors = [{ instancePath: instancePath + "/record/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema65.properties.record.additionalProperties.type } }];
                                                  return false;
                                                }
                                                var valid5 = _errs39 === errors;
                                                if (!valid5) {
                                                  break;
                                                }
                                              }
                                            }
                                          } else {
                                            validate175.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs36 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.tags !== void 0) {
                                          const _errs41 = errors;
                                          if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs41 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.if !== void 0) {
                                            let data21 = data.if;
                                            const _errs42 = errors;
                                            if (typeof data21 !== "string" && typeof data21 !== "boolean" && !(typeof data21 == "number" && isFinite(data21))) {
                                              validate175.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema65.properties.if.type } }];
                                              return false;
                                            }
                                            var valid0 = _errs42 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate175.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate175.errors = vErrors;
  return errors === 0;
}
validate175.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate174(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate174.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.sse === void 0 && (missing0 = "sse")) {
        validate174.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "sse")) {
            validate174.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.sse !== void 0) {
            if (!validate175(data.sse, { instancePath: instancePath + "/sse", parentData: data, parentDataProperty: "sse", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate175.errors : vErrors.concat(validate175.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate174.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate174.errors = vErrors;
  return errors === 0;
}
validate174.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema67 = { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "send": {}, "expect": { "type": ["string", "boolean", "number"] }, "duration": { "$ref": "#/$defs/duration" }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scalarOrList" } }, "headers": { "$ref": "#/$defs/headers" }, "auth": { "$ref": "#/$defs/auth" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] } }, "required": ["url"] };
function validate186(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate186.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.url === void 0 && (missing0 = "url")) {
        validate186.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func1.call(schema67.properties, key0)) {
            validate186.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.url !== void 0) {
            let data0 = data.url;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate186.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate186.errors = [{ instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.expect !== void 0) {
              let data1 = data.expect;
              const _errs4 = errors;
              if (typeof data1 !== "string" && typeof data1 !== "boolean" && !(typeof data1 == "number" && isFinite(data1))) {
                validate186.errors = [{ instancePath: instancePath + "/expect", schemaPath: "#/properties/expect/type", keyword: "type", params: { type: schema67.properties.expect.type } }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.duration !== void 0) {
                const _errs6 = errors;
                if (!validate66(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.name !== void 0) {
                  let data3 = data.name;
                  const _errs7 = errors;
                  if (errors === _errs7) {
                    if (typeof data3 === "string") {
                      if (func2(data3) < 1) {
                        validate186.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate186.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.query !== void 0) {
                    let data4 = data.query;
                    const _errs9 = errors;
                    if (errors === _errs9) {
                      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                        for (const key1 in data4) {
                          const _errs12 = errors;
                          if (!validate91(data4[key1], { instancePath: instancePath + "/query/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data4, parentDataProperty: key1, rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs12 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate186.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } }];
                        return false;
                      }
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.headers !== void 0) {
                      const _errs13 = errors;
                      if (!validate64(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.auth !== void 0) {
                        const _errs14 = errors;
                        if (!validate102(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs14 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.check !== void 0) {
                          let data8 = data.check;
                          const _errs15 = errors;
                          if (errors === _errs15) {
                            if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                              if (Object.keys(data8).length < 1) {
                                validate186.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                return false;
                              } else {
                                for (const key2 in data8) {
                                  let data9 = data8[key2];
                                  const _errs18 = errors;
                                  if (typeof data9 !== "string" && typeof data9 !== "boolean" && !(typeof data9 == "number" && isFinite(data9))) {
                                    validate186.errors = [{ instancePath: instancePath + "/check/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema67.properties.check.additionalProperties.type } }];
                                    return false;
                                  }
                                  var valid2 = _errs18 === errors;
                                  if (!valid2) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate186.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid0 = _errs15 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.capture !== void 0) {
                            let data10 = data.capture;
                            const _errs20 = errors;
                            if (errors === _errs20) {
                              if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                if (Object.keys(data10).length < 1) {
                                  validate186.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                  return false;
                                } else {
                                  for (const key3 in data10) {
                                    let data11 = data10[key3];
                                    const _errs23 = errors;
                                    if (typeof data11 !== "string" && typeof data11 !== "boolean" && !(typeof data11 == "number" && isFinite(data11))) {
                                      validate186.errors = [{ instancePath: instancePath + "/capture/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema67.properties.capture.additionalProperties.type } }];
                                      return false;
                                    }
                                    var valid3 = _errs23 === errors;
                                    if (!valid3) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate186.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs20 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.record !== void 0) {
                              let data12 = data.record;
                              const _errs25 = errors;
                              if (errors === _errs25) {
                                if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                                  if (Object.keys(data12).length < 1) {
                                    validate186.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                    return false;
                                  } else {
                                    for (const key4 in data12) {
                                      let data13 = data12[key4];
                                      const _errs28 = errors;
                                      if (typeof data13 !== "string" && typeof data13 !== "boolean" && !(typeof data13 == "number" && isFinite(data13))) {
                                        validate186.errors = [{ instancePath: instancePath + "/record/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema67.properties.record.additionalProperties.type } }];
                                        return false;
                                      }
                                      var valid4 = _errs28 === errors;
                                      if (!valid4) {
                                        break;
                                      }
                                    }
                                  }
                                } else {
                                  validate186.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                  return false;
                                }
                              }
                              var valid0 = _errs25 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.tags !== void 0) {
                                const _errs30 = errors;
                                if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs30 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.if !== void 0) {
                                  let data15 = data.if;
                                  const _errs31 = errors;
                                  if (typeof data15 !== "string" && typeof data15 !== "boolean" && !(typeof data15 == "number" && isFinite(data15))) {
                                    validate186.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema67.properties.if.type } }];
                                    return false;
                                  }
                                  var valid0 = _errs31 === errors;
                                } else {
                                  var valid0 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate186.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate186.errors = vErrors;
  return errors === 0;
}
validate186.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate185(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate185.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.websocket === void 0 && (missing0 = "websocket")) {
        validate185.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "websocket")) {
            validate185.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.websocket !== void 0) {
            if (!validate186(data.websocket, { instancePath: instancePath + "/websocket", parentData: data, parentDataProperty: "websocket", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate186.errors : vErrors.concat(validate186.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate185.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate185.errors = vErrors;
  return errors === 0;
}
validate185.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate194(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate194.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.log === void 0 && (missing0 = "log")) {
        validate194.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "log")) {
            validate194.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.log !== void 0) {
            let data0 = data.log;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate194.errors = [{ instancePath: instancePath + "/log", schemaPath: "#/properties/log/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate194.errors = [{ instancePath: instancePath + "/log", schemaPath: "#/properties/log/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate194.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate194.errors = vErrors;
  return errors === 0;
}
validate194.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate196(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate196.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.fail === void 0 && (missing0 = "fail")) {
        validate196.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "fail")) {
            validate196.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.fail !== void 0) {
            let data0 = data.fail;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate196.errors = [{ instancePath: instancePath + "/fail", schemaPath: "#/properties/fail/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate196.errors = [{ instancePath: instancePath + "/fail", schemaPath: "#/properties/fail/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate196.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate196.errors = vErrors;
  return errors === 0;
}
validate196.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate198(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate198.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.abort === void 0 && (missing0 = "abort")) {
        validate198.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "abort")) {
            validate198.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.abort !== void 0) {
            let data0 = data.abort;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate198.errors = [{ instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate198.errors = [{ instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate198.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate198.errors = vErrors;
  return errors === 0;
}
validate198.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate90(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate90.errors : vErrors.concat(validate90.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs2 = errors;
  if (!validate116(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs3 = errors;
  if (!validate124(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate124.errors : vErrors.concat(validate124.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs4 = errors;
  if (!validate126(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate126.errors : vErrors.concat(validate126.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs5 = errors;
  if (!validate135(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs5 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs6 = errors;
  if (!validate131(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate131.errors : vErrors.concat(validate131.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs7 = errors;
  if (!validate138(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs8 = errors;
  if (!validate140(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate140.errors : vErrors.concat(validate140.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs8 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs9 = errors;
  if (!validate142(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate142.errors : vErrors.concat(validate142.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs9 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs10 = errors;
  if (!validate144(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate144.errors : vErrors.concat(validate144.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs10 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs11 = errors;
  if (!validate146(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate146.errors : vErrors.concat(validate146.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs11 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs12 = errors;
  if (!validate148(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate148.errors : vErrors.concat(validate148.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs12 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs13 = errors;
  if (!validate151(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs13 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs14 = errors;
  if (!validate164(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate164.errors : vErrors.concat(validate164.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs14 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs15 = errors;
  if (!validate174(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate174.errors : vErrors.concat(validate174.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs15 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs16 = errors;
  if (!validate185(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate185.errors : vErrors.concat(validate185.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs16 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs17 = errors;
  if (!validate194(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate194.errors : vErrors.concat(validate194.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs17 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs18 = errors;
  if (!validate196(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate196.errors : vErrors.concat(validate196.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs18 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs19 = errors;
  if (!validate198(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate198.errors : vErrors.concat(validate198.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs19 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate89.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate89.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate89.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate88.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      var valid0 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        const _errs1 = errors;
        if (!validate89(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate88.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }];
      return false;
    }
  }
  validate88.errors = vErrors;
  return errors === 0;
}
validate88.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate86(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate86.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.every === void 0 && (missing0 = "every") || data.steps === void 0 && (missing0 = "steps")) {
        validate86.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "every" || key0 === "steps")) {
            validate86.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.every !== void 0) {
            const _errs2 = errors;
            if (!validate66(data.every, { instancePath: instancePath + "/every", parentData: data, parentDataProperty: "every", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs3 = errors;
              if (!validate88(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate86.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate86.errors = vErrors;
  return errors === 0;
}
validate86.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate207(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate207.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs2 = errors;
        if (!validate88(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate207.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate207.errors = vErrors;
  return errors === 0;
}
validate207.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate212(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate212.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.duration === void 0 && (missing0 = "duration") || data.target === void 0 && (missing0 = "target")) {
        validate212.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "duration" || key0 === "target" || key0 === "name")) {
            validate212.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.duration !== void 0) {
            const _errs2 = errors;
            if (!validate66(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.target !== void 0) {
              let data1 = data.target;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 0 || isNaN(data1)) {
                    validate212.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                    return false;
                  }
                } else {
                  validate212.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "number" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate212.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate212.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate212.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate212.errors = vErrors;
  return errors === 0;
}
validate212.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate211(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate211.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      if (data.length < 1) {
        validate211.errors = [{ instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 } }];
        return false;
      } else {
        var valid0 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          const _errs1 = errors;
          if (!validate212(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate212.errors : vErrors.concat(validate212.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs1 === errors;
          if (!valid0) {
            break;
          }
        }
      }
    } else {
      validate211.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }];
      return false;
    }
  }
  validate211.errors = vErrors;
  return errors === 0;
}
validate211.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema75 = { "type": "object", "additionalProperties": false, "properties": { "executor": { "type": "string", "enum": ["constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate", "shared-iterations", "per-vu-iterations"] }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "$ref": "#/$defs/stages" }, "rate": { "$ref": "#/$defs/rate" }, "startRate": { "type": "number", "minimum": 0 }, "timeUnit": { "$ref": "#/$defs/duration" }, "preAllocatedVUs": { "type": "integer", "minimum": 0 }, "maxVUs": { "type": "integer", "minimum": 1 }, "startVUs": { "type": "integer", "minimum": 0 }, "spawnRate": { "type": "number", "exclusiveMinimum": 0 }, "maxDuration": { "$ref": "#/$defs/duration" }, "startTime": { "$ref": "#/$defs/duration" }, "gracefulStop": { "$ref": "#/$defs/duration" }, "gracefulRampDown": { "$ref": "#/$defs/duration" }, "pacing": { "$ref": "#/$defs/duration" }, "onStart": { "$ref": "#/$defs/steps" }, "onStop": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" }, "tags": { "$ref": "#/$defs/tags" }, "vars": { "$ref": "#/$defs/vars" } } };
var pattern14 = new RegExp("^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$", "u");
function validate221(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate221.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data <= 0 || isNaN(data)) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "number" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern14.test(data)) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
    validate221.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate221.errors = vErrors;
  return errors === 0;
}
validate221.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate218(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate218.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema75.properties, key0)) {
          validate218.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.executor !== void 0) {
          let data0 = data.executor;
          const _errs2 = errors;
          if (typeof data0 !== "string") {
            validate218.errors = [{ instancePath: instancePath + "/executor", schemaPath: "#/properties/executor/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          if (!(data0 === "constant-vus" || data0 === "ramping-vus" || data0 === "constant-arrival-rate" || data0 === "ramping-arrival-rate" || data0 === "shared-iterations" || data0 === "per-vu-iterations")) {
            validate218.errors = [{ instancePath: instancePath + "/executor", schemaPath: "#/properties/executor/enum", keyword: "enum", params: { allowedValues: schema75.properties.executor.enum } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.vus !== void 0) {
            let data1 = data.vus;
            const _errs4 = errors;
            if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
              validate218.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/type", keyword: "type", params: { type: "integer" } }];
              return false;
            }
            if (errors === _errs4) {
              if (typeof data1 == "number" && isFinite(data1)) {
                if (data1 < 1 || isNaN(data1)) {
                  validate218.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                  return false;
                }
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.iterations !== void 0) {
              let data2 = data.iterations;
              const _errs6 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate218.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate218.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.duration !== void 0) {
                const _errs8 = errors;
                if (!validate66(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.stages !== void 0) {
                  const _errs9 = errors;
                  if (!validate211(data.stages, { instancePath: instancePath + "/stages", parentData: data, parentDataProperty: "stages", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.rate !== void 0) {
                    const _errs10 = errors;
                    if (!validate221(data.rate, { instancePath: instancePath + "/rate", parentData: data, parentDataProperty: "rate", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate221.errors : vErrors.concat(validate221.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs10 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.startRate !== void 0) {
                      let data6 = data.startRate;
                      const _errs11 = errors;
                      if (errors === _errs11) {
                        if (typeof data6 == "number" && isFinite(data6)) {
                          if (data6 < 0 || isNaN(data6)) {
                            validate218.errors = [{ instancePath: instancePath + "/startRate", schemaPath: "#/properties/startRate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                            return false;
                          }
                        } else {
                          validate218.errors = [{ instancePath: instancePath + "/startRate", schemaPath: "#/properties/startRate/type", keyword: "type", params: { type: "number" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs11 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.timeUnit !== void 0) {
                        const _errs13 = errors;
                        if (!validate66(data.timeUnit, { instancePath: instancePath + "/timeUnit", parentData: data, parentDataProperty: "timeUnit", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.preAllocatedVUs !== void 0) {
                          let data8 = data.preAllocatedVUs;
                          const _errs14 = errors;
                          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                            validate218.errors = [{ instancePath: instancePath + "/preAllocatedVUs", schemaPath: "#/properties/preAllocatedVUs/type", keyword: "type", params: { type: "integer" } }];
                            return false;
                          }
                          if (errors === _errs14) {
                            if (typeof data8 == "number" && isFinite(data8)) {
                              if (data8 < 0 || isNaN(data8)) {
                                validate218.errors = [{ instancePath: instancePath + "/preAllocatedVUs", schemaPath: "#/properties/preAllocatedVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.maxVUs !== void 0) {
                            let data9 = data.maxVUs;
                            const _errs16 = errors;
                            if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                              validate218.errors = [{ instancePath: instancePath + "/maxVUs", schemaPath: "#/properties/maxVUs/type", keyword: "type", params: { type: "integer" } }];
                              return false;
                            }
                            if (errors === _errs16) {
                              if (typeof data9 == "number" && isFinite(data9)) {
                                if (data9 < 1 || isNaN(data9)) {
                                  validate218.errors = [{ instancePath: instancePath + "/maxVUs", schemaPath: "#/properties/maxVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                  return false;
                                }
                              }
                            }
                            var valid0 = _errs16 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.startVUs !== void 0) {
                              let data10 = data.startVUs;
                              const _errs18 = errors;
                              if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                                validate218.errors = [{ instancePath: instancePath + "/startVUs", schemaPath: "#/properties/startVUs/type", keyword: "type", params: { type: "integer" } }];
                                return false;
                              }
                              if (errors === _errs18) {
                                if (typeof data10 == "number" && isFinite(data10)) {
                                  if (data10 < 0 || isNaN(data10)) {
                                    validate218.errors = [{ instancePath: instancePath + "/startVUs", schemaPath: "#/properties/startVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs18 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.spawnRate !== void 0) {
                                let data11 = data.spawnRate;
                                const _errs20 = errors;
                                if (errors === _errs20) {
                                  if (typeof data11 == "number" && isFinite(data11)) {
                                    if (data11 <= 0 || isNaN(data11)) {
                                      validate218.errors = [{ instancePath: instancePath + "/spawnRate", schemaPath: "#/properties/spawnRate/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                                      return false;
                                    }
                                  } else {
                                    validate218.errors = [{ instancePath: instancePath + "/spawnRate", schemaPath: "#/properties/spawnRate/type", keyword: "type", params: { type: "number" } }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs20 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.maxDuration !== void 0) {
                                  const _errs22 = errors;
                                  if (!validate66(data.maxDuration, { instancePath: instancePath + "/maxDuration", parentData: data, parentDataProperty: "maxDuration", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs22 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.startTime !== void 0) {
                                    const _errs23 = errors;
                                    if (!validate66(data.startTime, { instancePath: instancePath + "/startTime", parentData: data, parentDataProperty: "startTime", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs23 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.gracefulStop !== void 0) {
                                      const _errs24 = errors;
                                      if (!validate66(data.gracefulStop, { instancePath: instancePath + "/gracefulStop", parentData: data, parentDataProperty: "gracefulStop", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs24 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.gracefulRampDown !== void 0) {
                                        const _errs25 = errors;
                                        if (!validate66(data.gracefulRampDown, { instancePath: instancePath + "/gracefulRampDown", parentData: data, parentDataProperty: "gracefulRampDown", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs25 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.pacing !== void 0) {
                                          const _errs26 = errors;
                                          if (!validate66(data.pacing, { instancePath: instancePath + "/pacing", parentData: data, parentDataProperty: "pacing", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs26 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.onStart !== void 0) {
                                            const _errs27 = errors;
                                            if (!validate88(data.onStart, { instancePath: instancePath + "/onStart", parentData: data, parentDataProperty: "onStart", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs27 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.onStop !== void 0) {
                                              const _errs28 = errors;
                                              if (!validate88(data.onStop, { instancePath: instancePath + "/onStop", parentData: data, parentDataProperty: "onStop", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs28 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.flow !== void 0) {
                                                let data19 = data.flow;
                                                const _errs29 = errors;
                                                if (errors === _errs29) {
                                                  if (typeof data19 === "string") {
                                                    if (func2(data19) < 1) {
                                                      validate218.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate218.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/type", keyword: "type", params: { type: "string" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs29 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.steps !== void 0) {
                                                  const _errs31 = errors;
                                                  if (!validate88(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid0 = _errs31 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.tags !== void 0) {
                                                    const _errs32 = errors;
                                                    if (!validate106(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate106.errors : vErrors.concat(validate106.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs32 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.vars !== void 0) {
                                                      const _errs33 = errors;
                                                      if (!validate53(data.vars, { instancePath: instancePath + "/vars", parentData: data, parentDataProperty: "vars", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid0 = _errs33 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate218.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate218.errors = vErrors;
  return errors === 0;
}
validate218.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate217(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate217.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        validate217.errors = [{ instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } }];
        return false;
      } else {
        for (const key0 in data) {
          const _errs2 = errors;
          if (!validate218(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate218.errors : vErrors.concat(validate218.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
          if (!valid0) {
            break;
          }
        }
      }
    } else {
      validate217.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate217.errors = vErrors;
  return errors === 0;
}
validate217.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate238(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate238.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    validate238.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate238.errors = vErrors;
  return errors === 0;
}
validate238.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate240(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate240.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.expect === void 0 && (missing0 = "expect")) {
        validate240.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "expect" || key0 === "acceptable" || key0 === "name" || key0 === "window" || key0 === "abortOnFail" || key0 === "delayAbortEval")) {
            validate240.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.expect !== void 0) {
            const _errs2 = errors;
            if (!validate238(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.acceptable !== void 0) {
              const _errs3 = errors;
              if (!validate238(data.acceptable, { instancePath: instancePath + "/acceptable", parentData: data, parentDataProperty: "acceptable", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate240.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate240.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.window !== void 0) {
                  const _errs6 = errors;
                  if (!validate66(data.window, { instancePath: instancePath + "/window", parentData: data, parentDataProperty: "window", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.abortOnFail !== void 0) {
                    const _errs7 = errors;
                    if (typeof data.abortOnFail !== "boolean") {
                      validate240.errors = [{ instancePath: instancePath + "/abortOnFail", schemaPath: "#/properties/abortOnFail/type", keyword: "type", params: { type: "boolean" } }];
                      return false;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.delayAbortEval !== void 0) {
                      const _errs9 = errors;
                      if (!validate66(data.delayAbortEval, { instancePath: instancePath + "/delayAbortEval", parentData: data, parentDataProperty: "delayAbortEval", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs9 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate240.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate240.errors = vErrors;
  return errors === 0;
}
validate240.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate237(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate237.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate238(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (!validate240(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate240.errors : vErrors.concat(validate240.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs3 = errors;
  if (errors === _errs3) {
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err0 = { instancePath, schemaPath: "#/anyOf/2/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        var valid1 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data0 = data[i0];
          const _errs5 = errors;
          const _errs6 = errors;
          let valid2 = false;
          const _errs7 = errors;
          if (!validate238(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate238.errors : vErrors.concat(validate238.errors);
            errors = vErrors.length;
          }
          var _valid1 = _errs7 === errors;
          valid2 = valid2 || _valid1;
          const _errs8 = errors;
          if (!validate240(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate240.errors : vErrors.concat(validate240.errors);
            errors = vErrors.length;
          }
          var _valid1 = _errs8 === errors;
          valid2 = valid2 || _valid1;
          if (!valid2) {
            const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/anyOf/2/items/anyOf", keyword: "anyOf", params: {} };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          } else {
            errors = _errs6;
            if (vErrors !== null) {
              if (_errs6) {
                vErrors.length = _errs6;
              } else {
                vErrors = null;
              }
            }
          }
          var valid1 = _errs5 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var items0 = true;
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
    validate237.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate237.errors = vErrors;
  evaluated0.props = props0;
  evaluated0.items = items0;
  return errors === 0;
}
validate237.evaluated = { "dynamicProps": true, "dynamicItems": true };
function validate236(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate236.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs2 = errors;
        if (!validate237(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate237.errors : vErrors.concat(validate237.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate236.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate236.errors = vErrors;
  return errors === 0;
}
validate236.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        validate60.errors = [{ instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func1.call(schema24.properties, key0)) {
            validate60.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.name !== void 0) {
            let data0 = data.name;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate60.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate60.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== void 0) {
              const _errs4 = errors;
              if (typeof data.description !== "string") {
                validate60.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.baseUrl !== void 0) {
                let data2 = data.baseUrl;
                const _errs6 = errors;
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate60.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate60.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.vars !== void 0) {
                  const _errs8 = errors;
                  if (!validate53(data.vars, { instancePath: instancePath + "/vars", parentData: data, parentDataProperty: "vars", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.data !== void 0) {
                    const _errs9 = errors;
                    if (!validate55(data.data, { instancePath: instancePath + "/data", parentData: data, parentDataProperty: "data", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.http !== void 0) {
                      const _errs10 = errors;
                      if (!validate63(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.metrics !== void 0) {
                        const _errs11 = errors;
                        if (!validate82(data.metrics, { instancePath: instancePath + "/metrics", parentData: data, parentDataProperty: "metrics", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs11 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.refresh !== void 0) {
                          const _errs12 = errors;
                          if (!validate86(data.refresh, { instancePath: instancePath + "/refresh", parentData: data, parentDataProperty: "refresh", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs12 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.setup !== void 0) {
                            const _errs13 = errors;
                            if (!validate88(data.setup, { instancePath: instancePath + "/setup", parentData: data, parentDataProperty: "setup", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs13 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.setupTimeout !== void 0) {
                              const _errs14 = errors;
                              if (!validate66(data.setupTimeout, { instancePath: instancePath + "/setupTimeout", parentData: data, parentDataProperty: "setupTimeout", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs14 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.teardown !== void 0) {
                                const _errs15 = errors;
                                if (!validate88(data.teardown, { instancePath: instancePath + "/teardown", parentData: data, parentDataProperty: "teardown", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs15 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.teardownTimeout !== void 0) {
                                  const _errs16 = errors;
                                  if (!validate66(data.teardownTimeout, { instancePath: instancePath + "/teardownTimeout", parentData: data, parentDataProperty: "teardownTimeout", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs16 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.flows !== void 0) {
                                    const _errs17 = errors;
                                    if (!validate207(data.flows, { instancePath: instancePath + "/flows", parentData: data, parentDataProperty: "flows", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs17 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.vus !== void 0) {
                                      let data13 = data.vus;
                                      const _errs18 = errors;
                                      if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                                        validate60.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/type", keyword: "type", params: { type: "integer" } }];
                                        return false;
                                      }
                                      if (errors === _errs18) {
                                        if (typeof data13 == "number" && isFinite(data13)) {
                                          if (data13 < 1 || isNaN(data13)) {
                                            validate60.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid0 = _errs18 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.iterations !== void 0) {
                                        let data14 = data.iterations;
                                        const _errs20 = errors;
                                        if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
                                          validate60.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" } }];
                                          return false;
                                        }
                                        if (errors === _errs20) {
                                          if (typeof data14 == "number" && isFinite(data14)) {
                                            if (data14 < 1 || isNaN(data14)) {
                                              validate60.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid0 = _errs20 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.duration !== void 0) {
                                          const _errs22 = errors;
                                          if (!validate66(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs22 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.stages !== void 0) {
                                            const _errs23 = errors;
                                            if (!validate211(data.stages, { instancePath: instancePath + "/stages", parentData: data, parentDataProperty: "stages", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs23 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.steps !== void 0) {
                                              const _errs24 = errors;
                                              if (!validate88(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs24 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.flow !== void 0) {
                                                let data18 = data.flow;
                                                const _errs25 = errors;
                                                if (errors === _errs25) {
                                                  if (typeof data18 === "string") {
                                                    if (func2(data18) < 1) {
                                                      validate60.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate60.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/type", keyword: "type", params: { type: "string" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs25 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.scenarios !== void 0) {
                                                  const _errs27 = errors;
                                                  if (!validate217(data.scenarios, { instancePath: instancePath + "/scenarios", parentData: data, parentDataProperty: "scenarios", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid0 = _errs27 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.thresholds !== void 0) {
                                                    const _errs28 = errors;
                                                    if (!validate236(data.thresholds, { instancePath: instancePath + "/thresholds", parentData: data, parentDataProperty: "thresholds", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate236.errors : vErrors.concat(validate236.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs28 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate60.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs2 = errors;
        if (!validate60(data[key0], { instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema19.properties, key0)) {
          validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.$schema !== void 0) {
          const _errs2 = errors;
          if (typeof data.$schema !== "string") {
            validate52.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.name !== void 0) {
            let data1 = data.name;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (func2(data1) < 1) {
                  validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== void 0) {
              const _errs6 = errors;
              if (typeof data.description !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.baseUrl !== void 0) {
                let data3 = data.baseUrl;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (typeof data3 === "string") {
                    if (func2(data3) < 1) {
                      validate52.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.vars !== void 0) {
                  const _errs10 = errors;
                  if (!validate53(data.vars, { instancePath: instancePath + "/vars", parentData: data, parentDataProperty: "vars", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.data !== void 0) {
                    const _errs11 = errors;
                    if (!validate55(data.data, { instancePath: instancePath + "/data", parentData: data, parentDataProperty: "data", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.environments !== void 0) {
                      const _errs12 = errors;
                      if (!validate59(data.environments, { instancePath: instancePath + "/environments", parentData: data, parentDataProperty: "environments", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs12 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.http !== void 0) {
                        const _errs13 = errors;
                        if (!validate63(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs13 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.metrics !== void 0) {
                          const _errs14 = errors;
                          if (!validate82(data.metrics, { instancePath: instancePath + "/metrics", parentData: data, parentDataProperty: "metrics", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.refresh !== void 0) {
                            const _errs15 = errors;
                            if (!validate86(data.refresh, { instancePath: instancePath + "/refresh", parentData: data, parentDataProperty: "refresh", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate86.errors : vErrors.concat(validate86.errors);
                              errors = vErrors.length;
                            }
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.setup !== void 0) {
                              const _errs16 = errors;
                              if (!validate88(data.setup, { instancePath: instancePath + "/setup", parentData: data, parentDataProperty: "setup", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs16 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.setupTimeout !== void 0) {
                                const _errs17 = errors;
                                if (!validate66(data.setupTimeout, { instancePath: instancePath + "/setupTimeout", parentData: data, parentDataProperty: "setupTimeout", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs17 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.teardown !== void 0) {
                                  const _errs18 = errors;
                                  if (!validate88(data.teardown, { instancePath: instancePath + "/teardown", parentData: data, parentDataProperty: "teardown", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs18 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.teardownTimeout !== void 0) {
                                    const _errs19 = errors;
                                    if (!validate66(data.teardownTimeout, { instancePath: instancePath + "/teardownTimeout", parentData: data, parentDataProperty: "teardownTimeout", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs19 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.flows !== void 0) {
                                      const _errs20 = errors;
                                      if (!validate207(data.flows, { instancePath: instancePath + "/flows", parentData: data, parentDataProperty: "flows", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate207.errors : vErrors.concat(validate207.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs20 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.vus !== void 0) {
                                        let data15 = data.vus;
                                        const _errs21 = errors;
                                        if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                                          validate52.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/type", keyword: "type", params: { type: "integer" } }];
                                          return false;
                                        }
                                        if (errors === _errs21) {
                                          if (typeof data15 == "number" && isFinite(data15)) {
                                            if (data15 < 1 || isNaN(data15)) {
                                              validate52.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid0 = _errs21 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.iterations !== void 0) {
                                          let data16 = data.iterations;
                                          const _errs23 = errors;
                                          if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                                            validate52.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" } }];
                                            return false;
                                          }
                                          if (errors === _errs23) {
                                            if (typeof data16 == "number" && isFinite(data16)) {
                                              if (data16 < 1 || isNaN(data16)) {
                                                validate52.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid0 = _errs23 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.duration !== void 0) {
                                            const _errs25 = errors;
                                            if (!validate66(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs25 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.stages !== void 0) {
                                              const _errs26 = errors;
                                              if (!validate211(data.stages, { instancePath: instancePath + "/stages", parentData: data, parentDataProperty: "stages", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate211.errors : vErrors.concat(validate211.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs26 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.steps !== void 0) {
                                                const _errs27 = errors;
                                                if (!validate88(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid0 = _errs27 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.flow !== void 0) {
                                                  let data20 = data.flow;
                                                  const _errs28 = errors;
                                                  if (errors === _errs28) {
                                                    if (typeof data20 === "string") {
                                                      if (func2(data20) < 1) {
                                                        validate52.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/type", keyword: "type", params: { type: "string" } }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid0 = _errs28 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.scenarios !== void 0) {
                                                    const _errs30 = errors;
                                                    if (!validate217(data.scenarios, { instancePath: instancePath + "/scenarios", parentData: data, parentDataProperty: "scenarios", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate217.errors : vErrors.concat(validate217.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs30 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.thresholds !== void 0) {
                                                      const _errs31 = errors;
                                                      if (!validate236(data.thresholds, { instancePath: instancePath + "/thresholds", parentData: data, parentDataProperty: "thresholds", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate236.errors : vErrors.concat(validate236.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid0 = _errs31 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
